// The sheets that hold data: one for each table, and the source texts that their rows lead to.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "torikomi/record/records.h"
#include "torikomi/write/writer.h"
#include "write/xlsx/book.h"

namespace torikomi::xlsx {

/// In which words a workbook speaks.
struct Words {
  Language language = Language::kJa;
  bool japanese_headings = true;
  bool wareki = false;  ///< days are shown by era

  [[nodiscard]] std::string_view heading(const ColumnInfo& column) const {
    return japanese_headings ? column.title.ja : column.name;
  }
  [[nodiscard]] std::string_view sheet(const TableInfo& table) const {
    return japanese_headings ? table.title.ja : table.name;
  }
  /// The sheet that holds the lines of the sources.
  [[nodiscard]] std::string_view source_sheet() const { return japanese_headings ? "原文" : "source_lines"; }
};

/// Several sheets of one kind: a sheet that is full goes on in "name (2)".
class RollingSheet {
 public:
  /// `table_name` names the Excel Table; the first `frozen` columns stay in sight.
  RollingSheet(Book& book, std::string name, std::vector<std::string> headings, std::string table_name,
               std::uint16_t frozen);

  /// Makes room for one more row, on a new sheet where the old one is full.
  [[nodiscard]] Status make_room();
  [[nodiscard]] Sheet& sheet() { return *sheet_; }
  /// The row that comes next.
  [[nodiscard]] std::uint32_t next_row() const { return next_row_; }
  void advance() { ++next_row_; }
  /// The text counts towards the width of the column, at most `cap` letters. Every text must, so that one that is
  /// narrower than the cap fits on one line.
  void measure(std::uint16_t column, std::string_view text, std::size_t cap);
  /// Filters, widths and print set-up of the last sheet.
  void finish();
  [[nodiscard]] std::size_t sheet_count() const { return sheets_; }

 private:
  Status open_next();
  /// How many pages side by side hold the columns in a size that can be read; the frozen ones are on each of them.
  [[nodiscard]] std::uint16_t pages_wide() const;

  Book* book_;
  std::string name_;
  std::vector<std::string> headings_;
  std::string table_name_;
  std::vector<std::size_t> widths_;
  Sheet* sheet_ = nullptr;
  std::size_t sheets_ = 0;
  std::uint32_t next_row_ = 0;
  std::uint16_t frozen_;
};

/// The sheet 原文: every line of every source, so that a row of a table can lead to what was printed.
class SourceSheets {
 public:
  SourceSheets(Book& book, const Words& words);
  /// Adds the lines of one document; of a document that is there already nothing.
  [[nodiscard]] Status add(std::string_view document_id, std::string_view text);
  /// Where the 1-based line stands, as Sheet::place says it.
  [[nodiscard]] std::optional<std::string> place(std::string_view document_id, std::int64_t line) const;
  void finish() { rolling_.finish(); }

 private:
  /// Lines from `line` on stand one a row from `row` on, until the next run.
  struct Run {
    std::uint32_t line;
    std::uint32_t row;
    const Sheet* sheet;
  };

  RollingSheet rolling_;
  std::map<std::string, std::vector<Run>, std::less<>> documents_;
};

/// The rows of one contract table.
class TableSheets {
 public:
  TableSheets(Book& book, const TableInfo& table, const Words& words);
  /// Opens the first sheet, so that the sheets stand in the order of the contract.
  [[nodiscard]] Status open();
  [[nodiscard]] Status add(ConstRow row, const SourceSheets& sources);
  void finish() { rolling_.finish(); }

  [[nodiscard]] const TableInfo& info() const { return *info_; }
  [[nodiscard]] std::size_t rows() const { return rows_; }
  /// Texts that were longer than a cell and go on in the rows below.
  [[nodiscard]] std::size_t split_texts() const { return split_texts_; }
  /// Of the first sheet. Not after the book was closed.
  [[nodiscard]] const Sheet& first_sheet() const { return *first_; }
  [[nodiscard]] std::string first_name() const { return std::string(words_.sheet(*info_)); }
  [[nodiscard]] std::size_t sheet_count() const { return rolling_.sheet_count(); }

 private:
  void put(std::uint16_t column, const Cell& cell, std::string_view document_id, const SourceSheets& sources);
  void put_text(std::uint16_t column, std::string_view text);
  /// Ends the row that was put.
  void end_row();
  void put_integer(std::uint16_t column, std::int64_t value, std::string_view document_id, const SourceSheets& sources);

  const TableInfo* info_;
  Words words_;
  RollingSheet rolling_;
  const Sheet* first_ = nullptr;
  std::size_t links_ = 0;        // on the present sheet
  std::size_t links_sheet_ = 0;  // which sheet that was
  std::size_t lines_ = 1;        // that the present row needs
  std::size_t rows_ = 0;
  std::size_t split_texts_ = 0;
};

/// What stands at the end of a text that goes on, and at the begin of its continuation.
[[nodiscard]] Text2 goes_on_note();
[[nodiscard]] Text2 continued_note();

}  // namespace torikomi::xlsx
