#include "torikomi/core/find.h"

#include <algorithm>
#include <bit>
#include <cstring>
#ifdef __SSE2__
#include <emmintrin.h>
#endif

namespace torikomi {
namespace {

#ifdef __SSE2__

/// Two bytes of the words that tell them apart well: the first byte of a kanji or kana is one of seven, its last one of
/// sixty-four.
struct Probe {
  explicit Probe(std::string_view words)
      : first(words.size() > 3 ? 2 : words.size() - 1),
        last(words.size() - 1),
        first_byte(_mm_set1_epi8(words[first])),
        last_byte(_mm_set1_epi8(words[last])) {}

  /// Bit i is set where the words may begin at byte i behind `at`. Reads 16 bytes behind at + last.
  [[nodiscard]] unsigned places(const char* at) const {
    const auto load = [](const char* from) { return _mm_loadu_si128(reinterpret_cast<const __m128i*>(from)); };
    const __m128i both =
        _mm_and_si128(_mm_cmpeq_epi8(load(at + first), first_byte), _mm_cmpeq_epi8(load(at + last), last_byte));
    return static_cast<unsigned>(_mm_movemask_epi8(both));
  }

  std::size_t first, last;
  __m128i first_byte, last_byte;
};

constexpr std::size_t kWidth = 16;

/// REQUIRES: the words have a byte, and may begin at kWidth bytes of the text at least.
const char* find_wide(std::string_view text, std::string_view words) {
  const Probe probe(words);
  const char* const last = text.data() + (text.size() - words.size() + 1 - kWidth);
  for (const char* at = text.data();; at = std::min(at + kWidth, last)) {  // the last step may go back a little
    for (unsigned places = probe.places(at); places != 0; places &= places - 1) {
      const char* place = at + std::countr_zero(places);
      if (std::memcmp(place, words.data(), words.size()) == 0) return place;
    }
    if (at == last) return nullptr;
  }
}

const char* find_in(std::string_view text, std::string_view words) {
  if (!words.empty() && text.size() >= words.size() + kWidth - 1) return find_wide(text, words);
  const std::size_t at = text.find(words);
  return at == text.npos ? nullptr : text.data() + at;
}

#else

const char* find_in(std::string_view text, std::string_view words) {
  return static_cast<const char*>(memmem(text.data(), text.size(), words.data(), words.size()));
}

#endif

}  // namespace

std::size_t find_words(std::string_view text, std::string_view words, std::size_t from) {
  if (from > text.size()) return text.npos;
  const char* found = find_in(text.substr(from), words);
  return found == nullptr ? text.npos : static_cast<std::size_t>(found - text.data());
}

}  // namespace torikomi
