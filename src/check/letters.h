// The letters of a text with what the search for misread ones asks about each of them.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

#include "torikomi/core/span.h"

namespace torikomi {

class Letters {
 public:
  enum Flag : std::uint8_t {
    kWord = 1,        ///< kanji, kana or 々; not ・
    kHan = 2,         ///< kanji
    kKatakana = 4,    ///< katakana without ・
    kCandidate = 8,   ///< may be misread: no particle, no ending, no number or direction
    kControl = 16,    ///< line ends and tabs
    kMayBeLost = 32,  ///< kana that are no particle and no ending, and ×
  };
  /// Contexts are no longer than this.
  static constexpr std::size_t kLongest = 8;

  explicit Letters(std::string_view text);

  [[nodiscard]] std::size_t size() const { return letters_.size(); }
  [[nodiscard]] char32_t operator[](std::size_t i) const { return letters_[i]; }
  [[nodiscard]] std::uint32_t at(std::size_t i) const { return at_[i]; }
  [[nodiscard]] bool is(std::size_t i, std::uint8_t flags) const { return (flags_[i] & flags) != 0; }
  /// How many letters from 0 to i (excluded) are not in words; for differences.
  [[nodiscard]] std::uint32_t others_before(std::size_t i) const { return others_[i]; }
  /// Length of the run of letters in words that begins at i, up to 255.
  [[nodiscard]] std::uint8_t word_run(std::size_t i) const { return run_[i]; }
  /// Of the letters [first, first + count); equal letters have equal hashes. REQUIRES: count <= kLongest.
  [[nodiscard]] std::uint64_t hash(std::size_t first, std::size_t count) const {
    return prefix_[first + count] - prefix_[first] * kPowers[count];
  }
  [[nodiscard]] NormSpan span(std::size_t first, std::size_t count) const { return {at_[first], at_[first + count]}; }
  [[nodiscard]] std::string_view words(std::size_t first, std::size_t count) const {
    return slice(text_, span(first, count));
  }
  /// How often these words occur in the text.
  [[nodiscard]] std::size_t count(std::size_t first, std::size_t count) const;
  [[nodiscard]] std::string_view text() const { return text_; }

 private:
  static constexpr std::uint64_t kBase = 0x9E3779B97F4A7C15U;
  static constexpr std::array<std::uint64_t, kLongest + 1> kPowers = [] {
    std::array<std::uint64_t, kLongest + 1> out{1};
    for (std::size_t i = 1; i < out.size(); ++i) out[i] = out[i - 1] * kBase;
    return out;
  }();

  std::string_view text_;
  std::vector<char32_t> letters_;
  std::vector<std::uint32_t> at_;  ///< and the end of the text
  std::vector<std::uint8_t> flags_, run_;
  std::vector<std::uint32_t> others_;
  std::vector<std::uint64_t> prefix_;
};

}  // namespace torikomi
