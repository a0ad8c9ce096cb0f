// BUD006: an amount is a thousand times that of the year before.
#include <algorithm>
#include <iterator>
#include <map>
#include <optional>
#include <string_view>
#include <tuple>

#include "check/facts.h"
#include "torikomi/check/check.h"

namespace torikomi {
namespace {

/// A factor of about a thousand, one way or the other.
std::optional<Decimal> thousandfold(Decimal a, Decimal b) {
  if (a.is_zero() || b.is_zero() || a.is_negative() || b.is_negative()) return std::nullopt;
  const auto times = a > b ? a.divided(b, 0) : b.divided(a, 0);
  const bool about = times && *times >= Decimal(800) && *times <= Decimal(1250);
  return about ? times : std::nullopt;
}

bool is_sum(std::string_view item) {
  for (const std::string_view end : {"計", "総額"})
    if (item.ends_with(end)) return true;
  return false;
}

/// A sum of no measure is that of its table, and another table has another: the number of the table, else 0.
std::size_t table_of(const CheckInput& input, const ConstRow& row) {
  using namespace col::amounts;
  if (!row[measure_id].empty() || !is_sum(row[item].text())) return 0;
  const auto& grids = input.facts.grids;
  const std::uint32_t begin = row[raw].span()->begin;
  const auto behind = std::partition_point(grids.begin(), grids.end(), [&](const Grid& grid) {
    return input.text.to_source(input.layout.blocks[grid.last].span).end <= begin;
  });
  return static_cast<std::size_t>(behind - grids.begin()) + 1;
}

/// One item of a measure whose amount of the next year is a thousand times as large or small.
void run(const CheckInput& input, Diagnostics& diagnostics) {
  using namespace col::amounts;
  const Table& amounts = input.records[TableId::amounts];
  std::map<std::tuple<std::size_t, std::string_view, std::string_view, std::string_view>,
           std::map<std::int64_t, ConstRow>>
      items;
  for (std::size_t i = 0; i < amounts.size(); ++i) {
    const ConstRow row = amounts.row(i);
    const auto year = row[fiscal_year].integer();
    if (year && row[value_yen].decimal() && row[raw].span())
      items[{table_of(input, row), row[measure_id].text(), row[kind].text(), row[item].text()}].try_emplace(*year, row);
  }
  for (const auto& [key, years] : items) {
    for (auto now = years.begin(); now != years.end() && std::next(now) != years.end(); ++now) {
      const ConstRow& before = now->second;
      const ConstRow& after = std::next(now)->second;
      const auto times = thousandfold(*before[value_yen].decimal(), *after[value_yen].decimal());
      if (!times) continue;
      diagnostics.add("BUD006", *after[raw].span(), now->first, before[raw].text(), std::next(now)->first,
                      after[raw].text(), times->to_string());
    }
  }
}

}  // namespace

extern const Rule rule_BUD006;
const Rule rule_BUD006 = {
    {.code = "BUD006",
     .name = "thousandfold-jump",
     .severity = Severity::kWarning,
     .summary = {"金額が年度の間で約千倍になっている", "an amount is about a thousand times that of the year before"},
     .message = {"{} 年度の {} に対し {} 年度は {} です (約 {} 倍)。円と千円の取り違えではありませんか",
                 "{1} in fiscal year {0}, {3} in {2}: about {4} times; yen and thousand yen may be mixed up"},
     .explain =
         {"同じ事業・同じ費目の金額が年度の間で約千倍 (または千分の一) になっています。単位の誤りを確かめてください。",
          "The amount of one item changes by a factor of about a thousand between two years: look at the unit."},
     .bad = "令和2年度 20千円 → 令和3年度 20,000千円",
     .good = "令和2年度 20千円 → 令和3年度 25千円"},
    run};

}  // namespace torikomi
