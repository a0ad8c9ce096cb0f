#include "text/detect.h"

#include <algorithm>
#include <cstdint>

#include "text/utf8_check.h"
#include "torikomi/core/utf8.h"

namespace torikomi {
namespace {

using Byte = unsigned char;

// Costs in bits, roughly. What matters is the order and the gaps.
constexpr int kAsciiCost = 7;
constexpr int kHiraganaCost = 5;
constexpr int kPunctuationCost = 5;
constexpr int kKatakanaCost = 7;
constexpr int kWideAsciiCost = 9;
constexpr int kKanjiCost = 10;
constexpr int kVendorSymbolCost = 12;
constexpr int kSymbolCost = 14;
constexpr int kRareKanjiCost = 17;
constexpr int kRareSymbolCost = 18;
constexpr int kVendorKanjiCost = 20;
constexpr int kUserDefinedCost = 30;
constexpr int kForeignCost = 22;  // Latin Extended, IPA …: what two-byte kanji of EUC-JP look like in UTF-8
constexpr int kHalfKanaFirstCost = 12;
constexpr int kHalfKanaCost = 6;
constexpr int kHalfKanaOddCost = 15;
constexpr int kBadCost = 40;
constexpr int kCutCost = 20;  // a character cut short by the end of the file
// How much rarer files of an encoding are than UTF-8 with a broken byte.
constexpr int kCp932Prior = 4;
constexpr int kEucPrior = 11;

constexpr std::size_t kSample = 1U << 16;
constexpr std::size_t kSamples = 4;

/// Cost of the character in row and cell (1..94) of JIS X 0208 and its vendor rows.
constexpr int jis_cost(int row, int cell) {
  switch (row) {
    case 1:  // blank 、。・：ー～ parentheses 「」【】
      for (const int common : {1, 2, 3, 6, 7, 28, 33, 42, 43, 54, 55, 58, 59}) {
        if (cell == common) return kPunctuationCost;
      }
      return kSymbolCost;
    case 2:
      return kSymbolCost;
    case 3:
      return kWideAsciiCost;
    case 4:
      return cell <= 83 ? kHiraganaCost : kBadCost;
    case 5:
      return cell <= 86 ? kKatakanaCost : kBadCost;
    case 6:
    case 7:
    case 8:
      return kRareSymbolCost;
    case 13:
      return kVendorSymbolCost;
    default:
      break;
  }
  if (row >= 16 && row <= 47) return kKanjiCost;
  if (row >= 48 && row <= 84) return kRareKanjiCost;
  if (row >= 89 && row <= 92) return kVendorKanjiCost;
  return kBadCost;
}

constexpr bool is_cp932_lead(Byte b) { return (b >= 0x81 && b <= 0x9F) || (b >= 0xE0 && b <= 0xFC); }
constexpr bool is_cp932_trail(Byte b) { return b >= 0x40 && b <= 0xFC && b != 0x7F; }
constexpr bool is_half_kana(Byte b) { return b >= 0xA1 && b <= 0xDF; }

constexpr int cp932_pair_cost(Byte lead, Byte trail) {
  if (lead >= 0xFA) return kVendorKanjiCost;
  if (lead >= 0xF0) return kUserDefinedCost;
  const int row_pair = lead < 0xA0 ? lead - 0x81 : lead - 0xC1;
  const int cell = trail - 0x40 - (trail > 0x7F ? 1 : 0);  // 0..187 over two rows
  return cell < 94 ? jis_cost(row_pair * 2 + 1, cell + 1) : jis_cost(row_pair * 2 + 2, cell - 93);
}

constexpr bool takes_voiced_mark(Byte b) { return b == 0xB3 || (b >= 0xB6 && b <= 0xC4) || (b >= 0xCA && b <= 0xCE); }
constexpr bool ends_in_i(Byte b) {  // ｷ ｼ ﾁ ﾆ ﾋ ﾐ ﾘ, after which ｬ ｭ ｮ stand
  return b == 0xB7 || b == 0xBC || b == 0xC1 || b == 0xC6 || b == 0xCB || b == 0xD0 || b == 0xD8;
}

/// ﾃｨ ﾌｧ ｳﾞｪ ｼﾞｪ …: small vowels that loan words have.
constexpr bool takes_small_vowel(Byte b) {
  return b == 0xB3 || b == 0xBC || b == 0xC1 || b == 0xC2 || b == 0xC3 || b == 0xC4 || b == 0xCC || b == 0xDE;
}

/// A half-width kana after the byte `before`. Marks and small kana in places where no word has them are dear: that is
/// what kanji of another encoding look like.
constexpr int half_kana_cost(Byte b, Byte before) {
  const bool inside = is_half_kana(before) && before > 0xA5;
  const bool after_mark = before == 0xDE || before == 0xDF;
  if (b <= 0xA6) return kHalfKanaFirstCost;                                      // ｡ ｢ ｣ ､ ･ ｦ
  if (b <= 0xAB) return takes_small_vowel(before) ? 5 : kHalfKanaOddCost;        // ｧ..ｫ
  if (b <= 0xAE) return ends_in_i(before) || after_mark ? 5 : kHalfKanaOddCost;  // ｬ ｭ ｮ
  if (b <= 0xB0) return inside ? 5 : kHalfKanaOddCost;                           // ｯ ｰ
  if (b == 0xDD) return inside ? 5 : kHalfKanaOddCost;                           // ﾝ
  if (b == 0xDE) return takes_voiced_mark(before) ? 4 : kHalfKanaOddCost;
  if (b == 0xDF) return before >= 0xCA && before <= 0xCE ? 4 : kHalfKanaOddCost;
  return inside ? kHalfKanaCost : kHalfKanaFirstCost;
}

std::int64_t cp932_cost(std::string_view bytes) {
  std::int64_t cost = 0;
  Byte before = 0;
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    const auto b = static_cast<Byte>(bytes[i]);
    const Byte next = i + 1 < bytes.size() ? static_cast<Byte>(bytes[i + 1]) : Byte{0};
    if (b < 0x80) {
      cost += kAsciiCost;
    } else if (is_half_kana(b)) {
      cost += half_kana_cost(b, before);
    } else if (is_cp932_lead(b) && is_cp932_trail(next)) {
      cost += cp932_pair_cost(b, next);
      before = 0;
      ++i;
      continue;
    } else {
      cost += kBadCost;
    }
    before = b;
  }
  return cost;
}

std::int64_t euc_cost(std::string_view bytes) {
  const auto high = [&](std::size_t i) {
    return i < bytes.size() && static_cast<Byte>(bytes[i]) >= 0xA1 && static_cast<Byte>(bytes[i]) <= 0xFE;
  };
  std::int64_t cost = 0;
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    const auto b = static_cast<Byte>(bytes[i]);
    if (b < 0x80) {
      cost += kAsciiCost;
    } else if (high(i) && high(i + 1)) {
      cost += jis_cost(b - 0xA0, static_cast<Byte>(bytes[i + 1]) - 0xA0);
      ++i;
    } else if (b == 0x8E && high(i + 1) && is_half_kana(static_cast<Byte>(bytes[i + 1]))) {
      cost += 10;
      ++i;
    } else if (b == 0x8F && high(i + 1) && high(i + 2)) {
      cost += kVendorKanjiCost;
      i += 2;
    } else {
      cost += kBadCost;
    }
  }
  return cost;
}

