// Rows of schedules from a table whose columns are known: 項目 | 月日 | 場所 | 受講者数.
#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "activity_lines.h"
#include "builder.h"
#include "schedule_dates.h"
#include "schedule_row.h"
#include "table_cells.h"
#include "torikomi/layout/items.h"
#include "torikomi/layout/marker.h"
#include "torikomi/value/headcount.h"
#include "torikomi/value/kpi.h"
#include "torikomi/value/number.h"

namespace torikomi {
namespace {

class ScheduleTable {
 public:
  /// Rows that give no event are left to `printed`, which outlives *this; `table` is read.
  ScheduleTable(Builder& builder, const CardContext& card, const TableMatch& table, const TableMatch& printed)
      : builder_(builder), card_(card), table_(table), printed_(printed), dates_(builder, card, table) {
    matrix_ = is_matrix();
  }

  void run() {
    for (const TableRow& row : table_.rows)
      if (!build(row)) leave(row.block);
  }

  /// True where the row gave an event.
  bool build(const TableRow& row) {
    const std::size_t before = builder_.records[TableId::schedules].size();
    build_years(row);
    if (const NormSpan told = cell(row, ColumnRole::kEventList); !told.empty() && builder_.events != nullptr) {
      FieldRule rule;
      rule.type = FieldType::kEvents;
      build_events(builder_, card_, told, rule, *builder_.events);
    }
    read(row);
    return builder_.records[TableId::schedules].size() > before;
  }

  void leave(std::uint32_t block) { builder_.rest.push_back({block, &printed_}); }

 private:
  [[nodiscard]] NormSpan cell(const TableRow& row, ColumnRole role) const { return cell_of(table_, row, role); }

  void read(const TableRow& row) {
    if (has_lost_day(row)) {
      TableRow moved = row;
      std::rotate(moved.cells.begin() + date_column(), moved.cells.end() - 1, moved.cells.end());
      go_on(moved);
      return;
    }
    const NormSpan when = cell(row, ColumnRole::kDate);
    dates_.take_row_year(cell(row, ColumnRole::kRowYear));
    dates_.take_month(cell(row, ColumnRole::kMonth));
    if (when.empty()) {
      go_on(row);
      return;
    }
    if (is_alone(row) && dates_.take_heading_year(when)) return;
    std::vector<DateValue> dates = dates_.read(when);
    for (DateValue& date : dates) {
      take_time(date, row);
      for (const NormSpan activity : activities(row)) add(row, when, date, activity);
      dates_.remember(date);
    }
    day_.reset();
    if (dates.size() == 1 && dates.front().precision == Precision::kDay) day_ = {when, std::move(dates.front())};
  }

  [[nodiscard]] std::ptrdiff_t date_column() const {
    const auto date = std::find_if(table_.columns.begin(), table_.columns.end(),
                                   [](const ColumnMatch& c) { return c.role == ColumnRole::kDate; });
    return date - table_.columns.begin();
  }

  /// 11時00分 | 議員協議会 below 11月24日 | 10時00分 | 議会運営委員会: the cell of the day reaches down, and its place
  /// in the row is lost.
  [[nodiscard]] bool has_lost_day(const TableRow& row) const {
    const auto date = static_cast<std::size_t>(date_column());
    if (!day_ || date + 1 >= row.cells.size() || table_.columns[date + 1].role != ColumnRole::kTime) return false;
    if (row.cells[date].empty() || !row.cells.back().empty()) return false;
    const std::string_view words = builder_.words(row.cells[date]);
    if (words.ends_with("後")) return find_dates(words).empty();
    const auto told = find_dates(fmt::format("1月1日 {}", words));
    return told.size() == 1 && told.front().start_time && words.find("日") == words.npos &&
           words.find("月") == words.npos;
  }

  [[nodiscard]] static bool is_alone(const TableRow& row) {
    return std::count_if(row.cells.begin(), row.cells.end(), [](NormSpan c) { return !c.empty(); }) == 1;
  }

  /// 9月5日 | 10時 | 議会運営委員会, and below it nothing | 11時 | 本会議: the day is that of the row above.
  void go_on(const TableRow& row) {
    if (!day_ || cell(row, ColumnRole::kTime).empty()) return;
    DateValue date = day_->second;
    take_time(date, row);
    for (const NormSpan activity : activities(row))
      if (!activity.empty()) add(row, day_->first, date, activity);
  }

