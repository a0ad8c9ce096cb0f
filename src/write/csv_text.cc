#include "write/csv_text.h"

#include <utility>

#include "torikomi/record/formula_guard.h"
#include "write/scan.h"

namespace torikomi {
namespace {

constexpr std::string_view kLineEnds = "\n\r\v\f";

std::string_view line_end(CsvProfile profile) { return profile == CsvProfile::kExcel ? "\r\n" : "\n"; }

void append_quoted(std::string& out, std::string_view text) {
  out += '"';
  for (std::size_t at = text.find('"'); at != text.npos; at = text.find('"')) {
    out += text.substr(0, at);
    out += "\"\"";
    text.remove_prefix(at + 1);
  }
  out += text;
  out += '"';
}

/// The text with " / " for each line end.
std::string on_one_line(std::string_view text) {
  std::string out;
  out.reserve(text.size() + 64);
  while (true) {
    const std::size_t at = find_special<>(text);
    out += text.substr(0, at);
    if (at == text.size()) return out;
    if (kLineEnds.find(text[at]) == kLineEnds.npos) {
      out += text[at];  // TAB and other controls stay
    } else {
      out += " / ";
    }
    text.remove_prefix(at + (text.substr(at, 2) == "\r\n" ? 2 : 1));
  }
}

void append_field(std::string& out, std::string_view text) {
  if (text.find(',') == text.npos && text.find('"') == text.npos) {
    out += text;
  } else {
    append_quoted(out, text);
  }
}

}  // namespace

void append_csv_text(std::string& out, std::string_view text, CsvProfile profile) {
  const bool guard = profile == CsvProfile::kExcel && runs_as_formula(text);
  if (!guard && find_special<',', '"'>(text) == text.size()) {
    out += text;
    return;
  }
  std::string changed = on_one_line(text);
  if (guard) changed.insert(0, 1, '\'');
  append_field(out, changed);
}

void append_csv_row(std::string& out, ConstRow row, CsvProfile profile) {
  bool first = true;
  for (const Cell& cell : row) {
    if (!std::exchange(first, false)) out += ',';
    if (const auto* text = std::get_if<std::string_view>(&cell.scalar())) {
      append_csv_text(out, *text, profile);
    } else {
      cell.append_to(out);
    }
  }
  out += line_end(profile);
}

void append_csv_header(std::string& out, std::span<const std::string_view> names, CsvProfile profile) {
  bool first = true;
  for (const std::string_view name : names) {
    if (!std::exchange(first, false)) out += ',';
    append_csv_text(out, name, profile);
  }
  out += line_end(profile);
}

}  // namespace torikomi
