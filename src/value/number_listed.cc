// Lists of figures that name and do not count: 5・6年生.
#include "value/number_read.h"
#include "value/number_unit.h"
#include "value/scan.h"

namespace torikomi {

std::size_t named_list_end(std::string_view text, const Amount& amount) {
  constexpr int kMostDigits = 3;
  if (!amount.integer_figures || amount.numerals > kMostDigits) return amount.end;
  std::int64_t last = amount.value.integer();
  std::size_t end = amount.end;
  for (std::size_t next = end; scan::eat_any(text, next, {"・", "、"});) {
    const scan::Numeral n = scan::numeral_at(text, next);
    if (n.digits == 0 || n.digits > kMostDigits || n.value <= last) return amount.end;
    last = n.value;
    next = end = n.end;
  }
  if (end == amount.end) return end;
  return names_not_counts(text, end) || scan::nth_at(text, unit_end(text, end)) ? end : amount.end;
}

}  // namespace torikomi
