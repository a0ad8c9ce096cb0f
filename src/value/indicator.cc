#include "torikomi/value/indicator.h"

#include <algorithm>
#include <array>
#include <utility>

#include "torikomi/core/utf8.h"
#include "torikomi/value/kpi.h"

namespace torikomi {
namespace {

using std::uint32_t;

constexpr std::array<std::string_view, 3> kArrows = {"⇒", "→", "➡"};
constexpr std::string_view kComma = "、";
/// Values in words are short: longer ones are sentences. Bytes.
constexpr uint32_t kLongestWords = 180;

class IndicatorReader {
 public:
  IndicatorReader(std::string_view text, std::span<const EventLine> lines, const ValueWords& words)
      : text_(text), lines_(lines), words_(words) {}

  std::vector<Indicator> run() {
    for (line_ = 0; line_ < lines_.size(); ++line_) {
      const EventLine& line = lines_[line_];
      if (line.text.empty()) {
        close();
      } else if (is_bullet(line)) {
        take_bullet(line.text);
      } else if (open_) {
        take_more(line.text, is_arrow(line));
      }
    }
    close();
    return std::move(out_);
  }

 private:
  [[nodiscard]] bool is_arrow(const EventLine& line) const {
    const std::string_view marker = line.marker.of(text_);
    return std::find(kArrows.begin(), kArrows.end(), marker) != kArrows.end();
  }
  [[nodiscard]] bool is_bullet(const EventLine& line) const { return !line.marker.empty() && !is_arrow(line); }

  void close() {
    if (open_ && !open_->values.empty()) out_.push_back(*std::move(open_));
    open_.reset();
    label_ = ValueLabel::kNone;
  }

  void begin(TextRange name) {
    close();
    open_.emplace();
    open_->name = trimmed(name);
    open_->first_line = open_->last_line = line_;
  }

  void add(std::vector<IndicatorValue> values) {
    for (IndicatorValue& value : values) open_->values.push_back(std::move(value));
    open_->last_line = line_;
  }

  /// ○実施団体数, ○実施団体数:409団体(…), ○目標値, ○目標値:500団体.
  void take_bullet(TextRange line) {
    const std::size_t colon = line.of(text_).find(':');
    const TextRange name = {line.begin, colon == std::string_view::npos ? line.end : at(line, colon)};
    const ValueLabel label = label_of(name);
    if (label != ValueLabel::kNone) {
      if (!open_) return;
      label_ = label;
      open_->last_line = line_;
      if (name.end < line.end) add(read_values({name.end + 1, line.end}, label, false));
      return;
    }
    begin(name);
    if (name.end == line.end) return;
    auto values = read_values({name.end + 1, line.end}, ValueLabel::kNone, false);
    if (values.empty()) {
      close();
    } else {
      add(std::move(values));
    }
  }

  /// (実績) 令和4年度:30団体, :検討中, ⇒32圏域が形成済み.
  void take_more(TextRange line, bool arrow) {
    ValueLabel label = std::exchange(label_, ValueLabel::kNone);
    line = without_label(line, label);
    while (!line.empty() && (text_[line.begin] == ':' || text_[line.begin] == ' ')) ++line.begin;
    auto values = read_values(line, label, arrow);
    if (values.empty()) {
      close();
    } else {
      add(std::move(values));
    }
  }

  /// Takes (実績) or 実績: off the line.
  [[nodiscard]] TextRange without_label(TextRange line, ValueLabel& label) const {
    const std::string_view words = line.of(text_);
    constexpr std::array<std::pair<std::string_view, std::string_view>, 4> kBrackets = {
        {{"(", ")"}, {"【", "】"}, {"<", ">"}, {"[", "]"}}};
    for (const auto& [open, close] : kBrackets) {
      if (!words.starts_with(open)) continue;
      const std::size_t end = words.find(close);
      if (end == words.npos) break;
      const TextRange inside = {at(line, open.size()), at(line, end)};
      if (const ValueLabel found = label_of(inside); found != ValueLabel::kNone) {
        label = found;
        return {at(line, end + close.size()), line.end};
      }
    }
    const std::size_t colon = words.find(':');
    if (colon == words.npos) return line;
    const ValueLabel found = label_of({line.begin, at(line, colon)});
    if (found == ValueLabel::kNone) return line;
    label = found;
    return {at(line, colon + 1), line.end};
  }

