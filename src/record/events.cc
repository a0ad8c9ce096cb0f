// Rows of schedules from running text with dated events in it.
#include <string_view>
#include <vector>

#include "builder.h"
#include "schedule_row.h"
#include "torikomi/layout/items.h"
#include "torikomi/value/event.h"

namespace torikomi {
namespace {

constexpr std::string_view kDitto = "同上";

class EventBuilder {
 public:
  EventBuilder(Builder& builder, const CardContext& card, NormSpan cell, const FieldRule& rule)
      : builder_(builder), card_(card), cell_(cell), rule_(rule) {}

  void run(const EventWords& words) {
    DateContext context;
    context.fiscal_year = card_.fiscal_year;
    context.document_date = builder_.document.date;
    std::vector<EventLine> lines;
    for (const CellItem& item : builder_.items_of(cell_)) lines.push_back({local(item.marker), local(item.text)});
    for (const Event& event : read_events(builder_.words(cell_), lines, words, context)) build(event);
  }

 private:
  [[nodiscard]] TextRange local(NormSpan span) const { return {span.begin - cell_.begin, span.end - cell_.begin}; }
  [[nodiscard]] NormSpan global(TextRange range) const { return within(cell_, range.begin, range.end); }

  void build(const Event& event) {
    ScheduleRow row;
    row.date = event.date;
    row.date_words = within(cell_, event.date.begin, event.date.end);
    row.status = rule_.status;
    row.activity = global(event.activity);
    // 策定(H27.10)/改定(H30.3): the stroke parts two events
    if (builder_.words(row.activity).starts_with('/')) ++row.activity.begin;
    // 「案内」(平成30年3月)、「手引」(令和元年5月)の配布: so does the comma
    for (const std::string_view mark : {"、", "・", "及び"})
      if (builder_.words(row.activity).starts_with(mark)) row.activity.begin += static_cast<std::uint32_t>(mark.size());
    row.ordinal = event.ordinal;
    row.ordinal_words = global(event.ordinal_words);
    row.place = global(event.place);
    row.participants = global(event.participants);
    // …and those who came to it
    if (builder_.words(row.participants) == kDitto) row.people = last_people_;
    if (row.people.empty() && !row.participants.empty()) last_people_ = row.participants;
    row.host = global(event.host);
    row.head_number = event.headcount;
    row.headcount = global(event.headcount_words);
    row.content = global(event.content);
    // 同上 means the place of the event before it in the same cell
    if (builder_.words(row.place) == kDitto) row.place_text = last_place_;
    add_schedule(builder_, card_, row);
    const ConstRow written = builder_.records[TableId::schedules].row(builder_.records[TableId::schedules].size() - 1);
    if (const Cell& place = written[col::schedules::place]; !place.empty()) last_place_ = place.text();
  }

  Builder& builder_;
  const CardContext& card_;
  NormSpan cell_;
  const FieldRule& rule_;
  std::string_view last_place_;
  NormSpan last_people_;
};

}  // namespace

void build_events(Builder& builder, const CardContext& card, NormSpan text, const FieldRule& rule,
                  const EventWords& words) {
  if (!text.empty()) EventBuilder(builder, card, text, rule).run(words);
}

}  // namespace torikomi
