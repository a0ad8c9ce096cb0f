// TXT008: a label is letter-spaced, or its colon is written in two ways.
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

/// Cells that hold nothing but a label in letter spacing, with the other ways in which the same label is written.
void check_spacing(const CheckInput& input, Diagnostics& diagnostics) {
  std::map<std::string, Spellings> labels;
  const auto is_short = [](NormSpan span) { return !span.empty() && span.size() <= kLongestLabel; };
  for (const GridCell& cell : input.layout.cells) {
    const std::string_view words = input.text.slice(cell.span);
    if (!is_short(cell.span) || !has_inner_blank(words) || !is_letter_spaced(words)) continue;
    Spellings& label = labels[bare(words)];
    if (label.count == 0) label.first = cell.span;
    label.add(std::string(words));
  }
  if (labels.empty()) return;
  for (const GridCell& cell : input.layout.cells) {
    const std::string_view words = input.text.slice(cell.span);
    if (!is_short(cell.span) || has_inner_blank(words)) continue;
    const auto known = labels.find(std::string(words));
    if (known != labels.end()) known->second.add(std::string(words));
  }
  for (const auto& [label, spellings] : labels) {
    std::string list;
    for (const std::string& way : spellings.ways) list += (list.empty() ? "" : " / ") + way;
    diagnostics.add("TXT008", source_span(input, spellings.first), label, spellings.count, list).suggestion = label;
  }
}

/// The label that opens a block and the colon behind it; an empty span where there is none. Full-width colons are
/// folded, so the colon is looked up in the source.
NormSpan label_of(const CheckInput& input, const Block& block) {
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
void check_colons(const CheckInput& input, Diagnostics& diagnostics) {
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
    diagnostics.add("TXT008", source_span(input, rare.front()), label, places.wide.size() + places.narrow.size(), list);
  }
}

void run(const CheckInput& input, Diagnostics& diagnostics) {
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
     .message = {"「{}」({} か所) の書き方: {}", "\"{}\" ({} places) is written: {}"},
     .explain = {"指 標 と 指標、連携分野: と 連携分野： のように書き方が揺れていても、torikomi "
                 "は同じ項目として読みます。検索や表計算での集計では別の項目になるため、字間を詰めて揃えてください。",
                 "Labels such as 指 標 and 指標 are read as one. Searches and spreadsheets take them for different "
                 "labels: close them up and make them alike."},
     .bad = "指 標\\t基準値",
     .good = "指標\\t基準値"},
    run};

}  // namespace torikomi
