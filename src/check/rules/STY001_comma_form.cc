// STY001: the comma ， is used for 、.
#include <string>

#include "check/facts.h"
#include "torikomi/check/check.h"

namespace torikomi {
namespace {

constexpr std::string_view kWrong = "，", kRight = "、";

void run(const TextInput& input, Diagnostics& diagnostics) {
  const std::string_view text = input.text.source().text();
  for (std::size_t at = text.find(kWrong); at != text.npos; at = text.find(kWrong, at + kWrong.size())) {
    const Span span = {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + kWrong.size())};
    diagnostics.add("STY001", span, kWrong, kRight).suggestion = std::string(kRight);
  }
}

}  // namespace

extern const Rule rule_STY001;
const Rule rule_STY001 = {{.code = "STY001",
                           .name = "comma-form",
                           .severity = Severity::kInfo,
                           .summary = {"読点に「，」を使っている", "the comma ， is used for 、"},
                           .message = {"「{}」は「{}」と書きます", "\"{}\" is written {}"},
                           .explain = {"公用文作成の考え方 (2022年1月) では読点は「、」を原則とします。",
                                       "The 2022 guide to official documents (公用文作成の考え方) asks for 、."},
                           .bad = "会議，研修",
                           .good = "会議、研修"},
                          run,
                          RuleGroup::kStyle};

}  // namespace torikomi
