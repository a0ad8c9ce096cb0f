#include "batch/base64.h"

#include <array>
#include <cstdint>

namespace torikomi {
namespace {

constexpr std::uint8_t kNone = 0xFF;

constexpr std::array<std::uint8_t, 256> value_table() {
  std::array<std::uint8_t, 256> out{};
  out.fill(kNone);
  constexpr std::string_view kDigits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  for (std::size_t i = 0; i < kDigits.size(); ++i)
    out[static_cast<unsigned char>(kDigits[i])] = static_cast<std::uint8_t>(i);
  return out;
}
constexpr auto kValues = value_table();

}  // namespace

std::optional<std::string> decode_base64(std::string_view text) {
  for (int i = 0; i < 2 && text.ends_with('='); ++i) text.remove_suffix(1);
  if (text.size() % 4 == 1) return std::nullopt;
  std::string out;
  out.reserve(text.size() / 4 * 3 + 2);
  std::uint32_t bits = 0;
  int filled = 0;
  for (const char c : text) {
    const std::uint8_t value = kValues[static_cast<unsigned char>(c)];
    if (value == kNone) return std::nullopt;
    bits = (bits << 6) | value;
    filled += 6;
    if (filled < 8) continue;
    filled -= 8;
    out += static_cast<char>((bits >> filled) & 0xFFU);
  }
  if ((bits & ((1U << filled) - 1U)) != 0) return std::nullopt;  // leftover bits must be 0: one text, one spelling
  return out;
}

}  // namespace torikomi
