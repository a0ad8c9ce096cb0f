// PAR003: the check digit of a code of a local body is wrong.
#include <algorithm>
#include <array>
#include <string>

#include "check/facts.h"
#include "torikomi/check/check.h"
#include "torikomi/value/municipality.h"

namespace torikomi {
namespace {

constexpr std::array<std::string_view, 6> kHeadings = {"団体コード",         "市区町村コード",         "市町村コード",
                                                       "地方公共団体コード", "全国地方公共団体コード", "自治体コード"};

bool is_code_heading(std::string_view label) {
  return std::find(kHeadings.begin(), kHeadings.end(), label) != kHeadings.end();
}

void check_cell(const TextInput& input, const GridCell& cell, Diagnostics& diagnostics) {
  const std::string_view words = input.text.slice(cell.span);
  if (words.empty() || words.find_first_not_of("0123456789") != words.npos || (words.size() != 5 && words.size() != 6))
    return;
  if (words.size() == 6) {
    if (!valid_code(words)) diagnostics.add("PAR003", source_span(input, cell.span), words, "mod 11");
    return;
  }
  const std::string padded = "0" + std::string(words);
  if (valid_code(padded)) diagnostics.add("PAR003", source_span(input, cell.span), words, "0").suggestion = padded;
}

void run(const TextInput& input, Diagnostics& diagnostics) {
  for (const Grid& grid : input.facts.grids) {
    for (const GridCell& heading : input.layout.cells_of(input.layout.blocks[grid.first])) {
      if (!is_code_heading(bare(input.text.slice(heading.span)))) continue;
      for (std::uint32_t i = grid.first + 1; i <= grid.last; ++i)
        for (const GridCell& cell : input.layout.cells_of(input.layout.blocks[i]))
          if (cell.column == heading.column) check_cell(input, cell, diagnostics);
    }
  }
}

}  // namespace

extern const Rule rule_PAR003;
const Rule rule_PAR003 = {
    {.code = "PAR003",
     .name = "code-check-digit",
     .severity = Severity::kError,
     .summary = {"団体コードの検査数字が合わない", "the check digit of a code of a local body is wrong"},
     .message = {"団体コード「{}」は正しくありません ({})", "the code \"{}\" is not valid ({})"},
     .explain =
         {"全国地方公共団体コードは 6 桁で、最後の 1 桁は検査数字です。表計算で先頭の 0 が落ちることがあります。",
          "The code has six digits, the last of which is a check digit. Spreadsheets drop leading zeros."},
     .bad = "団体コード 331006",
     .good = "団体コード 331007"},
    run};

}  // namespace torikomi
