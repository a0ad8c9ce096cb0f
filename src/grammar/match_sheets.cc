// Sheets outside of cards: lines of labels and words, as the head of minutes or a form has them.
#include <algorithm>
#include <array>
#include <string>
#include <utility>

#include "heading.h"
#include "matcher.h"
#include "torikomi/core/utf8.h"
#include "torikomi/value/date.h"
#include "torikomi/value/kpi.h"
#include "torikomi/value/people_lists.h"

namespace torikomi {

namespace {

/// 次 of 議 事 次 第: the words go on in wide letters.
bool is_lone_letter(std::string_view text, std::uint32_t at) {
  const std::size_t end = at + utf8::decode(text, at).size;
  return end < text.size() && text[end] == ' ';
}

/// By its first letter.
bool may_begin_with_date(std::string_view words) {
  constexpr std::string_view kLetters = "0123456789HRS";
  return !words.empty() && (kLetters.find(words.front()) != kLetters.npos || words.starts_with("令和") ||
                            words.starts_with("平成") || words.starts_with("昭和"));
}

/// 午後2時30分~4時: nothing but a time of day.
bool is_time(std::string_view words) {
  constexpr std::array<std::string_view, 15> kParts = {"午前", "午後", "時",   "分",   "半", "から", "まで", "開会",
                                                       "開議", "閉会", "散会", "閉議", "~",  "(",    ")"};
  while (!words.empty()) {
    const auto* part =
        std::find_if(kParts.begin(), kParts.end(), [&](std::string_view word) { return words.starts_with(word); });
    const bool figure = (words.front() >= '0' && words.front() <= '9') || words.front() == ' ' || words.front() == ':';
    if (part == kParts.end() && !figure) return false;
    words.remove_prefix(part == kParts.end() ? 1 : part->size());
  }
  return true;
}

/// (7名), 14名: nobody is named.
bool is_count(std::string_view words) {
  return words.find_first_of("0123456789") != words.npos && words.find("名") != words.npos &&
         words.find_first_not_of("0123456789() 名:計") == words.npos;
}

/// (火) behind a day.
bool is_weekday(std::string_view words) {
  constexpr std::string_view kDays = "月火水木金土日";
  constexpr std::size_t kDay = 3;  // bytes
  if (!words.starts_with('(') || words.size() < kDay + 2) return false;
  const std::string_view behind = words.substr(1 + kDay);
  return kDays.find(words.substr(1, kDay)) % kDay == 0 && (behind == ")" || behind == "曜)" || behind == "曜日)");
}

/// Where the label begins in 白川市審議会出席者; 0 where the words do not begin with one behind the name of a body.
std::uint32_t body_before_attendees(std::string_view words) {
  constexpr std::size_t kLongest = 90;  // bytes
  constexpr std::string_view kBody = "会";
  for (const std::string_view label : {"会出席者", "会出席委員", "会欠席者", "会欠席委員"}) {
    const std::size_t at = words.substr(0, kLongest).find(label);
    const std::size_t end = at == words.npos ? at : at + label.size();
    if (end == words.npos || words.substr(0, at).find_first_of(" :") != words.npos) continue;
    if (end == words.size() || words[end] == ' ' || words[end] == ':')
      return static_cast<std::uint32_t>(at + kBody.size());
  }
  return 0;
}

/// 白川市総合計画審議会(第1回第4部会)
bool names_council(std::string_view title) {
  constexpr std::array<std::string_view, 10> kCouncils = {"審議会", "委員会", "協議会", "懇話会", "懇談会",
                                                          "検討会", "部会",   "会議",   "定例会", "臨時会"};
  constexpr std::size_t kLongest = 120;  // bytes
  const std::string_view name = title.ends_with(')') ? title.substr(0, title.rfind('(')) : title;
  return title.size() <= kLongest &&
         std::any_of(kCouncils.begin(), kCouncils.end(), [&](auto council) { return name.ends_with(council); });
}

bool begins_with_date(std::string_view words) {
  const auto dates = find_dates(words);
  return !dates.empty() && dates.front().begin == 0 && dates.front().precision == Precision::kDay;
}

}  // namespace

std::optional<LabelHit> Matcher::sheet_label(NormSpan words) const {
  const LabelFinder labels(text_, grammars_);
  words.begin += body_before_attendees(slice(text_, words));
  if (auto hit = labels.find(words)) return field_of(hit) == nullptr ? std::nullopt : hit;
  Heading heading = read_heading(text_, words, std::nullopt, labels);
  if (!heading.hit || heading.year.empty() || field_of(heading.hit) == nullptr) return std::nullopt;
  heading.hit->note = heading.year;
  return heading.hit;
}

/// 【委員】 below 出席者: the list of those who came goes on, also behind a blank line.
bool Matcher::take_people_group(std::uint32_t i, const Block& block) {
  if (in_card_ || !in_sheet_ || line_sheet_ || current().fields.empty()) return false;
  const FieldMatch& last = current().fields.back();
  if (last.rule->type != FieldType::kAttendees || !opens_people_list(slice(text_, block.span))) return false;
  for (std::uint32_t b = current().last_block + 1; b < i; ++b)
    if (layout_.blocks[b].kind != BlockKind::kBlank) return false;
  add_text(i, current().fields.size() - 1, block);
  open_field_ = current().fields.size() - 1;
  open_level_ = 0;
  return true;
}

bool Matcher::take_sheet_line(std::uint32_t i, const Block& block) {
  if (in_card_) return false;
  if (take_people_group(i, block)) return true;
  if (block.kind == BlockKind::kPair && block.cell_count == 2) {
    const auto cells = layout_.cells_of(block);
    const auto hit = sheet_label(cells[0].span);
    if (!hit || !bears(*hit, cells[1].span)) return false;
    add_sheet_field(i, *hit, cells[1].span);
    return true;
  }
  if (block.rule == "speech") return false;
  const NormSpan line = block.text.empty() ? block.span : block.text;
  if (take_attendees_as_follows(i, line)) return true;
  std::uint32_t rest = 0;
  const LabelFinder labels(text_, grammars_);
  const NormSpan named{line.begin + body_before_attendees(slice(text_, line)), line.end};
  if (const auto hit = labels.find_at_begin(named, rest); field_of(hit) != nullptr && rest < line.end) {
    // only what a mark, a sheet or wide letters (日 時) make a label: a sentence may begin with such a word as well
    const bool wide = slice(text_, hit->label).find(' ') != std::string_view::npos && !is_lone_letter(text_, rest);
    const bool day =
        field_of(hit)->type == FieldType::kWhen && begins_with_date(slice(text_, NormSpan{rest, line.end}));
    if (block.marker.empty() && !in_sheet_ && !wide && text_[rest - 1] != ':' && !day) return false;
    if (!bears(*hit, {rest, line.end})) return false;
    add_sheet_field(i, *hit, {rest, line.end});
    // 出席委員(7名): who they are stands below
    waits_for_words_ = field_of(hit)->type == FieldType::kAttendees &&
                       is_count(slice(text_, NormSpan{rest, line.end})) && i + 1 < layout_.blocks.size() &&
                       layout_.blocks[i + 1].kind == BlockKind::kBlank;
    open_level_ = block.kind == BlockKind::kHeading ? block.level : 0;
    return true;
  }
  return take_label_above(i, block, line) || take_bare_day(i, block, line) || take_bare_time(i, block, line) ||
         take_bare_place(i, block, line);
}

/// 第2回審議会会議録 and the like.
bool Matcher::names_minutes(NormSpan title) const {
  const std::string key = label_key(slice(text_, title));
  constexpr std::array<std::string_view, 9> kPapers = {"会議録",   "議事録", "議事要旨",   "会議要旨", "会議概要",
                                                       "議事概要", "次第",   "委員会記録", "会議記録"};
  return std::any_of(kPapers.begin(), kPapers.end(), [&](auto paper) { return key.find(paper) != key.npos; });
}

/// 令和5年8月23日 午後2時 below the title of minutes: a day with its time, or with the day of the week, needs no label.
bool Matcher::take_bare_day(std::uint32_t i, const Block& block, NormSpan line) {
  constexpr std::uint32_t kLongest = 120;  // bytes
  const std::string_view words = slice(text_, line);
  const std::string_view mark = slice(text_, block.marker);
  const bool bullet = block.kind == BlockKind::kListItem && mark.find_first_of("0123456789") == mark.npos;
  if (in_sheet_ || (block.kind != BlockKind::kText && block.kind != BlockKind::kHeading && !bullet) ||
      line.size() > kLongest || !may_begin_with_date(words) ||
      (words.find("時") == words.npos && !words.ends_with(')')))
    return false;
  const auto dates = find_dates(words);
  if (dates.size() != 1 || dates.front().begin != 0) return false;
  const std::size_t bracket = std::min(words.rfind('('), words.size());
  const bool weekday = is_weekday(words.substr(bracket)) && dates.front().end >= bracket;
  if (!weekday && (words.find("時") == words.npos || !is_time(words.substr(dates.front().end)))) return false;
  if (dates.front().year_inferred) return false;
  const NormSpan title = title_above(i);
  if (!names_minutes(title) && !(dates.front().start_time && names_council(slice(text_, title)))) return false;
  const FieldRule* rule = rule_of(FieldType::kWhen);
  if (rule == nullptr) return false;
  add_field(i, *rule, {{}, {line.begin, line.begin}, {}}).texts.push_back(line);
  current().last_block = i;
  open_field_ = kNoField;
  bare_day_ = i;
  return true;
}

/// 午前10時 開議 directly below such a day, 午前11時25分 散会 below that.
bool Matcher::take_bare_time(std::uint32_t i, const Block& block, NormSpan line) {
  if (!in_sheet_ || block.kind != BlockKind::kText || bare_day_ + 1 != i || i == 0) return false;
  const std::string_view words = slice(text_, line);
  auto& fields = current().fields;
  if (words.find("時") == words.npos || !is_time(words) || fields.empty() ||
      fields.back().rule->type != FieldType::kWhen)
    return false;
  add_text(i, fields.size() - 1, block);
  current().last_block = bare_day_ = i;
  return true;
}

/// 議事堂第3委員会室 directly below such a day: where they met.
bool Matcher::take_bare_place(std::uint32_t i, const Block& block, NormSpan line) {
  constexpr std::size_t kLongest = 24;                                                          // letters
  const bool marked = block.kind == BlockKind::kHeading || block.kind == BlockKind::kListItem;  // 1 市役所議場
  if (!in_sheet_ || (block.kind != BlockKind::kText && !marked) || bare_day_ + 1 != i || i == 0) return false;
  const std::string_view words = slice(text_, line);
  if (utf8::count(words) > kLongest || words.find(':') != words.npos) return false;
  const auto ends = [&](std::string_view end) { return words.ends_with(end); };
  constexpr std::array<std::string_view, 7> kPlaces = {"室", "会館", "公民館", "議場", "ホール", "センター", "庁舎"};
  const FieldRule* rule = std::any_of(kPlaces.begin(), kPlaces.end(), ends) ? rule_of(FieldType::kPlace) : nullptr;
  if (rule == nullptr) return false;
  add_field(i, *rule, {{}, {line.begin, line.begin}, {}}).texts.push_back(line);
  current().last_block = i;
  open_field_ = kNoField;
  return true;
}

const FieldRule* Matcher::rule_of(FieldType type) const {
  for (const Grammar* grammar : grammars_)
    for (const FieldRule& rule : grammar->fields)
      if (rule.type == type) return &rule;
  return nullptr;
}

/// 開会 before a time tells when the meeting began; 1 開会 is a point of its agenda. 平成29年度当初予算:水道事業会計
/// names a paper and is no sum.
bool Matcher::bears(const LabelHit& hit, NormSpan words) const {
  const FieldType type = field_of(hit)->type;
  const std::string_view own = slice(text_, words);
  if (type == FieldType::kAmount && !in_card_ && !in_sheet_)
    return is_none_mark(own) || own.find_first_of("0123456789") != own.npos;
  // 指標:留学生数 目標:13,550人: more labels in the line
  if (type == FieldType::kIndicator && !in_card_) return own.find(':') == own.npos;
  if (type != FieldType::kSession) return true;
  if (is_time(own)) return !own.empty();
  const auto dates = find_dates(own);
  return dates.size() == 1 && dates.front().begin == 0 && dates.front().start_time;
}

/// 2 場所, and the words below it, behind a blank line where a mark or number makes it a label: in a sheet that has
/// begun with other labels, or 日時 above a day begins one.
bool Matcher::take_label_above(std::uint32_t i, const Block& block, NormSpan line) {
  const bool marked = !block.marker.empty() || block.kind == BlockKind::kHeading;
  if (take_attendees_below_agenda(i, block, line)) return true;
  constexpr std::uint32_t kLongestAlone = 24;  // bytes: 開催年月日; spares the look-up of other lines
  if (!in_sheet_ && !marked && (block.kind != BlockKind::kText || line.size() > kLongestAlone)) return false;
  std::uint32_t next = i + 1;
  if (marked && next < layout_.blocks.size() && layout_.blocks[next].kind == BlockKind::kBlank) ++next;
  if (next >= layout_.blocks.size()) return false;
  const Block& below = layout_.blocks[next];
  if (below.kind == BlockKind::kBlank || (!in_sheet_ && !may_begin_with_date(slice(text_, below.span)))) return false;
  const auto hit = sheet_label(within_brackets(line));
  if (!hit) return false;
  const bool open = in_sheet_ && !out_.sheets.empty() && !out_.sheets.back().fields.empty();
  const FieldType type = field_of(hit)->type;
  const bool dated = below.kind == BlockKind::kText && begins_with_date(slice(text_, below.span));
  const bool begins = (type == FieldType::kWhen || type == FieldType::kSession) && dated;
  if ((!open && !begins) || (type == FieldType::kSession && !dated)) return false;
  if (type == FieldType::kSession && !open) {  // <開会> above the day
    const FieldRule* rule = rule_of(FieldType::kWhen);
    if (rule == nullptr) return false;
    add_field(i, *rule, *hit);
    current().last_block = i;
    open_level_ = block.kind == BlockKind::kHeading ? block.level : 0;
    waits_for_words_ = next > i + 1;
    return true;
  }
  add_sheet_field(i, *hit, {line.end, line.end});
  open_level_ = block.kind == BlockKind::kHeading ? block.level : 0;
  waits_for_words_ = next > i + 1;
  return true;
}

/// The last sheet tells the day of a meeting, not far above, and nobody who came.
bool Matcher::lacks_attendees(std::uint32_t i) const {
  constexpr std::uint32_t kFar = 40;  // blocks: the agenda stands between
  if (in_card_ || in_sheet_ || out_.sheets.empty() || out_.sheets.back().last_block + kFar < i) return false;
  bool day = false;
  for (const FieldMatch& field : out_.sheets.back().fields) {
    if (field.rule->type == FieldType::kAttendees) return false;
    day = day || field.rule->type == FieldType::kWhen;
  }
  return day;
}

/// 出席者 alone below 1 開会 2 議事 3 閉会, and who came in the lines below it: minutes whose day stands above.
bool Matcher::take_attendees_below_agenda(std::uint32_t i, const Block& block, NormSpan line) {
  constexpr std::uint32_t kLongest = 48;  // bytes
  if (block.kind == BlockKind::kRow || line.size() > kLongest || !lacks_attendees(i)) return false;
  return opens_attendees(i) && add_attendees(i, within_brackets(line));
}

/// Words or a row stand below, at most one blank line between.
bool Matcher::opens_attendees(std::uint32_t i) const {
  std::uint32_t next = i + 1;
  if (next < layout_.blocks.size() && layout_.blocks[next].kind == BlockKind::kBlank) ++next;
  if (next < layout_.blocks.size() && layout_.blocks[next].kind == BlockKind::kSeparator) ++next;
  if (next >= layout_.blocks.size()) return false;
  const BlockKind kind = layout_.blocks[next].kind;
  return kind == BlockKind::kText || kind == BlockKind::kRow || kind == BlockKind::kListItem;
}

/// 出席議員  22名: how many came, and who they are in the rows below.
bool Matcher::counts_attendees(const Block& block) const {
  constexpr std::uint32_t kLongest = 60;  // bytes
  if (block.span.size() > kLongest) return false;
  std::uint32_t rest = 0;
  const auto hit = LabelFinder(text_, grammars_).find_at_begin(block.span, rest);
  return field_of(hit) != nullptr && field_of(hit)->type == FieldType::kAttendees && rest < block.span.end &&
         is_count(slice(text_, NormSpan{rest, block.span.end}));
}

/// 出席者 and who came in the lines below.
bool Matcher::add_attendees(std::uint32_t i, NormSpan label) {
  const auto hit = sheet_label(label);
  if (!hit || field_of(hit)->type != FieldType::kAttendees) return false;
  add_sheet_field(i, *hit, {label.end, label.end});
  waits_for_words_ = layout_.blocks[i + 1].kind == BlockKind::kBlank;
  return true;
}

/// 1.出席議員次のとおり, 出席委員は、13名で次のとおりである。: the words behind the label only point to the lines
/// below.
bool Matcher::take_attendees_as_follows(std::uint32_t i, NormSpan line) {
  constexpr std::string_view kFollows = "次のとおり";
  constexpr std::string_view kTopic = "は";
  std::string_view words = slice(text_, line);
  for (const std::string_view end : {"。", "である", "です", "であります"})
    if (words.ends_with(end)) words.remove_suffix(end.size());
  if (!words.ends_with(kFollows) || !opens_attendees(i)) return false;
  words.remove_suffix(kFollows.size());
  words = words.substr(0, words.find(kTopic));
  while (words.ends_with(' ')) words.remove_suffix(1);
  return add_attendees(i, {line.begin, line.begin + static_cast<std::uint32_t>(words.size())});
}

/// 【出席者】, <日時>: the label inside.
NormSpan Matcher::within_brackets(NormSpan line) const {
  constexpr std::array<std::pair<std::string_view, std::string_view>, 5> kBrackets = {
      {{"【", "】"}, {"<", ">"}, {"《", "》"}, {"[", "]"}, {"〔", "〕"}}};
  const std::string_view words = slice(text_, line);
  for (const auto& [open, close] : kBrackets)
    if (words.size() > open.size() + close.size() && words.starts_with(open) && words.ends_with(close))
      return {line.begin + static_cast<std::uint32_t>(open.size()),
              line.end - static_cast<std::uint32_t>(close.size())};
  return line;
}

void Matcher::add_sheet_field(std::uint32_t i, const LabelHit& hit, NormSpan words) {
  header_.clear();
  table_ = nullptr;
  if (field_of(hit)->type == FieldType::kAttendees && lacks_attendees(i)) {
    in_sheet_ = true;
    line_sheet_ = false;
  }
  FieldMatch& field = add_field(i, *field_of(hit), hit);
  if (!words.empty()) field.texts.push_back(words);
  current().last_block = i;
  open_level_ = 0;
}

}  // namespace torikomi
