// Any bytes: a text that is valid UTF-8 with the broken bytes in order, or an error in both languages.
#include <cstddef>
#include <cstdint>
#include <string>

#include "fuzz/require.h"
#include "text/utf8_check.h"
#include "torikomi/text/decode.h"

// NOLINTNEXTLINE(readability-identifier-naming): libFuzzer looks for this name
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using torikomi::BadBytes;
  const auto decoded = torikomi::decode(std::string(reinterpret_cast<const char*>(data), size), "input");
  if (!decoded) {
    REQUIRE(decoded.error().code == torikomi::ErrorCode::kInput);
    REQUIRE(decoded.error().message.ja.starts_with("input: ") && decoded.error().message.en.starts_with("input: "));
    return 0;
  }
  REQUIRE(torikomi::find_bad_utf8(decoded->text) == decoded->text.size());
  REQUIRE(decoded->text.find('\0') == std::string::npos);
  REQUIRE(!decoded->encoding.empty());
  std::uint64_t end = 0;
  std::uint32_t text_end = 0;
  for (const BadBytes& bad : decoded->bad) {
    REQUIRE(bad.length > 0 && bad.offset >= end && bad.text_begin >= text_end);
    end = bad.offset + bad.length;
    text_end = bad.text_begin + 3;
    REQUIRE(decoded->text.compare(bad.text_begin, 3, "\xEF\xBF\xBD") == 0);
  }
  REQUIRE(end <= size);
  return 0;
}
