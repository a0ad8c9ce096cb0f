#include "torikomi/value/event.h"

#include <algorithm>
#include <array>
#include <initializer_list>

#include "event_anchor.h"
#include "event_heading.h"
#include "event_labels.h"
#include "torikomi/core/find.h"
#include "torikomi/core/utf8.h"
#include "torikomi/value/group.h"
#include "torikomi/value/headcount.h"
#include "torikomi/value/municipality.h"
#include "torikomi/value/number.h"
#include "value/scan.h"

namespace torikomi {
namespace {

/// The first word of `range`. A blank behind 、 or ・ is a line break inside a list, and does not end it.
TextRange first_word(std::string_view text, TextRange range) {
  range = trim_event(text, range);
  for (std::uint32_t at = range.begin; at < range.end; ++at) {
    if (!is_event_blank(text[at])) continue;
    const auto before = utf8::decode_before(text, at).code_point;
    if (before != U'、' && before != U'・') return {range.begin, at};
  }
  return range;
}

/// Several lines that tell of one thing: a line and those that begin with a label of its event.
struct Group {
  TextRange marker;
  TextRange text;
};

class EventReader {
 public:
  EventReader(std::string_view text, std::span<const EventLine> lines, const EventWords& words,
              const DateContext& context)
      : text_(text), words_(words), dates_(find_dates(text, context)) {
    // 8月1日(1日目)に講義、2日目は視察: the days of one event are told in passing
    std::erase_if(dates_, [](const DateValue& date) { return date.event_day != 0; });
    for (const EventLine& line : lines) add_line(line);
  }

  std::vector<Event> run() {
    for (const Group& group : groups_) read(group);
    return std::move(out_);
  }

 private:
  void add_line(const EventLine& line) {
    if (!groups_.empty() && begins_with_label(line.text)) {
      groups_.back().text.end = line.text.end;
    } else {
      groups_.push_back({line.marker, line.text});
    }
  }

  [[nodiscard]] bool begins_with_label(TextRange line) const {
    const TextRange head = {line.begin, std::min(line.end, line.begin + 48)};
    const auto label = first_label(text_, head, words_);
    return label && label->label != EventLabel::kWhen;
  }

  void read(const Group& group) {
    labels_ = find_labels(text_, group.text, words_);
    const std::vector<Anchor> anchors = find_anchors(text_, group.text, dates_, labels_, words_);
    if (anchors.empty()) {
      const TextRange line = first_event_line(text_, group.text);
      const EventHeading heading = heading_words(text_, line, AnchorForm::kHead);
      set_heading(group, heading.words.empty() ? EventHeading{line, {}} : heading);
      return;
    }
    const EventHeading heading = own_heading(text_, group.text, anchors.front(), labels_);
    const TextRange own = heading.words;
    has_heading_ = !own.empty() && place_of_heading(text_, own).empty();
    for (std::size_t i = 0; i < anchors.size(); ++i) {
      const TextRange title = i == 0 ? own : bracket_title(text_, anchors[i], anchors[i - 1].end);
      if (!title.empty() && place_of_heading(text_, title).empty())
        set_heading(group, i == 0 ? heading : EventHeading{title, {}});
      std::uint32_t until = group.text.end;
      if (i + 1 < anchors.size()) {
        const TextRange next = bracket_title(text_, anchors[i + 1], anchors[i].end);
        until = next.empty() ? anchors[i + 1].begin : next.begin;
      }
      read_event(group, anchors[i], title, {anchors[i].end, std::max(until, anchors[i].end)});
    }
  }

  void set_heading(const Group& group, const EventHeading& heading) {
    if (heading.words.empty()) return;
    heading_ = heading.words;
    told_ = heading.told;
    heading_marker_ = group.marker.of(text_);
  }

  void read_event(const Group& group, const Anchor& anchor, TextRange own, TextRange segment) {
    Event event;
    if (anchor.ordinal) {
      event.ordinal = anchor.ordinal->number;
      event.ordinal_words = {anchor.ordinal->begin, anchor.ordinal->end};
    } else if (const auto numbers = find_ordinals(text_, own, dates_); numbers.size() == 1) {
      event.ordinal = numbers.front().number;
      event.ordinal_words = {numbers.front().begin, numbers.front().end};
    }
    const TextRange rest = read_labels(event, segment);
    if (event.place.empty()) event.place = place_of_heading(text_, own);
    read_place_before(event, anchor, group);
    if (event.place.empty()) event.place = place_inside(own);
    event.activity = heading_;
    if (anchor.form == AnchorForm::kSentence || anchor.attached) {
      read_sentence(event, group, anchor, own);
    } else {
      read_rest(event, group, rest);
    }
    take_bracketed_place(event);
    if (event.content.empty()) event.content = words_of_ordinal(anchor);
    if (event.content.empty()) event.content = told_;
    without_ordinal(event);
    read_headcount(event, segment);
    for (const DateValue* date : anchor.dates) {
      event.date = *date;
      out_.push_back(event);
    }
  }

