#include "check/era_overflow.h"

#include <map>
#include <string>
#include <utility>
#include <vector>

#include "check/facts.h"

namespace torikomi {
namespace {

/// The printed words with the year said in the era that follows (平成33年度 -> 令和3年度); empty where that is not
/// plain.
std::string in_next_era(std::string_view printed) {
  constexpr int kBetween = 30;  // 平成31年 is 令和元年
  for (const auto& [old_era, new_era] : {std::pair<std::string_view, std::string_view>{"平成", "令和"}, {"H", "R"}}) {
    const std::size_t at = printed.find(old_era);
    if (at == printed.npos) continue;
    std::size_t end = at + old_era.size();
    int year = 0;
    while (end < printed.size() && printed[end] >= '0' && printed[end] <= '9')
      year = year * 10 + (printed[end++] - '0');
    if (year <= kBetween) return {};
    const std::string number = year - kBetween == 1 && old_era != "H" ? "元" : std::to_string(year - kBetween);
    return std::string(printed.substr(0, at)) + std::string(new_era) + number + std::string(printed.substr(end));
  }
  return {};
}

}  // namespace

void report_era_overflow(const TextInput& input, std::string_view code, Diagnostics& diagnostics) {
  std::map<std::string_view, std::vector<const FoundDate*>> found;
  for (const FoundDate& date : input.facts.dates) {
    if (!date.value.era_overflow || in_next_era(input.text.slice(date.span)).empty()) continue;
    found[input.text.slice(date.span)].push_back(&date);
  }
  for (const auto& [printed, dates] : found) {
    const FoundDate& first = *dates.front();
    Diagnostic& finding =
        diagnostics.add(code, source_span(input, first.span), printed, first.value.edtf, dates.size());
    finding.suggestion = in_next_era(printed);
    for (const FoundDate* date : dates) finding.places.push_back(source_span(input, date->span));
  }
}

}  // namespace torikomi
