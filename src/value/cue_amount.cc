#include "torikomi/value/cue_amount.h"
#include "torikomi/core/find.h"

#include <algorithm>
#include <array>
#include <optional>

#include "torikomi/core/utf8.h"
#include "torikomi/value/date.h"
#include "torikomi/value/number.h"

namespace torikomi {
namespace {

using std::uint32_t;

/// What may stand between the word and its amount, and between a year and the word.
constexpr std::array<std::string_view, 10> kBetween = {" ", ":", "=", "は", "が", "として", "最大", "一律", "、", "\t"};
constexpr std::array<std::string_view, 5> kBehindYear = {" ", "の", "における", ":", "("};

std::uint32_t skip(std::string_view text, uint32_t at, std::span<const std::string_view> words) {
  for (bool found = true; found;) {
    found = false;
    for (const std::string_view word : words) {
      if (!text.substr(at).starts_with(word)) continue;
      at += static_cast<uint32_t>(word.size());
      found = true;
    }
  }
  return at;
}

bool is_sum(const NumberValue& number) { return number.is_money && !number.denominator && !number.high; }

/// True where nothing but marks and blanks stands in `text`.
bool says_nothing(std::string_view text) {
  constexpr std::u32string_view kMarks = U" \t\v:=()[]【】<>〔〕、。,・○●◎◇◆※⇒→-*はがとして最大一律以内程度等の";
  for (std::size_t at = 0; at < text.size();) {
    const auto c = utf8::decode(text, at);
    at += c.size;
    if (kMarks.find(c.code_point) == kMarks.npos) return false;
  }
  return true;
}

class CueFinder {
 public:
  CueFinder(std::string_view text, const AmountCues& cues) : text_(text), cues_(cues) {}

  CueAmounts run() {
    if (!names_any()) return {};
    for (NumberValue& number : find_numbers(text_))
      if (is_sum(number)) numbers_.push_back(std::move(number));
    for (next_ = 0; next_ < numbers_.size(); ++next_) take(numbers_[next_]);
    out_.whole = !out_.amounts.empty() && covered();
    return std::move(out_);
  }

 private:
  [[nodiscard]] bool names_any() const {
    const auto in_text = [&](const std::string& word) { return find_words(text_, word) != text_.npos; };
    return std::any_of(cues_.before.begin(), cues_.before.end(), in_text) ||
           std::any_of(cues_.behind.begin(), cues_.behind.end(), in_text);
  }

  void take(const NumberValue& number) {
    uint32_t begin = number.begin;
    TextRange year;
    TextRange cue = cue_before(number, begin);
    if (cue.empty()) cue = cue_before_year(number, year);
    if (cue.empty()) cue = cue_behind(number.end);
    if (cue.empty()) return;
    if (year.empty()) year = year_before(cue.begin);
    out_.amounts.push_back({cue, {begin, number.end}, {}, year});
    take_cases(cue, out_.amounts.back().year, number.end);
  }

  /// The longest word that ends right before the number, words without meaning aside. The reader of numbers takes 上限
  /// and 1団体当たり as qualifiers: `begin` is then moved behind the word.
  [[nodiscard]] TextRange cue_before(const NumberValue& number, uint32_t& begin) const {
    TextRange best;
    for (const std::string& word : cues_.before) {
      const std::size_t from = text_.substr(0, number.end).rfind(word);
      if (from == text_.npos) continue;
      const auto first = static_cast<uint32_t>(from);
      const auto last = first + static_cast<uint32_t>(word.size());
      const uint32_t sum = skip(text_, last, kBetween);
      if (sum < number.begin || sum >= number.end) continue;
      if (!best.empty() && first >= best.begin) continue;
      best = {first, last};
      begin = sum;
    }
    return best;
  }

  /// 予算額:令和6年度 3億円.
  [[nodiscard]] TextRange cue_before_year(const NumberValue& number, TextRange& year) const {
    year = year_before(number.begin);
    if (year.empty()) return {};
    NumberValue at_year = number;
    at_year.begin = year.begin;
    uint32_t begin = year.begin;
    const TextRange cue = cue_before(at_year, begin);
    if (cue.empty() || begin != year.begin) year = {};
    return year.empty() ? TextRange{} : cue;
  }

  /// を限度: the particle is no part of the word.
  [[nodiscard]] TextRange cue_behind(uint32_t number) const {
    constexpr std::string_view kParticle = "を";
    for (const std::string& word : cues_.behind) {
      if (!text_.substr(number).starts_with(word)) continue;
      const auto particle = word.starts_with(kParticle) ? static_cast<uint32_t>(kParticle.size()) : 0U;
      return {number + particle, number + static_cast<uint32_t>(word.size())};
    }
    return {};
  }

