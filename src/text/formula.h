// Formulas in the form of TeX, in which programs that read images of pages write signs, marks and units:
// $\triangle 300$, \(12.5\%\), $\bigcirc$, 10 $\mathrm{m}^2$. None of this looks beyond one cell.
#pragma once

#include <cstddef>
#include <string_view>

#include "text/folded_text.h"

namespace torikomi::markup {

/// Takes the formula at `at`, a $ or a backslash of `text`, as what is printed: △300. Returns where it ends; `at` where
/// none begins. $…$, $$…$$, \(…\) and \[…\] have to hold what looks like one, since $ is a currency too ($300から$500)
/// and Markdown writes \( for a bracket: a command, a power, or between $ only figures. Commands that are not known
/// stay.
[[nodiscard]] std::size_t take_formula(FoldedText& out, std::string_view text, std::size_t at);

/// True where the backslash at the begin of `text` only says that the next character is none of Markdown's: \*, 1\.
/// Not \|, which the tables of the block stage read.
[[nodiscard]] bool is_escape(std::string_view text);

}  // namespace torikomi::markup
