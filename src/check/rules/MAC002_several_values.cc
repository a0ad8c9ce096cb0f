// MAC002: several values in one cell.
#include <algorithm>

#include "check/facts.h"
#include "torikomi/check/check.h"

namespace torikomi {
namespace {

/// Longer cells are narrative.
constexpr std::uint32_t kLongestList = 120;

void run(const TextInput& input, Diagnostics& diagnostics) {
  for (const GridCell& cell : input.layout.cells) {
    const std::string_view words = input.text.slice(cell.span);
    if (words.empty() || words.size() > kLongestList || words.find("。") != words.npos) continue;
    int marks = 0;
    for (const std::string_view mark : {"、", "・"}) {
      int found = 0;
      for (std::size_t at = words.find(mark); at != words.npos; at = words.find(mark, at + 1)) ++found;
      marks = std::max(marks, found);
    }
    if (marks >= 2) diagnostics.add("MAC002", source_span(input, cell.span), marks + 1, words);
  }
}

}  // namespace

extern const Rule rule_MAC002;
const Rule rule_MAC002 = {
    {.code = "MAC002",
     .name = "several-values",
     .severity = Severity::kInfo,
     .summary = {"一つのセルに複数の値がある", "several values in one cell"},
     .message = {"このセルには {} 個の値があります: {}", "this cell holds {} values: {}"},
     .explain = {"機械可読性のルールでは一つのセルに一つの値を入れます (総務省 2020、デジタル庁 2026)。",
                 "The rules for machine-readable data want one value a cell (総務省 2020, デジタル庁 2026)."},
     .bad = "津山市、玉野市、備前市",
     .good = "津山市"},
    run,
    RuleGroup::kMachineReadable};

}  // namespace torikomi
