// PAR009: the number of municipalities of one area differs from place to place.
#include <map>
#include <set>

#include "check/facts.h"
#include "torikomi/check/check.h"
#include "torikomi/core/utf8.h"

namespace torikomi {
namespace {

constexpr int kReach = 4;  ///< kanji of the area's name

struct First {
  std::string_view words;
  std::uint32_t line;
};

/// The kanji that stand right before the count.
std::string_view area_before(std::string_view text, std::uint32_t at) {
  std::uint32_t begin = at;
  for (int i = 0; i < kReach && begin > 0; ++i) {
    const auto letter = utf8::decode_before(text, begin);
    if (!utf8::is_han(letter.code_point)) break;
    begin -= letter.size;
  }
  return text.substr(begin, at - begin);
}

bool is_compound(std::string_view rest) {
  const std::size_t second = rest.find_first_not_of("0123456789", rest.starts_with("市") ? 3 : 0);
  return rest.starts_with("市") && second != 3 && second != rest.npos &&
         (rest.substr(second).starts_with("町") || rest.substr(second).starts_with("村"));
}

void run(const TextInput& input, Diagnostics& diagnostics) {
  const std::string_view text = input.text.text();
  std::map<std::string_view, First> seen;
  std::set<std::string_view> told;
  for (const NormSpan digits : input.facts.digits) {
    if (digits.size() > 2 || !is_compound(text.substr(digits.end, 12))) continue;
    const std::string_view area = area_before(text, digits.begin);
    constexpr std::size_t kTwoKanji = 6;
    if (area.size() < kTwoKanji) continue;
    std::uint32_t end = digits.end + 3;
    while (text[end] >= '0' && text[end] <= '9') ++end;
    end += 3;
    const NormSpan span = {digits.begin - static_cast<std::uint32_t>(area.size()), end};
    const auto [first, is_new] = seen.try_emplace(area, First{slice(text, span), input.text.line_of(span)});
    if (is_new || first->second.words == slice(text, span) || !told.insert(slice(text, span)).second) continue;
    diagnostics.add("PAR009", source_span(input, span), slice(text, span), first->second.line, first->second.words);
  }
}

}  // namespace

extern const Rule rule_PAR009;
const Rule rule_PAR009 = {
    {.code = "PAR009",
     .name = "group-counts-differ",
     .severity = Severity::kInfo,
     .summary = {"同じ圏域の市町の数が場所によって違う",
                 "the number of municipalities of one area differs from place to place"},
     .message = {"「{}」は {} 行目では「{}」です。参加した数なら問題ありません",
                 "\"{0}\" is {2} on line {1}; that is right if it counts those who took part"},
     .explain = {"置賜3市5町 と 置賜3市4町 "
                 "のように、同じ地域名に違う数が付いています。構成団体の数なのか参加した数なのかを確かめてください。",
                 "One area is printed with different counts, as in 置賜3市5町 and 置賜3市4町. See whether members or "
                 "participants are meant."},
     .bad = "置賜3市4町 と 置賜3市5町",
     .good = "置賜3市5町"},
    run};

}  // namespace torikomi
