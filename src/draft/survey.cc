#include "survey.h"

#include <algorithm>
#include <cctype>

#include "torikomi/core/utf8.h"
#include "torikomi/layout/marker.h"
#include "torikomi/value/date.h"
#include "torikomi/value/number.h"

namespace torikomi {
namespace {

constexpr std::size_t kLongestLabel = 20;  ///< characters
constexpr std::string_view kMarks[] = {"■", "□", "☑", "☐", "★"};

bool holds_any(std::string_view words, std::span<const std::string_view> parts) {
  return std::any_of(parts.begin(), parts.end(),
                     [words](std::string_view part) { return words.find(part) != words.npos; });
}

/// 1 テーマ -> テーマ, 事業計画(平成29年度) -> 事業計画, as labels are matched.
std::string_view bare(std::string_view cell) {
  const auto marker = read_marker(cell);
  if (marker && marker->kind != MarkerKind::kBullet) cell.remove_prefix(marker->text_at);
  const std::size_t open = cell.ends_with(')') ? cell.rfind('(') : cell.npos;
  if (open != cell.npos && open > 0) cell = cell.substr(0, open);
  while (cell.ends_with(' ')) cell.remove_suffix(1);
  return cell;
}

class Surveyor {
 public:
  Survey run(std::span<const Document> reports) {
    for (std::uint32_t r = 0; r < reports.size(); ++r) {
      report_ = r;
      document_ = &reports[r];
      for (std::uint32_t b = 0; b < document_->layout.blocks.size(); ++b) read(b);
    }
    return std::move(out_);
  }

 private:
  [[nodiscard]] std::string_view words(NormSpan span) const { return document_->text->slice(span); }

  [[nodiscard]] bool taken(std::uint32_t block) const {
    const BlockClaim& claim = document_->match.claims[block];
    if (claim.claim == Claim::kBlank || claim.claim == Claim::kIgnored) return true;
    for (const CardMatch& sheet : document_->match.sheets)
      for (const TableMatch& table : sheet.tables)
        if (claim.claim == Claim::kCard && claim.rule == table.rule->name) return true;
    return false;
  }

  void read(std::uint32_t b) {
    const Block& block = document_->layout.blocks[b];
    if (taken(b)) return;
    if (block.has_cells()) {
      read_cells(b, block);
    } else if (words(block.span).starts_with("【")) {
      note(out_.headings, headings_, words(block.span), b, LabelPlace::kLine);
    } else if (block.kind == BlockKind::kHeading || block.kind == BlockKind::kText) {
      if (looks_like_label(words(block.span)))
        note(out_.candidates, candidates_, words(block.span), b, LabelPlace::kLine);
    }
  }

  void read_cells(std::uint32_t b, const Block& block) {
    std::vector<NormSpan> filled;
    for (const GridCell& cell : document_->layout.cells_of(block))
      if (!cell.span.empty() && !cell.continued) filled.push_back(cell.span);
    const bool all =
        (filled.size() > 2 || (filled.size() == 2 && words_below(b))) &&
        std::all_of(filled.begin(), filled.end(), [&](NormSpan cell) { return looks_like_label(bare(words(cell))); });
    for (std::size_t c = 0; c < filled.size(); ++c) {
      const std::string_view label = bare(words(filled[c]));
      if (!looks_like_label(label)) continue;
      const bool last = c + 1 == filled.size();
      if (last && !all && filled.size() > 1) continue;  // words, or a label without any
      const LabelPlace place = filled.size() == 1 ? LabelPlace::kLine
                               : c == 0           ? LabelPlace::kFirst
                                                  : LabelPlace::kInside;
      Candidate& seen = note(out_.candidates, candidates_, label, b, place);
      if (seen.count == 1) seen.row = label_key(bare(words(filled[0])));
      if (place == LabelPlace::kFirst && filled.size() == 2) ++seen.before_words;
      if (!last && holds_any(words(filled[c + 1]), kMarks)) ++seen.marks;
    }
  }

  /// Two labels side by side are a head only where longer words stand below them; else the second is the words of the
  /// first.
  [[nodiscard]] bool words_below(std::uint32_t b) const {
    if (b + 1 == document_->layout.blocks.size() || !document_->layout.blocks[b + 1].has_cells()) return false;
    const auto cells = document_->layout.cells_of(document_->layout.blocks[b + 1]);
    return std::none_of(cells.begin(), cells.end(), [&](const GridCell& cell) {
      return !cell.span.empty() && looks_like_label(bare(words(cell.span)));
    });
  }

  Candidate& note(std::vector<Candidate>& list, std::unordered_map<std::string, std::size_t>& index,
                  std::string_view printed, std::uint32_t block, LabelPlace place) {
    std::string key = label_key(printed);
    const bool spaced = printed.find(' ') != printed.npos;
    const auto [at, fresh] = index.try_emplace(key, list.size());
    if (fresh) list.push_back({std::move(key), 0, report_, block, {}, {}, 0, false, 0});
    Candidate& seen = list[at->second];
    ++seen.count;
    seen.spaced = seen.spaced || spaced;
    ++seen.places[static_cast<std::size_t>(place)];
    return seen;
  }

  Survey out_;
  std::unordered_map<std::string, std::size_t> candidates_, headings_;
  const Document* document_ = nullptr;
  std::uint32_t report_ = 0;
};

}  // namespace

bool looks_like_label(std::string_view normalized) {
  constexpr std::string_view kProse[] = {"。", "、", "「", "※", "\v", "\x1f", "http"};
  if (normalized.empty() || normalized.starts_with("・") || holds_any(normalized, kProse) ||
      holds_any(normalized, kMarks))
    return false;
  const std::string key = label_key(normalized);
  if (utf8::count(key) < 2 || utf8::count(key) > kLongestLabel) return false;
  const bool letter = std::isalpha(static_cast<unsigned char>(key.front())) != 0 || key.front() < 0;  // KPIの状況
  if (!letter || std::all_of(key.begin(), key.end(), [](char c) { return c > 0; })) return false;
  return find_dates(key, {}).empty() && find_numbers(key, {}).empty();
}

Survey survey_labels(std::span<const Document> reports) { return Surveyor().run(reports); }

}  // namespace torikomi
