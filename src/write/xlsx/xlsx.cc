#include "write/xlsx/xlsx.h"

#include <algorithm>
#include <map>
#include <memory>
#include <utility>
#include <vector>

#include "write/foreign_file.h"
#include "write/xlsx/info_sheets.h"

namespace torikomi {
namespace {

using xlsx::Book;
using xlsx::Sheet;
using xlsx::SourceSheets;
using xlsx::Summary;
using xlsx::TableSheets;
using xlsx::Words;

/// The sheets of one workbook in their order, while documents are put into them.
class Workbook {
 public:
  static Result<std::unique_ptr<Workbook>> create(const ForeignFile& file, const Words& words, bool streaming) {
    auto book = Book::create(file.working_path(), file.path(), streaming, words.wareki);
    if (!book) return book.error();
    std::unique_ptr<Workbook> out(new Workbook(*std::move(book), words));
    if (auto done = out->add_sheets(); !done) return done.error();
    return out;
  }

  Status put_source(std::string_view document_id, std::string_view text) { return sources_.add(document_id, text); }
  Status put_rows(const Table& table) {
    TableSheets& sheets = tables_[static_cast<std::size_t>(table.info().id)];
    for (std::size_t i = 0; i < table.size(); ++i) {
      if (auto done = sheets.add(table.row(i), sources_); !done) return done;
    }
    return ok();
  }
  [[nodiscard]] std::size_t split_texts() const {
    std::size_t out = 0;
    for (const TableSheets& sheets : tables_) out += sheets.split_texts();
    return out;
  }
  [[nodiscard]] std::vector<std::string> more_sheets() const {
    std::vector<std::string> out;
    for (const TableSheets& sheets : tables_)
      if (sheets.sheet_count() > 1) out.push_back(sheets.first_name());
    return out;
  }
  Status close(const Summary& summary) {
    for (TableSheets& sheets : tables_) sheets.finish();
    sources_.finish();
    xlsx::write_about(*about_, words_, summary, tables_);
    xlsx::write_dictionary(*dictionary_, words_);
    xlsx::write_codes(*codes_, words_);
    return book_->close();
  }

 private:
  Workbook(std::unique_ptr<Book> book, const Words& words)
      : book_(std::move(book)), words_(words), sources_(*book_, words) {}

  Status add_sheets() {
    const auto names = xlsx::info_names(words_);
    const auto add = [&](const std::string& name, Sheet*& place) -> Status {
      auto sheet = book_->add_sheet(name);
      if (!sheet) return sheet.error();
      place = *sheet;
      return ok();
    };
    if (auto done = add(names.about, about_); !done) return done;
    for (const TableInfo& table : all_tables()) {
      tables_.emplace_back(*book_, table, words_);
      if (auto done = tables_.back().open(); !done) return done;
    }
    if (auto done = add(names.dictionary, dictionary_); !done) return done;
    return add(names.codes, codes_);
  }

  std::unique_ptr<Book> book_;
  Words words_;
  Sheet* about_ = nullptr;
  Sheet* dictionary_ = nullptr;
  Sheet* codes_ = nullptr;
  std::vector<TableSheets> tables_;  // index = TableId
  SourceSheets sources_;
};

class XlsxWriter final : public Writer {
 public:
  XlsxWriter(ForeignFile file, const Words& words, std::size_t most_table_rows)
      : file_(std::move(file)), words_(words), room_(most_table_rows) {}

  Status write(const Records& document) override {
    summary_.add(document);
    if (workbook_ != nullptr) return put(document);
    const std::size_t rows = rows_of(document);
    if (rows <= room_) {
      room_ -= rows;
      keep(document);
      return ok();
    }
    if (auto done = start(true); !done) return done;
    return put(document);
  }

  Status finish() override {
    if (workbook_ == nullptr) {
      if (auto done = start(false); !done) return done;
    }
    if (auto done = workbook_->close(summary_); !done) return done;
    split_texts_ = workbook_->split_texts();
    more_sheets_ = workbook_->more_sheets();
    return file_.finish();
  }

  [[nodiscard]] std::vector<Message> notes() const override {
    std::vector<Message> out;
    if (split_texts_ > 0)
      out.push_back(say("1セルに入らない文章 {} 件は、切らずに次の行へ続けました（目印「{}」）",
                        "{} texts were too long for one cell and go on in the next row (marked \"{}\")", split_texts_,
                        xlsx::goes_on_note().in(words_.language)));
    for (const std::string& sheet : more_sheets_)
      out.push_back(say("シート「{}」は行数の上限を超えたため、次のシートへ続けました",
                        "the sheet \"{}\" has more rows than a sheet can hold and goes on in the next one", sheet));
    return out;
  }

 private:
  static std::size_t rows_of(const Records& document) {
    auto rows = static_cast<std::size_t>(std::count(document.source_text.begin(), document.source_text.end(), '\n'));
    for (const Table& table : document.tables()) rows += table.size();
    return rows;
  }

  static std::string_view id_of(const Records& document) {
    const Table& table = document[TableId::documents];
    return table.size() == 0 ? std::string_view() : table.row(0)[col::documents::document_id].text();
  }

  void keep(const Records& document) {
    if (!document.source_text.empty()) kept_sources_.emplace_back(id_of(document), document.source_text);
    for (const Table& table : document.tables()) {
      for (std::size_t i = 0; i < table.size(); ++i) {
        const ConstRow from = table.row(i);
        const Row to = kept_[table.info().id].add();
        for (std::size_t c = 0; c < from.size(); ++c) {
          to[c] = from[c].text().empty() ? from[c] : Cell(kept_.keep(from[c].text()));
        }
      }
    }
  }

  Status put(const Records& document) {
    if (auto done = workbook_->put_source(id_of(document), document.source_text); !done) return done;
    for (const Table& table : document.tables()) {
      if (auto done = workbook_->put_rows(table); !done) return done;
    }
    return ok();
  }

  /// Opens the workbook and moves into it what was kept so far.
  Status start(bool streaming) {
    auto workbook = Workbook::create(file_, words_, streaming);
    if (!workbook) return workbook.error();
    workbook_ = *std::move(workbook);
    for (const auto& [id, text] : kept_sources_) {
      if (auto done = workbook_->put_source(id, text); !done) return done;
    }
    for (const Table& table : kept_.tables()) {
      if (auto done = workbook_->put_rows(table); !done) return done;
    }
    kept_ = Records();
    kept_sources_.clear();
    return ok();
  }

  ForeignFile file_;
  Words words_;
  std::size_t room_;  // rows that may still be kept
  Records kept_;
  std::vector<std::pair<std::string, std::string>> kept_sources_;  // document_id, text
  Summary summary_;
  std::size_t split_texts_ = 0;
  std::vector<std::string> more_sheets_;  // that go on in another one
  std::unique_ptr<Workbook> workbook_;
};

}  // namespace

OpenedWriter open_xlsx_with(const std::string& target, const WriteOptions& options, std::size_t most_table_rows) {
  auto file = ForeignFile::open(target, options.force, files_of(options));
  if (!file) return file.error();
  const bool by_format = options.header == HeaderStyle::kByFormat;
  const bool japanese = by_format ? options.language == Language::kJa : options.header == HeaderStyle::kJapanese;
  return std::unique_ptr<Writer>(std::make_unique<XlsxWriter>(
      *std::move(file), Words{options.language, japanese, options.dates == DateStyle::kWareki}, most_table_rows));
}

OpenedWriter open_xlsx(const std::string& target, const WriteOptions& options) {
  return open_xlsx_with(target, options, kMostXlsxTableRows);
}

}  // namespace torikomi
