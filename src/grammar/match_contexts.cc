// Headings that hold for the cards after them.
#include <algorithm>
#include <string>
#include <vector>

#include "matcher.h"
#include "torikomi/text/normalize.h"

namespace torikomi {

bool Matcher::take_context(std::uint32_t i, const Block& block) {
  if (block.kind == BlockKind::kRow || family_ == nullptr) return false;
  for (const ContextRule& rule : family_->contexts) {
    if (!holds(rule.needs)) continue;
    const auto found = rule.match.find(slice(text_, block.span));
    if (!found) continue;
    apply_context(rule, block.span, *found);
    if (found->groups.empty()) return false;  // it only ends what others said
    claim(i, Claim::kContext, "context");
    return true;
  }
  return false;
}

void Matcher::release_contexts() {
  std::vector<std::uint32_t> used;
  for (const CardMatch& card : out_.cards)
    for (const ContextValue& value : card.contexts) used.push_back(value.text.begin);
  std::sort(used.begin(), used.end());
  for (std::size_t i = 0; i < out_.claims.size(); ++i) {
    if (out_.claims[i].claim != Claim::kContext) continue;
    const NormSpan span = layout_.blocks[i].span;
    const auto first = std::lower_bound(used.begin(), used.end(), span.begin);
    if (first == used.end() || *first >= span.end) out_.claims[i] = {};
  }
}

std::string_view Matcher::context(std::string_view name) const {
  for (const ContextValue& value : contexts_)
    if (value.name == name) return slice(text_, value.text);
  return {};
}

bool Matcher::holds(const std::vector<std::string>& names) const {
  return std::all_of(names.begin(), names.end(), [&](const std::string& name) { return !context(name).empty(); });
}

void Matcher::apply_context(const ContextRule& rule, NormSpan line, const PatternMatch& found) {
  bool news = found.groups.empty();
  for (const auto& group : found.groups) {
    const NormSpan words = {line.begin + group.begin, line.begin + group.end};
    news = news || label_key(slice(text_, words)) != label_key(context(group.name));
    set_context(group.name, words);
  }
  if (news)
    std::erase_if(contexts_, [&](const ContextValue& value) {
      return std::find(rule.resets.begin(), rule.resets.end(), value.name) != rule.resets.end();
    });
  if (rule.recall) recall(rule);
}

/// A type that stood under the title of one programme belongs to it, also where its page has lost the title: where no
/// other heading holds, and the words stood under one set of headings only, these hold again.
void Matcher::recall(const ContextRule& rule) {
  constexpr std::size_t kMost = 200;  // headings that are kept; each is compared with all
  const std::vector<std::string> names = rule.match.group_names();
  const auto own = [&](const ContextValue& value) {
    return std::find(names.begin(), names.end(), value.name) != names.end();
  };
  const bool titled = !std::all_of(contexts_.begin(), contexts_.end(), own);
  if (titled) {
    if (seen_.size() < kMost) seen_.push_back(contexts_);
    return;
  }
  const auto key = [&](const std::vector<ContextValue>& values, bool of_own) {
    std::string out;
    for (const ContextValue& value : values)
      if (own(value) == of_own) out += std::string(value.name) + "=" + label_key(slice(text_, value.text)) + "\n";
    return out;
  };
  const std::vector<ContextValue>* only = nullptr;
  for (const auto& seen : seen_) {
    if (key(seen, true) != key(contexts_, true)) continue;
    if (only != nullptr && key(seen, false) != key(*only, false)) return;
    only = &seen;
  }
  if (only == nullptr) return;
  for (const ContextValue& value : *only)
    if (!own(value)) contexts_.push_back(value);
}

}  // namespace torikomi
