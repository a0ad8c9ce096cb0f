// The model of a grammar file: what one report family looks like, as data. Nothing here runs.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "torikomi/core/result.h"
#include "torikomi/grammar/pattern.h"
#include "torikomi/value/event.h"

namespace torikomi {

/// What the words of a field are.
enum class FieldType : std::uint8_t {
  kText,    ///< words
  kEvents,  ///< words with dated events in them: schedules and their participants
  kMarks,   ///< a row of bodies with ■ □ ★ or check boxes: participants
  kDate,    ///< a date of the card
};

/// What the label of a column means.
enum class ColumnRole : std::uint8_t {
  kIndicator,
  kUnit,
  kBaseline,
  kCurrent,
  kTarget,
  kActual,
  kMilestone,
  kOther,
};

/// A stretch of a field's words that has a heading and a column of its own: (連携市町の役割).
struct PartRule {
  Pattern heading;
  std::string to;  ///< field name
};

struct FieldRule {
  std::string name;                 ///< a column of `measures` or any other word
  std::vector<std::string> labels;  ///< in label form (label_key)
  FieldType type = FieldType::kText;
  std::string status;   ///< events: planned or done
  std::string note_to;  ///< what the brackets behind the label say: fiscal_year, or nothing
  std::vector<PartRule> parts;
};

struct ColumnRule {
  ColumnRole role = ColumnRole::kOther;
  std::vector<std::string> labels;
};

/// A table whose header row is known by its words.
struct TableRule {
  std::string name;
  std::vector<std::string> labels;  ///< words that stand before or above the header, such as KPIの状況
  std::vector<ColumnRule> columns;
  std::uint32_t min_columns = 2;  ///< so many of the columns make a header row
};

/// A line whose named groups hold for the cards after it.
struct ContextRule {
  Pattern match;
};

/// Lines that say nothing: page numbers, repeated page heads. The name is shown in the ledger.
struct IgnoreRule {
  std::string name;
  Pattern match;
};

struct DetectRule {
  Pattern match;
  std::uint32_t weight = 1;
  bool required = false;
};

/// The words for marks in this family's rosters; what a document's own legend says comes first.
struct LegendRule {
  std::string symbol;
  std::string role;
};

/// Rows that a table must hold, in any order; cells as CSV writes them. Columns that are not named are not compared.
struct ExpectedTable {
  struct ExpectedCell {
    std::string column, text;
  };
  std::string table;
  std::vector<std::vector<ExpectedCell>> rows;
};

/// A piece of input with the rows it must give.
struct Example {
  std::string name;
  std::string input;
  std::vector<ExpectedTable> expected;
  std::uint32_t line = 0;  ///< of the grammar file, for messages
};

struct Grammar {
  std::string name;
  Text2 title_view() const { return {title_ja, title_en}; }
  std::string title_ja, title_en;
  std::int64_t version = 1;
  std::string origin;  ///< file name, for messages

  std::vector<DetectRule> detect;
  std::vector<ContextRule> contexts;
  std::vector<IgnoreRule> ignores;
  std::vector<std::string> card_start;  ///< names of the fields whose labels, all in one row, open a card
  std::vector<FieldRule> fields;
  std::vector<TableRule> tables;
  std::vector<LegendRule> legend;
  std::vector<Example> examples;
  EventWords events;  ///< inline labels of dated events: the family's own, else grammars/events.toml

  /// Where a label leads: a field, the words before a table, or a column of a table.
  struct LabelTarget {
    enum class Kind : std::uint8_t { kField, kTable, kColumn } kind;
    std::uint16_t index = 0;   ///< in fields or tables
    std::uint16_t column = 0;  ///< in tables[index].columns
  };
  std::unordered_multimap<std::string, LabelTarget> labels;  ///< by label form

  [[nodiscard]] const FieldRule* field(std::string_view field_name) const;
};

/// Reads a grammar from TOML. `file` is used in messages: an error names file, line, column, key and what would be
/// right.
[[nodiscard]] Result<Grammar> load_grammar(std::string_view toml, std::string_view file);

/// Every grammar that is compiled in, by name order. A broken one is our bug.
[[nodiscard]] std::vector<Grammar> built_in_grammars();

}  // namespace torikomi