  /// 平成29年度第1回推進会議: the number that begins a name is no part of it.
  static void without_ordinal(Event& event) {
    const bool begins = event.ordinal && event.ordinal_words.begin <= event.activity.begin &&
                        event.activity.begin < event.ordinal_words.end && event.ordinal_words.end < event.activity.end;
    if (begins) event.activity.begin = event.ordinal_words.end;
  }

  /// 第1回幹事会:平成29年4月26日, 第2回以降は、進捗をみて随時開催: what stands between the number and the date says
  /// what it is.
  [[nodiscard]] TextRange words_of_ordinal(const Anchor& anchor) const {
    const std::uint32_t date = anchor.dates.front()->begin;
    if (!anchor.ordinal || trim_event(text_, {anchor.ordinal->end, std::max(date, anchor.ordinal->end)}).empty())
      return {};
    const bool vague = anchor.dates.front()->precision == Precision::kNone;
    return trim_event(text_, {anchor.ordinal->begin, vague ? anchor.end : date});
  }

  /// Takes the labelled words of the segment; gives what stands before the first label.
  TextRange read_labels(Event& event, TextRange segment) const {
    TextRange rest = segment;
    bool first = true;
    for (std::size_t i = 0; i < labels_.size(); ++i) {
      const LabelFound& label = labels_[i];
      if (label.begin < segment.begin || label.begin >= segment.end) continue;
      if (first) rest.end = label.begin;
      first = false;
      std::uint32_t until = segment.end;
      if (i + 1 < labels_.size()) until = std::min(until, labels_[i + 1].begin);
      take_label(event, label, {label.value, std::max(until, label.value)});
    }
    return trim_event(text_, rest);
  }

  void take_label(Event& event, const LabelFound& label, TextRange words) const {
    const TextRange word = first_word(text_, words);
    switch (label.label) {
      case EventLabel::kPlace:
        if (event.place.empty()) event.place = without_closing(word);
        read_behind(event, word, words);
        break;
      case EventLabel::kParticipants:
        // (出席者:23名) counts, 参加市町:津山市 names
        if (word.empty() || (!is_group(word.of(text_)) && ((text_[word.begin] >= '0' && text_[word.begin] <= '9') ||
                                                           text_.substr(word.begin).starts_with("約")))) {
          take_headcount(event, word);
        } else if (event.participants.empty()) {
          event.participants = word;
        }
        break;
      case EventLabel::kAbsent:
        if (!event.participants.empty()) event.participants.end = word.end;
        break;
      case EventLabel::kContent:
        if (event.content.empty()) event.content = without_count_note(trim_event(text_, words));
        break;
      case EventLabel::kHeadcount:
        take_headcount(event, word);
        break;
      case EventLabel::kHost:
        event.host = word;
        break;
      case EventLabel::kWhen:
        break;
    }
  }

  /// 於:岡山市 関係市町の職員95名が参加した。: words behind the place that no label names.
  void read_behind(Event& event, TextRange word, TextRange words) const {
    const TextRange rest = without_count_note(trim_event(text_, {word.end, std::max(words.end, word.end)}));
    if (event.content.empty() && !rest.empty()) event.content = rest;
  }

  /// 内容:… (出席者:23名): the bracket opened for the next label is not content.
  [[nodiscard]] TextRange without_count_note(TextRange words) const {
    while (words.end > words.begin && text_[words.end - 1] == '(')
      words = trim_event(text_, {words.begin, words.end - 1});
    return words;
  }

  /// @会場) of (…@会場): a closing bracket without its opening one is not part of the place.
  [[nodiscard]] TextRange without_closing(TextRange word) const {
    const std::string_view words = word.of(text_);
    int depth = 0;
    for (std::uint32_t i = 0; i < words.size(); ++i) {
      if (words[i] == '(') ++depth;
      if (words[i] == ')' && --depth < 0) return {word.begin, word.begin + i};
    }
    return word;
  }

  void take_headcount(Event& event, TextRange words) const {
    const auto count = find_headcount(words.of(text_));
    if (!count) return;
    event.headcount = count->people;
    event.headcount_words = {words.begin + count->begin, words.begin + count->end};
  }

