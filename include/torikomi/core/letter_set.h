// A set of letters that answers at once, and now and then says yes for one that it does not hold.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

namespace torikomi {

/// For looks that most letters of a text fail: what passes is looked at closely by the caller. One bit for all code
/// points with the same last twelve bits.
class LetterSet {
 public:
  constexpr LetterSet() = default;

  constexpr void add(char32_t letter) { bits_[word(letter)] |= bit(letter); }
  /// False: certainly not in the set.
  [[nodiscard]] constexpr bool may_hold(char32_t letter) const { return (bits_[word(letter)] & bit(letter)) != 0; }

 private:
  static constexpr std::size_t kBits = 4096;

  static constexpr std::size_t word(char32_t letter) { return letter % kBits / 64; }
  static constexpr std::uint64_t bit(char32_t letter) { return std::uint64_t{1} << (letter % 64); }

  std::array<std::uint64_t, kBits / 64> bits_{};
};

}  // namespace torikomi
