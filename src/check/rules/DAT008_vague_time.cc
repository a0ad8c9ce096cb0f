// DAT008: a vague time is given as an interval.
#include "check/row_hits.h"
#include "torikomi/check/check.h"

namespace torikomi {
namespace {

bool is_vague(ConstRow row) {
  const std::string_view precision = row[col::schedules::precision].text();
  return row[col::schedules::approximate].is_true() || precision == "part_of_month" || precision == "season";
}

void run(const CheckInput& input, Diagnostics& diagnostics) {
  using namespace col::schedules;
  report_rows(diagnostics, "DAT008", printed_rows(input.records[TableId::schedules], date_raw, is_vague), date_raw);
}

}  // namespace

extern const Rule rule_DAT008;
const Rule rule_DAT008 = {
    {.code = "DAT008",
     .name = "vague-time",
     .severity = Severity::kInfo,
     .summary = {"おおよその時期を期間として表した", "a vague time is given as an interval"},
     .message = {"「{}」など {} 件のおおよその時期は、期間 (start_date から end_date) として表しています",
                 "vague times such as \"{0}\" ({1}×) are given as intervals from start_date to end_date"},
     .explain = {"上旬は1〜10日、中旬は11〜20日、下旬は21日〜月末です。頃 は approximate が true になります。",
                 "上旬 is the 1st to the 10th, 中旬 the 11th to the 20th, 下旬 the rest. 頃 sets approximate."},
     .bad = "11月下旬",
     .good = "11月21日"},
    run};

}  // namespace torikomi
