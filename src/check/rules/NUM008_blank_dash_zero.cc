// NUM008: blanks, dashes and zeros stand in one column.
#include <map>

#include "check/facts.h"
#include "torikomi/check/check.h"
#include "torikomi/value/kpi.h"

namespace torikomi {
namespace {

struct Counts {
  std::size_t numbers = 0, zeros = 0, dashes = 0, blanks = 0;
  NormSpan first_dash;
};

void count_cell(const TextInput& input, std::size_t cell, Counts& counts) {
  const NormSpan span = input.layout.cells[cell].span;
  if (span.empty()) {
    ++counts.blanks;
  } else if (const auto& number = input.facts.numbers[cell]) {
    ++counts.numbers;
    if (number->value.is_zero()) ++counts.zeros;
  } else if (is_none_mark(input.text.slice(span))) {
    if (counts.dashes++ == 0) counts.first_dash = span;
  }
}

void run(const TextInput& input, Diagnostics& diagnostics) {
  constexpr std::size_t kFewestNumbers = 3;
  for (const Grid& grid : input.facts.grids) {
    std::map<std::uint16_t, Counts> columns;
    for (std::uint32_t i = grid.first + 1; i <= grid.last; ++i) {
      const Block& block = input.layout.blocks[i];
      for (std::size_t c = block.first_cell; c < block.first_cell + block.cell_count; ++c)
        count_cell(input, c, columns[input.layout.cells[c].column]);
    }
    for (const auto& [column, counts] : columns) {
      if (counts.numbers < kFewestNumbers || counts.zeros == 0 || counts.dashes == 0 || counts.blanks == 0) continue;
      diagnostics.add("NUM008", source_span(input, counts.first_dash), counts.zeros, counts.dashes, counts.blanks);
    }
  }
}

}  // namespace

extern const Rule rule_NUM008;
const Rule rule_NUM008 = {
    {.code = "NUM008",
     .name = "blank-dash-zero",
     .severity = Severity::kWarning,
     .summary = {"空欄・横線・0 が一つの列に混じっている", "blanks, dashes and zeros stand in one column"},
     .message =
         {"この列には 0 ({} 個)、横線 ({} 個)、空欄 ({} 個) "
          "が混じっています。「なし」「不明」「0」の区別が分かりません",
          "this column holds zeros ({}), dashes ({}) and blanks ({}): what is none, unknown or zero cannot be told"},
     .explain = {"0 は値、横線は「なし」、空欄は「不明」と読まれます。意味の違いを注に書くか、揃えてください。",
                 "A zero is a value, a dash means none, a blank unknown. Say in a note what they mean, or use one."},
     .bad = "0 / — / (空欄)",
     .good = "0 / 0 / 0"},
    run};

}  // namespace torikomi
