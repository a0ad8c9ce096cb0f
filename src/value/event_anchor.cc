#include "event_anchor.h"

#include <algorithm>
#include <array>

#include "torikomi/core/find.h"
#include "torikomi/core/utf8.h"
#include "value/scan.h"

namespace torikomi {
namespace {

constexpr std::string_view kTh = "第";
constexpr std::string_view kTimes = "回";

std::uint32_t skip_blanks(std::string_view text, std::uint32_t at, std::uint32_t limit) {
  while (at < limit && is_event_blank(text[at])) ++at;
  return at;
}

/// Behind the first of `words` that stands at `at`, or `at`.
template <class Words>
std::uint32_t skip_word(std::string_view text, std::uint32_t at, std::uint32_t limit, const Words& words) {
  std::uint32_t best = at;
  for (const auto& word : words) {
    if (text.substr(at, limit - at).starts_with(word))
      best = std::max(best, at + static_cast<std::uint32_t>(word.size()));
  }
  return best;
}

/// The digits at `at`; 0 digits where none stand.
std::uint32_t read_digits(std::string_view text, std::uint32_t at, std::uint32_t limit, std::int64_t& number) {
  number = 0;
  const std::uint32_t begin = at;
  while (at < limit && at - begin < 4 && text[at] >= '0' && text[at] <= '9') number = number * 10 + (text[at++] - '0');
  return at - begin;
}

/// What may follow 第N回 before the date or the colon.
std::uint32_t ordinal_tail(std::string_view text, std::uint32_t at, std::uint32_t limit) {
  constexpr std::array<std::string_view, 6> kTails = {"目", "会議", "会合", "以降", "は", "、"};
  for (std::uint32_t behind = skip_word(text, at, limit, kTails); behind != at;
       behind = skip_word(text, at, limit, kTails))
    at = behind;
  at = skip_blanks(text, at, limit);
  if (at < limit && text[at] == ':') at = skip_blanks(text, at + 1, limit);
  return at;
}

std::optional<Ordinal> ordinal_at(std::string_view text, std::uint32_t at, std::uint32_t limit) {
  Ordinal found;
  found.begin = at;
  std::uint32_t digits = skip_blanks(text, at + static_cast<std::uint32_t>(kTh.size()), limit);
  const std::uint32_t length = read_digits(text, digits, limit, found.number);
  std::uint32_t unit = skip_blanks(text, digits + length, limit);
  if (length == 0 || !text.substr(unit, limit - unit).starts_with(kTimes)) return std::nullopt;
  found.end = ordinal_tail(text, unit + static_cast<std::uint32_t>(kTimes.size()), limit);
  return found;
}

/// 平成29年度1回:平成29年4月21日: the 第 is lost; only directly behind a year and before a colon.
std::optional<Ordinal> bare_ordinal(std::string_view text, std::uint32_t at, std::uint32_t limit) {
  Ordinal found;
  const std::uint32_t length = read_digits(text, at, limit, found.number);
  if (length == 0 || !text.substr(at + length, limit - at - length).starts_with(kTimes)) return std::nullopt;
  const std::uint32_t unit = at + length + static_cast<std::uint32_t>(kTimes.size());
  found.end = ordinal_tail(text, unit, limit);
  if (found.end == unit || text.substr(unit, found.end - unit).find(':') == std::string_view::npos) return std::nullopt;
  return found;
}

bool is_year(const DateValue& date) {
  return date.precision == Precision::kYear || date.precision == Precision::kFiscalYear;
}

class AnchorFinder {
 public:
  AnchorFinder(std::string_view text, TextRange line, std::span<const DateValue> dates,
               std::span<const LabelFound> labels, const EventWords& words)
      : text_(text),
        line_(line),
        dates_(dates),
        labels_(labels),
        words_(words),
        ordinals_(find_ordinals(text, line, dates)) {}

  std::vector<Anchor> run() {
    for (const DateValue& date : dates_) {
      if (date.begin < line_.begin || date.end > line_.end) continue;
      if (joins_list(date)) {
        extend_list(date);
      } else if (auto anchor = read(date)) {
        out_.push_back(std::move(*anchor));
      }
    }
    return std::move(out_);
  }

 private:
  /// 8月、9月: nothing but a comma between this date and the one before, which dates an event.
  [[nodiscard]] bool joins_list(const DateValue& date) const {
    if (out_.empty() || out_.back().date_end > date.begin) return false;
    const std::string_view between = text_.substr(out_.back().date_end, date.begin - out_.back().date_end);
    return between == "、" || between == "・" || between == "," || between == "、 ";
  }

  void extend_list(const DateValue& date) {
    Anchor& anchor = out_.back();
    anchor.dates.push_back(&date);
    finish(anchor, date);
  }

