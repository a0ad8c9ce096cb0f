#include "torikomi/value/number.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "torikomi/value/heading.h"
#include "value/number_amount.h"
#include "value/number_read.h"
#include "value/scan.h"

namespace torikomi {
namespace {

/// Every character that the figures of a number can begin with.
constexpr scan::CharSet kStarts(
    u"0123456789〇零一二三四五六七八九十百千廿卄卅丗卌皕ゼ壱壹弌弐貳貮弍参參弎肆伍陸漆柒捌玖拾什佰陌仟阡");

/// A number without a unit takes that of the table heading: 千円 multiplies and names it.
bool apply_heading(std::string_view unit, NumberValue& value) {
  if (!value.unit.empty() || value.denominator || unit.empty()) return true;
  const Multiplier m = unit_multiplier(unit);
  const auto scaled = value.value.times(m.factor);
  const auto high = value.high ? value.high->times(m.factor) : std::nullopt;
  if (!scaled || (value.high && !high)) return false;
  value.value = *scaled;
  if (value.low) value.low = value.value;
  value.high = high;
  value.unit = std::string(unit.substr(m.size));
  return true;
}

/// (単位:千円) in the text itself, for the numbers behind it; before the first the unit is that of the context.
class PrintedUnit {
 public:
  PrintedUnit(std::string_view text, std::string_view given) : text_(text), unit_(given), next_(text.find(kHeading)) {}

  /// The unit that holds at `pos`. Ascending calls only.
  std::string_view at(std::size_t pos) {
    while (next_ < pos) {
      const std::size_t close = text_.find(')', next_);
      if (close >= pos) break;
      const std::string_view heading = text_.substr(next_, close + 1 - next_);
      const std::string_view unit = heading_unit(heading).of(heading);
      unit_ = is_heading_unit(unit) ? unit : std::string_view();  // 千円、% tells not which number has which
      next_ = text_.find(kHeading, close);
    }
    return unit_;
  }

 private:
  static constexpr std::string_view kHeading = "(単位";
  std::string_view text_, unit_;
  std::size_t next_;
};

bool is_blank(char c) { return c == ' ' || static_cast<unsigned char>(c) < 0x20; }

}  // namespace

std::string_view name(Comparator comparator) {
  constexpr std::array<std::string_view, 5> kNames = {"=", ">=", "<=", "<", ">"};
  return kNames[static_cast<std::size_t>(comparator)];
}

std::string NumberValue::value_text() const {
  return denominator ? fmt::format("{}/{}", value.to_string(), *denominator) : value.to_string();
}

std::vector<NumberValue> find_numbers(std::string_view text, const NumberContext& context) {
  std::vector<NumberValue> out;
  PerUnit per;
  PrintedUnit printed(text, context.unit);
  for (std::size_t pos = kStarts.find(text, 0); pos < text.size(); pos = kStarts.find(text, pos)) {
    const Amount amount = read_amount(text, pos);
    if (amount.kind != Amount::Kind::kValue) {
      pos = std::max(amount.end, pos + 1);
      continue;
    }
    if (const std::size_t end = identifier_end(text, amount); end > pos) {
      pos = end;
      continue;
    }
    if ((amount.kanji && !is_kanji_number(text, amount)) || is_repeated(text, amount)) {
      pos = amount.end;
      continue;
    }
    NumberValue value;
    pos = read_after(text, amount, value, per);
    if (value.end == 0) continue;
    read_before(text, amount.begin, out.empty() ? 0 : out.back().end, per, value);
    per = {};
    if (!apply_heading(printed.at(value.begin), value)) continue;
    value.is_money = value.unit == "円";
    out.push_back(std::move(value));
  }
  return out;
}

std::optional<NumberValue> parse_number(std::string_view text, const NumberContext& context) {
  std::size_t begin = 0;
  std::size_t end = text.size();
  while (begin < end && is_blank(text[begin])) ++begin;
  while (end > begin && is_blank(text[end - 1])) --end;
  std::vector<NumberValue> found = find_numbers(text, context);
  if (found.empty()) return std::nullopt;
  NumberValue& value = found.front();
  if (begin < end && text[begin] == '(' && text[end - 1] == ')' && value.begin == begin + 1) {
    ++begin;
    --end;
  }
  const std::size_t rest = scan::skip_blanks(text, value.end);
  const bool note = rest < end && text[rest] == '(' && text[end - 1] == ')';  // 85者(平成28年度)
  if (value.begin != begin || (rest < end && !note)) return std::nullopt;
  return std::move(value);
}

}  // namespace torikomi
