// NUM006: the scale of the unit changes within one indicator.
#include <string>
#include <utility>

#include "check/facts.h"
#include "check/kpi_rows.h"
#include "torikomi/check/check.h"

namespace torikomi {
namespace {

int scale_of(std::string_view raw) {
  for (const auto& [word, zeros] : {std::pair<std::string_view, int>{"百万", 6}, {"千", 3}, {"万", 4}, {"億", 8}}) {
    const std::size_t at = raw.find(word);
    if (at != raw.npos && at > 0 && raw[at - 1] >= '0' && raw[at - 1] <= '9') return zeros;
  }
  return 0;
}

/// Within a factor of 20 of each other.
bool is_like(Decimal a, Decimal b) {
  constexpr std::int64_t kFactor = 20;
  if (a.is_zero() || b.is_zero() || a.is_negative() || b.is_negative()) return false;
  const auto high = a.times(Decimal(kFactor));
  const auto low = b.times(Decimal(kFactor));
  return high && low && *high >= b && *low >= a;
}

void run(const CheckInput& input, Diagnostics& diagnostics) {
  using namespace col::kpi_values;
  for_each_kpi(input.records, [&](ConstRow kpi, const Table& values, RowRange rows) {
    for (std::size_t i = rows.begin; i + 1 < rows.end; ++i) {
      const ConstRow a = values.row(i);
      const ConstRow b = values.row(i + 1);
      const auto left = a[value].decimal();
      const auto right = b[value].decimal();
      const int left_scale = scale_of(a[raw].text());
      const int right_scale = scale_of(b[raw].text());
      if (!left || !right || left_scale == right_scale || !a[raw].span()) continue;
      const auto left_digits = left->scaled(-left_scale);
      const auto right_digits = right->scaled(-right_scale);
      if (!left_digits || !right_digits || !is_like(*left_digits, *right_digits)) continue;
      const bool grows = *right > *left;
      const auto times = grows ? right->divided(*left, 0) : left->divided(*right, 0);
      diagnostics.add("NUM006", *a[raw].span(), kpi[col::kpis::indicator].text(), a[raw].text(), b[raw].text(),
                      times ? times->to_string() : std::string("-"));
    }
  });
}

}  // namespace

extern const Rule rule_NUM006;
const Rule rule_NUM006 = {
    {.code = "NUM006",
     .name = "scale-change",
     .severity = Severity::kWarning,
     .summary = {"一つの指標で単位の桁が変わっている", "the scale of the unit changes within one indicator"},
     .message =
         {"指標「{}」で「{}」と「{}」の単位の桁が違います ({} 倍)。どちらかの 千・万 の誤りではありませんか",
          "\"{1}\" and \"{2}\" of the indicator \"{0}\" differ in scale ({3} times); a 千 or 万 may be lost or added"},
     .explain = {"11,493人 → 15,300千人 のように、数字の大きさはほぼ同じで 千・万 "
                 "の有無だけが違うときに知らせます。進捗率は意味のない値になります。",
                 "Reported where the digits are of like size and only 千 or 万 differs, as in 11,493人 → 15,300千人. "
                 "The progress computed from them is worthless."},
     .bad = "11,493人 → 15,300千人",
     .good = "11,493千人 → 15,300千人"},
    run};

}  // namespace torikomi
