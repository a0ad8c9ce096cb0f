#include "check/char_scan.h"

#include <algorithm>
#include <array>
#include <string>

#include "torikomi/core/utf8.h"
#include "torikomi/text/normalize.h"

namespace torikomi {
namespace {

constexpr std::u32string_view kHanForms =
#include "check/han_forms.inc"
    ;

constexpr char32_t kHanBegin = 0x4E00, kHanEnd = 0xA000;
using HanSet = std::array<std::uint64_t, (kHanEnd - kHanBegin) / 64>;

/// One bit a kanji, so that the many that are as they should be cost one look.
constexpr HanSet make_han_set() {
  HanSet out{};
  for (std::size_t i = 0; i < kHanForms.size(); i += 2) {
    const char32_t at = kHanForms[i] - kHanBegin;
    out[at / 64] |= std::uint64_t{1} << (at % 64);
  }
  return out;
}
constexpr HanSet kHanSet = make_han_set();

constexpr bool in_set(char32_t c) {
  return c >= kHanBegin && c < kHanEnd && ((kHanSet[(c - kHanBegin) / 64] >> ((c - kHanBegin) % 64)) & 1U) != 0;
}

constexpr bool in(char32_t c, char32_t first, char32_t last) { return c >= first && c <= last; }

/// Invisible characters and those with no agreed meaning. Variation selectors, soft hyphens and no-break blanks are
/// ordinary.
constexpr bool is_unreadable(char32_t c) {
  return c == 0xFFFD || in(c, 0xE000, 0xF8FF) || in(c, 0x200B, 0x200F) || in(c, 0x202A, 0x202E) ||
         in(c, 0x2060, 0x2064) || c == 0xFEFF || in(c, 0x80, 0x9F) || in(c, 0xF0000, 0x10FFFD);
}

/// Letters of scripts that Japanese reports do not use. Latin, Greek and Cyrillic letters are in JIS X 0208 and pass.
constexpr bool is_foreign_letter(char32_t c) {
  return in(c, 0x0530, 0x10FF) || in(c, 0x1200, 0x1CFF) || in(c, 0xA000, 0xABFF) || in(c, 0xAC00, 0xD7FF);
}

constexpr bool is_katakana_letter(char32_t c) { return in(c, 0x30A1, 0x30FA) || c == 0x30FC; }

/// Words squeezed into one character, and the units that only a Japanese machine shows alike everywhere.
constexpr bool is_ligature(char32_t c) {
  return in(c, 0x3300, 0x3357) || in(c, 0x3371, 0x33DF) || in(c, 0x3231, 0x3232) || in(c, 0x3239, 0x323A) ||
         c == 0x32FF;
}

/// A stand-in for the long vowel mark: minus, hyphen, full-width minus or the kanji for one.
constexpr bool is_dash_like(char32_t c) { return c == 0x2212 || c == 0xFF0D || c == 0x2010 || c == 0x4E00; }

class Scanner {
 public:
  explicit Scanner(std::string_view text) : text_(text) {}

  std::vector<CharHit> run() {
    std::size_t at = 0;
    while (at < text_.size()) {
      const auto byte = static_cast<unsigned char>(text_[at]);
      if (byte < 0x80) {
        at += ascii(at, byte);
      } else if (byte == 0xE3 && at + 2 < text_.size() && is_plain_kana(text_[at + 1], text_[at + 2])) {
        at += 3;
      } else {
        const utf8::Decoded decoded = utf8::decode(text_, at);
        classify(at, decoded);
        at += decoded.size;
      }
    }
    return std::move(hits_);
  }

 private:
  /// U+3000..303F and kana without the combining marks U+3099, U+309A: the bytes E3 80..83.
  static bool is_plain_kana(char second, char third) {
    const auto b = static_cast<unsigned char>(second);
    const auto c = static_cast<unsigned char>(third);
    return b <= 0x83 && !(b == 0x82 && (c == 0x99 || c == 0x9A));
  }

  std::size_t ascii(std::size_t at, unsigned char byte) {
    if (byte == '(' && text_.substr(at, 5) == "(cid:") {
      const std::size_t close = text_.find(')', at);
      if (close != text_.npos && close - at < 12) {
        add(at, close + 1 - at, CharClass::kCid, byte);
        return close + 1 - at;
      }
    }
    const bool control = byte < 0x20 && byte != '\n' && byte != '\r' && byte != '\t' && byte != '\f';
    if (control || byte == 0x7F) add(at, 1, CharClass::kUnreadable, byte);
    return 1;
  }

  void classify(std::size_t at, utf8::Decoded decoded) {
    const char32_t c = decoded.code_point;
    if (c >= kHanBegin && c < kHanEnd) {
      if (in_set(c)) add(at, decoded.size, CharClass::kHanForm, c);
      if (c == 0x4E00 && between_katakana(at, decoded.size)) add(at, decoded.size, CharClass::kDash, c);
      return;
    }
    if (in(c, 0x2F00, 0x2FD5)) return add(at, decoded.size, CharClass::kKangxi, c);
    if (in(c, 0x2E80, 0x2EF3) && ideograph_of(c)) return add(at, decoded.size, CharClass::kRadical, c);
    if (in(c, 0xFF61, 0xFF9F)) return add(at, decoded.size, CharClass::kHalfKana, c);
    if (c == 0x3099 || c == 0x309A) return add(at, decoded.size, CharClass::kCombining, c);
    if (is_dash_like(c)) {
      if (between_katakana(at, decoded.size)) add(at, decoded.size, CharClass::kDash, c);
      return;
    }
    if (is_unreadable(c)) return add(at, decoded.size, CharClass::kUnreadable, c);
    if (is_ligature(c)) return add(at, decoded.size, CharClass::kLigature, c);
    if (is_foreign_letter(c)) add(at, decoded.size, CharClass::kForeign, c);
  }

  [[nodiscard]] bool between_katakana(std::size_t at, std::size_t size) const {
    return is_katakana_letter(utf8::decode_before(text_, at).code_point) &&
           is_katakana_letter(utf8::decode(text_, at + size).code_point);
  }

  void add(std::size_t at, std::size_t size, CharClass kind, char32_t c) {
    hits_.push_back({static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + size), kind, c});
  }

  std::string_view text_;
  std::vector<CharHit> hits_;
};

}  // namespace

std::vector<CharHit> scan_characters(std::string_view text) { return Scanner(text).run(); }

std::optional<char32_t> ideograph_of(char32_t radical) {
  std::string printed;
  utf8::append(printed, radical);
  const std::string folded = fold(printed);
  const char32_t out = utf8::decode(folded, 0).code_point;
  return folded == printed || !utf8::is_han(out) ? std::nullopt : std::optional(out);
}

char32_t modern_form(char32_t c) {
  if (!in_set(c)) return 0;
  std::size_t low = 0, high = kHanForms.size() / 2;
  while (low < high) {
    const std::size_t middle = (low + high) / 2;
    if (kHanForms[middle * 2] < c)
      low = middle + 1;
    else
      high = middle;
  }
  return kHanForms[low * 2 + 1];
}

}  // namespace torikomi
