// Which cells are labels, and of what.
#pragma once

#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "torikomi/core/span.h"
#include "torikomi/grammar/grammar.h"

namespace torikomi {

/// Where a label leads, and in which grammar.
struct LabelTarget {
  const Grammar* grammar = nullptr;
  Grammar::LabelTarget at;
};

/// A cell whose words are a label. One label can lead to several places (KPI: a table's title and a column).
struct LabelHit {
  std::vector<LabelTarget> targets;  ///< those of the family first
  NormSpan label, note;

  /// The first field that the label names in `family`; nullptr where it names none.
  [[nodiscard]] const FieldRule* field(const Grammar* family) const;
};

/// Looks labels up in the family and its supplements. Labels are matched without blanks, a number before them (1
/// テーマ), a note in brackets behind them (事業計画(平成29年度)) and, for fields of words, the year before them
/// (平成29年度の事業計画).
class LabelFinder {
 public:
  /// REQUIRES: text and grammars outlive *this.
  LabelFinder(std::string_view text, std::span<const Grammar* const> grammars) : text_(text), grammars_(grammars) {}

  [[nodiscard]] std::optional<LabelHit> find(NormSpan cell) const;
  /// 予算額 below 本年度: a label in two cells. Its words are those of the lower one.
  [[nodiscard]] std::optional<LabelHit> find_parted(NormSpan upper, NormSpan lower) const;
  /// A label and its words in one cell, parted by a blank or a colon: 事業の目的 人口減少に対応し…. `rest` is where the
  /// words begin.
  [[nodiscard]] std::optional<LabelHit> find_at_begin(NormSpan cell, std::uint32_t& rest) const;

 private:
  bool look_up(NormSpan label, LabelHit& hit) const;
  bool look_up(std::string_view words, LabelHit& hit) const;
  bool look_up_joined(NormSpan cell, LabelHit& hit) const;
  bool find_behind_year(NormSpan cell, LabelHit& hit) const;
  [[nodiscard]] NormSpan without_reference(NormSpan cell) const;

  std::string_view text_;
  std::span<const Grammar* const> grammars_;
};

}  // namespace torikomi
