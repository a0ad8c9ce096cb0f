// Tables whose cells the extractor wrote one a line: 款 / 本年度予算額 / 前年度予算額 / 1 市税 / 4,512,300 / 4,480,100.
#pragma once

#include <span>

#include "torikomi/grammar/grammar.h"
#include "torikomi/layout/block.h"

namespace torikomi {

/// Makes rows of such lines where the headings are those of a known table and the lines below them can be dealt out to
/// its columns in one way only. A line that could stand in two columns, since the cell before or behind it is empty, is
/// a row of its own; nothing is put where it may not belong.
void stack_rows(std::string_view text, Layout& layout, std::span<const Grammar* const> grammars);

}  // namespace torikomi
