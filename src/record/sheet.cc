// The event of a label-and-value sheet: 1 テーマ, 2 日時, 3 場所, 4 講師, 5 出席者, 6 内容.
#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "builder.h"
#include "schedule_row.h"
#include "torikomi/core/utf8.h"
#include "torikomi/layout/items.h"
#include "torikomi/value/event.h"

namespace torikomi {
namespace {

/// The words of one day in 1日目:米沢市 2日目:長井市; all of them where no days are told apart.
NormSpan words_of_day(std::string_view text, NormSpan cell, std::size_t day, std::size_t days) {
  if (days < 2) return cell;
  const auto mark_of = [](std::size_t number) { return fmt::format("{}日目", number); };
  const std::string_view words = slice(text, cell);
  const std::string mark = mark_of(day);
  const std::size_t begin = words.find(mark);
  if (begin == words.npos) return cell;
  std::size_t from = begin + mark.size();
  while (from < words.size() && (words[from] == ':' || words[from] == ' ')) ++from;
  std::size_t until = std::min(words.find(mark_of(day + 1), from), words.size());
  while (until > from && (words[until - 1] == ' ' || words[until - 1] == kBreak)) --until;
  return within(cell, static_cast<std::uint32_t>(from), static_cast<std::uint32_t>(until));
}

class Sheet {
 public:
  Sheet(Builder& builder, const CardContext& card, const CardMatch& match)
      : builder_(builder), card_(card), match_(match) {}

  void run() {
    const NormSpan when = text_of(FieldType::kWhen);
    if (when.empty()) return;
    DateContext context;
    context.fiscal_year = card_.fiscal_year;
    context.document_date = builder_.document.date;
    std::vector<DateValue> dates = find_dates(builder_.words(when), context);
    std::erase_if(dates, [&](const DateValue& date) {
      return (date.precision == Precision::kNone && date.begin != 0) || lies_in_range(date, dates);
    });
    for (std::size_t i = 0; i < dates.size(); ++i) add(when, dates[i], i + 1, dates.size());
  }

 private:
  [[nodiscard]] NormSpan text_of(FieldType type) const {
    for (const FieldMatch& field : match_.fields)
      if (field.rule->type == type && !field.texts.empty()) return cover(field.texts.front(), field.texts.back());
    return {};
  }

  /// 1月18日~19日 1日目 13:30 2日目 9:00: the range has the days already.
  static bool lies_in_range(const DateValue& date, std::span<const DateValue> dates) {
    return date.event_day != 0 && std::any_of(dates.begin(), dates.end(), [&](const DateValue& range) {
             return range.event_day == 0 && range.first && range.last && range.first < range.last &&
                    *range.first <= *date.first && *date.first <= *range.last;
           });
  }

  /// What the card is about, where no title tells it: its project, else its measure.
  [[nodiscard]] NormSpan name_of_card() const {
    for (const std::string_view name : {"project", "measure"})
      for (const FieldMatch& field : match_.fields)
        if (field.rule->name == name && !field.texts.empty()) return cover(field.texts.front(), field.texts.back());
    return {};
  }

  void add(NormSpan when, const DateValue& date, std::size_t day, std::size_t days) {
    ScheduleRow row;
    row.date = date;
    row.date_words = within(when, date.begin, date.end);
    row.activity = match_.title.empty() ? text_of(FieldType::kTheme) : match_.title;
    if (row.activity.empty()) row.activity = name_of_card();
    take_ordinal(row);
    row.place = words_of_day(builder_.text(), text_of(FieldType::kPlace), day, days);
    row.content = text_of(FieldType::kContent);
    if (day == 1) {
      row.participants = text_of(FieldType::kAttendees);
      row.headcount = text_of(FieldType::kHeadcount);
      if (row.headcount.empty()) row.headcount = row.participants;
    }
    const std::string_view id = add_schedule(builder_, card_, row);
    if (day == 1) add_lecturer(id);
  }

  /// 令和5年度第2回交通会議: the only number of a meeting in its name.
  void take_ordinal(ScheduleRow& row) const {
    const auto number = leading_ordinal(builder_.words(row.activity));
    if (!number) return;
    row.ordinal = number->number;
    row.ordinal_words = within(row.activity, number->begin, number->end);
  }

  void add_lecturer(std::string_view schedule) {
    const NormSpan words = text_of(FieldType::kLecturer);
    if (words.empty()) return;
    const std::string name = person_name(line_text(builder_.words(words)));
    if (name.empty()) return;
    using namespace col::participants;
    const Cell person = builder_.value_cell(builder_.records.keep(name), words);
    const std::string_view id = builder_.next_id('p');
    Row row = builder_.add(TableId::participants);
    row[measure_id] = card_.measure_id;
    row[schedule_id] = schedule;
    row[participant_id] = id;
    row[col::participants::name] = person;
    row[kind] = "person";
    row[role] = "lecturer";
    row[involved] = true;
    row[raw] = builder_.raw_cell(words);
    row[line] = builder_.line_of(words);
  }

  /// 地域活性化センターシニアフェロー 箕浦 龍一 氏 -> 箕浦 龍一: the last words of Kanji or kana before 氏, family and
  /// given name.
  [[nodiscard]] static std::string person_name(std::string words) {
    for (const std::string_view honorific : {"氏", "先生", "さん"}) {
      const std::size_t at = words.rfind(honorific);
      if (at != words.npos && at + honorific.size() == words.size()) words.resize(at);
    }
    while (words.ends_with(' ')) words.pop_back();
    const std::size_t last = words.rfind(' ');
    if (last == words.npos) return utf8::count(words) <= 8 ? words : std::string();
    const std::size_t before = words.rfind(' ', last - 1);
    const std::string family =
        words.substr(before == words.npos ? 0 : before + 1, last - (before == words.npos ? 0 : before + 1));
    const std::string given = words.substr(last + 1);
    return utf8::count(family) <= 4 && utf8::count(given) <= 4 ? family + " " + given : given;
  }

  Builder& builder_;
  const CardContext& card_;
  const CardMatch& match_;
};

}  // namespace

void build_sheet(Builder& builder, const CardContext& card, const CardMatch& sheet) {
  Sheet(builder, card, sheet).run();
}

}  // namespace torikomi