  /// The time that a column of its own tells, for this row alone.
  void take_time(DateValue& date, const TableRow& row) const {
    const NormSpan time = cell(row, ColumnRole::kTime);
    if (time.empty()) return;
    date.start_time.reset();
    date.end_time.reset();
    const auto told = find_dates(fmt::format("1月1日 {}", builder_.words(time)));
    if (told.empty()) return;
    date.start_time = told.front().start_time;
    date.end_time = told.front().end_time;
  }

  /// 休会日 below 時間: no time, and no word for when others have ended.
  [[nodiscard]] NormSpan words_for_time(const TableRow& row) const {
    const NormSpan time = cell(row, ColumnRole::kTime);
    const std::string_view words = builder_.words(time);
    if (words.ends_with("後") || words.ends_with("未定") || words.find_first_of("0123456789") != words.npos) return {};
    return is_none_mark(words) ? NormSpan() : time;
  }

  /// 時期 | 審議会 | 議会: each filled cell is an event of its own, where some of them are empty. Else the first filled
  /// one names the event of the row; an empty span where none does.
  [[nodiscard]] std::vector<NormSpan> activities(const TableRow& row) const {
    std::vector<NormSpan> out;
    for (std::size_t c = 0; c < row.cells.size(); ++c)
      if (table_.columns[c].role == ColumnRole::kActivity && !row.cells[c].empty()) out.push_back(row.cells[c]);
    if (out.empty()) out.emplace_back();
    if (!matrix_) out.resize(1);
    return out;
  }

  [[nodiscard]] bool is_matrix() const {
    const auto columns = std::count_if(table_.columns.begin(), table_.columns.end(),
                                       [](const auto& column) { return column.role == ColumnRole::kActivity; });
    return columns > 1 && std::any_of(table_.rows.begin(), table_.rows.end(), [&](const TableRow& row) {
             for (std::size_t c = 0; c < row.cells.size(); ++c)
               if (table_.columns[c].role == ColumnRole::kActivity && row.cells[c].empty()) return true;
             return false;
           });
  }

  void add(const TableRow& row, NormSpan when, const DateValue& date, NormSpan activity) {
    ScheduleRow out;
    out.date = date;
    out.date_words = within(when, date.begin, std::min(date.end, when.size()));
    out.status = table_.rule->status.empty() ? status_of_headings() : table_.rule->status;
    out.activity = activity;
    out.place = cell(row, ColumnRole::kPlace);
    out.participants = cell(row, ColumnRole::kParticipants);
    out.headcount = cell(row, ColumnRole::kHeadcount);
    if (out.headcount.empty() && is_headcount(out.participants)) out.headcount = out.participants;
    out.content = cell(row, ColumnRole::kContent);
    if (out.activity.empty() && !cell(row, ColumnRole::kOrdinal).empty()) out.activity = title();
    if (out.activity.empty()) std::swap(out.activity, out.content);
    if (out.activity.empty()) out.activity = words_for_time(row);
    if (tells_nothing(out, row)) return;
    take_place_below_date(out, when);
    take_labelled_lines(builder_, out);
    split_activity(out);
    take_ordinal(out, cell(row, ColumnRole::kOrdinal));
    add_schedule(builder_, card_, out);
  }

  /// 8日 | 土 and nothing beside them, in a list of days that says of others what is done.
  [[nodiscard]] bool tells_nothing(const ScheduleRow& out, const TableRow& row) const {
    const bool says = std::any_of(table_.columns.begin(), table_.columns.end(),
                                  [](const auto& c) { return c.role == ColumnRole::kActivity; });
    return says && out.activity.empty() && out.place.empty() && out.participants.empty() && out.headcount.empty() &&
           out.content.empty() && cell(row, ColumnRole::kOrdinal).empty() && cell(row, ColumnRole::kTime).empty();
  }

  /// 5月9日(木) 13:30 over (福祉プラザ), below 期日・会場: the last line in brackets is the place.
  void take_place_below_date(ScheduleRow& row, NormSpan when) const {
    const auto column = std::find_if(table_.columns.begin(), table_.columns.end(),
                                     [](const ColumnMatch& c) { return c.role == ColumnRole::kDate; });
    const std::string_view label = builder_.words(column->label);
    const bool both = label.find("会場") != label.npos || label.find("場所") != label.npos;
    const std::string_view words = builder_.words(when);
    const std::size_t line = words.rfind(kBreak);
    if (!both || !row.place.empty() || line == words.npos || line + 1 < row.date.end) return;
    NormSpan place = within(when, static_cast<std::uint32_t>(line) + 1, when.size());
    const std::string_view told = builder_.words(place);
    if (told.size() > 2 && told.starts_with('(') && told.ends_with(')')) ++place.begin, --place.end;
    row.place = place;
  }

