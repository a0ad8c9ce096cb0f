// Which rules of a grammar its examples use, and which other family would take them.
#include <algorithm>
#include <set>

#include "torikomi/examples.h"
#include "torikomi/grammar/match.h"
#include "torikomi/pipeline.h"

namespace torikomi {
namespace {

/// What the examples of one grammar used of it.
class RuleUse {
 public:
  explicit RuleUse(const Grammar& grammar) : grammar_(grammar) {
    for (const Example& example : grammar.examples) {
      const auto document = ingest({example.name, example.input}, {{}, &grammar, Language::kEn});
      if (document) take(*document);
    }
  }

  [[nodiscard]] std::vector<std::string> unused() const {
    std::vector<std::string> out;
    for (const DetectRule& rule : grammar_.detect) list(out, "detect.line ", rule.match.source(), &rule);
    for (const ContextRule& rule : grammar_.contexts) list(out, "context ", rule.match.source(), &rule);
    for (const SectionRule& rule : grammar_.sections) list(out, "section ", rule.match.source(), &rule);
    for (const IgnoreRule& rule : grammar_.ignores) list(out, "ignore ", rule.name, &rule);
    for (const FieldRule& rule : grammar_.fields) list(out, "field ", rule.name, &rule);
    for (const TableRule& rule : grammar_.tables)
      if (rule.type != TableType::kCards || !has_cards(rule)) list(out, "table ", rule.name, &rule);
    for (const LineRule& rule : grammar_.lines) list(out, "line ", rule.table.name, &rule.table);
    return out;
  }

 private:
  void list(std::vector<std::string>& out, std::string_view kind, std::string_view name, const void* rule) const {
    if (!used_.contains(rule)) out.push_back(std::string(kind) + std::string(name));
  }

  /// The cards of a table do not say that they are its own; their fields do.
  [[nodiscard]] bool has_cards(const TableRule& table) const {
    return std::all_of(table.required_fields.begin(), table.required_fields.end(), [&](const std::string& name) {
      return std::any_of(grammar_.fields.begin(), grammar_.fields.end(),
                         [&](const FieldRule& field) { return field.name == name && used_.contains(&field); });
    });
  }

  void take(const Document& document) {
    const auto scores = score_families(*document.text, document.layout, std::span(&grammar_, 1));
    for (const FamilyScore& score : scores)
      for (const DetectReason& reason : score.matched) used_.insert(reason.rule);
    for (const Block& block : document.layout.blocks) take_lines(document.text->slice(block.span));
    for (const Block& block : document.layout.blocks)
      for (const GridCell& cell : document.layout.cells_of(block)) take_lines(document.text->slice(cell.span));
    for (const auto* cards : {&document.match.cards, &document.match.sheets}) {
      for (const CardMatch& card : *cards) {
        for (const FieldMatch& field : card.fields) used_.insert(field.rule);
        for (const TableMatch& table : card.tables) used_.insert(table.rule);
      }
    }
  }

  /// Rules for whole lines; a section may be a first cell as well.
  void take_lines(std::string_view words) {
    for (const ContextRule& rule : grammar_.contexts)
      if (rule.match.matches(words)) used_.insert(&rule);
    for (const SectionRule& rule : grammar_.sections)
      if (rule.match.matches(words)) used_.insert(&rule);
    for (const IgnoreRule& rule : grammar_.ignores)
      if (rule.match.matches(words)) used_.insert(&rule);
  }

  const Grammar& grammar_;
  std::set<const void*> used_;
};

std::uint32_t score_of(const NormText& text, const Layout& layout, const Grammar& grammar) {
  return score_families(text, layout, std::span(&grammar, 1)).front().score;
}

/// The examples of `owner` that fit `rival` as well or better.
void compare(const Grammar& owner, const Grammar& rival, std::vector<Message>& out) {
  for (const Example& example : owner.examples) {
    const Source source(example.name, example.input);
    NormText text = normalize(source);
    const Layout layout = split_blocks(text);
    const std::uint32_t own = score_of(text, layout, owner);
    const std::uint32_t other = score_of(text, layout, rival);
    if (other == 0 || other < own) continue;
    out.push_back(say("{}:{}: 例「{}」は {} にも当てはまります ({} 点、{} は {} 点)",
                      "{}:{}: example \"{}\" fits {} as well ({} points; {} has {})", owner.origin, example.line,
                      example.name, rival.name, other, owner.name, own));
  }
}

}  // namespace

std::vector<std::string> unused_rules(const Grammar& grammar) { return RuleUse(grammar).unused(); }

std::vector<Message> unfolded_patterns(const Grammar& grammar) {
  std::vector<Message> out;
  const auto look = [&](const Pattern& pattern) {
    const std::string& text = pattern.source();
    const std::string folded = fold(text);
    if (folded != text)
      out.push_back(
          say("{}: 正規表現 '{}' の全角文字は報告書の側では半角です (例: （ は \\(、： は :)。畳み込んだ形: '{}'",
              "{}: the pattern '{}' has characters that are folded in reports (（ is matched as \\(, ： as :); "
              "folded it reads '{}'",
              grammar.origin, text, folded));
  };
  for (const DetectRule& rule : grammar.detect) look(rule.match);
  for (const ContextRule& rule : grammar.contexts) look(rule.match);
  for (const SectionRule& rule : grammar.sections) look(rule.match);
  for (const IgnoreRule& rule : grammar.ignores) look(rule.match);
  for (const LineRule& rule : grammar.lines) look(rule.match);
  for (const Pattern& cell : grammar.card.cells) look(cell);
  if (grammar.card.line) look(*grammar.card.line);
  return out;
}

std::vector<Message> overlaps(const Grammar& grammar, std::span<const Grammar> others) {
  std::vector<Message> out;
  if (grammar.detect.empty()) return out;
  for (const Grammar& other : others) {
    if (other.name == grammar.name || other.detect.empty()) continue;
    compare(grammar, other, out);
    compare(other, grammar, out);
  }
  return out;
}

}  // namespace torikomi
