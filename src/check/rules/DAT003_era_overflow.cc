// DAT003: a year beyond the end of its era.
#include <map>
#include <string>
#include <utility>

#include "check/facts.h"
#include "torikomi/check/check.h"

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

/// One finding for each wording: its first place.
void run(const CheckInput& input, Diagnostics& diagnostics) {
  if (input.facts.after_heisei != true) return;
  std::map<std::string_view, std::pair<const FoundDate*, int>> found;
  for (const FoundDate& date : input.facts.dates) {
    if (!date.value.era_overflow || in_next_era(input.text.slice(date.span)).empty()) continue;
    ++found.try_emplace(input.text.slice(date.span), &date, 0).first->second.second;
  }
  for (const auto& [printed, place] : found)
    diagnostics.add("DAT003", source_span(input, place.first->span), printed, place.first->value.edtf, place.second)
        .suggestion = in_next_era(printed);
}

}  // namespace

extern const Rule rule_DAT003;
const Rule rule_DAT003 = {{.code = "DAT003",
                           .name = "era-overflow",
                           .severity = Severity::kWarning,
                           .summary = {"終わった元号の年が使われている", "a year beyond the end of its era"},
                           .message = {"「{}」は平成が終わった後の年です (西暦では {}、{} か所)",
                                       "\"{}\" lies beyond the end of its era (it is {}; {} places)"},
                           .explain = {"2019年5月1日より後の文書では、平成33年度は令和3年度と書きます (平成31年4月1日 "
                                       "改元に伴う元号による年表示の取扱いについて)。",
                                       "Documents dated on or after 2019-05-01 write 令和3年度 for 平成33年度 "
                                       "(agreement of the ministries of 2019-04-01)."},
                           .bad = "令和2年4月1日\n\n平成33年度",
                           .good = "令和2年4月1日\n\n令和3年度"},
                          run};

}  // namespace torikomi
