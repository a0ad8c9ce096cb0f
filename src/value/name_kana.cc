#include "name_kana.h"

#include <string>

#include "name_reading.h"
#include "name_table.h"
#include "torikomi/core/utf8.h"

namespace torikomi::names {
namespace {

/// Hiragana, small letters made large. Katakana lies 0x60 above hiragana (JIS X 0208 rows 4 and 5).
char32_t plain(char32_t c) {
  if (c >= 0x30A1 && c <= 0x30F6) c -= 0x60;
  switch (c) {
    case U'ぁ':
    case U'ぃ':
    case U'ぅ':
    case U'ぇ':
    case U'ぉ':
    case U'っ':
    case U'ゃ':
    case U'ゅ':
    case U'ょ':
    case U'ゎ':
      return c + 1;
    default:
      return c;
  }
}

std::u32string key(std::string_view kana) {
  std::u32string out;
  for (std::size_t at = 0; at < kana.size();) {
    const utf8::Decoded c = utf8::decode(kana, at);
    if (!is_blank(c.code_point)) out.push_back(plain(c.code_point));
    at += c.size;
  }
  return out;
}

/// The reading without that of 市, 区, 町, 村 or 県 at its end.
std::u32string_view stem(std::u32string_view kana) {
  for (const std::u32string_view end : {U"ちよう", U"まち", U"むら", U"そん", U"けん", U"し", U"く", U"ふ", U"と"})
    if (kana.size() > end.size() && kana.ends_with(end)) return kana.substr(0, kana.size() - end.size());
  return kana;
}

std::string_view prefecture_kana(std::string_view prefecture) {
  for (const Municipality& body : NameTable::get().facts())
    if (body.kind == "prefecture" && body.name == prefecture) return body.kana;
  return {};
}

}  // namespace

bool reads_as(std::string_view kana, const Municipality& body) {
  const std::u32string printed = key(kana);
  const std::u32string own = key(body.kana);
  if (printed == own || printed == stem(own) || stem(printed) == stem(own)) return true;
  const std::u32string home = key(prefecture_kana(body.prefecture));
  return !home.empty() && printed.starts_with(home) &&
         stem(std::u32string_view(printed).substr(home.size())) == stem(own);
}

std::size_t kana_length(std::string_view text) {
  std::size_t end = 0;
  for (std::size_t at = 0; at < text.size();) {
    const utf8::Decoded c = utf8::decode(text, at);
    const bool kana = (utf8::is_hiragana(c.code_point) || utf8::is_katakana(c.code_point)) && c.code_point != U'・';
    if (!kana && !is_blank(c.code_point)) break;
    at += c.size;
    if (kana) end = at;
  }
  return end;
}

}  // namespace torikomi::names