  /// 平成30年度予算額, 令和2年度の概算要求額.
  [[nodiscard]] TextRange year_before(uint32_t cue) const {
    constexpr uint32_t kFar = 60;  // bytes: no year is longer
    const uint32_t from = cue > kFar ? cue - kFar : 0;
    uint32_t begin = from;
    while (begin < cue && utf8::is_continuation(text_[begin])) ++begin;
    for (const DateValue& date : find_dates(text_.substr(begin, cue - begin))) {
      if (date.precision != Precision::kFiscalYear || date.open_begin || date.open_end) continue;
      if (skip(text_, begin + date.end, kBehindYear) == cue) return {begin + date.begin, begin + date.end};
    }
    return {};
  }

  /// (複数団体の連携事業の場合700万円): further amounts in the brackets behind the first.
  void take_cases(TextRange cue, TextRange year, uint32_t at) {
    while (at < text_.size() && text_[at] == ' ') ++at;
    if (at >= text_.size() || text_[at] != '(') return;
    const std::size_t close = text_.find(')', at);
    if (close == text_.npos) return;
    uint32_t begin = at + 1;
    while (next_ + 1 < numbers_.size() && numbers_[next_ + 1].end <= close) {
      const NumberValue& number = numbers_[next_ + 1];
      uint32_t own = number.begin;
      if (!cue_before(number, own).empty()) return;
      TextRange note = trimmed({begin, number.begin});
      if (note.empty()) return;
      if (const auto other = year_before(number.begin); other.begin == note.begin && other.end > other.begin) {
        out_.amounts.push_back({cue, {number.begin, number.end}, {}, other});
      } else {
        out_.amounts.push_back({cue, {number.begin, number.end}, note, year});
      }
      begin = number.end;
      ++next_;
    }
  }

  [[nodiscard]] TextRange trimmed(TextRange range) const {
    constexpr std::array<std::string_view, 4> kEdge = {" ", "、", ":", "は"};
    range.begin = skip(text_, range.begin, kEdge);
    for (bool found = true; found && range.end > range.begin;) {
      found = false;
      for (const std::string_view mark : kEdge) {
        if (!range.of(text_).ends_with(mark)) continue;
        range.end -= static_cast<uint32_t>(mark.size());
        found = true;
      }
    }
    return range;
  }

  [[nodiscard]] bool covered() const {
    std::vector<TextRange> told;
    for (const CueAmount& one : out_.amounts)
      for (const TextRange range : {one.cue, one.amount, one.note, one.year})
        if (!range.empty()) told.push_back(range);
    std::sort(told.begin(), told.end(), [](TextRange a, TextRange b) { return a.begin < b.begin; });
    uint32_t at = 0;
    for (const TextRange range : told) {
      if (range.begin > at && !says_nothing(text_.substr(at, range.begin - at))) return false;
      at = std::max(at, range.end);
    }
    return says_nothing(text_.substr(at));
  }

  std::string_view text_;
  const AmountCues& cues_;
  std::vector<NumberValue> numbers_;
  std::size_t next_ = 0;
  CueAmounts out_;
};

}  // namespace

CueAmounts find_cue_amounts(std::string_view text, const AmountCues& cues) { return CueFinder(text, cues).run(); }

TextRange amount_cue(std::string_view text, const AmountCues& cues) {
  constexpr std::array<std::string_view, 12> kAround = {"<", ">", "【", "】", "(", ")", "[", "]", " ", "■", "○", ":"};
  TextRange range = {skip(text, 0, kAround), static_cast<uint32_t>(text.size())};
  for (bool found = true; found && !range.empty();) {
    found = false;
    for (const std::string_view mark : kAround) {
      if (!range.of(text).ends_with(mark)) continue;
      range.end -= static_cast<uint32_t>(mark.size());
      found = true;
    }
  }
  const bool known = std::find(cues.before.begin(), cues.before.end(), range.of(text)) != cues.before.end();
  return known ? range : TextRange{};
}

TextRange leading_amount(std::string_view text) {
  for (const NumberValue& number : find_numbers(text)) {
    if (number.begin != skip(text, 0, kBetween) || !is_sum(number)) break;
    return {number.begin, number.end};
  }
  return {};
}

}  // namespace torikomi
