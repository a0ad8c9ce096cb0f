// Rows of schedules, and of participants at single events.
#include <fmt/format.h>

#include <string_view>
#include <vector>

#include "builder.h"
#include "torikomi/layout/items.h"
#include "torikomi/value/event.h"

namespace torikomi {
namespace {

constexpr std::string_view kDitto = "同上";

class EventBuilder {
 public:
  EventBuilder(Builder& builder, const CardContext& card, NormSpan cell, const FieldRule& rule, const EventWords& words)
      : builder_(builder), card_(card), cell_(cell), rule_(rule), words_(words) {}

  void run() {
    DateContext context;
    context.fiscal_year = card_.fiscal_year;
    context.document_date = builder_.document.date;
    std::vector<EventLine> lines;
    for (const CellItem& item : split_items(builder_.text(), cell_))
      lines.push_back({local(item.marker), local(item.text)});
    for (const Event& event : read_events(builder_.words(cell_), lines, words_, context)) build(event);
  }

 private:
  [[nodiscard]] TextRange local(NormSpan span) const { return {span.begin - cell_.begin, span.end - cell_.begin}; }
  [[nodiscard]] NormSpan global(TextRange range) const { return within(cell_, range.begin, range.end); }

  void build(const Event& event) {
    using namespace col::schedules;
    const std::string_view id = builder_.next_id('s');
    const NormSpan date_words = {cell_.begin + event.date.begin, cell_.begin + event.date.end};
    Row row = builder_.add(TableId::schedules);
    row[measure_id] = card_.measure_id;
    row[schedule_id] = id;
    row[status] = std::string_view(rule_.status);
    row[activity] = builder_.line_cell(global(event.activity));
    if (event.ordinal) row[ordinal] = builder_.value_cell(*event.ordinal, global(event.ordinal_words));
    row[date_raw] = builder_.raw_cell(date_words);
    set_date(row, event.date, date_words);
    set_place(row, event);
    row[participants_raw] = builder_.raw_cell(global(event.participants));
    if (event.headcount) row[headcount] = builder_.value_cell(*event.headcount, global(event.headcount_words));
    row[content] = builder_.text_cell(global(event.content));
    row[line] = builder_.line_of(date_words);
    if (!event.participants.empty()) build_event_people(builder_, card_, {id, global(event.participants), "attendee"});
    if (!event.host.empty()) build_event_people(builder_, card_, {id, global(event.host), "host"});
  }

  void set_date(Row row, const DateValue& date, NormSpan words) {
    using namespace col::schedules;
    const auto day = [&](const Day& value) {
      return builder_.value_cell(
          builder_.records.keep(fmt::format("{:04}-{:02}-{:02}", static_cast<int>(value.year()),
                                            static_cast<unsigned>(value.month()), static_cast<unsigned>(value.day()))),
          words);
    };
    row[edtf] = builder_.value_cell(builder_.records.keep(date.edtf), words);
    if (date.first) row[start_date] = day(*date.first);
    if (date.last) row[end_date] = day(*date.last);
    row[precision] = name(date.precision);
    row[approximate] = date.approximate;
    row[year_inferred] = date.year_inferred;
    if (date.start_time)
      row[start_time] = builder_.value_cell(builder_.records.keep(format_time(*date.start_time)), words);
    if (date.end_time) row[end_time] = builder_.value_cell(builder_.records.keep(format_time(*date.end_time)), words);
  }

  /// 同上 means the place of the event before it in the same cell.
  void set_place(Row row, const Event& event) {
    Cell place = builder_.line_cell(global(event.place));
    if (place.text() == kDitto && !last_place_.empty()) place = builder_.value_cell(last_place_, global(event.place));
    row[col::schedules::place] = place;
    if (!place.empty()) last_place_ = place.text();
  }

  Builder& builder_;
  const CardContext& card_;
  NormSpan cell_;
  const FieldRule& rule_;
  const EventWords& words_;
  std::string_view last_place_;
};

}  // namespace

void build_events(Builder& builder, const CardContext& card, NormSpan text, const FieldRule& rule,
                  const EventWords& words) {
  if (!text.empty()) EventBuilder(builder, card, text, rule, words).run();
}

}  // namespace torikomi
