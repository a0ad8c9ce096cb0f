#include "check/letters.h"

#include <algorithm>

#include "torikomi/core/find.h"
#include "torikomi/core/utf8.h"

namespace torikomi {
namespace {

/// Numbers, directions and the like are changed on purpose.
constexpr std::u32string_view kVariable =
    U"一二三四五六七八九十百千万上下前後東西南北左右大小新旧本中高低内外初次当各同県市町村年月日男女";
/// Particles and endings of verbs.
constexpr std::u32string_view kInflections = U"がのをにでとやもはへかばしすさせたてなりるれ・ー";
constexpr std::u32string_view kMayBeLost = U"ぎぐげござじずぜぞだぢづどびぶべぼぱぴぷぺぽっ";

constexpr char32_t kHanBegin = 0x4E00, kHanEnd = 0xA000, kKanaBegin = 0x3040, kKanaEnd = 0x3100;

constexpr std::array<std::uint8_t, kKanaEnd - kKanaBegin> kKana = [] {
  std::array<std::uint8_t, kKanaEnd - kKanaBegin> out{};
  for (char32_t c = kKanaBegin + 1; c < kKanaEnd; ++c) {
    std::uint8_t flags = Letters::kWord | Letters::kCandidate;
    if (c >= 0x30A0) flags |= Letters::kKatakana;
    if (kInflections.find(c) != kInflections.npos) flags &= static_cast<std::uint8_t>(~Letters::kCandidate);
    if (kMayBeLost.find(c) != kMayBeLost.npos) flags |= Letters::kMayBeLost;
    if (c == U'・') flags = 0;
    out[c - kKanaBegin] = flags;
  }
  return out;
}();

constexpr std::array<bool, kHanEnd - kHanBegin> kIsVariable = [] {
  std::array<bool, kHanEnd - kHanBegin> out{};
  for (const char32_t c : kVariable) out[c - kHanBegin] = true;
  return out;
}();

std::uint8_t flags_of(char32_t c) {
  if (c < 0x80) return c < 0x20 ? std::uint8_t{Letters::kControl} : std::uint8_t{0};
  if (c >= kKanaBegin && c < kKanaEnd) return kKana[c - kKanaBegin];
  if (c >= kHanBegin && c < kHanEnd) {
    const std::uint8_t candidate = kIsVariable[c - kHanBegin] ? 0 : Letters::kCandidate;
    return static_cast<std::uint8_t>(Letters::kWord | Letters::kHan | candidate);
  }
  if (c == U'々') return Letters::kWord;
  if (c == U'×') return Letters::kMayBeLost;
  if (c >= 0x3400 && utf8::is_han(c)) return Letters::kWord | Letters::kHan | Letters::kCandidate;
  return 0;
}

}  // namespace

Letters::Letters(std::string_view text) : text_(text) {
  const std::size_t count = utf8::count(text);
  letters_.resize(count);
  flags_.resize(count);
  at_.resize(count + 1);
  others_.resize(count + 1);
  prefix_.resize(count + 1);
  run_.resize(count + 1);
  std::uint32_t at = 0;
  std::uint32_t others = 0;
  std::uint64_t prefix = 0;
  for (std::size_t i = 0; i < count; ++i) {
    const auto decoded = utf8::decode(text, at);
    const std::uint8_t flags = flags_of(decoded.code_point);
    letters_[i] = decoded.code_point;
    flags_[i] = flags;
    at_[i] = at;
    at += decoded.size;
    others_[i + 1] = others += (flags & kWord) != 0 ? 0U : 1U;
    prefix_[i + 1] = prefix = prefix * kBase + decoded.code_point;
  }
  at_[count] = at;
  for (std::size_t i = count; i-- > 0;)
    if (is(i, kWord)) run_[i] = static_cast<std::uint8_t>(std::min(run_[i + 1] + 1, 255));
}

std::size_t Letters::count(std::size_t first, std::size_t count) const {
  const std::string_view wanted = words(first, count);
  std::size_t out = 0;
  for (std::size_t at = find_words(text_, wanted); at != text_.npos; at = find_words(text_, wanted, at + 1)) ++out;
  return out;
}

}  // namespace torikomi