constexpr int code_point_cost(char32_t c) {
  if (c < 0x80) return kAsciiCost;
  if (utf8::is_hiragana(c)) return kHiraganaCost;
  if (utf8::is_katakana(c)) return kKatakanaCost;
  if (c >= 0x3000 && c <= 0x303F) return kPunctuationCost;
  if (c >= 0x4E00 && c <= 0x9FFF) return kKanjiCost;
  if (c < 0x100 || (c >= 0x370 && c < 0x530)) return kKanjiCost;
  if (c < 0x800) return kForeignCost;
  if (c >= 0xFF00 && c <= 0xFFEF) return kWideAsciiCost;
  return c > 0xFFFF ? kRareSymbolCost : kSymbolCost;
}

std::int64_t utf8_cost(std::string_view bytes) {
  std::int64_t cost = 0;
  for (std::size_t at = 0; at < bytes.size();) {
    const std::size_t stop = find_bad_utf8(bytes, at);
    while (at < stop) {
      const auto [c, size] = utf8::decode(bytes, at);
      cost += code_point_cost(c);
      at += size;
    }
    if (stop == bytes.size()) break;
    at = stop + bad_utf8_length(bytes, stop);
    cost += at == bytes.size() && at - stop > 1 ? kCutCost : kBadCost;
  }
  return cost;
}

bool is_prose_unit(unsigned unit) {
  return unit == 0x09 || unit == 0x0A || unit == 0x0D || (unit >= 0x20 && unit < 0x7F) ||
         (unit >= 0x3000 && unit <= 0x30FF) || (unit >= 0x4E00 && unit <= 0x9FFF) ||
         (unit >= 0xFF01 && unit <= 0xFFEE) || (unit >= 0x2010 && unit <= 0x203B) || (unit >= 0x2460 && unit <= 0x266F);
}

