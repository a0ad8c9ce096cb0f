// The event of a label-and-value sheet: 1 テーマ, 2 日時, 3 場所, 4 講師, 5 出席者, 6 内容.
#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "builder.h"
#include "schedule_row.h"
#include "torikomi/layout/items.h"
#include "torikomi/value/event.h"
#include "torikomi/value/people_lists.h"
#include "torikomi/value/person.h"
#include "torikomi/value/person_list.h"

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

/// 上野 隆 at the end of an entry: family and given name with a blank between them.
bool ends_with_parted_name(std::string_view entry) {
  const auto person = find_person(entry);
  if (!person) return false;
  const std::string_view name = entry.substr(person->begin, person->end - person->begin);
  return name.find(' ') != name.npos && looks_like_person(name);
}

/// 会 長 佐 藤 和 雄: who leads them, by his post.
bool begins_with_chair(std::string_view entry) {
  std::string letters(entry.substr(0, 30));
  std::erase(letters, ' ');
  const auto begins = [&](std::string_view post) { return letters.starts_with(post); };
  return begins("会長") || begins("委員長") || begins("座長") || begins("議長") || begins("部会長");
}

/// 市長 山田 太郎、教育長 鈴木 花子: half of the entries and more end with such names, and none counts people.
bool lists_persons(std::string_view words) {
  std::size_t entries = 0;
  std::size_t names = 0;
  for (std::size_t at = 0; at < words.size();) {
    const std::size_t end = std::min({words.find("、", at), words.find_first_of("\r\n\v\x1f", at), words.size()});
    const std::string_view entry = without_count(words.substr(at, end - at));
    if (entry.find_first_of("0123456789") != entry.npos) return false;
    entries += entry.find_first_not_of(' ') == entry.npos ? 0 : 1;
    names += ends_with_parted_name(entry) || find_leading_person(entry) ? 1 : 0;
    at = end + (words.substr(end).starts_with("、") ? std::string_view("、").size() : 1);
  }
  return (names > 1 && names * 2 >= entries) || (names == 1 && entries == 1 && begins_with_chair(words));
}

/// The time of day that `words` begin with; nothing where they begin otherwise.
std::vector<DateValue> leading_time(std::string_view words) {
  if (words.empty() || !(words.starts_with("午") || (words[0] >= '0' && words[0] <= '9'))) return {};
  const std::size_t digit = words.find_first_of("0123456789");
  const std::size_t end = words.find_first_of(" \v\x1f\n\r", std::min(digit, words.size()));
  return find_dates(fmt::format("1月1日 {}", words.substr(0, end)));
}

/// 午後2時00分 of 午後2時00分 開会 and of 開会:午後2時00分, whose label begins at `label`; nothing where no time stands
/// beside it.
std::vector<DateValue> time_beside(std::string_view words, std::size_t label, std::size_t size) {
  std::string_view before = words.substr(0, label);
  while (before.ends_with(' ') || before.ends_with('(')) before.remove_suffix(1);
  const std::size_t line = before.find_last_of(" \v\x1f\n\r");
  auto time = leading_time(line == before.npos ? before : before.substr(line + 1));
  if (!time.empty()) return time;
  std::string_view behind = words.substr(label + size);
  for (const std::string_view word : {"時刻", "時間"})
    if (behind.starts_with(word)) behind.remove_prefix(word.size());
  behind.remove_prefix(std::min(behind.find_first_not_of(": "), behind.size()));
  return leading_time(behind);
}

/// 開会 14時30分 閉会 15時55分 behind the day: when the meeting began and ended.
void take_session(DateValue& date, std::string_view behind) {
  if (date.precision != Precision::kDay) return;
  const auto time_at = [&](std::initializer_list<std::string_view> labels) {
    for (const std::string_view label : labels) {
      const std::size_t at = behind.find(label);
      if (at == behind.npos) continue;
      const auto told = time_beside(behind, at, label.size());
      if (told.size() == 1) return told.front().start_time;
    }
    return decltype(date.start_time)();
  };
  if (!date.start_time) {  // 14時30分 in the line below the day
    const std::size_t begin = behind.find_first_not_of(" \v\x1f\n\r");
    const auto told = begin == behind.npos ? std::vector<DateValue>() : leading_time(behind.substr(begin));
    if (told.size() == 1) date.start_time = told.front().start_time;
  }
  if (!date.start_time) date.start_time = time_at({"開会", "開議", "開始"});
  if (date.start_time && !date.end_time) date.end_time = time_at({"閉会", "散会", "閉議", "終了"});
}

