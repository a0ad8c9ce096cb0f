// NUM002: the thousands of a number are grouped wrongly.
#include "check/facts.h"
#include "torikomi/check/check.h"

namespace torikomi {
namespace {

/// More groups than this are a list, not a number.
constexpr std::size_t kMostGroups = 6;

bool is_unit(std::string_view rest) {
  for (const std::string_view unit : {"円", "人", "千", "万", "件", "台", "名", "世帯", "社", "戸"})
    if (rest.starts_with(unit)) return true;
  return false;
}

void run(const TextInput& input, Diagnostics& diagnostics) {
  const std::string_view text = input.text.text();
  const auto& digits = input.facts.digits;
  for (std::size_t i = 0; i < digits.size();) {
    const std::size_t first = i++;
    while (i < digits.size() && digits[i].begin == digits[i - 1].end + 1 && text[digits[i - 1].end] == ',') ++i;
    if (i - first < 2 || i - first > kMostGroups) continue;
    std::size_t right = 0;
    for (std::size_t k = first + 1; k < i; ++k) right += digits[k].size() == 3 ? 1 : 0;
    const NormSpan span = {digits[first].begin, digits[i - 1].end};
    if (right == i - first - 1 && digits[first].size() <= 3) continue;
    // 1,2 and 2019,2020 are lists; a group of three or a unit behind says that a number was meant
    const bool number =
        right > 0 || (digits[first].size() <= 3 && digits[i - 1].size() > 1 && is_unit(text.substr(span.end)));
    if (!number || digits[first].size() > 3) continue;
    if (span.end < text.size() && text[span.end] == '.') continue;
    diagnostics.add("NUM002", source_span(input, span), slice(text, span));
  }
}

}  // namespace

extern const Rule rule_NUM002;
const Rule rule_NUM002 = {
    {.code = "NUM002",
     .name = "broken-grouping",
     .severity = Severity::kWarning,
     .summary = {"桁区切りが崩れている", "the thousands of a number are grouped wrongly"},
     .message = {"「{}」の桁区切りが 3 桁ごとではありません。桁が落ちているか、区切りの位置が誤りです",
                 "\"{}\" is not grouped by three digits: a digit is lost or a comma misplaced"},
     .explain = {"3,018,45 のような数は、桁が一つ落ちたのか区切りの誤りかが分かりません。原本で確かめてください。",
                 "Whether 3,018,45 lost a digit or has a misplaced comma cannot be told. Look at the original."},
     .bad = "3,018,45円",
     .good = "3,018,451円"},
    run};

}  // namespace torikomi
