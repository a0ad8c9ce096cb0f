// JSON and NDJSON: the whole contract, spans and unclaimed lines included.
#include <algorithm>
#include <string>
#include <utility>

#include "torikomi/write/json.h"
#include "write/formats.h"
#include "write/json_pen.h"

namespace torikomi {
namespace {

/// What stands between the parts of one object: in JSON one row a line, so that people can read it and diff it.
struct Layout {
  std::string_view open, table, colon, rows_begin, next_row, rows_end, next_table, close;
};
constexpr Layout kLines = {"{\n", "  ", ": ", "[\n    ", ",\n    ", "\n  ]", ",\n", "\n}"};
constexpr Layout kCompact = {"{", "", ":", "[", ",", "]", ",", "}"};

void append_unclaimed(JsonPen& pen, const Records& document, const Layout& layout) {
  bool first = true;
  for (const Unclaimed& stretch : document.unclaimed) {
    pen.raw(std::exchange(first, false) ? layout.rows_begin : layout.next_row);
    pen.raw("{\"line\":");
    pen.number(stretch.line);
    pen.raw(",\"span\":[");
    pen.number(stretch.span.begin);
    pen.raw(",");
    pen.number(stretch.span.end);
    pen.raw("]}");
  }
  pen.raw(first ? "[]" : layout.rows_end);
}

void append_table(JsonPen& pen, const Table& table, const Layout& layout) {
  for (std::size_t i = 0; i < table.size(); ++i) {
    pen.raw(i == 0 ? layout.rows_begin : layout.next_row);
    pen.raw("{");
    pen.row(table.info(), table.row(i));
    pen.raw("}");
  }
  pen.raw(table.size() == 0 ? "[]" : layout.rows_end);
}

/// Room for most documents at once: a buffer that doubles is copied, and its memory touched, five times on the way.
void make_room(std::string& out, const Records& document) {
  constexpr std::size_t kTimes = 14;  // JSON with spans is 8 to 13 times as long as the text of a report
  constexpr std::size_t kMost = std::size_t{16} << 20;
  out.reserve(out.size() + std::min(document.source_text.size() * kTimes, kMost));
}

void append_document(std::string& out, const Records& document, const Layout& layout) {
  make_room(out, document);
  JsonPen pen(out);
  pen.raw(layout.open);
  for (const Table& table : document.tables()) {
    pen.raw(layout.table);
    pen.text(table.info().name);
    pen.raw(layout.colon);
    append_table(pen, table, layout);
    pen.raw(layout.next_table);
  }
  pen.raw(layout.table);
  pen.raw("\"unclaimed\"");
  pen.raw(layout.colon);
  append_unclaimed(pen, document, layout);
  pen.raw(layout.close);
}

/// One document is a bare object, several are an array. Which of the two is known with the second document only, so the
/// first one waits.
class JsonWriter final : public Writer {
 public:
  explicit JsonWriter(OutputFile file) : file_(std::move(file)) {}

  Status write(const Records& document) override {
    ++documents_;
    if (documents_ == 1) {
      append_document(text_, document, kLines);
      text_ += '\n';
      return ok();
    }
    if (documents_ == 2) {
      if (auto done = file_.append("[\n"); !done) return done;
      if (auto done = file_.append(text_); !done) return done;
    }
    text_ = ",\n";
    append_document(text_, document, kLines);
    text_ += '\n';
    return file_.append(text_);
  }

  Status finish() override {
    const std::string_view end = documents_ == 0 ? "[]\n" : (documents_ == 1 ? std::string_view(text_) : "]\n");
    if (auto done = file_.append(end); !done) return done;
    return file_.finish();
  }

 private:
  OutputFile file_;
  std::string text_;
  std::size_t documents_ = 0;
};

class NdjsonWriter final : public Writer {
 public:
  explicit NdjsonWriter(OutputFile file) : file_(std::move(file)) {}

  Status write(const Records& document) override {
    text_.clear();
    append_json_document(text_, document);
    text_ += '\n';
    if (auto done = file_.append(text_); !done) return done;
    return file_.is_stream() ? file_.flush() : ok();  // whoever reads the pipe gets each document at once
  }
  Status finish() override { return file_.finish(); }

 private:
  OutputFile file_;
  std::string text_;
};

template <class W>
OpenedWriter open_file_writer(const std::string& target, const WriteOptions& options) {
  auto file = OutputFile::open(target, options.force, files_of(options));
  if (!file) return file.error();
  return std::unique_ptr<Writer>(std::make_unique<W>(*std::move(file)));
}

}  // namespace

void append_json_document(std::string& out, const Records& document) { append_document(out, document, kCompact); }

OpenedWriter open_json(const std::string& target, const WriteOptions& options) {
  return open_file_writer<JsonWriter>(target, options);
}

OpenedWriter open_ndjson(const std::string& target, const WriteOptions& options) {
  return open_file_writer<NdjsonWriter>(target, options);
}

}  // namespace torikomi
