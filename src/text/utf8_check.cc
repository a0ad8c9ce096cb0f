#include "text/utf8_check.h"

#include <cstdint>
#include <cstring>

namespace torikomi {
namespace {

constexpr std::string_view kReplacement = "\xEF\xBF\xBD";

/// Bytes after a lead byte, and the range of the first of them.
struct Lead {
  std::uint8_t more = 0;  ///< 0: begins nothing
  std::uint8_t low = 0x80;
  std::uint8_t high = 0xBF;
};

constexpr Lead lead_of(unsigned char byte) {
  if (byte >= 0xC2 && byte <= 0xDF) return {1, 0x80, 0xBF};
  if (byte == 0xE0) return {2, 0xA0, 0xBF};
  if (byte == 0xED) return {2, 0x80, 0x9F};
  if (byte >= 0xE1 && byte <= 0xEF) return {2, 0x80, 0xBF};
  if (byte == 0xF0) return {3, 0x90, 0xBF};
  if (byte >= 0xF1 && byte <= 0xF3) return {3, 0x80, 0xBF};
  if (byte == 0xF4) return {3, 0x80, 0x8F};
  return {};
}

/// Bytes of the code point at `at`, or 0; `matched` counts how many bytes fit before it broke.
std::size_t code_point_length(std::string_view bytes, std::size_t at, std::size_t& matched) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(bytes[i]); };
  matched = 1;
  if (byte(at) < 0x80) return 1;
  const Lead lead = lead_of(byte(at));
  if (lead.more == 0) return 0;
  for (std::size_t i = 1; i <= lead.more; ++i, ++matched) {
    if (at + i >= bytes.size()) return 0;
    const unsigned char low = i == 1 ? lead.low : 0x80;
    const unsigned char high = i == 1 ? lead.high : 0xBF;
    if (byte(at + i) < low || byte(at + i) > high) return 0;
  }
  return lead.more + 1U;
}

std::uint32_t load4(const char* at) {
  std::uint32_t word = 0;
  std::memcpy(&word, at, sizeof word);
  return word;
}

std::uint64_t load8(const char* at) {
  std::uint64_t word = 0;
  std::memcpy(&word, at, sizeof word);
  return word;
}

/// A code point of three bytes at `at` whose lead E1..EC, EE or EF needs no special range.
bool is_plain_three(const char* at) {
  const auto byte = [at](int i) { return static_cast<unsigned char>(at[i]); };
  const bool followed = (((byte(1) & 0xC0) << 8) | (byte(2) & 0xC0)) == 0x8080;
  return byte(0) >= 0xE1 && byte(0) <= 0xEF && byte(0) != 0xED && followed;
}

/// Skips what text mostly is: ASCII eight or four bytes at a time, and code points of three bytes.
std::size_t skip_common(std::string_view bytes, std::size_t at) {
  const char* data = bytes.data();
  while (at + 8 <= bytes.size()) {
    if (is_plain_three(data + at)) {
      at += 3;
    } else if ((load8(data + at) & 0x8080808080808080U) == 0) {
      at += 8;
    } else if ((load4(data + at) & 0x80808080U) == 0) {
      at += 4;
    } else if (static_cast<unsigned char>(data[at]) < 0x80) {
      ++at;
    } else {
      return at;
    }
  }
  return at;
}

}  // namespace

std::size_t find_bad_utf8(std::string_view bytes, std::size_t from) {
  std::size_t at = from;
  while ((at = skip_common(bytes, at)) < bytes.size()) {
    std::size_t matched = 0;
    const std::size_t length = code_point_length(bytes, at, matched);
    if (length == 0) return at;
    at += length;
  }
  return bytes.size();
}

std::size_t bad_utf8_length(std::string_view bytes, std::size_t at) {
  std::size_t matched = 1;
  (void)code_point_length(bytes, at, matched);
  return matched;
}

std::string repair_utf8(std::string_view bytes, std::vector<BadBytes>& bad) {
  std::string text;
  text.reserve(bytes.size() + bytes.size() / 64);
  for (std::size_t at = 0; at < bytes.size();) {
    const std::size_t stop = find_bad_utf8(bytes, at);
    text.append(bytes.substr(at, stop - at));
    if (stop == bytes.size()) break;
    const std::size_t length = bad_utf8_length(bytes, stop);
    bad.push_back({stop, static_cast<std::uint32_t>(length), static_cast<std::uint32_t>(text.size())});
    text.append(kReplacement);
    at = stop + length;
  }
  return text;
}

std::string valid_utf8(std::string_view text) {
  std::vector<BadBytes> bad;
  return find_bad_utf8(text) == text.size() ? std::string(text) : repair_utf8(text, bad);
}

}  // namespace torikomi
