// JSON and NDJSON: the whole contract, spans and unclaimed lines included.
#include <fmt/format.h>

#include <iterator>
#include <string>
#include <utility>

#include "torikomi/write/json.h"
#include "write/formats.h"
#include "write/json_text.h"

namespace torikomi {
namespace {

/// What stands between the parts of one object: in JSON one row a line, so that people can read it and diff it.
struct Layout {
  std::string_view open, table, colon, rows_begin, next_row, rows_end, next_table, close;
};
constexpr Layout kLines = {"{\n", "  ", ": ", "[\n    ", ",\n    ", "\n  ]", ",\n", "\n}"};
constexpr Layout kCompact = {"{", "", ":", "[", ",", "]", ",", "}"};

void append_unclaimed(std::string& out, const Records& document, const Layout& layout) {
  bool first = true;
  for (const Unclaimed& stretch : document.unclaimed) {
    out += std::exchange(first, false) ? layout.rows_begin : layout.next_row;
    fmt::format_to(std::back_inserter(out), "{{\"line\":{},\"span\":[{},{}]}}", stretch.line, stretch.span.begin,
                   stretch.span.end);
  }
  out += first ? "[]" : layout.rows_end;
}

void append_table(std::string& out, const Table& table, const Layout& layout) {
  for (std::size_t i = 0; i < table.size(); ++i) {
    out += i == 0 ? layout.rows_begin : layout.next_row;
    out += '{';
    append_json_row(out, table.info(), table.row(i));
    out += '}';
  }
  out += table.size() == 0 ? "[]" : layout.rows_end;
}

void append_document(std::string& out, const Records& document, const Layout& layout) {
  out += layout.open;
  for (const Table& table : document.tables()) {
    out += layout.table;
    append_json_text(out, table.info().name);
    out += layout.colon;
    append_table(out, table, layout);
    out += layout.next_table;
  }
  out += layout.table;
  out += "\"unclaimed\"";
  out += layout.colon;
  append_unclaimed(out, document, layout);
  out += layout.close;
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
