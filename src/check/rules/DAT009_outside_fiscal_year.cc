// DAT009: a planned date outside the fiscal year of its plan.
#include <chrono>
#include <map>
#include <optional>
#include <vector>

#include "check/facts.h"
#include "torikomi/check/check.h"

namespace torikomi {
namespace {

bool is_precise(std::string_view precision) {
  return precision == "day" || precision == "month" || precision == "part_of_month";
}

std::map<std::string_view, std::int64_t> fiscal_years(const Records& records) {
  std::map<std::string_view, std::int64_t> out;
  const Table& measures = records[TableId::measures];
  for (std::size_t i = 0; i < measures.size(); ++i)
    if (const auto year = measures.row(i)[col::measures::fiscal_year].integer())
      out[measures.row(i)[col::measures::measure_id].text()] = *year;
  return out;
}

/// True where the planned date lies inside the fiscal year; nothing where that cannot be told.
std::optional<bool> is_inside(ConstRow row, const std::map<std::string_view, std::int64_t>& years) {
  using namespace col::schedules;
  const auto year = years.find(row[measure_id].text());
  const auto first = parse_day(row[start_date].text());
  const auto last = parse_day(row[end_date].text());
  if (year == years.end() || row[status].text() != "planned" || !is_precise(row[precision].text()) || !first || !last)
    return std::nullopt;
  const auto y = std::chrono::year(static_cast<int>(year->second));
  const Day begins(y, std::chrono::April, std::chrono::day(1));
  const Day ends(y + std::chrono::years(1), std::chrono::March, std::chrono::day(31));
  return *last >= begins && *first <= ends;
}

/// A report whose plans mostly lie outside is about another year than its cards say, such as the year that is
/// evaluated.
void run(const CheckInput& input, Diagnostics& diagnostics) {
  using namespace col::schedules;
  const auto years = fiscal_years(input.records);
  const Table& schedules = input.records[TableId::schedules];
  std::vector<std::size_t> outside;
  std::size_t inside = 0;
  for (std::size_t i = 0; i < schedules.size(); ++i) {
    const auto fits = is_inside(schedules.row(i), years);
    if (fits && *fits) ++inside;
    if (fits && !*fits) outside.push_back(i);
  }
  if (outside.size() > inside) return;
  for (const std::size_t i : outside) {
    const ConstRow row = schedules.row(i);
    if (!row[date_raw].span()) continue;
    diagnostics.add("DAT009", *row[date_raw].span(), row[date_raw].text(), row[edtf].text(),
                    years.at(row[measure_id].text()));
  }
}

}  // namespace

extern const Rule rule_DAT009;
const Rule rule_DAT009 = {
    {.code = "DAT009",
     .name = "outside-fiscal-year",
     .severity = Severity::kWarning,
     .summary = {"計画の年度の外にある日付", "a planned date outside the fiscal year of its plan"},
     .message = {"「{}」({}) は {} 年度の計画の外です", "\"{}\" ({}) lies outside the plan of fiscal year {}"},
     .explain =
         {"事業計画(平成29年度) の欄に、その年度 (4月〜3月) の外の日付があります。年の書き誤りか、翌年度の予定です。",
          "The plan of a fiscal year (April to March) holds a date outside it: a slip in the year, or a plan of the "
          "next one."},
     .bad = "事業計画(平成29年度): 平成30年6月",
     .good = "事業計画(平成29年度): 平成29年6月"},
    run};

}  // namespace torikomi