  /// 95名が参加した: a number of persons that a word for taking part follows.
  void read_headcount(Event& event, TextRange segment) const {
    if (event.headcount) return;
    const std::string_view words = segment.of(text_);
    if (find_words(words, "名") == words.npos && find_words(words, "人") == words.npos) return;
    for (const NumberValue& number : find_numbers(words)) {
      if ((number.unit != "人" && number.unit != "名") || !number.value.is_integer()) continue;
      const std::string_view behind = words.substr(number.end);
      if (!behind.starts_with("が参加") && !behind.starts_with("が出席") && !behind.starts_with("参加") &&
          !behind.starts_with("出席") && !behind.starts_with("が受講") && !counts_those(words.substr(0, number.begin)))
        continue;
      event.headcount = number.value.integer();
      event.headcount_words = {segment.begin + number.begin, segment.begin + number.end};
      return;
    }
  }

  /// 参加者45名, 受講者延べ30人: the word right before the number.
  [[nodiscard]] bool counts_those(std::string_view before) const {
    for (const std::string_view qualifier : {"延べ", "約", "計"})
      if (before.ends_with(qualifier)) before.remove_suffix(qualifier.size());
    return std::any_of(words_.headcount.begin(), words_.headcount.end(),
                       [&](const std::string& word) { return before.ends_with(word); });
  }

  /// 令和4年5月21日(北部公民館): a place in brackets behind the date.
  void take_bracketed_place(Event& event) const {
    const std::string_view words = event.content.of(text_);
    const std::size_t close = words.find(')');
    if (!event.place.empty() || words.size() < 3 || words.front() != '(' || close == words.npos) return;
    const auto end = event.content.begin + static_cast<std::uint32_t>(close);
    const TextRange inside = trim_event(text_, {event.content.begin + 1, end});
    if (!ends_like_place(inside.of(text_))) return;
    event.place = inside;
    event.content = trim_event(text_, {end + 1, event.content.end});
  }

  /// 岡山市内で平成29年3月20日に: the words before で.
  void read_place_before(Event& event, const Anchor& anchor, const Group& group) const {
    constexpr std::string_view kAt = "で";
    if (!event.place.empty() || anchor.begin < group.text.begin + kAt.size()) return;
    const std::string_view before = text_.substr(group.text.begin, anchor.begin - group.text.begin);
    if (!before.ends_with(kAt)) return;
    const std::size_t stop = before.find_last_of(" \v\n");
    std::uint32_t begin = group.text.begin + static_cast<std::uint32_t>(stop == before.npos ? 0 : stop + 1);
    for (const std::string_view mark : {"、", "。", "は"}) {
      const std::size_t at = text_.substr(begin, anchor.begin - begin).rfind(mark);
      if (at != std::string_view::npos) begin += static_cast<std::uint32_t>(at + mark.size());
    }
    const TextRange place = {begin, anchor.begin - static_cast<std::uint32_t>(kAt.size())};
    if (utf8::count(place.of(text_)) <= 20) event.place = place;
  }

  /// チラシを市内の公民館で配布(平成29年3月): the words before で, where only what is done follows. 市で負担 tells who,
  /// so a bare name is no place here; particles inside the words tell that they are more than a place.
  [[nodiscard]] TextRange place_inside(TextRange own) const {
    constexpr std::string_view kAt = "で";
    constexpr std::size_t kLongestDoing = 8;  // letters of の実施
    const TextRange none = {own.begin, own.begin};
    const std::string_view words = own.of(text_);
    const std::size_t at = words.rfind(kAt);
    if (at == words.npos) return none;
    const std::string_view doing = words.substr(at + kAt.size());
    if (doing.empty() || utf8::count(doing) > kLongestDoing || holds_any(doing, {"を", "が", "は", "、", " "}))
      return none;
    std::size_t begin = 0;
    for (const std::string_view mark : {"を", "、", " ", "」"})
      if (const std::size_t last = words.substr(0, at).rfind(mark); last != words.npos)
        begin = std::max(begin, last + mark.size());
    const TextRange place = {own.begin + static_cast<std::uint32_t>(begin), own.begin + static_cast<std::uint32_t>(at)};
    const std::string_view told = place.of(text_);
    return ends_like_place(told) && !holds_any(told, {"に", "は", "が"}) ? place : none;
  }

  [[nodiscard]] static bool holds_any(std::string_view words, std::initializer_list<std::string_view> parts) {
    return std::any_of(parts.begin(), parts.end(),
                       [&](std::string_view part) { return find_words(words, part) != words.npos; });
  }

