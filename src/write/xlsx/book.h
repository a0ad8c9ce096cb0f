// libxlsxwriter behind a small door: one workbook, its cell formats, its sheets. Only this and library.h know it.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "torikomi/core/result.h"

struct lxw_workbook;
struct lxw_worksheet;
struct lxw_format;

namespace torikomi::xlsx {

/// How a cell looks. kLink shows a number that leads to another sheet. kDate is a day as the workbook shows days,
/// kFirstYear a day of the first year of an era, which is called 元年.
enum class Look {
  kPlain,
  kWrapped,
  kText,
  kNumber,
  kBoolean,
  kYen,
  kDate,
  kFirstYear,
  kHeader,
  kTitle,
  kLink,
  kLinkText,
  kCount
};

/// One sheet while its rows are written, top to bottom. Rows and columns count from 0. Texts must fit a cell
/// (cell_pieces). In streaming mode a row cannot be written any more once a later one was begun.
class Sheet {
 public:
  void text(std::uint32_t row, std::uint16_t column, std::string_view text, Look look);
  void number(std::uint32_t row, std::uint16_t column, double number, Look look);
  void boolean(std::uint32_t row, std::uint16_t column, bool value);
  /// A number or text that leads to a place in the workbook: "'原文'!C12".
  void linked_number(std::uint32_t row, std::uint16_t column, double number, const std::string& place);
  void linked_text(std::uint32_t row, std::uint16_t column, std::string_view text, const std::string& place);

  /// Room for so many lines of text, at most what Excel allows. Programs other than Excel do not find it themselves.
  void row_lines(std::uint32_t row, std::size_t lines);
  /// In half-width letters.
  void column_width(std::uint16_t column, double letters);
  void freeze(std::uint32_t rows, std::uint16_t columns);
  /// A4 landscape, so many pages wide, sheet name and page numbers below. A table repeats row 0 and its first
  /// `key_columns` columns on every page.
  void print_setup(std::uint16_t pages_wide = 1);
  void print_table_setup(std::uint16_t pages_wide, std::uint16_t key_columns);
  /// Digits stored as text are meant so: no green triangles.
  void codes_are_text();
  void autofilter(std::uint32_t last_row, std::uint16_t last_column);
  /// An Excel Table over row 0 (whose headings it writes) to `last_row`. Not in streaming mode. `name` is unique in the
  /// workbook.
  void table(std::uint32_t last_row, std::vector<std::string> headings, std::string name);

  [[nodiscard]] const std::string& name() const { return name_; }
  /// "'name'!A1" with the name quoted as formulas want it; row and column count from 0.
  [[nodiscard]] std::string place(std::uint32_t row, std::uint16_t column) const;

 private:
  friend class Book;
  Sheet(class Book& book, lxw_worksheet* sheet, std::string name)
      : book_(&book), sheet_(sheet), name_(std::move(name)) {}

  class Book* book_;
  lxw_worksheet* sheet_;
  std::string name_;
};

/// One workbook on its way to a file.
class Book {
 public:
  /// `path` is written by close(); its folder also takes the scratch files, so that a full disk shows. `shown` is what
  /// messages call it. streaming: rows leave memory at once, but there are no Excel Tables. wareki: days are shown by
  /// era. Errors: kOutput.
  [[nodiscard]] static Result<std::unique_ptr<Book>> create(const std::string& path, std::string shown, bool streaming,
                                                            bool wareki);
  Book(const Book&) = delete;
  Book& operator=(const Book&) = delete;
  ~Book();

  /// A new last sheet. Names: at most 31 characters, none of []:*?/\ ; unique. Lives as long as the book.
  [[nodiscard]] Result<Sheet*> add_sheet(const std::string& name);
  [[nodiscard]] bool streaming() const { return streaming_; }
  [[nodiscard]] Status close();

 private:
  friend class Sheet;
  Book(std::string shown, std::string scratch, bool streaming)
      : shown_(std::move(shown)), scratch_(std::move(scratch)), streaming_(streaming) {}
  void make_formats(bool wareki);
  [[nodiscard]] lxw_format* format(Look look) const { return formats_[static_cast<std::size_t>(look)]; }
  /// Keeps the first error; close() reports it.
  void note(int error);

  std::string shown_;
  std::string scratch_;
  bool streaming_;
  lxw_workbook* book_ = nullptr;
  std::vector<lxw_format*> formats_;
  std::vector<std::unique_ptr<Sheet>> sheets_;
  int error_ = 0;
};

}  // namespace torikomi::xlsx
