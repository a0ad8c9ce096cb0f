// NUM007: a difference of percentages is given in percent.
#include <span>
#include <string>
#include <vector>

#include "check/facts.h"
#include "torikomi/check/check.h"

namespace torikomi {
namespace {

/// The words behind a percentage that speak of a change.
bool says_change(std::string_view rest) {
  for (const std::string_view particle : {"の", "ポイント"})
    if (rest.starts_with(particle)) rest.remove_prefix(particle == "の" ? particle.size() : 0);
  for (const std::string_view word :
       {"上昇", "増加", "向上", "増", "低下", "減少", "減", "アップ", "ダウン", "引上げ", "引き上げ"})
    if (rest.starts_with(word)) return true;
  return false;
}

struct Change {
  NormSpan span;
  Decimal points;
};

/// Every "5%上昇" of the row.
std::vector<Change> find_changes(const TextInput& input, NormSpan row, std::span<const NormSpan> digits) {
  std::vector<Change> out;
  const std::string_view text = input.text.text();
  for (const NormSpan one : digits) {
    if (one.begin < row.begin || one.end > row.end || one.end >= text.size() || text[one.end] != '%' ||
        !says_change(text.substr(one.end + 1)))
      continue;
    std::uint32_t begin = one.begin;
    while (begin > row.begin && (text[begin - 1] == '.' || (text[begin - 1] >= '0' && text[begin - 1] <= '9'))) --begin;
    if (const auto value = Decimal::parse(text.substr(begin, one.end - begin)))
      out.push_back({{begin, one.end + 1}, *value});
  }
  return out;
}

void run(const TextInput& input, Diagnostics& diagnostics) {
  auto digits = std::span(input.facts.digits);
  for (const Block& block : input.layout.blocks) {
    while (!digits.empty() && digits.front().begin < block.span.begin) digits = digits.subspan(1);
    if (block.kind != BlockKind::kRow) continue;
    std::vector<std::size_t> percents;
    for (std::size_t c = block.first_cell; c < block.first_cell + block.cell_count; ++c)
      if (input.facts.numbers[c] && input.facts.numbers[c]->percent) percents.push_back(c);
    if (percents.size() < 2) continue;
    std::size_t count = 0;
    while (count < digits.size() && digits[count].begin < block.span.end) ++count;
    for (const Change& change : find_changes(input, block.span, digits.first(count))) {
      const Decimal from = input.facts.numbers[percents.front()]->value;
      const Decimal to = input.facts.numbers[percents.back()]->value;
      const auto difference = to > from ? to.minus(from) : from.minus(to);
      if (!difference || *difference != change.points || from.is_zero()) continue;
      const auto rate = difference->times(Decimal(100));
      const auto percent = rate ? rate->divided(from, 1) : std::nullopt;
      diagnostics
          .add("NUM007", source_span(input, change.span), from.to_string() + "%", to.to_string() + "%",
               difference->to_string(), input.text.slice(change.span),
               percent ? percent->to_string() : std::string("-"))
          .suggestion = change.points.to_string() + "ポイント";
    }
  }
}

}  // namespace

extern const Rule rule_NUM007;
const Rule rule_NUM007 = {
    {.code = "NUM007",
     .name = "percent-for-points",
     .severity = Severity::kWarning,
     .summary = {"割合の差を「%」で書いている", "a difference of percentages is given in percent"},
     .message = {"{} から {} への差は {} ポイントです。「{}」は増加率 ({}%) と読めます",
                 "from {} to {} is {} points; \"{}\" reads as a rate of change, which is {}%"},
     .explain = {"12.3% から 17.3% は 5 ポイントの上昇で、5% の上昇ではありません (5% なら 12.9%)。",
                 "From 12.3% to 17.3% is a rise by 5 points, not by 5% (which would be 12.9%)."},
     .bad = "12.3% → 17.3% を「5%上昇」",
     .good = "12.3% → 17.3% を「5ポイント上昇」"},
    run};

}  // namespace torikomi
