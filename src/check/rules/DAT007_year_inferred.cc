// DAT007: the year of a date was taken from its context.
#include <optional>
#include <vector>

#include "check/facts.h"
#include "torikomi/check/check.h"

namespace torikomi {
namespace {

void run(const CheckInput& input, Diagnostics& diagnostics) {
  const Table& schedules = input.records[TableId::schedules];
  std::optional<Cell> first;
  std::vector<Span> places;
  for (std::size_t i = 0; i < schedules.size(); ++i) {
    const Cell& raw = schedules.row(i)[col::schedules::date_raw];
    if (!schedules.row(i)[col::schedules::year_inferred].is_true() || !raw.span()) continue;
    if (places.empty()) first = raw;
    places.push_back(*raw.span());
  }
  if (!first) return;
  diagnostics.add("DAT007", *first->span(), first->text(), places.size()).places = places;
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