  /// 9名 below 出席委員, and nothing else.
  [[nodiscard]] bool is_headcount(NormSpan cell) const {
    const auto count = find_headcount(builder_.words(cell));
    return count && count->begin == 0 && count->end == cell.size();
  }

  /// 回 | 開催日 | 議題: the meeting is that of the line above the table, without its number.
  [[nodiscard]] NormSpan title() const {
    NormSpan title = table_.title;
    if (const auto marker = read_marker(builder_.words(title)); marker && marker->text_at < title.size())
      title.begin += marker->text_at;
    return title;
  }

  /// 第1回 審議会 ・諮問 ・骨子案について: what follows the name as a list is what it was about.
  void split_activity(ScheduleRow& row) const {
    if (!row.content.empty()) return;
    const std::vector<CellItem> items = split_items(builder_.text(), row.activity);
    if (items.size() < 2 || !items.front().marker.empty() || items[1].marker.empty()) return;
    row.content = {items[1].span.begin, row.activity.end};
    row.activity.end = items.front().span.end;
  }

  /// → in a cell: what stands before it goes on, for how long is not told.
  [[nodiscard]] static bool is_arrow(std::string_view words) {
    for (const std::string_view arrow : {"→", "⇒", "➡", "⇨", "↓"})
      if (words == arrow) return true;
    return false;
  }

  /// 工程表: what is to be done in the year of the heading.
  void build_years(const TableRow& row) const {
    for (std::size_t c = 0; c < row.cells.size(); ++c) {
      if (table_.columns[c].role != ColumnRole::kYear || row.cells[c].empty()) continue;
      auto year = parse_date(builder_.words(table_.columns[c].label));
      if (!year || is_none_mark(builder_.words(row.cells[c])) || is_arrow(builder_.words(row.cells[c]))) continue;
      ScheduleRow out;
      out.date = *std::move(year);
      out.date_words = within(table_.columns[c].label, out.date.begin, out.date.end);
      out.at = row.cells[c];
      out.status = table_.rule->status;
      out.activity = cell(row, ColumnRole::kActivity);
      out.content = row.cells[c];
      if (out.activity.empty()) std::swap(out.activity, out.content);
      add_schedule(builder_, card_, out);
    }
  }

  /// 今後の予定, 策定スケジュール, 開催予定日: what is planned.
  [[nodiscard]] std::string_view status_of_headings() const {
    const auto says = [&](NormSpan span) {
      return builder_.words(span).find("予定") != std::string_view::npos ||
             builder_.words(span).find("スケジュール") != std::string_view::npos;
    };
    const bool told =
        says(table_.title) || std::any_of(table_.columns.begin(), table_.columns.end(),
                                          [&](const auto& c) { return c.role == ColumnRole::kDate && says(c.label); });
    return told ? "planned" : std::string_view();
  }

  /// 第1回推進会議, 推進会議(第1回): the number of the meeting is no part of its name.
  void take_ordinal(ScheduleRow& row, NormSpan column) const {
    if (take_column(row, column)) return;
    const auto number = leading_ordinal(builder_.words(row.activity));
    if (!number) return;
    row.ordinal = number->number;
    row.ordinal_words = within(row.activity, number->begin, number->end);
    if (number->begin == 0 && number->end < row.activity.size()) row.activity.begin += number->end;
  }

  /// 3回 below 回数 says how often; 第3回 and 3回目 which one.
  [[nodiscard]] bool counts_times(std::string_view words) const {
    const auto column = std::find_if(table_.columns.begin(), table_.columns.end(),
                                     [](const ColumnMatch& c) { return c.role == ColumnRole::kOrdinal; });
    return label_key(builder_.words(column->label)) == "回数" && words.ends_with("回") && !words.starts_with("第");
  }

