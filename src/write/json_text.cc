#include "write/json_text.h"

#include <fmt/format.h>

#include "write/scan.h"

namespace torikomi {
namespace {

void append_escape(std::string& out, char c) {
  constexpr std::string_view kHex = "0123456789abcdef";
  switch (c) {
    case '"':
    case '\\':
      out += {'\\', c};
      break;
    case '\n':
      out += "\\n";
      break;
    case '\t':
      out += "\\t";
      break;
    case '\r':
      out += "\\r";
      break;
    default:
      out += "\\u00";
      out += {kHex[static_cast<unsigned char>(c) >> 4], kHex[c & 15]};
  }
}

void append_spans(std::string& out, const TableInfo& table, ConstRow row) {
  out += "\"spans\":{";
  bool first = true;
  for (std::size_t i = 0; i < row.size(); ++i) {
    const auto span = row[i].span();
    if (!span) continue;
    if (!first) out += ',';
    first = false;
    out += '"';
    out += table.columns[i].name;
    out += "\":[";
    const fmt::format_int begin(span->begin);
    out.append(begin.data(), begin.size());
    out += ',';
    const fmt::format_int end(span->end);
    out.append(end.data(), end.size());
    out += ']';
  }
  out += '}';
}

}  // namespace

void append_json_text(std::string& out, std::string_view text) {
  out += '"';
  while (true) {
    const std::size_t plain = find_special<'"', '\\'>(text);
    out += text.substr(0, plain);
    if (plain == text.size()) break;
    append_escape(out, text[plain]);
    text.remove_prefix(plain + 1);
  }
  out += '"';
}

void append_json_cell(std::string& out, const Cell& cell) {
  if (cell.empty()) {
    out += "null";
  } else if (const auto* text = std::get_if<std::string_view>(&cell.scalar())) {
    append_json_text(out, *text);
  } else {
    cell.append_to(out);
  }
}

void append_json_row(std::string& out, const TableInfo& table, ConstRow row) {
  for (std::size_t i = 0; i < row.size(); ++i) {
    out += '"';
    out += table.columns[i].name;
    out += "\":";
    append_json_cell(out, row[i]);
    out += ',';
  }
  append_spans(out, table, row);
}

}  // namespace torikomi
