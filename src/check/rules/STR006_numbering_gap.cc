// STR006: a numbered run has a gap or a repeat.
#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "check/facts.h"
#include "torikomi/check/check.h"
#include "torikomi/core/utf8.h"

namespace torikomi {
namespace {

constexpr char32_t kFirst = 0x2460, kLast = 0x2473;  ///< ① to ⑳

/// Circled numbers of one line that open an item: after a blank, a bracket, a sign or at its begin.
void check_line(const TextInput& input, NormSpan line, Diagnostics& diagnostics) {
  const std::string_view text =
      input.text.text().substr(0, line.end);  // a search beyond the line would cost its square
  char32_t before = 0;
  for (std::size_t at = text.find("\xE2\x91", line.begin); at != text.npos; at = text.find("\xE2\x91", at + 3)) {
    const char32_t number = utf8::decode(text, at).code_point;
    if (number < kFirst || number > kLast) return;
    const char32_t left = at == line.begin ? U' ' : utf8::decode_before(text, at).code_point;
    const bool opens = left <= U' ' || left == U'。' || left == U'、' || left == U')';
    if (!opens) return;
    const NormSpan span = {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + 3)};
    const bool jumps = before != 0 && number != before + 1 && number != kFirst;
    if (jumps) {
      std::string last;
      utf8::append(last, before);
      diagnostics.add("STR006", source_span(input, span), last, text.substr(at, 3));
    }
    before = number;
  }
}

constexpr std::string_view kOrdinal = "第", kTimes = "回";

/// 第N回 right at the digits; nothing where they are no ordinal.
std::optional<int> ordinal_at(std::string_view text, NormSpan digits) {
  const bool whole = text.substr(0, digits.begin).ends_with(kOrdinal) && text.substr(digits.end).starts_with(kTimes);
  if (!whole || digits.size() > 2) return std::nullopt;
  int out = 0;
  for (const char c : slice(text, digits)) out = out * 10 + (c - '0');
  return out;
}

struct Ordinal {
  int number;
  NormSpan span;
};

/// One run of 第1回, 第2回 …: speaks where just one number is left out or one comes twice, and where the row does not
/// say it elsewhere.
void check_run(const TextInput& input, std::span<const Ordinal> run, std::string_view around,
               Diagnostics& diagnostics) {
  for (std::size_t i = 1; i < run.size(); ++i) {
    const int step = run[i].number - run[i - 1].number;
    const bool repeats = step == 0 && i + 1 < run.size() && run[i + 1].number == run[i].number + 2;
    if (step != 2 && !repeats) continue;
    const std::string between = fmt::format("第{}回", run[i].number - 1);
    if (step == 2 && around.find(between) != around.npos) continue;
    diagnostics.add("STR006", source_span(input, run[i].span), input.text.slice(run[i - 1].span),
                    input.text.slice(run[i].span));
  }
}

/// The ordinals of one cell that open an entry: 第1回:…, 第3回 平成29年…. `digits` begin in the cell or behind it.
void check_cell(const TextInput& input, NormSpan cell, NormSpan row, std::span<const NormSpan> digits,
                Diagnostics& diagnostics) {
  const std::string_view text = input.text.text();
  std::vector<Ordinal> run;
  for (const NormSpan one : digits) {
    if (one.end > cell.end) break;
    const auto number = ordinal_at(text, one);
    if (!number) continue;
    const NormSpan span = {one.begin - 3, one.end + 3};
    const std::string_view behind = text.substr(span.end, 8);
    const bool opens = behind.starts_with(":") || behind.starts_with(" ") || behind.starts_with("(") ||
                       behind.starts_with("平成") || behind.starts_with("令和") || span.end == cell.end;
    if (!opens) continue;
    if (!run.empty() && *number <= run.back().number && *number != run.back().number) {
      check_run(input, run, slice(text, row), diagnostics);
      run.clear();
    }
    run.push_back({*number, span});
  }
  check_run(input, run, slice(text, row), diagnostics);
}

void check_ordinals(const TextInput& input, Diagnostics& diagnostics) {
  auto digits = std::span(input.facts.digits);
  for (const Block& block : input.layout.blocks) {
    while (!digits.empty() && digits.front().begin < block.span.begin) digits = digits.subspan(1);
    std::size_t count = 0;
    while (count < digits.size() && digits[count].begin < block.span.end) ++count;
    if (count < 2) continue;
    if (block.kind != BlockKind::kRow) {
      check_cell(input, block.span, block.span, digits.first(count), diagnostics);
      continue;
    }
    for (const GridCell& cell : input.layout.cells_of(block)) {
      const auto first = std::ranges::lower_bound(digits, cell.span.begin, {}, &NormSpan::begin);
      check_cell(input, cell.span, block.span, std::span(first, digits.end()), diagnostics);
    }
  }
}

/// 第1回, 第2回 … below each other in one column.
void check_columns(const TextInput& input, Diagnostics& diagnostics) {
  const std::string_view text = input.text.text();
  for (const Grid& grid : input.facts.grids) {
    std::map<std::uint16_t, std::vector<Ordinal>> columns;
    for (std::uint32_t i = grid.first; i <= grid.last; ++i) {
      for (const GridCell& cell : input.layout.cells_of(input.layout.blocks[i])) {
        constexpr std::uint32_t kShort = 8;
        if (cell.span.size() < 7 || cell.span.size() > kShort) continue;
        if (const auto number = ordinal_at(text, {cell.span.begin + 3, cell.span.end - 3}))
          columns[cell.column].push_back({*number, cell.span});
      }
    }
    const NormSpan all = {input.layout.blocks[grid.first].span.begin, input.layout.blocks[grid.last].span.end};
    for (const auto& [column, run] : columns) check_run(input, run, slice(text, all), diagnostics);
  }
}

void run(const TextInput& input, Diagnostics& diagnostics) {
  for (const Block& block : input.layout.blocks) {
    if (block.kind != BlockKind::kRow) {
      check_line(input, block.span, diagnostics);
      continue;
    }
    for (const GridCell& cell : input.layout.cells_of(block)) check_line(input, cell.span, diagnostics);
  }
  check_ordinals(input, diagnostics);
  check_columns(input, diagnostics);
}

}  // namespace

extern const Rule rule_STR006;
const Rule rule_STR006 = {
    {.code = "STR006",
     .name = "numbering-gap",
     .severity = Severity::kWarning,
     .summary = {"番号の付いた並びに抜けや重なりがある", "a numbered run has a gap or a repeat"},
     .message = {"{} の次が {} です。間が抜けているか、番号の誤りではありませんか",
                 "after {} comes {}; something may be missing, or a number be wrong"},
     .explain =
         {"①② や 第1回・第2回 のような番号が飛んでいるか、重なっています。抽出で失われた項目がないか確かめてください。",
          "The numbers of items (①②) or meetings (第1回) jump or repeat. See whether an item was lost by extraction."},
     .bad = "①誘致 ②支援 ④広報",
     .good = "①誘致 ②支援 ③広報"},
    run};

}  // namespace torikomi
