#include "torikomi/layout/marker.h"

#include <algorithm>
#include <array>

#include "torikomi/core/utf8.h"

namespace torikomi {
namespace {

constexpr std::u32string_view kBullets = U"・○〇◯●◎◆◇■□☐☑▪▫★☆◦•‣➢➤▶▷►⇒❖✓✔";
constexpr std::u32string_view kKanjiDigits = U"一二三四五六七八九十";

bool is_digit(char32_t c) { return c >= '0' && c <= '9'; }
bool is_blank(char32_t c) { return c == ' ' || c == '\t' || c == '\v' || c == '\x1f'; }
bool is_circled(char32_t c) {
  return (c >= 0x2460 && c <= 0x2473) || (c >= 0x3251 && c <= 0x325F) || (c >= 0x32B1 && c <= 0x32BF) ||
         (c >= 0x2776 && c <= 0x277F) || (c >= 0x2474 && c <= 0x2487) || (c >= 0x24EB && c <= 0x24F4);
}

/// Position behind the blanks that follow `at`.
std::uint32_t skip_blanks(std::string_view text, std::size_t at) {
  while (at < text.size() && is_blank(static_cast<unsigned char>(text[at]))) ++at;
  return static_cast<std::uint32_t>(at);
}

Marker make(std::string_view text, MarkerKind kind, std::size_t size) {
  return {kind, static_cast<std::uint32_t>(size), skip_blanks(text, size)};
}

/// (1) (12) (ア) (a) (一): up to two letters or digits in brackets.
std::optional<Marker> bracket(std::string_view text) {
  if (!text.starts_with('(')) return std::nullopt;
  std::size_t at = 1;
  int letters = 0;
  for (; letters < 3; ++letters) {
    const auto c = utf8::decode(text, at);
    const bool fits = is_digit(c.code_point) || (c.code_point >= 'a' && c.code_point <= 'z') ||
                      utf8::is_katakana(c.code_point) || kKanjiDigits.find(c.code_point) != kKanjiDigits.npos;
    if (!fits || c.size == 0) break;
    at += c.size;
  }
  if (letters == 0 || letters > 2 || at >= text.size() || text[at] != ')') return std::nullopt;
  return make(text, MarkerKind::kBracket, at + 1);
}

/// 億 3,344 万 5 千円 behind 412: the rest of a sum.
bool is_rest_of_sum(std::string_view words) {
  constexpr std::string_view kYen = "円";
  for (const std::string_view power : {"兆", "億", "百万", "万", "千"}) {
    if (!words.starts_with(power)) continue;
    words.remove_prefix(power.size());
    const std::uint32_t next = skip_blanks(words, 0);
    if (next < words.size() && is_digit(static_cast<unsigned char>(words[next]))) return true;
    break;
  }
  return words.starts_with(kYen);
}

/// "1 " "1. " "1) " "12、": a bare number is a marker only with such a tail, and "1.5" is none.
std::optional<Marker> number(std::string_view text) {
  std::size_t at = 0;
  while (at < text.size() && at < 4 && is_digit(static_cast<unsigned char>(text[at]))) ++at;
  if (at == 0 || at > 3 || at >= text.size()) return std::nullopt;
  const auto tail = utf8::decode(text, at);
  if (tail.code_point == ' ') {
    const Marker blank = make(text, MarkerKind::kNumber, at);
    return is_rest_of_sum(text.substr(blank.text_at)) ? std::nullopt : std::optional(blank);
  }
  if (tail.code_point == U'、' || tail.code_point == ')' || tail.code_point == '.') {
    const std::size_t behind = at + tail.size;
    if (behind >= text.size() || is_digit(static_cast<unsigned char>(text[behind]))) return std::nullopt;
    return make(text, MarkerKind::kNumber, behind);
  }
  return std::nullopt;
}

std::optional<Marker> kana_or_roman(std::string_view text) {
  const auto first = utf8::decode(text, 0);
  if (utf8::is_katakana(first.code_point)) {
    const auto tail = utf8::decode(text, first.size);
    if (tail.code_point == ' ') return make(text, MarkerKind::kKana, first.size);
    if (tail.code_point == ')' || tail.code_point == '.')
      return make(text, MarkerKind::kKana, first.size + std::size_t{tail.size});
    return std::nullopt;
  }
  const std::size_t roman = std::min(text.find_first_not_of("IVX"), text.size());
  if (roman == 0 || roman > 4 || roman >= text.size()) return std::nullopt;
  if (text[roman] == ' ' || text[roman] == '.') return make(text, MarkerKind::kRoman, roman);
  return std::nullopt;
}

/// 第2 回 counts; 第2 趣旨 heads.
bool is_counter(std::string_view words) {
  for (const std::string_view counter : {"回", "期", "次", "号", "位", "種", "者", "四半期", "類", "版", "年", "日"})
    if (words.starts_with(counter)) return true;
  return false;
}

/// 第1章 第2節 第3条, also with kanji digits; 第1 before a blank.
std::optional<Marker> chapter(std::string_view text) {
  constexpr std::string_view kTh = "第";
  if (!text.starts_with(kTh)) return std::nullopt;
  std::size_t at = kTh.size();
  const std::size_t digits = at;
  for (auto c = utf8::decode(text, at);
       is_digit(c.code_point) || kKanjiDigits.find(c.code_point) != kKanjiDigits.npos || c.code_point == ' ';
       c = utf8::decode(text, at)) {
    if (c.size == 0) break;
    at += c.size;
  }
  if (at == digits) return std::nullopt;
  for (const std::string_view unit : {"章", "節", "条", "編", "部", "款", "項"}) {
    if (text.substr(at).starts_with(unit)) return make(text, MarkerKind::kChapter, at + unit.size());
  }
  if (text[at - 1] == ' ' && text[digits] != ' ' && at < text.size() && !is_counter(text.substr(at)))
    return make(text, MarkerKind::kChapter, text.find(' '));
  return std::nullopt;
}

}  // namespace

std::optional<Marker> read_inline_marker(std::string_view text) {
  const auto first = utf8::decode(text, 0);
  if (first.size == 0) return std::nullopt;
  if (first.code_point < 0x80) return bracket(text);
  const bool plain_kana = first.code_point > 0x3040 && first.code_point < 0x30FB;
  if (plain_kana || first.code_point > 0x33FF) return std::nullopt;  // kana and kanji: no marker begins with them
  if (kBullets.find(first.code_point) != kBullets.npos) {
    // "・・・" is an ellipsis, "○○市" a blank to be filled in
    const auto second = utf8::decode(text, first.size);
    if (second.code_point == first.code_point) return std::nullopt;
    return make(text, MarkerKind::kBullet, first.size);
  }
  if (first.code_point == U'※') return make(text, MarkerKind::kNote, first.size);
  if (is_circled(first.code_point)) return make(text, MarkerKind::kCircled, first.size);
  return std::nullopt;
}

std::optional<Marker> read_marker(std::string_view text) {
  if (auto found = read_inline_marker(text)) return found;
  if (text.size() > 1 && (text[0] == '-' || text[0] == '*' || text[0] == '+') && text[1] == ' ')
    return make(text, MarkerKind::kBullet, 1);
  if (auto found = chapter(text)) return found;
  if (auto found = number(text)) return found;
  return kana_or_roman(text);
}

}  // namespace torikomi
