// STY003: ヶ is used in ヶ所.
#include <string>

#include "check/facts.h"
#include "torikomi/check/check.h"

namespace torikomi {
namespace {

constexpr std::string_view kWrong = "ヶ所", kRight = "か所";

void run(const TextInput& input, Diagnostics& diagnostics) {
  const std::string_view text = input.text.source().text();
  for (std::size_t at = text.find(kWrong); at != text.npos; at = text.find(kWrong, at + kWrong.size())) {
    const Span span = {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + kWrong.size())};
    diagnostics.add("STY003", span, kWrong, kRight).suggestion = std::string(kRight);
  }
}

}  // namespace

extern const Rule rule_STY003;
const Rule rule_STY003 = {{.code = "STY003",
                           .name = "place-count-form",
                           .severity = Severity::kInfo,
                           .summary = {"「ヶ所」を使っている", "ヶ is used in ヶ所"},
                           .message = {"「{}」は「{}」と書きます", "\"{}\" is written {}"},
                           .explain = {"公用文作成の考え方 (2022年1月) では「か所」と書きます。",
                                       "The 2022 guide to official documents asks for か所."},
                           .bad = "3ヶ所",
                           .good = "3か所"},
                          run,
                          RuleGroup::kStyle};

}  // namespace torikomi
