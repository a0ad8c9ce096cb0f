// STR007: a declared count differs from the names beside it.
#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <utility>

#include "check/columns.h"
#include "check/facts.h"
#include "torikomi/check/check.h"

namespace torikomi {
namespace {

constexpr std::array<std::string_view, 11> kUnits = {"団体", "市町村", "市町", "町村", "市",  "町",
                                                     "村",   "社",     "校",   "か所", "箇所"};

// Searches without an end would cost the square of a long line. Bytes.
constexpr std::size_t kLongestList = 4000;  ///< between the brackets
constexpr std::size_t kLongestCount = 40;   ///< a count with its brackets
constexpr std::size_t kLongestLead = 4;     ///< from the bracket to the digits: (計2市

std::string_view unit_at(std::string_view rest) {
  for (const std::string_view unit : kUnits)
    if (rest.starts_with(unit)) return unit;
  return {};
}

/// Items of a list in brackets; nothing where the list says that it is not complete or is no plain list.
std::optional<int> count_items(std::string_view list) {
  for (const std::string_view open : {"等", "など", "ほか", "他", "(", ":", "うち", "。", "は"})
    if (list.find(open) != list.npos) return std::nullopt;
  if (list.find_first_of("0123456789") != list.npos) return std::nullopt;
  int commas = 0;
  for (std::size_t at = list.find("、"); at != list.npos; at = list.find("、", at + 1)) ++commas;
  if (commas == 0) return std::nullopt;
  for (const std::string_view joined : {"及び", "並びに", "と", "・"})
    if (list.find(joined) != list.npos) return std::nullopt;
  return commas + 1;
}

void check_inline(const TextInput& input, Diagnostics& diagnostics) {
  const std::string_view text = input.text.text();
  for (const NormSpan digits : input.facts.digits) {
    if (digits.size() > 3) continue;
    const std::string_view rest = text.substr(digits.end);
    const std::string_view unit = unit_at(rest);
    if (unit.empty() || !rest.substr(unit.size()).starts_with("(")) continue;
    // 2市4町 and 平成28年3市 are not plain counts
    if (digits.begin > 0) {
      const std::string_view before = text.substr(0, digits.begin);
      if (before.ends_with("市") || before.ends_with("町") || before.ends_with("第") || before.ends_with(",") ||
          before.ends_with("."))
        continue;
    }
    const std::size_t open = digits.end + unit.size() + 1;
    const std::size_t close = text.substr(0, open + kLongestList).find_first_of(")\n\t\v", open);
    if (close == text.npos || text[close] != ')') continue;
    const std::string_view list = text.substr(open, close - open);
    const auto counted = count_items(list);
    int declared = 0;
    for (const char c : slice(text, digits)) declared = declared * 10 + (c - '0');
    if (!counted || *counted == declared) continue;
    const NormSpan span = {digits.begin, static_cast<std::uint32_t>(open - 1)};
    diagnostics.add("STR007", source_span(input, span), slice(text, span), *counted, list).suggestion =
        std::to_string(*counted) + std::string(unit);
  }
}

/// A count of cities, towns and villages: 2市4町2村.
struct Counts {
  std::array<int, 3> of = {};
  friend bool operator==(const Counts&, const Counts&) = default;
};
constexpr std::array<std::string_view, 3> kKinds = {"市", "町", "村"};

std::string say_counts(const Counts& counts) {
  std::string out;
  for (std::size_t i = 0; i < kKinds.size(); ++i)
    if (counts.of[i] > 0) out += std::to_string(counts.of[i]) + std::string(kKinds[i]);
  return out;
}

/// The whole of `words` is such a count of two or more kinds, or of one kind after 計.
std::optional<Counts> read_counts(std::string_view words) {
  const bool total = words.starts_with("計");
  if (total) words.remove_prefix(3);
  Counts out;
  int kinds = 0;
  for (std::size_t i = 0; i < kKinds.size(); ++i) {
    std::size_t end = 0;
    int number = 0;
    while (end < words.size() && end < 3 && words[end] >= '0' && words[end] <= '9')
      number = number * 10 + (words[end++] - '0');
    if (end == 0 || !words.substr(end).starts_with(kKinds[i])) continue;
    out.of[i] = number;
    words.remove_prefix(end + kKinds[i].size());
    ++kinds;
  }
  const bool whole = words.empty() && kinds > 0 && (total || kinds > 1);
  return whole ? std::optional(out) : std::nullopt;
}

/// Names of cities, towns and villages with 、 or ・ between them, counted by their last letter; nothing where a word
/// is no such name.
std::optional<Counts> count_names(std::string_view list) {
  Counts out;
  int names = 0;
  constexpr std::size_t kLongest = 24;
  while (!list.empty()) {
    const std::string_view near = list.substr(0, kLongest + 3);
    const std::size_t end = std::min(near.find("、"), near.find("・"));
    const std::string_view name = list.substr(0, end);
    list = end == list.npos ? std::string_view() : list.substr(end + 3);
    std::size_t kind = 0;
    while (kind < kKinds.size() && !name.ends_with(kKinds[kind])) ++kind;
    if (kind == kKinds.size() || name.size() < 6 || name.size() > kLongest) return std::nullopt;
    if (name.find_first_of("0123456789 ") != name.npos) return std::nullopt;
    ++out.of[kind];
    ++names;
  }
  return names >= 2 ? std::optional(out) : std::nullopt;
}

/// The list that ends right before `at`: back to a bracket, blank or line end; empty where it is too long for a list.
std::string_view list_before(std::string_view text, std::size_t at) {
  constexpr std::array<std::string_view, 11> kStops = {"(", ")", "】", "」", "\n", "\t", " ", ":", "。", "※", "]"};
  const std::size_t reach = at - std::min(at, kLongestList);
  for (std::size_t begin = at; begin > reach; --begin) {
    const std::string_view before = text.substr(0, begin);
    for (const std::string_view stop : kStops)
      if (before.ends_with(stop)) return text.substr(begin, at - begin);
  }
  return reach > 0 ? std::string_view() : text.substr(0, at);
}

/// 須坂市、千曲市、坂城町(計2市1町): the count stands in brackets behind the names. Lists of several prefectures may
/// share one count, so these are left alone.
void check_counts_behind(const TextInput& input, Diagnostics& diagnostics) {
  const std::string_view text = input.text.text();
  std::size_t last_open = text.npos;
  for (const NormSpan digits : input.facts.digits) {
    const std::size_t lead = digits.begin - std::min<std::size_t>(digits.begin, kLongestLead);
    const std::size_t in_lead = text.substr(lead, digits.begin - lead).rfind('(');
    if (in_lead == text.npos) continue;
    const std::size_t open = lead + in_lead;
    if (open == last_open) continue;  // (計2市1町): one count
    last_open = open;
    const std::size_t close = text.substr(0, open + kLongestCount).find(')', open);
    if (close == text.npos) continue;
    const auto declared = read_counts(text.substr(open + 1, close - open - 1));
    if (!declared) continue;
    std::size_t end = open;
    while (end > 0 && text[end - 1] == ' ') --end;
    const std::string_view list = list_before(text, end);
    const auto counted = count_names(list);
    if (!counted || *counted == *declared) continue;
    const std::string_view before = text.substr(0, static_cast<std::size_t>(list.data() - text.data()));
    const std::size_t cell = before.find_last_of("\n\t");
    const bool shared = before.ends_with("】") && before.substr(cell == before.npos ? 0 : cell).find("【") !=
                                                      before.substr(cell == before.npos ? 0 : cell).rfind("【");
    if (shared) continue;
    const NormSpan span = {static_cast<std::uint32_t>(open + 1), static_cast<std::uint32_t>(close)};
    diagnostics.add("STR007", source_span(input, span), slice(text, span), say_counts(*counted), list).suggestion =
        say_counts(*counted);
  }
}

/// 2市3町(山県市、本巣市、…): every kind that is declared is named, and in another number.
void check_counts_before(const TextInput& input, Diagnostics& diagnostics) {
  const std::string_view text = input.text.text();
  constexpr std::size_t kLongestCounts = 20;
  std::size_t close = 0;  // behind the bracket that was looked at last
  for (const NormSpan digits : input.facts.digits) {
    const std::size_t open = text.substr(0, digits.begin + kLongestCounts).find('(', digits.end);
    if (open == text.npos) continue;
    const auto declared = read_counts(text.substr(digits.begin, open - digits.begin));
    if (!declared) continue;
    if (close <= open) close = std::min(text.find_first_of(")\n\t", open), text.size());
    if (close == text.size() || text[close] != ')' || close - open > kLongestList) continue;
    const std::string_view list = text.substr(open + 1, close - open - 1);
    const auto counted = count_names(list);
    if (!counted || *counted == *declared) continue;
    bool same_kinds = true;
    for (std::size_t i = 0; i < kKinds.size(); ++i) same_kinds &= (declared->of[i] > 0) == (counted->of[i] > 0);
    if (!same_kinds) continue;
    const NormSpan span = {digits.begin, static_cast<std::uint32_t>(open)};
    diagnostics.add("STR007", source_span(input, span), slice(text, span), say_counts(*counted), list).suggestion =
        say_counts(*counted);
  }
}

/// N団体 at the end of a heading or title.
std::optional<std::pair<int, NormSpan>> count_in_title(const TextInput& input, const Block& block) {
  std::string_view words = input.text.slice(block.span);
  for (const std::string_view end : {"】", ")", ">", "]"})
    if (words.ends_with(end)) words.remove_suffix(end.size());
  if (!words.ends_with("団体") || words.find("うち") != words.npos || words.find("※") != words.npos)
    return std::nullopt;
  std::size_t begin = words.size() - std::string_view("団体").size();
  const std::size_t end = begin;
  while (begin > 0 && words[begin - 1] >= '0' && words[begin - 1] <= '9') --begin;
  if (begin == end || end - begin > 3) return std::nullopt;
  int number = 0;
  for (const char c : words.substr(begin, end - begin)) number = number * 10 + (c - '0');
  const auto at = block.span.begin + static_cast<std::uint32_t>(begin);
  return std::pair(number, NormSpan{at, block.span.begin + static_cast<std::uint32_t>(words.size())});
}

/// Rows below a head that speaks of bodies, by their first cell.
int count_rows(const TextInput& input, const Grid& grid) {
  const auto& heads = grid.heads;
  if (!heads || heads->columns.front().label.find("団体") == std::string::npos) return 0;
  int rows = 0;
  for (std::uint32_t i = heads->first_row; i <= grid.last; ++i) {
    const auto cells = input.layout.cells_of(input.layout.blocks[i]);
    const bool filled = !cells.empty() && cells.front().column == heads->columns.front().column &&
                        !cells.front().span.empty() && !cells.front().continued;
    if (filled && input.layout.blocks[i].kind == BlockKind::kRow) ++rows;
    if (input.layout.blocks[i].repeated_header && rows > 0) --rows;
  }
  return rows;
}

bool same_heads(const Grid& a, const Grid& b) {
  return a.heads && b.heads &&
         std::equal(a.heads->columns.begin(), a.heads->columns.end(), b.heads->columns.begin(), b.heads->columns.end(),
                    [](const auto& x, const auto& y) { return x.label == y.label; });
}

/// Rows of the table and of those that go on with it on the next pages: the same heads again, and no other count
/// between them. It ends with the page where the declared count is reached.
int count_rows_on_pages(const TextInput& input, std::size_t number, int declared) {
  const auto& grids = input.facts.grids;
  const auto& blocks = input.layout.blocks;
  int rows = count_rows(input, grids[number]);
  for (std::size_t i = number + 1; i < grids.size() && rows != declared && same_heads(grids[number], grids[i]); ++i) {
    for (std::uint32_t at = grids[i - 1].last + 1; at < grids[i].first; ++at)
      if (count_in_title(input, blocks[at])) return rows;
    rows += count_rows(input, grids[i]);
  }
  return rows;
}

/// 【採択:6団体】 above a table of bodies.
void check_tables(const TextInput& input, Diagnostics& diagnostics) {
  const auto& blocks = input.layout.blocks;
  for (std::size_t i = 0; i < input.facts.grids.size(); ++i) {
    const Grid& grid = input.facts.grids[i];
    std::uint32_t above = grid.first;
    while (above > 0 && blocks[above - 1].kind == BlockKind::kBlank) --above;
    if (above == 0) continue;
    const auto declared = count_in_title(input, blocks[above - 1]);
    const int rows = declared ? count_rows_on_pages(input, i, declared->first) : 0;
    if (rows == 0 || rows == declared->first) continue;
    diagnostics.add("STR007", source_span(input, declared->second), input.text.slice(declared->second), rows,
                    input.text.slice(blocks[grid.first].span));
  }
}

void run(const TextInput& input, Diagnostics& diagnostics) {
  check_inline(input, diagnostics);
  check_counts_before(input, diagnostics);
  check_counts_behind(input, diagnostics);
  check_tables(input, diagnostics);
}

}  // namespace

extern const Rule rule_STR007;
const Rule rule_STR007 = {
    {.code = "STR007",
     .name = "declared-count",
     .severity = Severity::kWarning,
     .summary = {"書かれた数と並べられた名前の数が合わない", "a declared count differs from the names beside it"},
     .message = {"「{}」とありますが、数えると {} です: {}", "\"{}\", but there are {}: {}"},
     .explain = {"3団体(A、B) や A市、B町(計1市2町) "
                 "のように、数と並びの数が合いません。どちらかが古いか、名前が抜けています。",
                 "The number and the list beside it, as in 3団体(A、B) or A市、B町(計1市2町), do not agree. One is out "
                 "of date, or a name is "
                 "missing."},
     .bad = "3団体(商工会、観光協会)",
     .good = "2団体(商工会、観光協会)"},
    run};

}  // namespace torikomi
