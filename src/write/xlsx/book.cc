#include "write/xlsx/book.h"

#include <xlsxwriter.h>

#include <algorithm>
#include <cerrno>

#include "torikomi/write/output_file.h"
#include "write/xlsx/cell_text.h"
#include "write/xlsx/library.h"

namespace torikomi::xlsx {
namespace {

constexpr const char* kFont = "游ゴシック";  // the default of Japanese Excel since 2016
constexpr double kFontSize = 11;
constexpr double kLineHeight = 18.75;  // points, of that font at that size
constexpr double kMostRowHeight = 409;
constexpr std::uint8_t kPaperA4 = 9;
// Days by era, which Excel and LibreOffice do themselves, but for the first year.
constexpr const char* kWareki = R"([$-411]ggge"年"m"月"d"日")";
constexpr const char* kWarekiFirstYear = R"([$-411]ggg"元年"m"月"d"日")";
constexpr lxw_color_t kHeaderFill = 0xDDEBF7;
constexpr lxw_color_t kLinkColor = 0x0563C1;

lxw_format* base(lxw_workbook* book) {
  lxw_format* format = lib().workbook_add_format(book);
  lib().format_set_font_name(format, kFont);
  lib().format_set_font_size(format, kFontSize);
  lib().format_set_align(format, LXW_ALIGN_VERTICAL_TOP);
  return format;
}

lxw_format* with_number(lxw_workbook* book, const char* pattern) {
  lxw_format* format = base(book);
  lib().format_set_num_format(format, pattern);
  return format;
}

/// Numbers keep a distance from the text of the next column.
lxw_format* indented(lxw_format* number) {
  lib().format_set_align(number, LXW_ALIGN_RIGHT);
  lib().format_set_indent(number, 1);
  return number;
}

lxw_format* link(lxw_workbook* book, const char* pattern) {
  lxw_format* format = with_number(book, pattern);
  lib().format_set_font_color(format, kLinkColor);
  lib().format_set_underline(format, LXW_UNDERLINE_SINGLE);
  return format;
}

std::string folder_of(const std::string& path) {
  const auto slash = path.find_last_of('/');
  return slash == std::string::npos ? "." : path.substr(0, slash + 1);
}

}  // namespace

Result<std::unique_ptr<Book>> Book::create(const std::string& path, std::string shown, bool streaming, bool wareki) {
  if (auto loaded = load_library(); !loaded) return loaded.error();
  std::unique_ptr<Book> out(new Book(std::move(shown), folder_of(path), streaming));
  lxw_workbook_options options{};
  options.constant_memory = streaming ? LXW_TRUE : LXW_FALSE;
  options.tmpdir = out->scratch_.data();
  out->book_ = lib().workbook_new_opt(path.c_str(), &options);
  if (out->book_ == nullptr) return cannot_write(out->shown_, ENOMEM);
  lxw_doc_properties properties{};
  static char made_by[] = "torikomi " TORIKOMI_VERSION;
  properties.comments = made_by;
  properties.created = 946'684'800;  // 2000-01-01T00:00:00Z always, so that the same records give the same bytes
  lib().workbook_set_properties(out->book_, &properties);
  out->make_formats(wareki);
  return out;
}

Book::~Book() {
  if (book_ != nullptr) lib().lxw_workbook_free(book_);
}

void Book::make_formats(bool wareki) {
  formats_.resize(static_cast<std::size_t>(Look::kCount));
  const auto set = [&](Look look, lxw_format* format) { formats_[static_cast<std::size_t>(look)] = format; };
  set(Look::kPlain, base(book_));
  set(Look::kWrapped, base(book_));
  lib().format_set_text_wrap(format(Look::kWrapped));
  set(Look::kText, with_number(book_, "@"));
  set(Look::kNumber, indented(with_number(book_, "General")));
  set(Look::kBoolean, with_number(book_, R"("TRUE";"TRUE";"FALSE")"));  // for programs that take truth for a number
  set(Look::kYen, indented(with_number(book_, "#,##0;\xE2\x96\xB2#,##0;0")));  // ▲ for minus, as in budgets
  set(Look::kDate, indented(with_number(book_, wareki ? kWareki : "yyyy-mm-dd")));
  set(Look::kFirstYear, indented(with_number(book_, wareki ? kWarekiFirstYear : "yyyy-mm-dd")));
  set(Look::kLink, indented(link(book_, "0")));
  set(Look::kLinkText, link(book_, "@"));
  set(Look::kTitle, base(book_));
  lib().format_set_bold(format(Look::kTitle));
  lib().format_set_font_size(format(Look::kTitle), 14);
  lxw_format* header = base(book_);
  lib().format_set_bold(header);
  lib().format_set_text_wrap(header);
  lib().format_set_bg_color(header, kHeaderFill);
  lib().format_set_bottom(header, LXW_BORDER_THIN);
  set(Look::kHeader, header);
}

Result<Sheet*> Book::add_sheet(const std::string& name) {
  errno = 0;
  lxw_worksheet* sheet = lib().workbook_add_worksheet(book_, name.c_str());
  if (sheet == nullptr) return cannot_write(shown_, errno != 0 ? errno : EIO);
  lib().worksheet_set_default_row(sheet, kLineHeight, LXW_FALSE);
  sheets_.push_back(std::unique_ptr<Sheet>(new Sheet(*this, sheet, name)));
  return sheets_.back().get();
}

void Book::note(int error) {
  if (error_ == 0) error_ = error;
}

Status Book::close() {
  // A full disk shows in the scratch files of streamed sheets first, and libxlsxwriter does not look.
  for (const auto& sheet : sheets_) {
    FILE* scratch = sheet->sheet_->optimize_tmpfile;
    if (scratch != nullptr && (std::fflush(scratch) != 0 || std::ferror(scratch) != 0)) {
      return cannot_write(shown_, errno != 0 ? errno : ENOSPC);
    }
  }
  errno = 0;
  const lxw_error error = lib().workbook_close(book_);
  book_ = nullptr;  // workbook_close frees it in any case
  if (error != LXW_NO_ERROR) return cannot_write(shown_, errno != 0 ? errno : EIO);
  if (error_ == 0) return ok();
  return Error{ErrorCode::kInternal,
               say("表計算ファイルの書き出しに失敗しました（libxlsxwriter: {}）。不具合として報告してください。",
                   "writing the spreadsheet failed (libxlsxwriter: {}). Please report this as a bug.",
                   std::string(lib().lxw_strerror(static_cast<lxw_error>(error_))))};
}

void Sheet::text(std::uint32_t row, std::uint16_t column, std::string_view text, Look look) {
  book_->note(lib().worksheet_write_string(sheet_, row, column, xml_safe(text).c_str(), book_->format(look)));
}

void Sheet::number(std::uint32_t row, std::uint16_t column, double number, Look look) {
  book_->note(lib().worksheet_write_number(sheet_, row, column, number, book_->format(look)));
}

void Sheet::boolean(std::uint32_t row, std::uint16_t column, bool value) {
  book_->note(lib().worksheet_write_boolean(sheet_, row, column, value ? 1 : 0, book_->format(Look::kBoolean)));
}

void Sheet::linked_number(std::uint32_t row, std::uint16_t column, double number, const std::string& place) {
  linked_text(row, column, fmt::format("{}", number), place);  // the link stays when the cell is overwritten
  this->number(row, column, number, Look::kLink);
}

void Sheet::linked_text(std::uint32_t row, std::uint16_t column, std::string_view text, const std::string& place) {
  const std::string url = "internal:" + place;
  book_->note(lib().worksheet_write_url_opt(sheet_, row, column, url.c_str(), book_->format(Look::kLinkText),
                                            xml_safe(text).c_str(), nullptr));
}

void Sheet::row_lines(std::uint32_t row, std::size_t lines) {
  const double height = std::min(static_cast<double>(lines) * kLineHeight, kMostRowHeight);
  book_->note(lib().worksheet_set_row(sheet_, row, height, nullptr));
}

void Sheet::column_width(std::uint16_t column, double letters) {
  book_->note(lib().worksheet_set_column(sheet_, column, column, letters, nullptr));
}

void Sheet::freeze(std::uint32_t rows, std::uint16_t columns) { lib().worksheet_freeze_panes(sheet_, rows, columns); }

void Sheet::print_setup(std::uint16_t pages_wide) {
  lib().worksheet_set_landscape(sheet_);
  lib().worksheet_set_paper(sheet_, kPaperA4);
  lib().worksheet_fit_to_pages(sheet_, pages_wide, 0);
  lib().worksheet_set_margins(sheet_, 0.4, 0.4, 0.5, 0.6);
  book_->note(lib().worksheet_set_footer(sheet_, "&L&A&R&P / &N"));
}

void Sheet::print_table_setup(std::uint16_t pages_wide, std::uint16_t key_columns) {
  print_setup(pages_wide);
  book_->note(lib().worksheet_repeat_rows(sheet_, 0, 0));
  if (pages_wide > 1 && key_columns > 0)
    book_->note(lib().worksheet_repeat_columns(sheet_, 0, static_cast<std::uint16_t>(key_columns - 1)));
}

void Sheet::codes_are_text() {
  for (const auto type : {LXW_IGNORE_NUMBER_STORED_AS_TEXT, LXW_IGNORE_TWO_DIGIT_TEXT_YEAR}) {
    book_->note(lib().worksheet_ignore_errors(sheet_, static_cast<std::uint8_t>(type), "A1:XFD1048576"));
  }
}

void Sheet::autofilter(std::uint32_t last_row, std::uint16_t last_column) {
  book_->note(lib().worksheet_autofilter(sheet_, 0, 0, last_row, last_column));
}

void Sheet::table(std::uint32_t last_row, std::vector<std::string> headings, std::string name) {
  std::vector<lxw_table_column> columns(headings.size());
  std::vector<lxw_table_column*> pointers;
  for (std::size_t i = 0; i < headings.size(); ++i) {
    columns[i].header = headings[i].data();
    columns[i].header_format = book_->format(Look::kHeader);
    pointers.push_back(&columns[i]);
  }
  pointers.push_back(nullptr);
  lxw_table_options options{};
  options.name = name.data();
  options.columns = pointers.data();
  options.style_type = LXW_TABLE_STYLE_TYPE_LIGHT;
  options.style_type_number = 1;
  book_->note(lib().worksheet_add_table(sheet_, 0, 0, last_row, static_cast<lxw_col_t>(headings.size() - 1), &options));
}

std::string Sheet::place(std::uint32_t row, std::uint16_t column) const {
  char cell[LXW_MAX_CELL_NAME_LENGTH];
  lib().lxw_rowcol_to_cell(cell, row, column);
  std::string quoted;
  for (const char c : name_) {
    if (c == '\'') quoted += c;
    quoted += c;
  }
  return "'" + quoted + "'!" + cell;
}

}  // namespace torikomi::xlsx