class Sheet {
 public:
  Sheet(Builder& builder, const CardContext& card, const CardMatch& match)
      : builder_(builder), card_(card), match_(match) {}

  void run() {
    NormSpan when = text_of(FieldType::kWhen);
    if (when.empty()) when = day_of_session();
    if (when.empty()) {
      // 出席議員 14名, and who they are, in minutes whose day has no label
      for (const NormSpan people : parts_of_attendees())
        if (names_persons()) build_event_people(builder_, card_, {{}, people, "attendee", true});
      return;
    }
    DateContext context;
    context.fiscal_year = card_.fiscal_year;
    context.document_date = builder_.document.date;
    std::vector<DateValue> dates = find_dates(builder_.words(when), context);
    std::erase_if(dates, [&](const DateValue& date) {
      return (date.precision == Precision::kNone && date.begin != 0) || lies_in_range(date, dates);
    });
    if (dates.size() == 1) take_session_fields(dates.front());
    if (dates.size() == 1) {
      const std::string_view words = builder_.words(when);
      take_session(dates.front(), words.substr(0, dates.front().begin));  // 開会 in the line above the day
      take_session(dates.front(), words.substr(dates.front().end));
    }
    for (std::size_t i = 0; i < dates.size(); ++i) add(when, dates[i], i + 1, dates.size());
  }

 private:
  /// A cell that was put together stands behind the body of the text: it is no part of a stretch with others.
  [[nodiscard]] bool follows(NormSpan before, NormSpan text) const {
    const std::size_t body = builder_.norm.body().size();
    return text.begin >= before.end && (before.begin < body) == (text.begin < body);
  }

  /// All texts as one stretch, up to the first that does not follow the one before it.
  [[nodiscard]] NormSpan whole(const std::vector<NormSpan>& texts) const {
    NormSpan out = texts.front();
    for (std::size_t i = 1; i < texts.size() && follows(out, texts[i]); ++i) out = cover(out, texts[i]);
    return out;
  }

  /// The texts up to the first that a bar, a tab or a tag parts from those before it.
  [[nodiscard]] NormSpan first_cell(const std::vector<NormSpan>& texts) const {
    NormSpan out = texts.front();
    for (std::size_t i = 1; i < texts.size() && follows(out, texts[i]); ++i) {
      const std::string_view between = builder_.words({out.end, texts[i].begin});
      if (between.find_first_not_of(" \v\x1f\r\n") != between.npos) break;
      out = cover(out, texts[i]);
    }
    return out;
  }

  [[nodiscard]] NormSpan text_of(FieldType type) const {
    for (const FieldMatch& field : match_.fields)
      if (field.rule->type == type && !field.texts.empty()) return whole(field.texts);
    return {};
  }

  /// Those who came, in as many texts as bars, tags or cells put together part; else as one.
  [[nodiscard]] std::vector<NormSpan> parts_of_attendees() const {
    std::vector<NormSpan> parts;
    for (const FieldMatch& field : match_.fields) {
      if (field.rule->type != FieldType::kAttendees || field.texts.empty()) continue;
      for (const NormSpan text : field.texts) {
        const bool apart = parts.empty() || !follows(parts.back(), text) ||
                           builder_.words({parts.back().end, text.begin}).find_first_of("|<") != std::string_view::npos;
        if (apart) {
          parts.push_back(text);
        } else {
          parts.back() = cover(parts.back(), text);
        }
      }
      break;
    }
    return parts;
  }

  /// 開会 令和5年2月21日 午前9時30分: the day, where no other label tells it.
  [[nodiscard]] NormSpan day_of_session() const {
    for (const FieldMatch& field : match_.fields) {
      if (field.rule->type != FieldType::kSession || field.texts.empty()) continue;
      const auto dates = find_dates(builder_.words(field.texts.front()));
      const bool day = dates.size() == 1 && dates.front().begin == 0 && dates.front().precision == Precision::kDay;
      return day && dates.front().start_time && !dates.front().year_inferred ? field.texts.front() : NormSpan();
    }
    return {};
  }

  /// 開会 | 午後2時, 閉会 | 午後4時: fields of their own.
  void take_session_fields(DateValue& date) const {
    if (date.precision != Precision::kDay) return;
    for (const FieldMatch& field : match_.fields) {
      if (field.rule->type != FieldType::kSession || field.texts.empty()) continue;
      const std::string_view words = builder_.words(whole(field.texts));
      auto told = leading_time(words);
      if (told.empty() || !told.front().start_time) told = find_dates(words);
      if (told.size() == 1 && !told.front().start_time) take_session(told.front(), words.substr(told.front().end));
      if (told.size() != 1 || !told.front().start_time) continue;
      const bool ends = builder_.words(field.label).find("閉") != std::string_view::npos ||
                        builder_.words(field.label).find("散") != std::string_view::npos;
      auto& time = ends ? date.end_time : date.start_time;
      if (!time) time = told.front().start_time;
    }
  }

