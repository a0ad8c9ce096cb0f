// Which of the candidates are the labels of a family, and which of them open a card.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "opener.h"
#include "survey.h"
#include "torikomi/grammar/grammar.h"

namespace torikomi {

/// A label as the text prints it.
struct PlannedLabel {
  std::string key;  ///< label form
  bool spaced = false;
  bool dated = false;  ///< printed behind a year: 令和4年度予算
};

/// One field of the grammar to write.
struct PlannedField {
  std::string name, type;  ///< type as grammar files spell it; empty: text
  std::string status, kind;
  std::vector<PlannedLabel> labels;
};

struct DraftPlan {
  std::uint32_t cards = 0;                 ///< how many there seem to be in all reports
  std::vector<PlannedLabel> start_labels;  ///< the labels in the row that opens a card, the first of them first
  bool start_is_line = false;              ///< the first of them stands alone on its line
  std::optional<Opener> opener;            ///< the line above that row opens the card
  std::vector<PlannedField> fields;
  std::vector<PlannedLabel> headings;  ///< 【…】 inside of cards
  std::vector<Site> starts;            ///< where the cards begin, in order
};

/// No fields where nothing recurs and nothing stands before words; one label alone is no form.
[[nodiscard]] DraftPlan plan_family(const Survey& survey, std::span<const Document> reports,
                                    std::span<const Grammar> known);

}  // namespace torikomi
