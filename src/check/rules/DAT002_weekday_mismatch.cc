// DAT002: the weekday does not match the date.
#include <array>
#include <chrono>
#include <string>

#include "check/facts.h"
#include "torikomi/check/check.h"

namespace torikomi {
namespace {

constexpr std::array<std::string_view, 7> kJapanese = {"日", "月", "火", "水", "木", "金", "土"};
constexpr std::array<std::string_view, 7> kEnglish = {"Sunday",   "Monday", "Tuesday", "Wednesday",
                                                      "Thursday", "Friday", "Saturday"};

void run(const TextInput& input, Diagnostics& diagnostics) {
  for (const FoundDate& date : input.facts.dates) {
    if (date.value.weekday_agrees || date.value.year_inferred || !date.value.first) continue;
    const unsigned right = std::chrono::weekday(std::chrono::sys_days(*date.value.first)).c_encoding();
    const bool japanese = diagnostics.language() == Language::kJa;
    diagnostics
        .add("DAT002", source_span(input, date.span), input.text.slice(date.span),
             (japanese ? kJapanese : kEnglish)[right])
        .suggestion = "(" + std::string(kJapanese[right]) + ")";
  }
}

}  // namespace

extern const Rule rule_DAT002;
const Rule rule_DAT002 = {
    {.code = "DAT002",
     .name = "weekday-mismatch",
     .severity = Severity::kWarning,
     .summary = {"曜日が日付と合わない", "the weekday does not match the date"},
     .message = {"「{}」の曜日が一致しません (正しくは{})", "the weekday of \"{}\" does not match (it was {})"},
     .explain = {"日付か曜日のどちらかが誤っています。案内文の日付は参加者が見て行動するため、原本で確かめてください。",
                 "Either the date or the weekday is wrong. People act on announcements: look at the original."},
     .bad = "平成29年6月3日(日)",
     .good = "平成29年6月3日(土)"},
    run};

}  // namespace torikomi