  [[nodiscard]] bool names_persons() const {
    const auto field = std::find_if(match_.fields.begin(), match_.fields.end(), [](const FieldMatch& one) {
      return one.rule->type == FieldType::kAttendees && !one.texts.empty();
    });
    if (field == match_.fields.end()) return false;
    return field->rule->kind == "person" || lists_persons(builder_.words(text_of(FieldType::kAttendees)));
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

  /// The words of a label that asks for the name (会議名), else the title of the sheet, else its theme.
  [[nodiscard]] NormSpan name_of_event() const {
    for (const FieldMatch& field : match_.fields)
      if (field.rule->type == FieldType::kTheme && field.rule->kind == "name" && !field.texts.empty())
        return first_cell(field.texts);
    return match_.title.empty() ? text_of(FieldType::kTheme) : match_.title;
  }

  void add(NormSpan when, const DateValue& date, std::size_t day, std::size_t days) {
    ScheduleRow row;
    row.date = date;
    row.date_words = within(when, date.begin, date.end);
    row.activity = name_of_event();
    if (row.activity.empty()) row.activity = name_of_card();
    take_ordinal(row);
    row.place = words_of_day(builder_.text(), text_of(FieldType::kPlace), day, days);
    row.content = text_of(FieldType::kContent);
    if (day == 1) {
      row.participants = text_of(FieldType::kAttendees);
      row.persons = names_persons();
      row.headcount = text_of(FieldType::kHeadcount);
      if (row.headcount.empty()) row.headcount = first_list(row.participants);
    }
    const std::vector<NormSpan> people = parts_of_attendees();
    if (day == 1 && people.size() > 1) row.people = people.front();
    const std::string_view id = add_schedule(builder_, card_, row);
    for (std::size_t i = 1; day == 1 && i < people.size(); ++i)
      build_event_people(builder_, card_, {id, people[i], "attendee", row.persons});
    if (day == 1) add_lecturer(id);
  }

  /// 委員:… of 委員:… 事務局:…: the count of the others is not that of those who came. Empty where the first list is
  /// one of those who did not.
  [[nodiscard]] NormSpan first_list(NormSpan people) const {
    const std::string_view words = builder_.words(people);
    const std::vector<PeopleList> lists = people_lists(words);
    if (lists.empty() || lists.front().kind == PeopleKind::kAbsent) return {};
    // 〔計4名〕 right behind them
    const bool counted =
        lists.size() > 1 && lists[1].begin == lists.front().end && words.substr(lists[1].begin).starts_with("〔");
    return within(people, lists.front().begin, lists[counted ? 1 : 0].end);
  }

  /// 令和5年度第2回交通会議: the only number of a meeting in its name.
  void take_ordinal(ScheduleRow& row) const {
    const auto number = leading_ordinal(builder_.words(row.activity));
    if (!number) return;
    row.ordinal = number->number;
    row.ordinal_words = within(row.activity, number->begin, number->end);
  }

  /// Several where 、 or a line end parts them and each is a person by form.
  void add_lecturer(std::string_view schedule) {
    const NormSpan cell = text_of(FieldType::kLecturer);
    const std::string_view words = builder_.words(cell);
    for (std::size_t at = 0; at < words.size();) {
      const std::size_t comma = std::min(words.find("、", at), words.size());
      const std::size_t end = std::min(comma, std::min(words.find_first_of("\v\x1f\n", at), words.size()));
      add_person(schedule, within(cell, static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(end)));
      at = end == comma ? end + std::string_view("、").size() : end + 1;
    }
  }

  void add_person(std::string_view schedule, NormSpan words) {
    const auto found = find_person(builder_.words(words));
    if (!found) return;
    const NormSpan name = within(words, found->begin, found->end);
    if (found->end == words.size() && !looks_like_person(line_text(builder_.words(name)))) return;
    using namespace col::participants;
    const Cell person = builder_.line_cell(name);
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

  Builder& builder_;
  const CardContext& card_;
  const CardMatch& match_;
};

}  // namespace

void build_sheet(Builder& builder, const CardContext& card, const CardMatch& sheet) {
  Sheet(builder, card, sheet).run();
}

}  // namespace torikomi
