#include "write/xlsx/cell_text.h"

#include <algorithm>
#include <charconv>
#include <chrono>

#include "torikomi/core/utf8.h"

namespace torikomi::xlsx {
namespace {

/// Bytes of the longest beginning of `text` that one cell holds, never splitting a character.
std::size_t longest_piece(std::string_view text) {
  std::size_t units = 0;
  std::size_t line_feeds = 0;
  std::size_t after_line_feed = 0;
  std::size_t at = 0;
  while (at < text.size()) {
    const auto [code_point, size] = utf8::decode(text, at);
    units += code_point >= 0x10000 ? 2 : 1;
    line_feeds += code_point == '\n' ? 1 : 0;
    if (units > kMostUnits || line_feeds > kMostLineFeeds) return after_line_feed > 0 ? after_line_feed : at;
    at += size;
    if (code_point == '\n') after_line_feed = at;
  }
  return at;
}

std::optional<int> digits(std::string_view text) {
  int value = 0;
  for (const char c : text) {
    if (c < '0' || c > '9') return std::nullopt;
    value = value * 10 + (c - '0');
  }
  return value;
}

/// "_x" and four hex digits and "_": how Excel writes a character that XML cannot hold.
bool is_escape(std::string_view text) {
  constexpr std::string_view kHex = "0123456789abcdefABCDEF";
  return text.size() == 7 && text.starts_with("_x") && text[6] == '_' &&
         text.substr(2, 4).find_first_not_of(kHex) == text.npos;
}

bool is_narrow(char32_t c) { return c < 0x0250 || (c >= 0xFF61 && c <= 0xFF9F) || (c >= 0x0300 && c <= 0x036F); }

}  // namespace

std::vector<std::string_view> cell_pieces(std::string_view text) {
  if (text.size() <= kMostUnits && std::count(text.begin(), text.end(), '\n') <= std::ptrdiff_t{kMostLineFeeds}) {
    return {text};
  }
  std::vector<std::string_view> out;
  while (!text.empty()) {
    const std::size_t size = longest_piece(text);
    out.push_back(text.substr(0, size));
    text.remove_prefix(size);
  }
  return out;
}

std::string xml_safe(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const auto [code_point, size] = utf8::decode(text, at);
    const bool surrogate = code_point >= 0xD800 && code_point <= 0xDFFF;
    if (code_point == 0 || surrogate || (code_point >= 0xFFFD && code_point <= 0xFFFF)) {
      utf8::append(out, 0xFFFD);
    } else {
      if (code_point == '_' && is_escape(text.substr(at, 7))) out += "_x005F";
      out += text.substr(at, size);
    }
    at += size;
  }
  return out;
}

std::size_t width(std::string_view text) {
  std::size_t widest = 0;
  std::size_t now = 0;
  for (std::size_t at = 0; at < text.size();) {
    const auto [code_point, size] = utf8::decode(text, at);
    at += size;
    if (code_point == '\n') {
      now = 0;
      continue;
    }
    now += is_narrow(code_point) ? 1 : 2;
    widest = std::max(widest, now);
  }
  return widest;
}

std::size_t wrapped_lines(std::string_view text, std::size_t letters) {
  std::size_t lines = 0;
  while (true) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    const std::size_t scaled = width(text.substr(0, end)) * 21;  // 1.05 letters for each, in twentieths
    lines += std::max<std::size_t>(1, (scaled + 20 * letters - 1) / (20 * letters));
    if (end == text.size()) return lines;
    text.remove_prefix(end + 1);
  }
}

std::optional<double> day_number(std::string_view iso_date) {
  using namespace std::chrono;  // NOLINT(google-build-using-namespace)
  if (iso_date.size() != 10 || iso_date[4] != '-' || iso_date[7] != '-') return std::nullopt;
  const auto y = digits(iso_date.substr(0, 4));
  const auto m = digits(iso_date.substr(5, 2));
  const auto d = digits(iso_date.substr(8, 2));
  if (!y || !m || !d) return std::nullopt;
  const year_month_day date{year(*y), month(static_cast<unsigned>(*m)), day(static_cast<unsigned>(*d))};
  if (!date.ok() || date < year_month_day{year(1900), March, day(1)}) return std::nullopt;
  const sys_days origin = year_month_day{year(1899), December, day(30)};
  return static_cast<double>((sys_days(date) - origin).count());
}

bool in_first_year(std::string_view iso_date) {
  // First days of the eras that a spreadsheet date can show. Excel knows no era before 明治.
  constexpr std::string_view kBegins[] = {"1912-07-30", "1926-12-25", "1989-01-08", "2019-05-01"};
  for (const std::string_view begin : kBegins) {
    if (iso_date.substr(0, 4) == begin.substr(0, 4) && iso_date >= begin) return true;
  }
  return false;
}

}  // namespace torikomi::xlsx
