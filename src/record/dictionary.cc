#include "torikomi/record/dictionary.h"

#include <algorithm>
#include <array>

namespace torikomi {
namespace {

struct Entry {
  std::string_view table;  // empty: the column of this name in every table
  std::string_view column;
  Text2 text;
};

constexpr std::array kColumnTexts = {
#include "record/dictionary_columns.inc"
};

constexpr std::array kTableTexts = {
    Text2{"入力した報告書1件を1行で表す。", "One row for each report that was read."},
    Text2{"事務事業（カード）1件を1行で表す。", "One row for each project (card) of a report."},
    Text2{"カードの中の見出し付き項目1つを1行で表す。専用の列がある項目も含む。ほかの表に入る列のない表の"
          "セルも表す。",
          "One row for each labelled field of a card, also those that have a column of their own; also table cells for "
          "which no other record has a column."},
    Text2{"項目の文章を、箇条書き1つにつき1行で表す。", "The texts of the fields, one bullet or list item a row."},
    Text2{"参加・関係する団体や人を1行に1つ表す。", "One row for each body or person that takes part."},
    Text2{"日付のある活動や予定1件を1行で表す。", "One row for each dated activity or plan."},
    Text2{"指標（KPI）1つを1行で表す。", "One row for each indicator."},
    Text2{"指標の値1つを1行で表す。", "One row for each value of an indicator."},
    Text2{"金額1つを1行で表す。", "One row for each amount of money."},
    Text2{"ほかの表に入らない表のセル1つを1行で表す。", "Every other table, one row for each cell."},
    Text2{"見出しと、ほかの表に入らない本文。", "Headings, and the prose that no other table holds."},
    Text2{"報告書について見つかった不審な点1つを1行で表す。", "One row for each oddity that was found in a report."},
};

struct Vocabulary {
  TableId table;
  std::string_view column;
  std::span<const Term> terms;
};

constexpr Term kKinds[] = {{"prefecture", {"都道府県", "prefecture"}},
                           {"city", {"市", "city"}},
                           {"ward", {"区", "ward"}},
                           {"town", {"町", "town"}},
                           {"village", {"村", "village"}},
                           {"organization", {"団体・企業", "organization"}},
                           {"person", {"個人", "person"}},
                           {"department", {"部署", "department"}},
                           {"group", {"複数の団体のまとまり", "group of bodies"}}};
constexpr Term kRoles[] = {{"proposer", {"提案市町（★）", "proposed the project (★)"}},
                           {"partner", {"連携市町（■・☑）", "takes part (■ or a checked box)"}},
                           {"not_involved", {"関係しない（□・☐）", "does not take part (□ or an unchecked box)"}},
                           {"lead", {"中心となる団体", "leads"}},
                           {"host", {"主催", "host"}},
                           {"attendee", {"出席・参加", "attendee"}},
                           {"lecturer", {"講師", "lecturer"}},
                           {"member", {"構成員", "member"}},
                           {"recipient", {"採択・補助先", "adopted or subsidised body"}}};
constexpr Term kMarks[] = {{"★", {"提案市町", "proposer"}},
                           {"■", {"関係あり", "takes part"}},
                           {"□", {"関係なし", "does not take part"}},
                           {"☑", {"関係あり（チェックあり）", "takes part (checked)"}},
                           {"☐", {"関係なし（チェックなし）", "does not take part (unchecked)"}}};
constexpr Term kStatuses[] = {{"planned", {"予定", "planned"}}, {"done", {"実施済み", "done"}}};
constexpr Term kPrecisions[] = {{"day", {"日", "day"}},
                                {"part_of_month", {"旬（上旬・中旬・下旬）", "third of a month"}},
                                {"month", {"月", "month"}},
                                {"season", {"季節", "season"}},
                                {"quarter", {"四半期", "quarter"}},
                                {"half", {"半期", "half of a fiscal year"}},
                                {"year", {"年", "calendar year"}},
                                {"fiscal_year", {"年度（4月～翌年3月）", "fiscal year (April to March)"}},
                                {"none", {"日付なし（随時・未定など）", "no date (at any time, undecided)"}}};
constexpr Term kValueRoles[] = {{"baseline", {"基準値", "baseline"}},
                                {"current", {"現状値", "current value"}},
                                {"target", {"目標値", "target"}},
                                {"milestone", {"途中の年の目標値", "target of a year on the way"}},
                                {"actual", {"実績値", "measured value of a past year"}}};
constexpr Term kComparators[] = {{"=", {"ちょうど", "equal"}},
                                 {">=", {"以上", "at least"}},
                                 {"<=", {"以下", "at most"}},
                                 {">", {"超", "more than"}},
                                 {"<", {"未満", "less than"}}};
constexpr Term kAmountKinds[] = {{"budget", {"予算額", "budget"}},
                                 {"settlement", {"決算額", "settlement"}},
                                 {"earmarked", {"うち特定財源", "earmarked funds"}},
                                 {"income", {"収入", "income"}},
                                 {"expense", {"支出", "expense"}},
                                 {"cap", {"上限額", "upper limit"}},
                                 {"fee", {"料金・参加費", "fee"}},
                                 {"other", {"その他", "other"}}};
constexpr Term kSeverities[] = {
    {"error", {"エラー", "error"}}, {"warning", {"警告", "warning"}}, {"info", {"情報", "information"}}};

constexpr std::array kVocabularies = {
    Vocabulary{TableId::participants, "kind", kKinds},           Vocabulary{TableId::participants, "role", kRoles},
    Vocabulary{TableId::participants, "mark", kMarks},           Vocabulary{TableId::schedules, "status", kStatuses},
    Vocabulary{TableId::schedules, "precision", kPrecisions},    Vocabulary{TableId::kpi_values, "role", kValueRoles},
    Vocabulary{TableId::kpi_values, "comparator", kComparators}, Vocabulary{TableId::amounts, "kind", kAmountKinds},
    Vocabulary{TableId::diagnostics, "severity", kSeverities},
};

/// The column that names the rows of a table. `tables` has one row a cell, so table_id names none of them.
struct Key {
  TableId table;
  std::string_view column;
};
constexpr std::array kKeys = {Key{TableId::documents, "document_id"},
                              Key{TableId::measures, "measure_id"},
                              Key{TableId::participants, "participant_id"},
                              Key{TableId::schedules, "schedule_id"},
                              Key{TableId::kpis, "kpi_id"},
                              Key{TableId::amounts, "amount_id"},
                              Key{TableId::sections, "section_id"}};

std::size_t column_number(const TableInfo& table, std::string_view name) {
  const auto found = std::find_if(table.columns.begin(), table.columns.end(),
                                  [&](const ColumnInfo& column) { return column.name == name; });
  return static_cast<std::size_t>(found - table.columns.begin());
}

}  // namespace

std::span<const Term> terms(TableId table, std::string_view column) {
  for (const Vocabulary& v : kVocabularies) {
    if (v.table == table && v.column == column) return v.terms;
  }
  return {};
}

Text2 describe(TableId table) { return kTableTexts[static_cast<std::size_t>(table)]; }

Text2 describe(TableId table, std::string_view column) {
  const std::string_view name = table_info(table).name;
  Text2 general;
  for (const Entry& entry : kColumnTexts) {
    if (entry.column != column) continue;
    if (entry.table == name) return entry.text;
    if (entry.table.empty()) general = entry.text;
  }
  return general;
}

Text2 describe(ColumnType type) {
  switch (type) {
    case ColumnType::id:
      return {"ID", "identifier"};
    case ColumnType::text:
      return {"文字列", "text"};
    case ColumnType::code:
      return {"コード（6桁の文字列）", "code (six digits, as text)"};
    case ColumnType::integer:
      return {"整数", "integer"};
    case ColumnType::decimal:
      return {"数値", "number"};
    case ColumnType::boolean:
      return {"真偽値（true・false）", "true or false"};
    case ColumnType::date:
      return {"日付（YYYY-MM-DD）", "date (YYYY-MM-DD)"};
    case ColumnType::edtf:
      return {"日付（EDTF: ISO 8601-2）", "date (EDTF: ISO 8601-2)"};
    case ColumnType::time:
      return {"時刻（HH:MM）", "time (HH:MM)"};
    case ColumnType::narrative:
      return {"文章（複数行）", "text of several lines"};
  }
  return {};
}

std::optional<std::size_t> primary_key(const TableInfo& table) {
  for (const Key& key : kKeys) {
    if (key.table == table.id) return column_number(table, key.column);
  }
  return std::nullopt;
}

std::vector<ForeignKey> foreign_keys(const TableInfo& table) {
  std::vector<ForeignKey> out;
  for (std::size_t i = 0; i < table.columns.size(); ++i) {
    for (const Key& key : kKeys) {
      if (key.table == table.id || key.column != table.columns[i].name) continue;
      const TableInfo& other = table_info(key.table);
      out.push_back({i, &other, column_number(other, key.column)});
    }
  }
  return out;
}

}  // namespace torikomi