  /// A column of its own: 第1回, 1, 1回目.
  bool take_column(ScheduleRow& row, NormSpan column) const {
    const std::string_view words = builder_.words(column);
    if (words.empty() || counts_times(words)) return false;
    if (const auto number = leading_ordinal(words)) {
      row.ordinal = number->number;
    } else if (const auto plain = parse_number(words); plain && plain->value.is_integer() && !plain->denominator) {
      row.ordinal = plain->value.integer();
    } else {
      return false;
    }
    row.ordinal_words = column;
    return true;
  }

  Builder& builder_;
  const CardContext& card_;
  const TableMatch& table_;
  const TableMatch& printed_;
  ScheduleDates dates_;
  std::optional<std::pair<NormSpan, DateValue>> day_;  ///< the only day of the row above, and where it is printed
  bool matrix_ = false;                                ///< every activity of a row is an event
};

/// 期日 | 日程 | 場所: the second of two columns of dates says what is done where none of its cells is a date.
std::optional<std::size_t> misread_activity(const Builder& builder, const TableMatch& table) {
  const auto holds = [&](ColumnRole role, std::size_t from) {
    const auto at = std::find_if(table.columns.begin() + static_cast<std::ptrdiff_t>(from), table.columns.end(),
                                 [&](const ColumnMatch& column) { return column.role == role; });
    return static_cast<std::size_t>(at - table.columns.begin());
  };
  const std::size_t first = holds(ColumnRole::kDate, 0);
  if (first == table.columns.size() || holds(ColumnRole::kActivity, 0) < table.columns.size()) return std::nullopt;
  const std::size_t second = holds(ColumnRole::kDate, first + 1);
  if (second == table.columns.size()) return std::nullopt;
  const bool words = std::all_of(table.rows.begin(), table.rows.end(), [&](const TableRow& row) {
    const auto dates = find_dates(builder.words(row.cells[second]));
    return std::all_of(dates.begin(), dates.end(), [](const DateValue& date) { return date.edtf.empty(); });
  });
  return words ? std::optional(second) : std::nullopt;
}

/// 月日 | 行事 | 月日 | 行事: the same headings again beside the first ones, a table each. None where none come again.
std::vector<TableMatch> sides_of(const Builder& builder, const TableMatch& table) {
  const auto& columns = table.columns;
  const auto same = [&](const ColumnMatch& a, const ColumnMatch& b) {
    return a.role == b.role && label_key(builder.words(a.label)) == label_key(builder.words(b.label));
  };
  std::size_t width = 1;
  while (width < columns.size() && !same(columns[0], columns[width])) ++width;
  bool again = width > 1 && width < columns.size() && columns.size() % width == 0;
  for (std::size_t c = width; again && c < columns.size(); ++c) again = same(columns[c], columns[c - width]);
  const auto first_end = columns.begin() + static_cast<std::ptrdiff_t>(width);
  again = again && std::any_of(columns.begin(), first_end,
                               [](const ColumnMatch& column) { return column.role == ColumnRole::kDate; });
  if (!again) return {};
  std::vector<TableMatch> sides;
  for (std::size_t begin = 0; begin < columns.size(); begin += width) {
    TableMatch& side = sides.emplace_back(table);
    const auto cut = [&](auto& all) {
      all.erase(all.begin() + static_cast<std::ptrdiff_t>(begin + width), all.end());
      all.erase(all.begin(), all.begin() + static_cast<std::ptrdiff_t>(begin));
    };
    cut(side.columns);
    for (TableRow& row : side.rows) {
      cut(row.cells);
      row.wide.clear();
    }
  }
  return sides;
}

}  // namespace

void build_schedule_table(Builder& builder, const CardContext& card, const TableMatch& table) {
  if (const auto activity = misread_activity(builder, table)) {
    TableMatch settled = table;
    settled.columns[*activity].role = ColumnRole::kActivity;
    ScheduleTable(builder, card, settled, table).run();
    return;
  }
  const std::vector<TableMatch> sides = sides_of(builder, table);
  if (sides.empty()) {
    ScheduleTable(builder, card, table, table).run();
    return;
  }
  std::vector<ScheduleTable> readers;
  for (const TableMatch& side : sides) readers.emplace_back(builder, card, side, table);
  for (std::size_t r = 0; r < table.rows.size(); ++r) {
    bool gave = false;
    for (std::size_t s = 0; s < sides.size(); ++s) gave = readers[s].build(sides[s].rows[r]) || gave;
    if (!gave) readers.front().leave(table.rows[r].block);
  }
}

}  // namespace torikomi
