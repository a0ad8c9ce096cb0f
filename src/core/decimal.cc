#include "torikomi/core/decimal.h"

#include <fmt/format.h>

#include <array>
#include <cassert>

namespace torikomi {
namespace {

__extension__ using Wide = __int128;  // two 18-digit coefficients multiply without overflow

constexpr int kMaxScale = 18, kMinScale = -18;
constexpr int kMostShift = 19;  ///< 18 figures × 10^19 are still Wide
constexpr std::int64_t kMaxCoefficient = 999'999'999'999'999'999;

constexpr Wide pow10(int power) {
  Wide out = 1;
  for (int i = 0; i < power; ++i) out *= 10;
  return out;
}

constexpr bool fits(Wide coefficient) { return coefficient <= kMaxCoefficient && coefficient >= -kMaxCoefficient; }

/// Drops zeros after the point, and before it where there are too many figures, and checks the range.
std::optional<Decimal> reduced(Wide coefficient, int scale) {
  if (scale == 0 && fits(coefficient)) [[likely]]
    return Decimal(static_cast<std::int64_t>(coefficient));
  while ((scale > 0 || !fits(coefficient)) && coefficient % 10 == 0 && scale > kMinScale && coefficient != 0) {
    coefficient /= 10;
    --scale;
  }
  while (scale < 0 && fits(coefficient) && fits(coefficient * 10)) {
    coefficient *= 10;
    ++scale;
  }
  if (coefficient == 0) scale = 0;
  if (!fits(coefficient) || scale > kMaxScale || scale < kMinScale) return std::nullopt;
  return Decimal::of(static_cast<std::int64_t>(coefficient), scale);
}

}  // namespace

Decimal Decimal::of(std::int64_t coefficient, int scale) {
  assert(scale >= kMinScale && scale <= kMaxScale);
  while (scale > 0 && coefficient % 10 == 0) {
    coefficient /= 10;
    --scale;
  }
  Decimal out(coefficient);
  out.scale_ = static_cast<std::int8_t>(scale);
  return out;
}

std::optional<Decimal> Decimal::parse(std::string_view text) {
  const bool negative = text.starts_with('-');
  if (negative) text.remove_prefix(1);
  Wide coefficient = 0;
  int scale = 0;
  int digits = 0;
  bool point = false;
  for (const char c : text) {
    if (c == '.' && !point && digits > 0) {
      point = true;
      continue;
    }
    if (c < '0' || c > '9') return std::nullopt;
    coefficient = coefficient * 10 + (c - '0');
    ++digits;
    scale += point ? 1 : 0;
    if (coefficient > Wide{kMaxCoefficient} * kMaxCoefficient) return std::nullopt;
  }
  if (digits == 0 || (point && scale == 0)) return std::nullopt;
  return reduced(negative ? -coefficient : coefficient, scale);
}

Decimal Decimal::negated() const { return of(-coefficient_, scale_); }

std::optional<Decimal> Decimal::plus(Decimal other) const {
  if (scale_ == other.scale_) return reduced(Wide{coefficient_} + other.coefficient_, scale_);
  const int scale = scale_ > other.scale_ ? scale_ : other.scale_;
  if (scale - scale_ > kMostShift || scale - other.scale_ > kMostShift) {  // too far apart for 18 figures
    return coefficient_ == 0 ? std::optional(other) : (other.is_zero() ? std::optional(*this) : std::nullopt);
  }
  return reduced(coefficient_ * pow10(scale - scale_) + other.coefficient_ * pow10(scale - other.scale_), scale);
}

std::optional<Decimal> Decimal::times(Decimal other) const {
  return reduced(Wide{coefficient_} * other.coefficient_, scale_ + other.scale_);
}

std::optional<Decimal> Decimal::scaled(int power) const {
  constexpr int kMostPower = 2 * kMaxScale;
  if (power > kMostPower || power < -kMostPower) return std::nullopt;
  const int scale = scale_ - power;
  if (scale >= 0 || scale < -kMostShift) return reduced(coefficient_, scale);
  return reduced(coefficient_ * pow10(-scale), 0);
}

std::optional<Decimal> Decimal::divided(Decimal divisor, int digits) const {
  if (divisor.is_zero() || digits < 0 || digits > 9) return std::nullopt;
  // (a / 10^s) / (b / 10^t) × 10^digits = a × 10^(t + digits) / (b × 10^s)
  const int shift = divisor.scale_ + digits - scale_;
  Wide numerator = coefficient_;
  Wide denominator = divisor.coefficient_;
  if (shift >= 0) {
    if (shift > kMostShift) return std::nullopt;
    numerator *= pow10(shift);
  } else if (shift < -kMostShift) {
    return std::nullopt;
  } else {
    denominator *= pow10(-shift);
  }
  if (denominator < 0) {
    numerator = -numerator;
    denominator = -denominator;
  }
  Wide quotient = numerator / denominator;
  const Wide rest = numerator % denominator;
  const Wide twice = (rest < 0 ? -rest : rest) * 2;
  if (twice > denominator || (twice == denominator && quotient % 2 != 0)) quotient += numerator < 0 ? -1 : 1;
  return reduced(quotient, digits);
}

std::string Decimal::to_string() const {
  if (scale_ <= 0) return fmt::format("{}", coefficient_) + std::string(static_cast<std::size_t>(-scale_), '0');
  const std::int64_t magnitude = coefficient_ < 0 ? -coefficient_ : coefficient_;
  std::string digits = fmt::format("{:0{}}", magnitude, scale_ + 1);
  digits.insert(digits.size() - static_cast<std::size_t>(scale_), 1, '.');
  return coefficient_ < 0 ? "-" + digits : digits;
}

std::strong_ordering operator<=>(const Decimal& a, const Decimal& b) {
  const int scale = a.scale_ > b.scale_ ? a.scale_ : b.scale_;
  if (scale - a.scale_ > kMostShift)
    return a.coefficient_ < 0 ? std::strong_ordering::less : std::strong_ordering::greater;
  if (scale - b.scale_ > kMostShift)
    return b.coefficient_ < 0 ? std::strong_ordering::greater : std::strong_ordering::less;
  const Wide left = a.coefficient_ * pow10(scale - a.scale_);
  const Wide right = b.coefficient_ * pow10(scale - b.scale_);
  return left < right ? std::strong_ordering::less
                      : (left > right ? std::strong_ordering::greater : std::strong_ordering::equal);
}

}  // namespace torikomi
