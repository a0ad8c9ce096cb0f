#include "form_table.h"

#include <algorithm>
#include <set>

#include "torikomi/core/utf8.h"
#include "torikomi/layout/items.h"

namespace torikomi {
namespace {

/// A few words, no number and no sentence.
bool is_form_label(std::string_view words) {
  constexpr std::size_t kLongest = 16;
  if (words.empty() || words.size() > kLongest * 4) return false;
  const char first = words.front();
  if ((first >= '0' && first <= '9') || first == '-') return false;
  for (const std::string_view mark : {"。", "、", "円", "%", "☑", "☐", "■", "□"})
    if (words.find(mark) != words.npos) return false;
  const std::size_t letters = utf8::count(words);
  return letters >= 2 && letters <= kLongest;
}

}  // namespace

std::vector<FormPair> form_pairs(const Layout& layout, std::string_view text, const Block& row) {
  std::vector<NormSpan> filled;
  bool from_first = false;
  for (const GridCell& cell : layout.cells_of(row)) {
    if (cell.span.empty()) continue;
    if (cell.continued) return {};
    if (filled.empty()) from_first = cell.column == 0;
    filled.push_back(cell.span);
  }
  std::vector<FormPair> out;
  if (!from_first || filled.size() % 2 != 0) return out;
  for (std::size_t i = 0; i + 1 < filled.size(); i += 2) {
    if (!is_form_label(slice(text, filled[i]))) return {};
    out.emplace_back(filled[i], filled[i + 1]);
  }
  return out;
}

bool is_form(const Layout& layout, std::string_view text, const TableUnit& unit) {
  if (unit.columns < 3) return false;
  std::size_t rows = 0;
  std::size_t forms = 0;
  std::size_t wide = 0;
  std::set<std::string> labels;
  for (std::uint32_t i = unit.first_block; i <= unit.last_block; ++i) {
    const Block& block = layout.blocks[i];
    if (block.kind != BlockKind::kRow) continue;
    ++rows;
    const std::vector<FormPair> pairs = form_pairs(layout, text, block);
    if (pairs.empty()) continue;
    ++forms;
    wide += pairs.size() == 1 ? 1 : 0;
    for (const FormPair& pair : pairs)
      if (!labels.insert(line_text(slice(text, pair.first))).second) return false;
  }
  constexpr std::size_t kFewest = 2;
  return forms >= kFewest && wide > 0 && forms * 2 >= rows;
}

}  // namespace torikomi
