// DAT010: the tense contradicts the date of the document.
#include <chrono>

#include "check/facts.h"
#include "torikomi/check/check.h"

namespace torikomi {
namespace {

bool is_precise(Precision precision) {
  return precision == Precision::kDay || precision == Precision::kMonth || precision == Precision::kPartOfMonth;
}

bool is_done_later(ConstRow row, Day published, Day published_month_end) {
  using namespace col::schedules;
  const std::string_view how = row[precision].text();
  const auto first = parse_day(row[start_date].text());
  const auto last = parse_day(row[end_date].text());
  // what had begun by then may well go on
  return row[status].text() == "done" && first && last && *first >= published && *last > published_month_end &&
         (how == "day" || how == "month" || how == "part_of_month");
}

void run(const CheckInput& input, Diagnostics& diagnostics) {
  if (!input.published.first) return;
  const Day date = *input.published.first;
  const Day month_end(date.year() / date.month() / std::chrono::last);
  const Table& schedules = input.records[TableId::schedules];
  for (std::size_t i = 0; i < schedules.size(); ++i) {
    const ConstRow row = schedules.row(i);
    const auto span = row[col::schedules::date_raw].span();
    if (span && is_done_later(row, date, month_end))
      diagnostics.add("DAT010", *span, row[col::schedules::date_raw].text(), row[col::schedules::edtf].text(),
                      format_day(date));
  }
  for (const FoundDate& found : input.facts.dates) {
    const DateValue& value = found.value;
    if (!value.planned || value.year_inferred || !is_precise(value.precision) || !value.last || *value.last >= date)
      continue;
    diagnostics.add("DAT010", source_span(input, found.span), input.text.slice(found.span), value.edtf,
                    format_day(date));
  }
}

}  // namespace

extern const Rule rule_DAT010;
const Rule rule_DAT010 = {
    {.code = "DAT010",
     .name = "tense-contradicts-date",
     .severity = Severity::kWarning,
     .summary = {"実績・予定と文書の日付が食い違う", "the tense contradicts the date of the document"},
     .message = {"「{}」({}) は文書の日付 {} と食い違います", "\"{}\" ({}) contradicts the date of the document, {}"},
     .explain = {"実績の欄に文書より後の日付があるか、予定と書かれた日付が文書より前です。年の誤り、または更新されてい"
                 "ない記述です。",
                 "An achievement lies after the date of the document, or a date called planned lies before it: a slip "
                 "in the year, or words that were not brought up to date."},
     .bad = "平成29年8月1日 の報告書の実績に 平成29年12月",
     .good = "実績に 平成28年12月"},
    run};

}  // namespace torikomi