  [[nodiscard]] ValueLabel label_of(TextRange range) const {
    const std::string_view words = trimmed(range).of(text_);
    const auto has = [&](const std::vector<std::string>& known) {
      return std::find(known.begin(), known.end(), words) != known.end();
    };
    if (has(words_.baseline)) return ValueLabel::kBaseline;
    if (has(words_.current)) return ValueLabel::kCurrent;
    if (has(words_.target)) return ValueLabel::kTarget;
    return has(words_.actual) ? ValueLabel::kActual : ValueLabel::kNone;
  }

  // --- values
  // -------------------------------------------------------------------------------------------------------

  /// 令和4年度:30団体、令和5年度:44団体. Empty where the words are no values.
  [[nodiscard]] std::vector<IndicatorValue> read_values(TextRange range, ValueLabel label, bool arrow) const {
    range = trimmed(range);
    std::vector<IndicatorValue> out;
    for (const TextRange part : parts_of(range)) {
      IndicatorValue value;
      value.label = label;
      if (!read_value(part, value, arrow)) break;
      out.push_back(std::move(value));
    }
    if (out.empty() && label != ValueLabel::kNone && !range.empty() && range.end - range.begin <= kLongestWords)
      out.push_back({label, range, {}, {}, {}});
    return out;
  }

  [[nodiscard]] std::vector<TextRange> parts_of(TextRange range) const {
    std::vector<TextRange> out;
    uint32_t begin = range.begin;
    int depth = 0;
    for (uint32_t i = range.begin; i < range.end; ++i) {
      depth += text_[i] == '(' ? 1 : 0;
      depth -= text_[i] == ')' ? 1 : 0;
      if (depth > 0 || !text_.substr(i).starts_with(kComma)) continue;
      out.push_back(trimmed({begin, i}));
      begin = i + static_cast<uint32_t>(kComma.size());
    }
    out.push_back(trimmed({begin, range.end}));
    std::erase_if(out, [](TextRange part) { return part.empty(); });
    return out;
  }

  /// The year before a colon, the value, a date in brackets behind it.
  bool read_value(TextRange part, IndicatorValue& value, bool arrow) const {
    const std::string_view words = part.of(text_);
    if (const std::size_t colon = words.find(':'); colon != words.npos) {
      TextRange year = trimmed({part.begin, at(part, colon)});
      year = without_label({year.begin, year.end}, value.label);
      auto date = parse_date(year.of(text_));
      if (!date) return false;
      value.as_of = std::move(date);
      value.as_of_words = year;
      part = trimmed({at(part, colon + 1), part.end});
    }
    const KpiCell cell = parse_kpi(part.of(text_), {}, {});
    value.raw = {part.begin + cell.raw.begin, part.begin + cell.raw.end};
    value.number = cell.number;
    if (cell.as_of && !value.as_of) {
      value.as_of = cell.as_of;
      value.as_of_words = {part.begin + cell.as_of_words.begin, part.begin + cell.as_of_words.end};
    }
    if (value.number) return true;
    if (arrow) return read_told(part, value);
    const bool said = value.label != ValueLabel::kNone || !value.as_of_words.empty();
    return said && !value.raw.empty() && value.raw.end - value.raw.begin <= kLongestWords &&
           value.as_of_words.end <= value.raw.begin && !value.as_of_words.empty();
  }

  /// ⇒32圏域が形成済み (令和6年4月1日時点): the number that the words begin with.
  bool read_told(TextRange part, IndicatorValue& value) const {
    for (NumberValue& number : find_numbers(part.of(text_))) {
      if (number.begin != 0 || number.unit.empty()) return false;
      value.raw = {part.begin, part.begin + number.end};
      value.number = std::move(number);
      return true;
    }
    return false;
  }

  [[nodiscard]] static uint32_t at(TextRange range, std::size_t offset) {
    return range.begin + static_cast<uint32_t>(offset);
  }

  [[nodiscard]] TextRange trimmed(TextRange range) const {
    constexpr std::string_view kBlanks = " \t\v\x1f\r\n";
    while (range.begin < range.end && kBlanks.find(text_[range.begin]) != kBlanks.npos) ++range.begin;
    while (range.end > range.begin && kBlanks.find(text_[range.end - 1]) != kBlanks.npos) --range.end;
    return range;
  }

  std::string_view text_;
  std::span<const EventLine> lines_;
  const ValueWords& words_;
  uint32_t line_ = 0;
  std::optional<Indicator> open_;
  ValueLabel label_ = ValueLabel::kNone;  ///< a line of its own said it of the next line
  std::vector<Indicator> out_;
};

}  // namespace

std::vector<Indicator> read_indicators(std::string_view text, std::span<const EventLine> lines,
                                       const ValueWords& words) {
  return IndicatorReader(text, lines, words).run();
}

}  // namespace torikomi
