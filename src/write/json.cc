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

void append_document(JsonPen& pen, const Records& document, const Layout& layout) {
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

/// The JSON of a report is some twelve times its text: through a small buffer it stays in the cache, and little memory
/// is touched for the first time.
constexpr std::size_t kBuffer = std::size_t{64} * 1024;

/// The same into a string, without a line end.
void append_text(std::string& out, const Records& document, const Layout& layout) {
  std::string buffer(kBuffer, '\0');
  JsonPen pen(buffer, [&](std::string_view bytes) { out += bytes; });
  append_document(pen, document, layout);
}

/// One document after another into a file, through one buffer.
class DocumentFile {
 public:
  explicit DocumentFile(OutputFile file) : file_(std::move(file)) {}

  Status append(std::string_view bytes) { return file_.append(bytes); }
  Status append(const Records& document, const Layout& layout) {
    Status done = ok();
    JsonPen pen(buffer_, [&](std::string_view bytes) {
      if (done) done = file_.append(bytes);
    });
    append_document(pen, document, layout);
    pen.raw("\n");
    pen.flush();
    return done;
  }
  Status flush_stream() { return file_.is_stream() ? file_.flush() : ok(); }
  Status finish() { return file_.finish(); }

 private:
  OutputFile file_;
  std::string buffer_ = std::string(kBuffer, '\0');
};

/// One document is a bare object, several are an array. Which of the two is known with the second document only, so the
/// first one waits.
class JsonWriter final : public Writer {
 public:
  explicit JsonWriter(OutputFile file) : file_(std::move(file)) {}

  Status write(const Records& document) override {
    ++documents_;
    if (documents_ == 1) {
      append_text(first_, document, kLines);
      first_ += '\n';
      return ok();
    }
    const std::string before = documents_ == 2 ? "[\n" + std::exchange(first_, {}) + ",\n" : ",\n";
    if (auto done = file_.append(before); !done) return done;
    return file_.append(document, kLines);
  }

  Status finish() override {
    const std::string_view end = documents_ == 0 ? "[]\n" : (documents_ == 1 ? std::string_view(first_) : "]\n");
    if (auto done = file_.append(end); !done) return done;
    return file_.finish();
  }

 private:
  DocumentFile file_;
  std::string first_;
  std::size_t documents_ = 0;
};

class NdjsonWriter final : public Writer {
 public:
  explicit NdjsonWriter(OutputFile file) : file_(std::move(file)) {}

  Status write(const Records& document) override {
    if (auto done = file_.append(document, kCompact); !done) return done;
    return file_.flush_stream();  // whoever reads the pipe gets each document at once
  }
  Status finish() override { return file_.finish(); }

 private:
  DocumentFile file_;
};

template <class W>
OpenedWriter open_file_writer(const std::string& target, const WriteOptions& options) {
  auto file = OutputFile::open(target, options.force, files_of(options));
  if (!file) return file.error();
  return std::unique_ptr<Writer>(std::make_unique<W>(*std::move(file)));
}

}  // namespace

void append_json_document(std::string& out, const Records& document) { append_text(out, document, kCompact); }

OpenedWriter open_json(const std::string& target, const WriteOptions& options) {
  return open_file_writer<JsonWriter>(target, options);
}

OpenedWriter open_ndjson(const std::string& target, const WriteOptions& options) {
  return open_file_writer<NdjsonWriter>(target, options);
}

}  // namespace torikomi
