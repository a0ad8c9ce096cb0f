#include "schedule_row.h"

#include <array>

#include "torikomi/value/headcount.h"

namespace torikomi {
namespace {

Cell day_cell(Builder& builder, const Day& day, NormSpan words) {
  std::array<char, 10> text = {'0', '0', '0', '0', '-', '0', '0', '-', '0', '0'};
  const auto put = [&text](std::size_t last, unsigned number) {
    for (std::size_t at = last; number > 0; --at, number /= 10) text[at] = static_cast<char>('0' + number % 10);
  };
  put(3, static_cast<unsigned>(static_cast<int>(day.year())) % 10000);
  put(6, static_cast<unsigned>(day.month()));
  put(9, static_cast<unsigned>(day.day()));
  return builder.value_cell(builder.records.keep({text.data(), text.size()}), words);
}

void set_date(Builder& builder, Row row, const DateValue& date, NormSpan words) {
  using namespace col::schedules;
  row[date_raw] = builder.raw_cell(words);
  row[edtf] = builder.value_cell(builder.records.keep(date.edtf), words);
  if (date.first) row[start_date] = day_cell(builder, *date.first, words);
  if (date.last) row[end_date] = day_cell(builder, *date.last, words);
  row[precision] = name(date.precision);
  row[approximate] = date.approximate;
  row[year_inferred] = date.year_inferred;
  if (date.start_time) row[start_time] = builder.value_cell(builder.records.keep(format_time(*date.start_time)), words);
  if (date.end_time) row[end_time] = builder.value_cell(builder.records.keep(format_time(*date.end_time)), words);
}

/// Contract: an event later than the date of the document, or one that says 予定, is planned.
std::string_view status_of(const Builder& builder, const DateValue& date) {
  if (date.planned) return "planned";
  return builder.document.date && date.first && *date.first > *builder.document.date ? "planned" : "done";
}

Cell headcount_cell(const Builder& builder, const ScheduleRow& row) {
  if (row.head_number) return builder.value_cell(*row.head_number, row.headcount);
  if (row.headcount.empty()) return {};
  const auto count = find_headcount(builder.words(row.headcount));
  if (!count) return {};
  return builder.value_cell(count->people, within(row.headcount, count->begin, count->end));
}

}  // namespace

std::string_view add_schedule(Builder& builder, const CardContext& card, const ScheduleRow& event) {
  using namespace col::schedules;
  const std::string_view id = builder.next_id('s');
  Row row = builder.add(TableId::schedules);
  row[measure_id] = card.measure_id;
  row[schedule_id] = id;
  row[status] = event.status.empty() || event.date.planned ? status_of(builder, event.date) : event.status;
  row[activity] = builder.line_cell(event.activity);
  if (event.ordinal) row[ordinal] = builder.value_cell(*event.ordinal, event.ordinal_words);
  set_date(builder, row, event.date, event.date_words);
  row[place] =
      event.place_text.empty() ? builder.line_cell(event.place) : builder.value_cell(event.place_text, event.place);
  row[participants_raw] = builder.printed_cell(event.participants);
  row[headcount] = headcount_cell(builder, event);
  row[content] = builder.text_cell(event.content);
  row[line] = builder.line_of(event.at.empty() ? event.date_words : event.at);
  if (!event.participants.empty()) {
    const NormSpan people = event.people.empty() ? event.participants : event.people;
    build_event_people(builder, card, {id, people, "attendee", event.persons});
  }
  if (!event.host.empty()) build_event_people(builder, card, {id, event.host, "host", false});
  return id;
}

}  // namespace torikomi
