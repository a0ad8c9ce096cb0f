// Names of rows, printed letter by letter over the width of their column.
#pragma once

#include <string_view>
#include <vector>

#include "layout/word_line.h"

namespace torikomi::shapes {

/// 7   商        工        費   1,391,301   1.4: of the `parts` of a line, the letters between a number (or the begin
/// of the line) and a sum are one, where the gaps between them are alike. Other lines stay as they are.
void join_names_before_sums(std::string_view text, const WordLine& line, std::vector<Segment>& parts);

/// How many letters the post (会長, 委員) has that `letters` begin with; 0 where they begin with none.
[[nodiscard]] std::size_t post_letters(std::string_view letters);

/// One kanji or kana by itself.
[[nodiscard]] bool is_letter(std::string_view words);

}  // namespace torikomi::shapes