  /// The whole sentence is the content; without a heading the words behind the date name what is done.
  void read_sentence(Event& event, const Group& group, const Anchor& anchor, TextRange own) {
    TextRange sentence = group.text;
    if (!own.empty()) sentence.begin = own.end;
    const std::string_view before = text_.substr(sentence.begin, anchor.begin - sentence.begin);
    if (const std::size_t stop = before.rfind("。"); stop != before.npos)
      sentence.begin += static_cast<std::uint32_t>(stop + 3);
    const std::size_t stop = find_words(text_.substr(anchor.end, group.text.end - anchor.end), "。");
    if (stop != std::string_view::npos) sentence.end = anchor.end + static_cast<std::uint32_t>(stop + 3);
    for (const LabelFound& label : labels_)
      if (label.begin >= anchor.end && label.begin < sentence.end && !in_bracket({sentence.begin, label.begin}))
        sentence.end = label.begin;
    if (event.content.empty()) event.content = trim_event(text_, sentence);
    if (!own.empty() && place_of_heading(text_, own).empty()) return;
    TextRange named = quoted_before(text_, anchor.begin, sentence.begin);
    if (named.empty()) named = what_is_done(text_, {anchor.end, sentence.end});
    if (!named.empty()) event.activity = named;
  }

  /// True where `range` opens a bracket that it does not close.
  [[nodiscard]] bool in_bracket(TextRange range) const {
    const std::string_view words = range.of(text_);
    return std::count(words.begin(), words.end(), '(') > std::count(words.begin(), words.end(), ')');
  }

  /// Words behind the date that no label names: who takes part, where, or what.
  void read_rest(Event& event, const Group& group, TextRange rest) {
    while (!rest.empty()) {
      const TextRange word = first_word(text_, rest);
      if (!take_word(event, word)) break;
      rest = trim_event(text_, {word.end, rest.end});
    }
    rest = without_count_note(rest);
    if (rest.empty()) return;
    // ・平成28年11月6日 収穫祭の開催: the item says when first and what then
    const bool names_itself = !has_heading_ && !group.marker.empty() && !event.ordinal;
    if (names_itself) {
      // below ②勉強会の開催 the items ・平成29年5月29日 会議への参加 belong to it
      if (event.content.empty() && !heading_.empty() && heading_marker_ != group.marker.of(text_))
        event.content = heading_;
      event.activity = rest;
    } else if (event.content.empty()) {
      event.content = rest;
    }
  }

  /// 全関係市町参加, 東京交通会館, 12市町合同, 岡山市・赤磐市.
  bool take_word(Event& event, TextRange word) const {
    constexpr std::string_view kTakesPart = "参加";
    const std::string_view words = word.of(text_);
    if (words.ends_with(kTakesPart) && event.participants.empty()) {
      const TextRange who = {word.begin, word.end - static_cast<std::uint32_t>(kTakesPart.size())};
      if (is_group(who.of(text_)) || parse_name(who.of(text_))) {
        event.participants = who;
        return true;
      }
    }
    if (event.participants.empty() && is_group(words)) {
      event.participants = word;
      return true;
    }
    if (event.place.empty() && event.ordinal && (ends_like_place(words) || names_only(words))) {
      event.place = word;
      return true;
    }
    return false;
  }

  /// The whole of `words` means several bodies.
  [[nodiscard]] static bool is_group(std::string_view words) {
    const auto groups = find_groups(words);
    return groups.size() == 1 && groups.front().begin == 0 && groups.front().end == words.size();
  }

  [[nodiscard]] bool ends_like_place(std::string_view words) const {
    return utf8::count(words) <= 20 && find_words(words, "、") == words.npos &&
           std::any_of(words_.place_suffix.begin(), words_.place_suffix.end(),
                       [&](const std::string& suffix) { return words.ends_with(suffix); });
  }

  std::string_view text_;
  const EventWords& words_;
  std::vector<DateValue> dates_;
  std::vector<Group> groups_;
  std::vector<LabelFound> labels_;
  TextRange heading_;  ///< the nearest heading above
  TextRange told_;     ///< its sentence, where it was cut from one or one explains it
  std::string_view heading_marker_;
  bool has_heading_ = false;  ///< the group being read has words before its first date
  std::vector<Event> out_;
};

}  // namespace

std::vector<Event> read_events(std::string_view text, std::span<const EventLine> lines, const EventWords& words,
                               const DateContext& context) {
  return EventReader(text, lines, words, context).run();
}

}  // namespace torikomi
