#include "torikomi/core/utf8.h"

#include <algorithm>

namespace torikomi::utf8 {
namespace {

constexpr std::uint8_t length_of(unsigned char lead) {
  if (lead >= 0xC2 && lead < 0xE0) return 2;
  if (lead >= 0xE0 && lead < 0xF0) return 3;
  if (lead >= 0xF0 && lead < 0xF5) return 4;
  return 0;
}

constexpr Decoded kBad = {0xFFFD, 1};

}  // namespace

Decoded decode_any(std::string_view text, std::size_t at) {
  const auto lead = static_cast<unsigned char>(text[at]);
  const std::uint8_t size = length_of(lead);
  if (size == 0 || at + size > text.size()) return kBad;
  char32_t c = lead & (0xFFU >> (size + 1));
  for (std::size_t i = 1; i < size; ++i) {
    if (!is_continuation(text[at + i])) return kBad;
    c = (c << 6) | (static_cast<unsigned char>(text[at + i]) & 0x3FU);
  }
  return {c, size};
}

Decoded decode_before(std::string_view text, std::size_t at) {
  if (at == 0 || at > text.size()) return {};
  std::size_t begin = at - 1;
  while (begin > 0 && at - begin < 4 && is_continuation(text[begin])) --begin;
  const Decoded found = decode(text, begin);
  return begin + found.size == at ? found : kBad;
}

void append(std::string& out, char32_t code_point) {
  encode(code_point, [&out](char byte) { out.push_back(byte); });
}

std::size_t count(std::string_view text) {
  return static_cast<std::size_t>(
      std::count_if(text.begin(), text.end(), [](char byte) { return !is_continuation(byte); }));
}

}  // namespace torikomi::utf8
