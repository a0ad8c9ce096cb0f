// Tables that no grammar knows and that are forms: labels with their words beside them, not columns below headings.
#pragma once

#include <utility>
#include <vector>

#include "builder.h"

namespace torikomi {

/// A label and its words, in one row of a form.
using FormPair = std::pair<NormSpan, NormSpan>;

/// The pairs of a row: 施設名 | 市民会館 | 所管課 | 文化課. Empty where the row is none of labels and words.
[[nodiscard]] std::vector<FormPair> form_pairs(const Layout& layout, std::string_view text, const Block& row);

/// True where most rows of the table are labels and their words, each label stands once, and some words reach over the
/// columns of others: a table with headings has none of that.
[[nodiscard]] bool is_form(const Layout& layout, std::string_view text, const TableUnit& unit);

}  // namespace torikomi
