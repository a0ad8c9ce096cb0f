#include <algorithm>
#include <string>

#include "torikomi/grammar/match.h"

namespace torikomi {
namespace {

/// A row as one line of cells parted by tabs.
void append_row(std::string& out, std::string_view text, std::span<const GridCell> cells) {
  std::uint16_t column = 0;
  for (const GridCell& cell : cells) {
    for (; column < cell.column; ++column) out += '\t';
    out += slice(text, cell.span);
  }
}

/// What patterns read: the text, or, where an extractor wrote rows with bars, tags or blanks, the text with those rows
/// parted by tabs, so that one pattern fits them all.
class DetectText {
 public:
  DetectText(const NormText& text, const Layout& layout) : words_(text.body()) {
    const auto other = [](const Block& block) { return block.kind == BlockKind::kRow && block.form != RowForm::kTabs; };
    if (std::none_of(layout.blocks.begin(), layout.blocks.end(), other)) return;
    own_.reserve(words_.size());
    for (const Block& block : layout.blocks) {
      if (block.kind == BlockKind::kRow) {
        append_row(own_, text.text(), layout.cells_of(block));
      } else {
        own_ += slice(words_, block.span);
      }
      own_ += '\n';
    }
    words_ = own_;
  }
  DetectText(const DetectText&) = delete;

  [[nodiscard]] std::string_view words() const { return words_; }

 private:
  std::string own_;
  std::string_view words_;
};

/// The first `count` lines of the text, or all of it for 0.
std::string_view first_lines(std::string_view text, std::uint32_t count) {
  if (count == 0) return text;
  std::size_t end = 0;
  for (; count > 0 && end < text.size(); --count) end = std::min(text.find('\n', end), text.size() - 1) + 1;
  return text.substr(0, end);
}

/// The line in which the pattern fits first, shortened.
std::string line_of_fit(std::string_view text, const DetectRule& rule) {
  constexpr std::size_t kLongest = 120;  // bytes
  const auto found = rule.match.find(text, 0);
  if (!found) return {};
  std::size_t begin = found->begin;
  while (begin < found->end && text[begin] == '\n') ++begin;
  begin = begin == 0 ? 0 : text.rfind('\n', begin - 1) + 1;  // npos + 1 is 0
  std::size_t end = std::min(text.find('\n', begin), text.size());
  end = std::min(end, begin + kLongest);
  while (end < text.size() && end > begin && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) --end;
  return std::string(text.substr(begin, end - begin));
}

void try_rule(std::string_view text, const DetectRule& rule, ScoreDetail detail, FamilyScore& out) {
  const std::string_view part = first_lines(text, rule.first_lines);
  const bool hit = rule.match.matches(part);
  const bool told = hit && detail == ScoreDetail::kReasons;
  (hit ? out.matched : out.missing).push_back({&rule, told ? line_of_fit(part, rule) : std::string()});
  if (hit) out.score += rule.weight;
  if (!hit && rule.required) out.required_met = false;
}

FamilyScore unread_score(const Grammar& grammar) {
  FamilyScore out{&grammar, 0, 0, false, {}, {}};
  for (const DetectRule& rule : grammar.detect) out.possible += rule.weight;
  return out;
}

void score(std::string_view text, ScoreDetail detail, FamilyScore& out) {
  const Grammar& grammar = *out.grammar;
  out.required_met = true;
  for (const bool required : {true, false})  // a pattern that is not there costs a look at the whole text
    for (const DetectRule& rule : grammar.detect)
      if (rule.required == required && (out.required_met || detail == ScoreDetail::kReasons))
        try_rule(text, rule, detail, out);
  if (!out.required_met) out.score = 0;
}

/// The families with the most to win first: when one of them has all of it, the others need no look.
void score_all(std::string_view text, ScoreDetail detail, std::span<FamilyScore> families) {
  std::vector<FamilyScore*> order;
  for (FamilyScore& family : families) order.push_back(&family);
  std::stable_sort(order.begin(), order.end(), [](const auto* a, const auto* b) { return a->possible > b->possible; });
  std::uint32_t best = 0;
  for (FamilyScore* family : order) {
    if (detail == ScoreDetail::kScore && family->possible < best) break;
    score(text, detail, *family);
    best = std::max(best, family->score);
  }
}

}  // namespace

std::vector<FamilyScore> score_families(const NormText& text, const Layout& layout, std::span<const Grammar> grammars,
                                        ScoreDetail detail) {
  const DetectText words(text, layout);
  std::vector<FamilyScore> out;
  for (const Grammar& grammar : grammars)
    if (!grammar.detect.empty()) out.push_back(unread_score(grammar));
  score_all(words.words(), detail, out);
  std::stable_sort(out.begin(), out.end(),
                   [](const FamilyScore& a, const FamilyScore& b) { return a.score > b.score; });
  return out;
}

}  // namespace torikomi
