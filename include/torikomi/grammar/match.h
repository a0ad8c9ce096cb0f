// Blocks + a grammar -> cards, fields and tables. Fourth stage. Decides structure only; no value is read here.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "torikomi/core/span.h"
#include "torikomi/grammar/grammar.h"
#include "torikomi/layout/block.h"

namespace torikomi {

/// One labelled field with its words. Several texts where it goes on over rows or lines.
struct FieldMatch {
  const FieldRule* rule = nullptr;
  NormSpan label;               ///< the printed label, without a note behind it
  NormSpan note;                ///< 平成29年度 of 事業計画(平成29年度); empty if none
  NormSpan section;             ///< the heading inside the card that it stands under, or empty
  std::vector<NormSpan> texts;  ///< in reading order; may be empty where nothing is printed
  NormSpan unit;  ///< 千円 of (単位:千円) above it or above a table of cards, for sums of money; or empty
  bool heads_column = false;  ///< the label stands above a column of many cards
};

/// One column of a table that a grammar knows.
struct ColumnMatch {
  const ColumnRule* rule = nullptr;  ///< nothing: a column that the grammar does not know
  ColumnRole role = ColumnRole::kOther;
  NormSpan label, note;
  std::uint16_t column = 0;
  NormSpan year;  ///< of the headings, one of which may be that of several columns: 令和4年度; or empty
  NormSpan unit;  ///< 千円 of 予算額(千円), or empty
  std::vector<NormSpan> heads;  ///< the headings from the highest to the lowest; empty for a column without
};

struct TableRow {
  std::uint32_t block = 0;
  std::vector<NormSpan> cells;    ///< parallel to TableMatch::columns; empty where nothing stands
  bool fits = true;               ///< false where the cells did not stand below their headings and were put in order
  const RowRule* rule = nullptr;  ///< what the row is by its words (目標, 執行額), or nothing
  std::vector<std::size_t> wide;  ///< numbers of the cells that reach over further columns
};

/// A year that a heading names for several columns of years: 目標値(H32) over H29 | H30 | H31 | H32. It dates a value
/// that stands alone below them, since a cell over all of them is printed below any.
struct GoalYear {
  NormSpan year;                    ///< empty if there is none
  std::uint16_t column = 0;         ///< of the heading
  std::optional<std::size_t> rows;  ///< it holds for so many rows; nothing: for all
};

struct TableMatch {
  const TableRule* rule = nullptr;
  NormSpan title;  ///< the words before or above the header (KPIの状況), or empty
  NormSpan unit;   ///< 千円 of (単位:千円), or empty
  NormSpan accounts;  ///< 令和4年度 収支決算書 above 【収入の部】, whose year is that of the table; or empty
  std::vector<ColumnMatch> columns;
  std::vector<TableRow> rows;
  GoalYear goal;
  const Grammar* grammar = nullptr;  ///< whose rule it is; nothing where a line made the table
};

/// A value that a heading gave to the cards below it.
struct ContextValue {
  std::string_view name;  ///< of the named group
  NormSpan text;
};

struct CardMatch {
  std::uint32_t first_block = 0, last_block = 0;  ///< both included
  NormSpan title;  ///< of a sheet: the line above it; of a card that a cell opened: its name; or empty
  std::vector<ContextValue> contexts;
  std::vector<NormSpan> texts;     ///< words that no label claims, where the grammar has a column for them
  std::vector<FieldMatch> fields;  ///< in reading order
  std::vector<TableMatch> tables;
};

/// Bodies listed below a heading; one item a list item or run of lines.
struct BodiesMatch {
  const BodiesRule* rule = nullptr;
  std::vector<NormSpan> items;
};

/// An amount in running text. Spans that are empty were not printed.
struct AmountMatch {
  const AmountRule* rule = nullptr;
  NormSpan cue, amount, note;
  NormSpan year;  ///< right before the cue, else of the heading above
};

/// A KPI told in lines. Its ranges are relative to `text`.
struct IndicatorMatch {
  const IndicatorRules* rules = nullptr;
  NormSpan text;
  Indicator indicator;
};

/// Who took a block.
enum class Claim : std::uint8_t { kNone, kBlank, kIgnored, kContext, kCard };

struct BlockClaim {
  Claim claim = Claim::kNone;
  std::string_view rule;  ///< name of the ignore rule, field or table; lives as long as the grammar
};

struct DocumentMatch {
  const Grammar* grammar = nullptr;  ///< nothing where no family fits: every block is then unclaimed
  std::vector<CardMatch> cards;
  std::vector<CardMatch> sheets;  ///< fields and tables that stand outside of every card, one a heading
  std::vector<BodiesMatch> bodies;
  std::vector<AmountMatch> amounts;
  std::vector<IndicatorMatch> indicators;
  std::vector<BlockClaim> claims;  ///< parallel to Layout::blocks
};

/// `family` may be nullptr; `supplements` lend their tables and sheets to every document. REQUIRES: all outlive the
/// result.
[[nodiscard]] DocumentMatch match_cards(const NormText& text, const Layout& layout, const Grammar* family,
                                        std::span<const Grammar* const> supplements);

/// Lets RE2 read those patterns that match_cards may try on `text`, the body of the document, so that it need not when
/// it comes to them. For another thread: match_cards may run meanwhile.
void prepare_patterns(const Grammar& family, std::string_view text);

/// One detect line of a family, and the words of the report that it fits.
struct DetectReason {
  const DetectRule* rule = nullptr;
  std::string words;  ///< the line where it fits first, cells parted by tabs; of a line that is missing empty
};

/// How well a family fits: the weight of its detect lines that occur, and why.
struct FamilyScore {
  const Grammar* grammar = nullptr;
  std::uint32_t score = 0, possible = 0;
  bool required_met = false;
  std::vector<DetectReason> matched, missing;  ///< complete, and with words, with ScoreDetail::kReasons only
};

/// kScore leaves a family as soon as a line that it requires is missing, and does not begin with one that cannot come
/// up to the best any more (its score is 0 then); kReasons tries every pattern.
enum class ScoreDetail { kScore, kReasons };

/// Every family, best first; families whose required lines are missing come last with score 0. Ties keep the order of
/// names.
/// Patterns see every row as a line of cells parted by tabs, however the extractor wrote it.
[[nodiscard]] std::vector<FamilyScore> score_families(const NormText& text, const Layout& layout,
                                                      std::span<const Grammar> grammars,
                                                      ScoreDetail detail = ScoreDetail::kScore);

}  // namespace torikomi