  std::optional<Anchor> read(const DateValue& date) const {
    if (numbers_a_meeting(date)) return std::nullopt;
    Anchor anchor;
    anchor.dates = {&date};
    anchor.begin = before_time_word(date.begin);
    anchor.ordinal = ordinal_before(anchor.begin, date.precision == Precision::kNone);
    const bool word_begins = begins_word(anchor.begin);
    if (anchor.ordinal && begins_word(anchor.ordinal->begin)) {
      anchor.begin = anchor.ordinal->begin;
    } else if (const LabelFound* label = label_before(anchor.begin);
               label != nullptr && label->label == EventLabel::kWhen) {
      anchor.begin = label->begin;
    } else if (anchor.begin > line_.begin && text_[anchor.begin - 1] == '(') {
      anchor.form = AnchorForm::kBracket;
    } else if (!word_begins) {
      anchor.form = AnchorForm::kSentence;
    }
    finish(anchor, date);
    if (in_other_words(anchor, word_begins) || is_in_passing(anchor, date)) return std::nullopt;
    if (is_vague_remark(anchor, date)) return std::nullopt;
    if (anchor.form == AnchorForm::kBracket && (anchor.end >= line_.end + 1 || text_[anchor.end - 1] != ')'))
      anchor.form = AnchorForm::kSentence;
    return anchor;
  }

  /// Sets what follows the date: words that belong to it, the closing bracket, or a word that goes on.
  void finish(Anchor& anchor, const DateValue& date) const {
    anchor.date_end = date.end;
    std::uint32_t at = skip_word(text_, date.end, line_.end, words_.tail);
    at = skip_word(text_, at, line_.end, words_.tail);
    if (anchor.form == AnchorForm::kBracket && at < line_.end && text_[at] == ')') ++at;
    anchor.end = at;
    anchor.attached =
        at < line_.end && !is_event_blank(text_[at]) && text_[at] != ')' && text_[at] != '(' && text_[at] != ':';
    if (anchor.form == AnchorForm::kBracket) anchor.attached = false;
  }

  [[nodiscard]] bool begins_word(std::uint32_t at) const {
    if (at == line_.begin || is_event_blank(text_[at - 1]) || text_[at - 1] == ':') return true;
    const auto before = utf8::decode_before(text_, at).code_point;
    return before == U'◆' || before == U'。' || before == U'」';
  }

  /// 時期は未定, 時期未定: the word for the time belongs to the date.
  [[nodiscard]] std::uint32_t before_time_word(std::uint32_t at) const {
    const std::string_view before = text_.substr(line_.begin, at - line_.begin);
    for (const std::string& word : words_.when) {
      for (const std::string_view particle : {"は", ""}) {
        if (!before.ends_with(particle)) continue;
        const std::string_view rest = before.substr(0, before.size() - particle.size());
        if (rest.ends_with(word)) return line_.begin + static_cast<std::uint32_t>(rest.size() - word.size());
      }
    }
    return at;
  }

  [[nodiscard]] bool numbers_a_meeting(const DateValue& date) const {
    return std::any_of(ordinals_.begin(), ordinals_.end(),
                       [&](const Ordinal& ordinal) { return ordinal.begin <= date.begin && date.end < ordinal.end; });
  }

  /// The ordinal that leads to a date at `at`: 第1回:平成…, 第1回幹事会:平成…, and for 随時 第2回以降は、…を随時.
  [[nodiscard]] std::optional<Ordinal> ordinal_before(std::uint32_t at, bool vague) const {
    const Ordinal* last = nullptr;
    for (const Ordinal& ordinal : ordinals_)
      if (ordinal.end <= at) last = &ordinal;
    if (last == nullptr || (!out_.empty() && out_.back().date_end > last->begin)) return std::nullopt;
    const std::string_view between = text_.substr(last->end, at - last->end);
    if (between.empty() || between == "(") return *last;
    const bool one_word = std::none_of(between.begin(), between.end(), is_event_blank);
    const std::size_t letters = utf8::count(between);
    if (one_word &&
        ((vague && letters <= 40) || ((between.ends_with(":") || between.ends_with("は")) && letters <= 16)))
      return *last;
    return std::nullopt;
  }

  [[nodiscard]] const LabelFound* label_before(std::uint32_t at) const {
    const LabelFound* last = nullptr;
    for (const LabelFound& label : labels_)
      if (label.value <= at) last = &label;
    return last != nullptr && last->value == at ? last : nullptr;
  }

