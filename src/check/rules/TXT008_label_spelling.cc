// TXT008: a label is letter-spaced, or its colon is written in two ways.
#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <string>
#include <vector>

#include "check/facts.h"
#include "torikomi/check/check.h"
#include "torikomi/core/utf8.h"

namespace torikomi {
namespace {

/// A label is short.
constexpr std::uint32_t kLongestLabel = 30;

struct Spellings {
  std::vector<std::string> ways;  ///< in the order of the text
  NormSpan first;
  int count = 0;

  void add(std::string way) {
    if (std::find(ways.begin(), ways.end(), way) == ways.end()) ways.push_back(std::move(way));
    ++count;
  }
};

bool has_inner_blank(std::string_view words) { return words.find(' ') != words.npos; }

/// Two or more letters that are all single: letter spacing, not words with blanks between them.
bool is_letter_spaced(std::string_view words) {
  int letters = 0;
  for (std::size_t at = 0; at < words.size();) {
    const auto letter = utf8::decode(words, at);
    at += letter.size;
    if (letter.code_point == ' ') continue;
    if (!utf8::is_han(letter.code_point)) return false;
    ++letters;
    if (at < words.size() && words[at] != ' ') return false;
  }
  return letters >= 2;
}

/// The label of a cell behind its number: 場 所 of 3 場 所.
NormSpan behind_number(const TextInput& input, NormSpan cell) {
  const std::string_view words = input.text.slice(cell);
  const std::size_t end = words.find_first_not_of("0123456789");
  if (end == 0 || end == words.npos || words[end] != ' ') return cell;
  return {cell.begin + static_cast<std::uint32_t>(end) + 1, cell.end};
}

/// Three or more short cells without a number head columns.
bool is_head(const TextInput& input, const Block& block) {
  std::size_t labels = 0;
  for (const GridCell& cell : input.layout.cells_of(block)) {
    const std::string_view words = input.text.slice(cell.span);
    if (words.size() > kLongestLabel || words.find_first_of("0123456789") != words.npos) return false;
    labels += words.empty() ? 0 : 1;
  }
  constexpr std::size_t kFewest = 3;
  return labels >= kFewest;
}

/// Labels of columns and rows in letter spacing. Blanks of columns that are only aligned are no letter spacing, and
/// cells inside a table may be names of people, which are printed so.
std::map<std::string, Spellings> find_spaced(const TextInput& input) {
  std::map<std::string, Spellings> labels;
  bool heads = true;
  for (const Block& block : input.layout.blocks) {
    const bool row = block.kind == BlockKind::kRow;
    const bool first_row = row && (heads || is_head(input, block));
    heads = !row;
    if (!block.has_cells() || block.form == RowForm::kAligned) continue;
    bool first = true;
    for (const GridCell& cell : input.layout.cells_of(block)) {
      const bool labels_something = first || first_row;
      first = first && cell.span.empty();
      if (!labels_something) continue;
      if (cell.span.size() > kLongestLabel || !has_inner_blank(input.text.slice(cell.span))) continue;
      const NormSpan printed = behind_number(input, cell.span);
      const std::string_view words = input.text.slice(printed);
      if (!has_inner_blank(words) || !is_letter_spaced(words)) continue;
      Spellings& label = labels[bare(words)];
      if (label.count == 0) label.first = printed;
      label.add(std::string(words));
    }
  }
  return labels;
}

/// Labels that are written in several ways are a finding each; those that are only spaced are one together.
void check_spacing(const TextInput& input, Diagnostics& diagnostics) {
  std::map<std::string, Spellings> labels = find_spaced(input);
  if (labels.empty()) return;
  for (const GridCell& cell : input.layout.cells) {
    const std::string_view words = input.text.slice(cell.span);
    if (cell.span.empty() || cell.span.size() > kLongestLabel || has_inner_blank(words)) continue;
    const auto known = labels.find(std::string(words));
    if (known != labels.end()) known->second.add(std::string(words));
  }
  std::vector<const Spellings*> spaced;
  for (const auto& [label, spellings] : labels) {
    if (spellings.ways.size() == 1) {
      spaced.push_back(&spellings);
      continue;
    }
    std::string list;
    for (const std::string& way : spellings.ways) list += (list.empty() ? "" : " / ") + way;
    diagnostics.add("TXT008", source_span(input, spellings.first), spellings.count, list).suggestion = label;
  }
  if (spaced.empty()) return;
  std::sort(spaced.begin(), spaced.end(),
            [](const Spellings* a, const Spellings* b) { return a->first.begin < b->first.begin; });
  std::string list;
  int count = 0;
  for (const Spellings* one : spaced) {
    constexpr int kMostShown = 20;
    if (count < kMostShown)
      list += fmt::format("{}{} ({})", count == 0 ? "" : ", ", one->ways.front(), input.text.line_of(one->first));
    if (count++ == kMostShown) list += " …";
  }
  int places = 0;
  for (const Spellings* one : spaced) places += one->count;
  diagnostics.add("TXT008", source_span(input, spaced.front()->first), places, list).suggestion =
      bare(spaced.front()->ways.front());
}

/// The label that opens a block and the colon behind it; an empty span where there is none. Full-width colons are
/// folded, so the colon is looked up in the source.
NormSpan label_of(const TextInput& input, const Block& block) {
  const std::string_view words = input.text.slice(block.text.empty() ? block.span : block.text);
  const std::size_t colon = words.substr(0, kLongestLabel).find(':');
  if (colon == words.npos || colon == 0) return {};
  for (std::size_t at = 0; at < colon;) {
    const auto letter = utf8::decode(words, at);
    if (!utf8::is_han(letter.code_point) && !utf8::is_katakana(letter.code_point) &&
        !utf8::is_hiragana(letter.code_point))
      return {};
    at += letter.size;
  }
  const auto begin = static_cast<std::uint32_t>(words.data() - input.text.text().data());
  return {begin, begin + static_cast<std::uint32_t>(colon) + 1};
}

/// One label with ":" in some lines and "：" in others; the first line with the rarer one is shown.
void check_colons(const TextInput& input, Diagnostics& diagnostics) {
  struct Places {
    std::vector<NormSpan> narrow, wide;
  };
  std::map<std::string_view, Places> labels;
  for (const Block& block : input.layout.blocks) {
    if (block.kind != BlockKind::kPair && block.kind != BlockKind::kText && block.kind != BlockKind::kListItem)
      continue;
    const NormSpan span = label_of(input, block);
    if (span.empty()) continue;
    const bool wide = input.text.source().slice(source_span(input, span)).ends_with("：");
    Places& places = labels[input.text.slice({span.begin, span.end - 1})];
    (wide ? places.wide : places.narrow).push_back(span);
  }
  for (const auto& [label, places] : labels) {
    if (places.wide.empty() || places.narrow.empty()) continue;
    const auto& rare = places.wide.size() < places.narrow.size() ? places.wide : places.narrow;
    const std::string list = std::string(label) + ": / " + std::string(label) + "：";
    diagnostics.add("TXT008", source_span(input, rare.front()), places.wide.size() + places.narrow.size(), list);
  }
}

void run(const TextInput& input, Diagnostics& diagnostics) {
  check_spacing(input, diagnostics);
  check_colons(input, diagnostics);
}

}  // namespace

extern const Rule rule_TXT008;
const Rule rule_TXT008 = {
    {.code = "TXT008",
     .name = "label-spelling",
     .severity = Severity::kInfo,
     .summary = {"項目名の字間が空いている、または書き方が何通りかある",
                 "a label is letter-spaced or written in several ways"},
     .message = {"項目名の字間や書き方が揃っていません ({} か所): {}",
                 "labels are letter-spaced or not written alike ({}×): {}"},
     .explain = {"指 標 と 指標、連携分野: と 連携分野： のように書き方が揺れていても、torikomi "
                 "は同じ項目として読みます。検索や表計算での集計では別の項目になるため、字間を詰めて揃えてください。",
                 "Labels such as 指 標 and 指標 are read as one. Searches and spreadsheets take them for different "
                 "labels: close them up and make them alike."},
     .bad = "指 標\\t基準値",
     .good = "指標\\t基準値"},
    run};

}  // namespace torikomi
