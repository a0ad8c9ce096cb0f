// Any bytes: values lie in the text, in order, and print as exact decimals.
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "fuzz/require.h"
#include "torikomi/value/number.h"

namespace torikomi {
namespace {

void check(std::string_view text, const NumberContext& context) {
  std::uint32_t at = 0;
  for (const NumberValue& v : find_numbers(text, context)) {
    REQUIRE(at <= v.begin && v.begin < v.end && v.end <= text.size());
    REQUIRE(v.low.has_value() == v.high.has_value());
    REQUIRE(!v.low || (*v.low <= *v.high && *v.low == v.value));
    REQUIRE(!v.denominator || *v.denominator > 0);
    REQUIRE(v.denominator || Decimal::parse(v.value_text()) == v.value);
    REQUIRE(v.is_money == (v.unit == "円"));
    at = v.end;
  }
  (void)parse_number(text, context);
}

}  // namespace
}  // namespace torikomi

// NOLINTNEXTLINE(readability-identifier-naming): libFuzzer looks for this name
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  torikomi::check(text, {});
  torikomi::check(text, {"千円"});
  return 0;
}
