// Any bytes: names lie in the text, in order, and each has a body or several candidates.
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "fuzz/require.h"
#include "torikomi/value/municipality.h"

namespace torikomi {
namespace {

void check_match(const NameMatch& match, std::string_view text) {
  REQUIRE(match.begin < match.end && match.end <= text.size());
  REQUIRE(!match.candidates.empty());
  REQUIRE((match.body != nullptr) == (match.candidates.size() == 1));
}

void check(std::string_view text, const NameContext& context) {
  std::uint32_t at = 0;
  for (const NameMatch& match : find_names(text, context)) {
    REQUIRE(at <= match.begin);
    check_match(match, text);
    at = match.end;
  }
  if (const auto whole = parse_name(text, context)) check_match(*whole, text);
  REQUIRE(nearest_names(text, context).size() <= 3);
}

}  // namespace
}  // namespace torikomi

// NOLINTNEXTLINE(readability-identifier-naming): libFuzzer looks for this name
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  torikomi::check(text, {});
  const torikomi::Day day(std::chrono::year(2017), std::chrono::month(5), std::chrono::day(31));
  torikomi::check(text, {.prefecture = "広島県", .date = day, .roster = {}});
  return 0;
}
