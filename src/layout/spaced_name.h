// The name of a row, printed letter by letter over the width of its column.
#pragma once

#include <string_view>
#include <vector>

#include "layout/word_line.h"

namespace torikomi::shapes {

/// 7   商        工        費   1,391,301   1.4: of the `parts` of a line, the letters between the number of the row
/// and its first sum are one, where the gaps between them are alike. Other lines stay as they are.
void join_name_before_sums(std::string_view text, const WordLine& line, std::vector<Segment>& parts);

/// One kanji or kana by itself.
[[nodiscard]] bool is_letter(std::string_view words);

}  // namespace torikomi::shapes
