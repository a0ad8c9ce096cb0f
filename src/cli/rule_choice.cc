#include "rule_choice.h"

#include <algorithm>

#include "option_words.h"
#include "torikomi/core/nearest.h"

namespace torikomi::cli {
namespace {

constexpr std::size_t kLetters = 3;  ///< of a code: DAT

std::string upper(std::string_view word) {
  std::string out(word);
  for (char& c : out)
    if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
  return out;
}

bool is_group(std::string_view word) {
  return word == name(RuleGroup::kStyle) || word == name(RuleGroup::kMachineReadable);
}

bool names(const Rule& rule, std::string_view word) {
  if (is_group(word)) return name(rule.group) == word;
  return rule.info.name == word || (word.size() >= kLetters && rule.info.code.starts_with(upper(word)));
}

Error unknown(std::string_view word) {
  std::vector<std::string_view> choices = {name(RuleGroup::kStyle), name(RuleGroup::kMachineReadable)};
  for (const Rule* rule : all_rules()) {
    choices.push_back(rule->info.code);
    choices.push_back(rule->info.name);
    choices.push_back(rule->info.code.substr(0, kLetters));
  }
  const std::string_view near = nearest(word, choices);
  if (near.empty())
    return {ErrorCode::kUsage,
            say("規則「{}」はありません。一覧は torikomi rules", "there is no rule \"{}\"; see torikomi rules", word)};
  return {ErrorCode::kUsage,
          say("規則「{}」はありません。{} のことですか", "there is no rule \"{}\"; did you mean {}?", word, near)};
}

/// Words given as A,B or one by one.
std::vector<std::string> split(const std::vector<std::string>& words) {
  std::vector<std::string> out;
  for (const std::string& word : words) {
    for (std::size_t begin = 0; begin <= word.size();) {
      const std::size_t end = std::min(word.find(',', begin), word.size());
      if (end > begin) out.push_back(word.substr(begin, end - begin));
      begin = end + 1;
    }
  }
  return out;
}

}  // namespace

Result<std::vector<std::string_view>> codes_of(const std::vector<std::string>& words) {
  std::vector<std::string_view> out;
  for (const std::string& word : split(words)) {
    const std::size_t before = out.size();
    for (const Rule* rule : all_rules())
      if (names(*rule, word)) out.push_back(rule->info.code);
    if (out.size() == before) return unknown(word);
  }
  return out;
}

Result<RuleChoice> RuleChoice::make(const std::vector<std::string>& select, const std::vector<std::string>& ignore) {
  const auto wanted = codes_of(select);
  if (!wanted) return wanted.error();
  const auto unwanted = codes_of(ignore);
  if (!unwanted) return unwanted.error();
  const std::vector<std::string> words = split(select);
  const bool defaults = std::all_of(words.begin(), words.end(), [](const std::string& word) { return is_group(word); });
  const auto has = [](const std::vector<std::string_view>& codes, std::string_view code) {
    return std::find(codes.begin(), codes.end(), code) != codes.end();
  };
  RuleChoice out;
  for (const Rule* rule : all_rules()) {
    const std::string_view code = rule->info.code;
    const bool chosen = has(*wanted, code) || (defaults && rule->group == RuleGroup::kDefault);
    if (chosen && !has(*unwanted, code)) out.codes_.push_back(code);
  }
  return out;
}

bool RuleChoice::reports(std::string_view code) const { return std::binary_search(codes_.begin(), codes_.end(), code); }

CheckOptions RuleChoice::options() const {
  CheckOptions out;
  for (const Rule* rule : all_rules()) {
    if (!reports(rule->info.code)) continue;
    out.style = out.style || rule->group == RuleGroup::kStyle;
    out.machine_readable = out.machine_readable || rule->group == RuleGroup::kMachineReadable;
  }
  return out;
}

Result<const Rule*> find_rule(std::string_view word) {
  for (const Rule* rule : all_rules())
    if (rule->info.code == upper(word) || rule->info.name == word) return rule;
  return unknown(word);
}

}  // namespace torikomi::cli
