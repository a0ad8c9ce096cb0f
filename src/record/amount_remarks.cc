#include "amount_remarks.h"

#include <algorithm>
#include <optional>

#include "amount_words.h"
#include "torikomi/layout/items.h"
#include "torikomi/value/number.h"

namespace torikomi {
namespace {

constexpr std::string_view kSlash = " / ";

/// Where the sum at the end of a line begins: 2,502 of 役務費 2,502, and 2, 502 of 役務費 2, 502. npos: there is none.
std::size_t sum_begin(std::string_view words) {
  if (const std::size_t open = words.rfind(" ("); words.ends_with(')') && open != words.npos)
    return is_data_only(words.substr(open + 1)) ? open + 1 : words.npos;
  std::size_t begin = words.rfind(' ');
  if (begin == words.npos || !is_data_only(words.substr(begin + 1))) return words.npos;
  // the longest number that reaches to the end of the line
  for (std::size_t before = words.find_last_not_of(' ', begin); before != words.npos && words[before] == ',';
       before = words.find_last_not_of(' ', begin)) {
    const std::size_t next = words.rfind(' ', before);
    if (next == words.npos || !is_data_only(words.substr(next + 1))) break;
    begin = next;
  }
  return begin + 1;
}

std::optional<RemarkSum> read_line(const Builder& builder, NormSpan line) {
  line = builder.trimmed(line);
  const std::string_view words = builder.words(line);
  const std::size_t begin = sum_begin(words);
  if (begin == words.npos) return std::nullopt;
  const auto at = line.begin + static_cast<std::uint32_t>(begin);
  const NormSpan item = builder.trimmed({line.begin, at});
  if (!holds_letters(builder.words(item))) return std::nullopt;
  return RemarkSum{item, {at, line.end}};
}

}  // namespace

std::vector<RemarkSum> sums_in_remark(const Builder& builder, NormSpan cell) {
  std::vector<RemarkSum> out;
  const std::string_view words = builder.words(cell);
  for (std::size_t begin = 0; begin < words.size();) {
    const std::size_t line = std::min(words.find(kBreak, begin), words.size());
    const std::size_t slash = std::min(words.find(kSlash, begin), words.size());
    const std::size_t end = std::min(line, slash);
    const auto at = cell.begin + static_cast<std::uint32_t>(begin);
    if (auto sum = read_line(builder, {at, cell.begin + static_cast<std::uint32_t>(end)})) out.push_back(*sum);
    begin = end + (slash < line ? kSlash.size() : 1);
  }
  return out;
}

bool adds_up(const Builder& builder, const std::vector<RemarkSum>& sums, NormSpan total) {
  constexpr std::size_t kFewest = 2;
  const auto wanted = parse_number(builder.words(total));
  std::optional<Decimal> sum = Decimal();
  for (const RemarkSum& part : sums) {
    const auto number = parse_number(builder.words(part.sum));
    sum = sum && number ? sum->plus(number->value) : std::nullopt;
  }
  return sums.size() >= kFewest && wanted && wanted->unit.empty() && sum == wanted->value;
}

}  // namespace torikomi