/// At least 19 of 20 units are prose.
bool is_utf16_prose(std::string_view bytes, std::size_t low) {
  std::size_t good = 0;
  for (std::size_t i = 0; i + 1 < bytes.size(); i += 2) {
    const unsigned unit =
        static_cast<Byte>(bytes[i + low]) | static_cast<unsigned>(static_cast<Byte>(bytes[i + 1 - low])) << 8;
    good += is_prose_unit(unit) ? 1U : 0U;
  }
  return good * 20 >= (bytes.size() / 2) * 19;
}

/// A text of two bytes a character has NUL as the upper byte of its ASCII characters, hardly ever as the lower byte of
/// a kanji; and it is mostly ASCII or holds bytes that are not. ASCII with a stray NUL reads as rare kanji otherwise.
bool has_wide_nuls(std::string_view bytes, std::size_t low) {
  std::size_t upper = 0;
  std::size_t lower = 0;
  bool ascii = true;
  for (std::size_t i = 0; i + 1 < bytes.size(); i += 2) {
    upper += bytes[i + 1 - low] == '\0' ? 1U : 0U;
    lower += bytes[i + low] == '\0' ? 1U : 0U;
    ascii = ascii && ((static_cast<Byte>(bytes[i]) | static_cast<Byte>(bytes[i + 1])) < 0x80);
  }
  return upper > lower && (!ascii || upper * 5 >= bytes.size() / 2 * 4);
}

/// The first byte at or after `from` that is not ASCII, from the begin of a line on: all the encodings agree that a
/// character begins there.
std::size_t sample_begin(std::string_view bytes, std::size_t from) {
  if (from > 0) from = bytes.find('\n', from);
  while (from < bytes.size() && static_cast<Byte>(bytes[from]) < 0x80) ++from;
  return std::min(from, bytes.size());
}

}  // namespace

bool looks_like_iso2022jp(std::string_view bytes) {
  bool escape = false;
  for (std::size_t at = bytes.find('\x1B'); at != bytes.npos && !escape; at = bytes.find('\x1B', at + 1)) {
    const std::string_view sequence = bytes.substr(at, 3);
    escape = sequence == "\x1B$B" || sequence == "\x1B$@" || sequence == "\x1B$(" || sequence == "\x1B(I";
  }
  if (!escape) return false;
  return std::all_of(bytes.begin(), bytes.end(), [](char byte) { return static_cast<Byte>(byte) < 0x80; });
}

bool may_be_euc(std::string_view utf8) {
  bool ascii = true;
  for (const char byte : utf8) {
    if (static_cast<Byte>(byte) >= 0xE0) return false;
    ascii = ascii && static_cast<Byte>(byte) < 0x80;
  }
  return !ascii;
}

Encoding detect_8bit(std::string_view bytes) {
  std::int64_t utf8 = 0;
  std::int64_t cp932 = kCp932Prior;
  std::int64_t euc = kEucPrior;
  std::size_t end = 0;
  for (std::size_t i = 0; i < kSamples; ++i) {
    const std::size_t begin = sample_begin(bytes, std::max(end, bytes.size() / kSamples * i));
    const std::string_view sample = bytes.substr(begin, kSample);
    utf8 += utf8_cost(sample);
    cp932 += cp932_cost(sample);
    euc += euc_cost(sample);
    end = begin + sample.size();
  }
  if (utf8 <= cp932 && utf8 <= euc) return Encoding::kUtf8;
  return cp932 <= euc ? Encoding::kCp932 : Encoding::kEucJp;
}

Encoding detect_utf16(std::string_view bytes) {
  const std::string_view sample = bytes.substr(0, kSample);
  if (sample.size() < 2) return Encoding::kUtf8;
  for (const std::size_t low : {0U, 1U})
    if (is_utf16_prose(sample, low) && has_wide_nuls(sample, low))
      return low == 0 ? Encoding::kUtf16Le : Encoding::kUtf16Be;
  return Encoding::kUtf8;
}

bool has_windows31j_characters(std::string_view bytes) {
  for (std::size_t i = 0; i + 1 < bytes.size(); ++i) {
    const auto lead = static_cast<Byte>(bytes[i]);
    if (!is_cp932_lead(lead) || !is_cp932_trail(static_cast<Byte>(bytes[i + 1]))) continue;
    if (lead == 0x87 || lead >= 0xED) return true;
    ++i;
  }
  return false;
}

}  // namespace torikomi
