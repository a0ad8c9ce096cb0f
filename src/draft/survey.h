// What stands where a label stands: the words of first cells, of single lines and of headings, counted over all
// reports.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "torikomi/pipeline.h"

namespace torikomi {

/// Where in a block the words of a candidate stood.
enum class LabelPlace : std::uint8_t {
  kFirst,   ///< before the other cells of its row, or before the colon of a pair
  kInside,  ///< a later cell, with words behind it, or in a row of nothing but candidates
  kLine,    ///< a line of its own
};

/// One place where the words of a candidate stood.
struct Site {
  std::uint32_t report = 0, block = 0;
};

/// What the words behind a label are, so often.
struct ValueCounts {
  std::uint32_t marks = 0;    ///< ■ □ ☑ ☐ ★
  std::uint32_t money = 0;    ///< 1,200千円
  std::uint32_t dates = 0;    ///< a day or a month
  std::uint32_t offices = 0;  ///< 福祉部子育て課
};

/// Words that may be a label, in label form (label_key).
struct Candidate {
  std::string key;
  std::uint32_t count = 0;
  std::vector<Site> sites;         ///< in order
  std::string row;                 ///< the first cell of its first row, in label form
  std::uint32_t places[3] = {};    ///< how often at each LabelPlace
  std::uint32_t before_words = 0;  ///< how often before the only other cell of its row; of a heading: above text
  bool dated = false;              ///< once printed behind a year: 令和4年度予算
  bool spaced = false;             ///< once printed with blanks inside: 指 標
  ValueCounts values;

  [[nodiscard]] std::uint32_t at(LabelPlace place) const { return places[static_cast<std::size_t>(place)]; }
};

struct Survey {
  std::vector<Candidate> candidates;  ///< in the order in which they were seen first
  std::vector<Candidate> headings;    ///< 【…】
};

/// Rows that a supplement reads as a table, and lines that a rule ignores, are passed over.
[[nodiscard]] Survey survey_labels(std::span<const Document> reports);

/// Short words without a full stop, a comma or a value: what a label looks like.
[[nodiscard]] bool looks_like_label(std::string_view normalized);

}  // namespace torikomi
