// DAT011: one indicator mixes years and fiscal years.
#include "check/facts.h"
#include "torikomi/check/check.h"

namespace torikomi {
namespace {

bool is_year(std::string_view edtf) { return edtf.size() == 4; }
bool is_fiscal_year(std::string_view edtf) {
  return edtf.size() == 15 && edtf.substr(4, 4) == "-04/" && edtf.ends_with("-03");
}

void run(const CheckInput& input, Diagnostics& diagnostics) {
  using namespace col::kpis;
  const Table& kpis = input.records[TableId::kpis];
  for (std::size_t i = 0; i < kpis.size(); ++i) {
    const ConstRow row = kpis.row(i);
    const Cell* year = nullptr;
    const Cell* fiscal = nullptr;
    for (const std::size_t column : {baseline_as_of, current_as_of, target_as_of}) {
      if (is_year(row[column].text())) year = &row[column];
      if (is_fiscal_year(row[column].text())) fiscal = &row[column];
    }
    if (year != nullptr && fiscal != nullptr && year->span())
      diagnostics.add("DAT011", *year->span(), row[indicator].text(), year->text(), fiscal->text());
  }
}

}  // namespace

extern const Rule rule_DAT011;
const Rule rule_DAT011 = {
    {.code = "DAT011",
     .name = "year-and-fiscal-year",
     .severity = Severity::kWarning,
     .summary = {"一つの指標で「年」と「年度」が混じっている", "one indicator mixes years and fiscal years"},
     .message = {"指標「{}」で、年 ({}) と年度 ({}) が混じっています",
                 "the indicator \"{}\" mixes a year ({}) with a fiscal year ({})"},
     .explain =
         {"平成27年 は1月〜12月、平成27年度 は4月〜翌3月です。比べる値は揃えてください。",
          "平成27年 is January to December, 平成27年度 is April to March. Values that are compared should agree."},
     .bad = "平成27年 → 平成33年度",
     .good = "平成27年度 → 平成33年度"},
    run};

}  // namespace torikomi
