// NUM004: 千, 万 and 億 were multiplied out.
#include "check/row_hits.h"
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
  const auto multiplied = [](ConstRow row) { return row[value].decimal() && is_multiplied(row[raw].text()); };
  const auto rows = printed_rows(input.records[TableId::kpi_values], raw, multiplied);
  if (!rows.empty()) report_rows(diagnostics, "NUM004", rows, raw, rows.front()[value].decimal()->to_string());
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
