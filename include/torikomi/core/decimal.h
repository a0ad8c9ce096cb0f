// Exact decimal numbers. Amounts, rates and KPI values are never double.
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace torikomi {

__extension__ using WideInt = __int128;

/// coefficient × 10^-scale, 36 significant digits, always in lowest terms (no trailing zero after the point), so equal
/// values compare equal. Every operation that would not fit gives nothing instead of a wrong number.
class Decimal {
 public:
  constexpr Decimal() = default;
  constexpr Decimal(std::int64_t integer)  // NOLINT(google-explicit-constructor)
      : low_(static_cast<std::uint64_t>(integer)), high_and_scale_(integer < 0 ? -kScaleRange : 0) {}

  /// coefficient × 10^-scale. REQUIRES: at most 36 figures and 0 <= scale <= 36.
  [[nodiscard]] static Decimal of(WideInt coefficient, int scale);
  /// ASCII digits with one optional point and leading minus: "-3.9". Nothing else, no grouping, no exponent.
  [[nodiscard]] static std::optional<Decimal> parse(std::string_view text);

  [[nodiscard]] WideInt coefficient() const { return WideInt{high_and_scale_ >> kScaleBits} << 64U | low_; }
  [[nodiscard]] int scale() const { return static_cast<int>(high_and_scale_ & (kScaleRange - 1)); }
  /// A whole number of at most 18 figures.
  [[nodiscard]] bool is_integer() const;
  /// REQUIRES: is_integer().
  [[nodiscard]] std::int64_t integer() const;
  [[nodiscard]] bool is_zero() const { return coefficient() == 0; }
  [[nodiscard]] bool is_negative() const { return high_and_scale_ < 0; }

  [[nodiscard]] Decimal negated() const;
  [[nodiscard]] std::optional<Decimal> plus(Decimal other) const;
  [[nodiscard]] std::optional<Decimal> minus(Decimal other) const { return plus(other.negated()); }
  [[nodiscard]] std::optional<Decimal> times(Decimal other) const;
  /// × 10^power; power may be negative.
  [[nodiscard]] std::optional<Decimal> scaled(int power) const;
  /// this / divisor rounded half to even to `digits` places after the point. Nothing for a zero divisor.
  [[nodiscard]] std::optional<Decimal> divided(Decimal divisor, int digits) const;

  /// Shortest exact form, as a number is written in JSON: "-862", "2.5", "0.0004".
  [[nodiscard]] std::string to_string() const;

  friend bool operator==(const Decimal&, const Decimal&) = default;
  friend std::strong_ordering operator<=>(const Decimal& a, const Decimal& b);

 private:
  // 36 figures and a sign take 121 bits, so the scale has room beside them and a number takes two words.
  static constexpr int kScaleBits = 7;
  static constexpr std::int64_t kScaleRange = 1 << kScaleBits;
  std::uint64_t low_ = 0;
  std::int64_t high_and_scale_ = 0;
};

}  // namespace torikomi
