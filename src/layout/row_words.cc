#include "layout/row_words.h"

#include <algorithm>

#include "layout/cell_words.h"
#include "layout/lines.h"
#include "torikomi/core/utf8.h"
#include "torikomi/layout/marker.h"

namespace torikomi::shapes {
namespace {

bool is_word_letter(char32_t c) {
  return c < 0x80 && ((c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z'));
}

/// 欠席者:なし: a line that begins with a label of its own.
bool begins_with_label(std::string_view words) {
  constexpr std::size_t kLongest = 8;  // letters
  const std::size_t colon = words.find(':');
  return colon != words.npos && colon > 0 && colon + 1 < words.size() &&
         utf8::count(words.substr(0, colon)) <= kLongest &&
         words.substr(0, colon).find_first_of("0123456789 、(") == words.npos;
}

/// 西山委員 橋本委員 中川委員: short words that blanks part, which are not cut at the end of a line.
bool lists_words(std::string_view words) {
  constexpr std::size_t kFewest = 3, kLongest = 8;  // words; letters
  std::size_t count = 0;
  for (std::size_t at = 0; at < words.size(); ++count) {
    const std::size_t end = std::min(words.find(' ', at), words.size());
    if (utf8::count(words.substr(at, end - at)) > kLongest) return false;
    at = end + 1;
  }
  return count >= kFewest;
}

/// 地  方  交  付  税: several letters, each by itself.
bool is_spread(std::string_view words) {
  std::size_t count = 0;
  for (std::size_t at = words.find_first_not_of(' '); at < words.size(); ++count) {
    const std::size_t end = std::min(words.find(' ', at), words.size());
    if (utf8::count(words.substr(at, end - at)) > 1) return false;
    at = words.find_first_not_of(' ', end);
  }
  return count > 1;
}

}  // namespace

std::string_view glue(std::string_view text, NormSpan before, bool filled, NormSpan behind) {
  if (is_rest_of_sum(slice(text, before), slice(text, behind))) return "";
  if (!filled || read_marker(slice(text, behind)) || begins_with_label(slice(text, behind))) return "\v";
  if (lists_words(slice(text, before))) return " ";
  const bool latin = is_word_letter(static_cast<unsigned char>(text[before.end - 1])) &&
                     is_word_letter(static_cast<unsigned char>(text[behind.begin]));
  return latin ? " " : "";
}

bool is_rest_of_sum(std::string_view above, std::string_view below) {
  return above.ends_with(',') && is_value(above) && below.size() == 3 &&
         below.find_first_not_of("0123456789") == below.npos;
}

bool are_spread(std::string_view above, std::string_view below) { return is_spread(above) && is_spread(below); }

bool explains(std::string_view above, std::string_view below) {
  const auto marker = read_marker(above);
  return marker && marker->kind == MarkerKind::kBullet && below.ends_with("。");
}

bool is_number(std::string_view words) { return words.find_first_not_of("0123456789.,%-+ ") == words.npos; }

bool is_row_number(std::string_view words) {
  return words.size() <= 2 && words.find_first_not_of("0123456789") == words.npos;
}

bool is_remark(std::string_view words) {
  return words.starts_with("(") && (words.find(')') == words.npos || words.find(')') + 1 == words.size());
}

}  // namespace torikomi::shapes
