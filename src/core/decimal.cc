#include "torikomi/core/decimal.h"

#include <fmt/format.h>

#include <cassert>

namespace torikomi {
namespace {

constexpr int kMostFigures = 36;
constexpr int kMaxScale = 36;
constexpr std::int64_t kMaxInteger = 999'999'999'999'999'999;

/// REQUIRES: power <= 38.
constexpr WideInt pow10(int power) {
  WideInt out = 1;
  for (int i = 0; i < power; ++i) out *= 10;
  return out;
}

constexpr WideInt kMaxCoefficient = pow10(kMostFigures) - 1;

constexpr WideInt magnitude(WideInt value) { return value < 0 ? -value : value; }
constexpr bool fits(WideInt coefficient) { return magnitude(coefficient) <= kMaxCoefficient; }

int figures(WideInt value) {
  int out = 0;
  for (value = magnitude(value); value > 0; value /= 10) ++out;
  return out;
}

std::optional<WideInt> product(WideInt a, WideInt b) {
  if (a != 0 && magnitude(b) > kMaxCoefficient / magnitude(a)) return std::nullopt;
  return a * b;
}

std::optional<WideInt> shifted(WideInt value, int power) {
  if (value == 0) return 0;
  return power > kMostFigures ? std::nullopt : product(value, pow10(power));
}

/// Drops zeros after the point and checks the range.
std::optional<Decimal> reduced(WideInt coefficient, int scale) {
  while (scale > 0 && coefficient % 10 == 0) {
    coefficient /= 10;
    --scale;
  }
  if (!fits(coefficient) || scale > kMaxScale) return std::nullopt;
  return Decimal::of(coefficient, scale);
}

std::optional<Decimal> reduced(std::optional<WideInt> coefficient, int scale) {
  return coefficient ? reduced(*coefficient, scale) : std::nullopt;
}

}  // namespace

Decimal Decimal::of(WideInt coefficient, int scale) {
  assert(scale >= 0 && scale <= kMaxScale && fits(coefficient));
  while (scale > 0 && coefficient % 10 == 0) {
    coefficient /= 10;
    --scale;
  }
  constexpr int kLowBits = 64;
  Decimal out;
  out.low_ = static_cast<std::uint64_t>(coefficient);
  out.high_and_scale_ = static_cast<std::int64_t>(coefficient >> kLowBits) * kScaleRange + scale;
  return out;
}

std::optional<Decimal> Decimal::parse(std::string_view text) {
  const bool negative = text.starts_with('-');
  if (negative) text.remove_prefix(1);
  WideInt coefficient = 0;
  int scale = 0;
  int digits = 0;
  bool point = false;
  for (const char c : text) {
    if (c == '.' && !point && digits > 0) {
      point = true;
      continue;
    }
    if (c < '0' || c > '9' || !fits(coefficient)) return std::nullopt;
    coefficient = coefficient * 10 + (c - '0');
    ++digits;
    scale += point ? 1 : 0;
  }
  if (digits == 0 || (point && scale == 0)) return std::nullopt;
  return reduced(negative ? -coefficient : coefficient, scale);
}

bool Decimal::is_integer() const { return scale() == 0 && magnitude(coefficient()) <= kMaxInteger; }

std::int64_t Decimal::integer() const {
  assert(is_integer());
  return static_cast<std::int64_t>(coefficient());
}

Decimal Decimal::negated() const { return of(-coefficient(), scale()); }

std::optional<Decimal> Decimal::plus(Decimal other) const {
  const int scale = this->scale() > other.scale() ? this->scale() : other.scale();
  const auto a = shifted(coefficient(), scale - this->scale());
  const auto b = shifted(other.coefficient(), scale - other.scale());
  return a && b ? reduced(*a + *b, scale) : std::nullopt;
}

std::optional<Decimal> Decimal::times(Decimal other) const {
  return reduced(product(coefficient(), other.coefficient()), scale() + other.scale());
}

std::optional<Decimal> Decimal::scaled(int power) const {
  const int scale = this->scale() - power;
  return scale >= 0 ? reduced(coefficient(), scale) : reduced(shifted(coefficient(), -scale), 0);
}

std::optional<Decimal> Decimal::divided(Decimal divisor, int digits) const {
  if (divisor.is_zero() || digits < 0 || digits > 9) return std::nullopt;
  // (a / 10^s) / (b / 10^t) × 10^digits = a × 10^(t + digits) / (b × 10^s)
  const int shift = divisor.scale() + digits - scale();
  const auto top = shifted(coefficient(), shift > 0 ? shift : 0);
  const auto bottom = shifted(divisor.coefficient(), shift < 0 ? -shift : 0);
  if (!top || !bottom) return std::nullopt;
  const WideInt numerator = *bottom < 0 ? -*top : *top;
  const WideInt denominator = magnitude(*bottom);
  WideInt quotient = numerator / denominator;
  const WideInt twice = magnitude(numerator % denominator) * 2;
  if (twice > denominator || (twice == denominator && quotient % 2 != 0)) quotient += numerator < 0 ? -1 : 1;
  return reduced(quotient, digits);
}

std::string Decimal::to_string() const {
  if (is_integer()) return fmt::format("{}", integer());
  std::string digits = fmt::format("{}", magnitude(coefficient()));
  if (const auto places = static_cast<std::size_t>(scale()); places > 0) {
    if (digits.size() <= places) digits.insert(0, places + 1 - digits.size(), '0');
    digits.insert(digits.size() - places, 1, '.');
  }
  return is_negative() ? "-" + digits : digits;
}

std::strong_ordering operator<=>(const Decimal& a, const Decimal& b) {
  if (a.scale() == b.scale()) return a.coefficient() <=> b.coefficient();
  if (a.is_negative() != b.is_negative() || a.is_zero() || b.is_zero()) return a.coefficient() <=> b.coefficient();
  // As many figures before the point on both sides: then the shorter fraction is filled up to no more than 36 figures.
  const int left = figures(a.coefficient()) - a.scale();
  const int right = figures(b.coefficient()) - b.scale();
  if (left != right)
    return (left < right) == a.is_negative() ? std::strong_ordering::greater : std::strong_ordering::less;
  const int scale = a.scale() > b.scale() ? a.scale() : b.scale();
  return a.coefficient() * pow10(scale - a.scale()) <=> b.coefficient() * pow10(scale - b.scale());
}

}  // namespace torikomi
