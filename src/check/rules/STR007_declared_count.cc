// STR007: a declared count differs from the names that follow.
#include <array>
#include <optional>
#include <string>

#include "check/facts.h"
#include "torikomi/check/check.h"

namespace torikomi {
namespace {

constexpr std::array<std::string_view, 11> kUnits = {"団体", "市町村", "市町", "町村", "市",  "町",
                                                     "村",   "社",     "校",   "か所", "箇所"};

std::string_view unit_at(std::string_view rest) {
  for (const std::string_view unit : kUnits)
    if (rest.starts_with(unit)) return unit;
  return {};
}

/// Items of a list in brackets; nothing where the list says that it is not complete or is no plain list.
std::optional<int> count_items(std::string_view list) {
  for (const std::string_view open : {"等", "など", "ほか", "他", "(", ":", "うち", "。", "は"})
    if (list.find(open) != list.npos) return std::nullopt;
  if (list.find_first_of("0123456789") != list.npos) return std::nullopt;
  int commas = 0;
  for (std::size_t at = list.find("、"); at != list.npos; at = list.find("、", at + 1)) ++commas;
  if (commas == 0) return std::nullopt;
  for (const std::string_view joined : {"及び", "並びに", "と", "・"})
    if (list.find(joined) != list.npos) return std::nullopt;
  return commas + 1;
}

void run(const CheckInput& input, Diagnostics& diagnostics) {
  const std::string_view text = input.text.text();
  for (const NormSpan digits : input.facts.digits) {
    if (digits.size() > 3) continue;
    const std::string_view rest = text.substr(digits.end);
    const std::string_view unit = unit_at(rest);
    if (unit.empty() || !rest.substr(unit.size()).starts_with("(")) continue;
    // 2市4町 and 平成28年3市 are not plain counts
    if (digits.begin > 0) {
      const std::string_view before = text.substr(0, digits.begin);
      if (before.ends_with("市") || before.ends_with("町") || before.ends_with("第") || before.ends_with(",") ||
          before.ends_with("."))
        continue;
    }
    const std::size_t open = digits.end + unit.size() + 1;
    const std::size_t close = text.find_first_of(")\n\t\v", open);
    if (close == text.npos || text[close] != ')') continue;
    const std::string_view list = text.substr(open, close - open);
    const auto counted = count_items(list);
    int declared = 0;
    for (const char c : slice(text, digits)) declared = declared * 10 + (c - '0');
    if (!counted || *counted == declared) continue;
    const NormSpan span = {digits.begin, static_cast<std::uint32_t>(open - 1)};
    diagnostics.add("STR007", source_span(input, span), slice(text, span), *counted, list).suggestion =
        std::to_string(*counted) + std::string(unit);
  }
}

}  // namespace

extern const Rule rule_STR007;
const Rule rule_STR007 = {
    {.code = "STR007",
     .name = "declared-count",
     .severity = Severity::kWarning,
     .summary = {"書かれた数と並べられた名前の数が合わない", "a declared count differs from the names that follow"},
     .message = {"「{}」とありますが、続けて書かれているのは {} 件です: {}", "\"{}\", but {} follow: {}"},
     .explain = {"3団体(A、B) のように、数と並びの数が合いません。どちらかが古いか、名前が抜けています。",
                 "The number and the list behind it, as in 3団体(A、B), do not agree. One is out of date, or a name is "
                 "missing."},
     .bad = "3団体(商工会、観光協会)",
     .good = "2団体(商工会、観光協会)"},
    run};

}  // namespace torikomi
