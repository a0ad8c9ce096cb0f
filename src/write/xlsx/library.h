// libxlsxwriter, taken in when the first workbook is written. It brings minizip and OpenSSL with it, which the dynamic
// loader would otherwise map and relocate at every start: 2.6 of 8 ms of a command that writes no spreadsheet.
#pragma once

#include <xlsxwriter.h>

#include "torikomi/core/result.h"

// Every function of libxlsxwriter that book.cc calls.
#define TORIKOMI_XLSX_FUNCTIONS(X) \
  X(format_set_align)              \
  X(format_set_bg_color)           \
  X(format_set_bold)               \
  X(format_set_bottom)             \
  X(format_set_font_color)         \
  X(format_set_font_name)          \
  X(format_set_font_size)          \
  X(format_set_indent)             \
  X(format_set_num_format)         \
  X(format_set_text_wrap)          \
  X(format_set_underline)          \
  X(lxw_rowcol_to_cell)            \
  X(lxw_strerror)                  \
  X(lxw_workbook_free)             \
  X(workbook_add_format)           \
  X(workbook_add_worksheet)        \
  X(workbook_close)                \
  X(workbook_new_opt)              \
  X(workbook_set_properties)       \
  X(worksheet_add_table)           \
  X(worksheet_autofilter)          \
  X(worksheet_fit_to_pages)        \
  X(worksheet_freeze_panes)        \
  X(worksheet_ignore_errors)       \
  X(worksheet_repeat_columns)      \
  X(worksheet_repeat_rows)         \
  X(worksheet_set_column)          \
  X(worksheet_set_default_row)     \
  X(worksheet_set_footer)          \
  X(worksheet_set_landscape)       \
  X(worksheet_set_margins)         \
  X(worksheet_set_paper)           \
  X(worksheet_set_row)             \
  X(worksheet_write_boolean)       \
  X(worksheet_write_number)        \
  X(worksheet_write_string)        \
  X(worksheet_write_url_opt)

namespace torikomi::xlsx {

/// The functions, under their own names and types.
struct Library {
// NOLINTNEXTLINE(bugprone-macro-parentheses): a name that is declared takes none
#define TORIKOMI_XLSX_MEMBER(name) decltype(&::name) name = nullptr;
  TORIKOMI_XLSX_FUNCTIONS(TORIKOMI_XLSX_MEMBER)
#undef TORIKOMI_XLSX_MEMBER
};

/// Loads the library when first asked; thread-safe. Errors: kOutput, naming the file and the package that holds it.
[[nodiscard]] Status load_library();

/// REQUIRES: load_library() succeeded.
[[nodiscard]] const Library& lib();

}  // namespace torikomi::xlsx