  /// Inside the words of a label: a place, a list of participants, or a 内容 that goes on.
  [[nodiscard]] bool in_other_words(const Anchor& anchor, bool word_begins) const {
    const std::uint32_t at = anchor.dates.front()->begin;
    const LabelFound* last = nullptr;
    for (const LabelFound& label : labels_)
      if (label.value <= at) last = &label;
    if (last == nullptr || last->label == EventLabel::kWhen) return false;
    if (!out_.empty() && last->value < out_.back().date_end) return false;
    // 第2回:平成29年10月 behind a label opens an event of its own
    const std::uint32_t begin = std::max(anchor.begin, last->value);
    const std::string_view between = text_.substr(last->value, begin - last->value);
    const bool same_word = std::none_of(between.begin(), between.end(), is_event_blank);
    if (same_word) return true;
    const bool opens = anchor.ordinal || (word_begins && !anchor.attached && !is_year(*anchor.dates.front()));
    return last->label == EventLabel::kContent && !opens;
  }

  /// 未定 and 調整中 speak of a time only where they stand for it: by themselves or behind the word for the time. (随時
  /// and 未実施 always do.)
  [[nodiscard]] bool is_vague_remark(const Anchor& anchor, const DateValue& date) const {
    if (date.precision != Precision::kNone) return false;
    const std::string_view words = text_.substr(date.begin, date.end - date.begin);
    if (words.starts_with("随") || words.starts_with("未実施") || words.starts_with("適宜")) return false;
    return anchor.form == AnchorForm::kSentence || anchor.attached;
  }

  /// A year that is part of a name or of what is said about it dates no event.
  [[nodiscard]] bool is_in_passing(const Anchor& anchor, const DateValue& date) const {
    const std::string_view behind = text_.substr(anchor.date_end, line_.end - anchor.date_end);
    const std::string_view clause = behind.substr(
        0, std::min({find_words(behind, "。"), find_words(behind, "、"), scan::find_gap(behind), behind.size()}));
    if (date.precision != Precision::kDay) {
      for (const std::string& aim : words_.aims)
        if (clause.find(aim) != clause.npos) return true;
    }
    if (!is_year(date) || anchor.ordinal || anchor.form == AnchorForm::kBracket) return false;
    if (date.open_begin || date.open_end || !anchor.attached) return false;
    return !(behind.starts_with("に") || behind.starts_with("、") || behind.starts_with("中"));
  }

  std::string_view text_;
  TextRange line_;
  std::span<const DateValue> dates_;
  std::span<const LabelFound> labels_;
  const EventWords& words_;
  std::vector<Ordinal> ordinals_;
  std::vector<Anchor> out_;
};

}  // namespace

std::vector<Ordinal> find_ordinals(std::string_view text, TextRange line, std::span<const DateValue> dates) {
  std::vector<Ordinal> out;
  const auto year_ending_at = [&](std::uint32_t at) -> const DateValue* {
    for (const DateValue& date : dates)
      if (date.end == at && date.begin >= line.begin && is_year(date)) return &date;
    return nullptr;
  };
  const std::string_view until = text.substr(0, line.end);
  for (std::size_t at = find_words(until, kTh, line.begin); at != until.npos; at = find_words(until, kTh, at + 1)) {
    if (auto found = ordinal_at(text, static_cast<std::uint32_t>(at), line.end)) {
      if (const DateValue* year = year_ending_at(found->begin)) found->begin = year->begin;
      out.push_back(*found);
    }
  }
  for (const DateValue& date : dates) {
    if (!is_year(date) || date.begin < line.begin || date.end >= line.end) continue;
    if (auto found = bare_ordinal(text, date.end, line.end)) {
      found->begin = date.begin;
      out.push_back(*found);
    }
  }
  std::sort(out.begin(), out.end(), [](const Ordinal& a, const Ordinal& b) { return a.begin < b.begin; });
  return out;
}

std::optional<OrdinalNumber> leading_ordinal(std::string_view text) {
  const auto found = find_ordinals(text, {0, static_cast<std::uint32_t>(text.size())}, {});
  if (found.empty() || (found.size() > 1 && found.front().begin != 0)) return std::nullopt;
  // the tail (会議, は) that may follow a number in running text belongs to a name here
  std::uint32_t end = found.front().begin;
  const std::size_t unit = text.find(kTimes, end);
  end = static_cast<std::uint32_t>(unit + kTimes.size());
  return OrdinalNumber{found.front().begin, skip_blanks(text, end, static_cast<std::uint32_t>(text.size())),
                       found.front().number};
}

std::vector<Anchor> find_anchors(std::string_view text, TextRange line, std::span<const DateValue> dates,
                                 std::span<const LabelFound> labels, const EventWords& words) {
  return AnchorFinder(text, line, dates, labels, words).run();
}

}  // namespace torikomi
