#include "torikomi/value/headcount.h"

#include <algorithm>

#include "torikomi/value/number.h"

namespace torikomi {
namespace {

bool is_of_people(const NumberValue& number) {
  return number.value.is_integer() && !number.denominator &&
         (number.unit.empty() || number.unit == "人" || number.unit == "名" || number.unit == "者");
}

/// 15名中13名, 15名のうち13名.
bool is_whole_of_next(std::string_view words, const NumberValue& number, const NumberValue& next) {
  std::string_view between = words.substr(number.end, next.begin - number.end);
  if (between.starts_with("の")) between.remove_prefix(std::string_view("の").size());
  for (const std::string_view mark : {"中", "うち", "内"}) {
    if (!between.starts_with(mark)) continue;
    between.remove_prefix(mark.size());
    return between.empty() || between == "、" || between == " ";
  }
  return false;
}

}  // namespace

std::optional<Headcount> find_headcount(std::string_view words) {
  std::vector<NumberValue> numbers = find_numbers(words);
  std::erase_if(numbers, [](const NumberValue& number) { return !is_of_people(number); });
  for (std::size_t i = 0; i < numbers.size(); ++i) {
    if (i + 1 < numbers.size() && is_whole_of_next(words, numbers[i], numbers[i + 1])) continue;
    return Headcount{numbers[i].begin, numbers[i].end, numbers[i].value.integer()};
  }
  return std::nullopt;
}

}  // namespace torikomi
