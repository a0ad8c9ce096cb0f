// MAC004: a column of dates holds eras or mixes forms.
#include "check/facts.h"
#include "torikomi/check/check.h"

namespace torikomi {
namespace {

/// The heading speaks of days; 年 and 月 alone also stand in other words.
bool is_date_heading(std::string_view label) {
  for (const std::string_view word : {"年月日", "日付", "開始日", "終了日", "開催日", "実施日", "期日", "時点", "date"})
    if (label.find(word) != label.npos) return true;
  return false;
}

bool is_iso(std::string_view words) {
  return words.size() == 10 && words[4] == '-' && words[7] == '-' &&
         words.find_first_not_of("0123456789-") == words.npos;
}

void run(const TextInput& input, Diagnostics& diagnostics) {
  for (const Grid& grid : input.facts.grids) {
    if (!grid.heads) continue;
    for (const ColumnHead& head : grid.heads->columns) {
      if (!is_date_heading(head.label)) continue;
      std::string_view other;
      for (std::uint32_t i = grid.heads->first_row; i <= grid.last && other.empty(); ++i)
        for (const GridCell& cell : input.layout.cells_of(input.layout.blocks[i]))
          if (cell.column == head.column && !cell.span.empty() && !is_iso(input.text.slice(cell.span)) &&
              input.text.slice(cell.span).find_first_of("0123456789") != std::string_view::npos)
            other = input.text.slice(cell.span);
      if (!other.empty()) diagnostics.add("MAC004", source_span(input, head.span), head.label, other);
    }
  }
}

}  // namespace

extern const Rule rule_MAC004;
const Rule rule_MAC004 = {
    {.code = "MAC004",
     .name = "date-forms",
     .severity = Severity::kInfo,
     .summary = {"日付の列に和暦がある、または書き方が混じっている", "a column of dates holds eras or mixes forms"},
     .message = {"「{}」の列には和暦または異なる書き方の日付があります (「{}」)",
                 "the dates below \"{}\" are in eras or mixed forms (\"{}\")"},
     .explain = {"機械可読性のルールでは、日付は西暦の一つの形 (2024-06-15) に揃えます (デジタル庁 2026)。",
                 "The rules for machine-readable data want dates of the common era in one form, 2024-06-15 (デジタル庁 "
                 "2026)."},
     .bad = "開催日 | 令和6年6月15日",
     .good = "開催日 | 2024-06-15"},
    run,
    RuleGroup::kMachineReadable};

}  // namespace torikomi
