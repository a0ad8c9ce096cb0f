#include "torikomi/check/suppress.h"

#include <algorithm>

#include "torikomi/core/find.h"

namespace torikomi {
namespace {

constexpr std::string_view kSign = "torikomi:ignore";
constexpr std::string_view kFile = "-file";

std::string_view trimmed(std::string_view words) {
  constexpr std::string_view kBlanks = " \t";
  const std::size_t begin = words.find_first_not_of(kBlanks);
  if (begin == words.npos) return {};
  return words.substr(begin, words.find_last_not_of(kBlanks) - begin + 1);
}

bool is_rule_letter(char c) { return (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9'); }

/// RULE[,RULE]; what is left of `words` is the reason.
std::vector<std::string> take_rules(std::string_view& words) {
  std::vector<std::string> out;
  words = trimmed(words);
  while (!words.empty() && is_rule_letter(words.front())) {
    std::size_t end = 0;
    while (end < words.size() && is_rule_letter(words[end])) ++end;
    out.emplace_back(words.substr(0, end));
    words.remove_prefix(end);
    if (!words.starts_with(',')) break;
    words = trimmed(words.substr(1));
  }
  return out;
}

/// Only comment signs stand before the directive.
bool stands_alone(std::string_view before) { return before.find_first_not_of(" \t<!-#/*") == before.npos; }

}  // namespace

std::vector<Suppression> find_suppressions(const Source& source) {
  std::vector<Suppression> out;
  const std::string_view text = source.text();
  for (std::size_t at = find_words(text, kSign); at != text.npos; at = find_words(text, kSign, at + kSign.size())) {
    const std::uint32_t line = source.line_of(static_cast<std::uint32_t>(at));
    const Span whole = source.line_span(line);
    std::string_view rest = text.substr(at + kSign.size(), whole.end - at - kSign.size());
    Suppression one;
    one.whole_file = rest.starts_with(kFile);
    if (one.whole_file) rest.remove_prefix(kFile.size());
    if (const std::size_t close = rest.find("-->"); close != rest.npos) rest = rest.substr(0, close);
    one.span = {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(rest.data() + rest.size() - text.data())};
    one.rules = take_rules(rest);
    one.reason = std::string(trimmed(rest));
    one.line = stands_alone(text.substr(whole.begin, at - whole.begin)) ? line + 1 : line;
    out.push_back(std::move(one));
  }
  return out;
}

bool is_suppressed(const Source& source, const Diagnostic& finding, const std::vector<Suppression>& suppressions) {
  if (suppressions.empty() || finding.rule->code == "SUP001") return false;
  const std::uint32_t line = source.line_of(finding.span.begin);
  return std::any_of(suppressions.begin(), suppressions.end(), [&](const Suppression& one) {
    if (one.reason.empty() || (!one.whole_file && one.line != line)) return false;
    return std::any_of(one.rules.begin(), one.rules.end(),
                       [&](const std::string& rule) { return finding.rule->code.starts_with(rule); });
  });
}

}  // namespace torikomi
