#include "write/json_text.h"

#include <fmt/format.h>

#include <array>
#include <cstdint>
#include <cstring>
#include <iterator>

namespace torikomi {
namespace {

/// The high bit of every byte of `word` that JSON does not allow to stand as it is: below 0x20, quote or backslash.
/// Exact up to the first such byte, which is all that counts. (Hacker's Delight, 6-1: zero bytes.)
constexpr std::uint64_t special_bytes(std::uint64_t word) {
  constexpr std::uint64_t kOnes = 0x0101010101010101;
  constexpr std::uint64_t kHighs = 0x8080808080808080;
  const auto zero_byte = [&](std::uint64_t w) { return (w - kOnes) & ~w & kHighs; };
  const std::uint64_t control = (word - kOnes * 0x20) & ~word & kHighs;
  return control | zero_byte(word ^ (kOnes * '"')) | zero_byte(word ^ (kOnes * '\\'));
}

constexpr bool is_special(char c) { return static_cast<unsigned char>(c) < 0x20 || c == '"' || c == '\\'; }

std::size_t plain_prefix(std::string_view text) {
  std::size_t at = 0;
  for (; at + 8 <= text.size(); at += 8) {
    std::uint64_t word = 0;
    std::memcpy(&word, text.data() + at, 8);
    if (special_bytes(word) != 0) break;
  }
  while (at < text.size() && !is_special(text[at])) ++at;
  return at;
}

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
    const std::size_t plain = plain_prefix(text);
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
