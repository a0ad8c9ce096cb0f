// Any bytes: values lie in the text, in order, and their days agree with their EDTF.
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "fuzz/require.h"
#include "torikomi/value/date.h"

namespace torikomi {
namespace {

void check_value(const DateValue& v) {
  REQUIRE(v.edtf.empty() == (v.precision == Precision::kNone));
  REQUIRE(!v.first || (v.first->ok() && !v.open_begin));
  REQUIRE(!v.last || (v.last->ok() && !v.open_end));
  REQUIRE(v.edtf.find("XXXX") == std::string::npos || (!v.first && !v.last) || v.open_begin || v.open_end ||
          v.edtf.find('/') != std::string::npos);
  REQUIRE(!v.start_time || *v.start_time <= 24 * 60);
  REQUIRE(!v.end_time || *v.end_time <= 24 * 60);
  REQUIRE((v.time_end > v.time_begin) == (v.start_time || v.end_time));
}

void check(std::string_view text, const DateContext& context) {
  std::uint32_t at = 0;
  for (const DateValue& v : find_dates(text, context)) {
    REQUIRE(at <= v.begin && v.begin < v.end && v.end <= text.size() && v.time_end <= text.size());
    check_value(v);
    at = v.end;
  }
  (void)parse_date(text, context);
}

}  // namespace
}  // namespace torikomi

// NOLINTNEXTLINE(readability-identifier-naming): libFuzzer looks for this name
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  torikomi::DateContext context;
  torikomi::check(text, context);
  context.fiscal_year = 2017;
  context.previous = torikomi::Day(std::chrono::year(2017), std::chrono::month(5), std::chrono::day(31));
  context.bare_era_is_fiscal = true;
  torikomi::check(text, context);
  return 0;
}
