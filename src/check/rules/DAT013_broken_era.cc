// DAT013: the name of an era has lost a letter.
#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "check/facts.h"
#include "torikomi/check/check.h"

namespace torikomi {
namespace {

constexpr std::string_view kYear = "年";
constexpr std::size_t kKanji = 3;  // bytes

/// The kanji of the era that stands before a year: 平成, 平 or 成; empty for none.
struct Era {
  std::string_view name;
  std::string_view printed;
};

constexpr std::array<std::string_view, 3> kEras = {"平成", "令和", "昭和"};

Era era_before(std::string_view before) {
  for (const std::string_view era : kEras)
    if (before.ends_with(era)) return {era, era};
  for (const std::string_view era : kEras)
    if (before.ends_with(era.substr(0, kKanji))) return {era, era.substr(0, kKanji)};
  if (before.ends_with("成")) return {"平成", "成"};
  // 昭和 and 令和 end alike; the newer one is meant in a report
  if (before.ends_with("和")) return {"令和", "和"};
  return {};
}

struct Broken {
  Era era;
  NormSpan span;
};

void run(const TextInput& input, Diagnostics& diagnostics) {
  const std::string_view text = input.text.text();
  std::array<int, kEras.size()> whole{};
  std::vector<Broken> broken;
  for (const NormSpan digits : input.facts.digits) {
    if (digits.size() > 2 || !text.substr(digits.end).starts_with(kYear)) continue;
    const Era era = era_before(text.substr(0, digits.begin));
    for (std::size_t i = 0; i < kEras.size(); ++i)
      if (era.printed == kEras[i]) ++whole[i];
    if (!era.name.empty() && era.printed.size() == kKanji)
      broken.push_back({era, {digits.begin - static_cast<std::uint32_t>(kKanji), digits.end + 3}});
  }
  for (std::size_t i = 0; i < kEras.size(); ++i) {
    int count = 0;
    for (const Broken& one : broken) count += one.era.name == kEras[i] ? 1 : 0;
    // a document that says 平29年 throughout abbreviates
    if (count >= whole[i]) continue;
    for (const Broken& one : broken) {
      if (one.era.name != kEras[i]) continue;
      const std::string right = std::string(kEras[i]) + std::string(slice(text, one.span).substr(kKanji));
      diagnostics.add("DAT013", source_span(input, one.span), slice(text, one.span), right).suggestion = right;
    }
  }
}

}  // namespace

extern const Rule rule_DAT013;
const Rule rule_DAT013 = {
    {.code = "DAT013",
     .name = "broken-era",
     .severity = Severity::kWarning,
     .summary = {"元号の字が欠けている", "the name of an era has lost a letter"},
     .message = {"「{}」は「{}」の字が欠けたものではありませんか", "\"{}\" seems to be \"{}\" with a letter lost"},
     .explain =
         {"ほかの所では平成27年と書く文書に平27年とある場合、抽出か入力で一字が落ちています。文書全体で平27年と略"
          "している場合は知らせません。",
          "In a document that elsewhere writes 平成27年, 平27年 has lost a letter. Where it is the abbreviation "
          "of the whole document nothing is said."},
     .bad = "平成26年2月、平27年2月",
     .good = "平成26年2月、平成27年2月"},
    run};

}  // namespace torikomi
