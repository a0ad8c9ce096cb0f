// DAT007: the year of a date was taken from its context.
#include "check/row_hits.h"
#include "torikomi/check/check.h"

namespace torikomi {
namespace {

void run(const CheckInput& input, Diagnostics& diagnostics) {
  using namespace col::schedules;
  const auto inferred = [](ConstRow row) { return row[year_inferred].is_true(); };
  report_rows(diagnostics, "DAT007", printed_rows(input.records[TableId::schedules], date_raw, inferred), date_raw);
}

}  // namespace

extern const Rule rule_DAT007;
const Rule rule_DAT007 = {
    {.code = "DAT007",
     .name = "year-inferred",
     .severity = Severity::kInfo,
     .summary = {"年の書かれていない日付を文脈から補った", "the year of a date was taken from its context"},
     .message = {"「{}」など {} 件の日付は年が書かれていないため、前の日付や年度から補いました",
                 "dates such as \"{0}\" ({1}×) print no year; it was taken from the date before or the fiscal year"},
     .explain = {"補った日付は year_inferred が true です。使う前に確かめてください。",
                 "Such rows have year_inferred true. Look at them before you rely on the year."},
     .bad = "9月1日",
     .good = "平成29年9月1日"},
    run};

}  // namespace torikomi
