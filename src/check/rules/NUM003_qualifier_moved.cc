// NUM003: marks for about, at least and minus were moved out of the value.
#include "check/row_hits.h"
#include "torikomi/check/check.h"

namespace torikomi {
namespace {

/// A minus of another form, 約 or 以上.
bool is_marked(ConstRow row) {
  using namespace col::kpi_values;
  const auto number = row[value].decimal();
  const bool minus = number && number->is_negative() && !row[raw].text().starts_with("-");
  const std::string_view sign = row[comparator].text();
  return minus || row[approximate].is_true() || !(sign.empty() || sign == "=");
}

void run(const CheckInput& input, Diagnostics& diagnostics) {
  using namespace col::kpi_values;
  report_rows(diagnostics, "NUM003", printed_rows(input.records[TableId::kpi_values], raw, is_marked), raw);
}

}  // namespace

extern const Rule rule_NUM003;
const Rule rule_NUM003 = {
    {.code = "NUM003",
     .name = "qualifier-moved",
     .severity = Severity::kInfo,
     .summary = {"概数・以上以下・負の印を値から分けた",
                 "marks for about, at least and minus were moved out of the value"},
     .message = {"「{}」など {} 件の値から、約・以上・▲ などの印を別の列に分けました",
                 "the marks (約, 以上, ▲ …) of values such as \"{0}\" ({1}×) stand in columns of their own"},
     .explain =
         {"約5,100人 は value 5100 と approximate true に、10,000台/日以上 は value 10000 と comparator >= "
          "になります。",
          "約5,100人 gives value 5100 and approximate true; 10,000台/日以上 gives value 10000 and comparator >=."},
     .bad = "▲862人",
     .good = "-862"},
    run};

}  // namespace torikomi
