// TXT008: one label is written in several ways.
#include <map>
#include <set>
#include <string>
#include <vector>

#include "check/facts.h"
#include "torikomi/check/check.h"
#include "torikomi/core/utf8.h"

namespace torikomi {
namespace {

/// A label is short.
constexpr std::uint32_t kLongestLabel = 30;

struct Spelling {
  std::string printed;
  NormSpan first;
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

void run(const CheckInput& input, Diagnostics& diagnostics) {
  std::map<std::string, std::vector<Spelling>> labels;
  for (const GridCell& cell : input.layout.cells) {
    const std::string_view words = input.text.slice(cell.span);
    if (words.size() <= kLongestLabel && has_inner_blank(words) && is_letter_spaced(words))
      labels[bare(words)].push_back({std::string(words), cell.span});
  }
  if (labels.empty()) return;
  for (const GridCell& cell : input.layout.cells) {
    const std::string_view words = input.text.slice(cell.span);
    if (words.size() > kLongestLabel || has_inner_blank(words)) continue;
    const auto known = labels.find(std::string(words));
    if (known != labels.end()) known->second.push_back({std::string(words), cell.span});
  }
  for (const auto& [label, spellings] : labels) {
    std::set<std::string> ways;
    for (const Spelling& one : spellings) ways.insert(one.printed);
    if (ways.size() < 2) continue;
    std::string list;
    for (const std::string& way : ways) list += (list.empty() ? "" : " / ") + way;
    diagnostics.add("TXT008", source_span(input, spellings.front().first), label, ways.size(), list).suggestion = label;
  }
}

}  // namespace

extern const Rule rule_TXT008;
const Rule rule_TXT008 = {
    {.code = "TXT008",
     .name = "label-spelling",
     .severity = Severity::kInfo,
     .summary = {"同じ項目名に何通りかの書き方がある", "one label is written in several ways"},
     .message = {"項目名「{}」は {} 通りの書き方があります: {}", "the label \"{}\" is written in {} ways: {}"},
     .explain = {"指 標 と 指標、連携分野: と 連携分野： のように書き方が揺れていても、torikomi "
                 "は同じ項目として読みます。表計算で集計するときは揃えてください。",
                 "Labels such as 指 標 and 指標 are read as one. Make them alike where people sort or filter by them."},
     .bad = "指 標\\t基準値 と 指標\\t基準値",
     .good = "指標\\t基準値"},
    run};

}  // namespace torikomi
