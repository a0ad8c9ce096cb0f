// Exact decimal numbers. Amounts, rates and KPI values are never double.
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace torikomi {

/// coefficient × 10^-scale, 18 significant digits, always in lowest terms (no trailing zero after the point), so equal
/// values compare equal. The scale is negative only where a whole number has more than 18 figures (5千京), and then no
/// more than it has to be. Every operation that would not fit gives nothing instead of a wrong number.
class Decimal {
 public:
  constexpr Decimal() = default;
  constexpr Decimal(std::int64_t integer) : coefficient_(integer) {}  // NOLINT(google-explicit-constructor)

  /// coefficient × 10^-scale. REQUIRES: 0 <= scale <= 18.
  [[nodiscard]] static Decimal of(std::int64_t coefficient, int scale);
  /// ASCII digits with one optional point and leading minus: "-3.9". Nothing else, no grouping, no exponent.
  [[nodiscard]] static std::optional<Decimal> parse(std::string_view text);

  [[nodiscard]] std::int64_t coefficient() const { return coefficient_; }
  [[nodiscard]] int scale() const { return scale_; }
  /// A whole number that `coefficient` is; not one of more than 18 figures.
  [[nodiscard]] bool is_integer() const { return scale_ == 0; }
  [[nodiscard]] bool is_zero() const { return coefficient_ == 0; }
  [[nodiscard]] bool is_negative() const { return coefficient_ < 0; }

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
  std::int64_t coefficient_ = 0;
  std::int8_t scale_ = 0;
};

}  // namespace torikomi
