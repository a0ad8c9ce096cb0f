// NUM004: 千, 万 and 億 were multiplied out.
#include <optional>
#include <vector>

#include "check/facts.h"
#include "torikomi/check/check.h"

namespace torikomi {
namespace {

bool is_multiplied(std::string_view raw) {
  for (const std::string_view word : {"千", "万", "億"}) {
    const std::size_t at = raw.find(word);
    if (at != raw.npos && at > 0 && raw[at - 1] >= '0' && raw[at - 1] <= '9') return true;
  }
  return false;
}

void run(const CheckInput& input, Diagnostics& diagnostics) {
  using namespace col::kpi_values;
  const Table& values = input.records[TableId::kpi_values];
  std::optional<ConstRow> first;
  std::vector<Span> places;
  for (std::size_t i = 0; i < values.size(); ++i) {
    const ConstRow row = values.row(i);
    if (!row[value].decimal() || !row[raw].span() || !is_multiplied(row[raw].text())) continue;
    if (places.empty()) first = row;
    places.push_back(*row[raw].span());
  }
  if (!first) return;
  diagnostics.add("NUM004", places.front(), (*first)[raw].text(), places.size(), (*first)[value].decimal()->to_string())
      .places = places;
}

}  // namespace

extern const Rule rule_NUM004;
const Rule rule_NUM004 = {
    {.code = "NUM004",
     .name = "multiplier-expanded",
     .severity = Severity::kInfo,
     .summary = {"千・万・億 を掛けて値にした", "千, 万 and 億 were multiplied out"},
     .message = {"「{}」など {} 件の値は 千・万・億 を掛けてあります ({})",
                 "values such as \"{0}\" ({1}×) were multiplied out ({2})"},
     .explain = {"18,513千人 の value は 18513000 です。", "The value of 18,513千人 is 18513000."},
     .bad = "18,513千人",
     .good = "18513000"},
    run};

}  // namespace torikomi
