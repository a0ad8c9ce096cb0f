// The model of a grammar file: what one report family looks like, as data. Nothing here runs.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "torikomi/core/letter_set.h"
#include "torikomi/core/result.h"
#include "torikomi/grammar/pattern.h"
#include "torikomi/value/cue_amount.h"
#include "torikomi/value/event.h"
#include "torikomi/value/indicator.h"

namespace torikomi {

/// What the words of a field are.
enum class FieldType : std::uint8_t {
  kText,       ///< words
  kEvents,     ///< words with dated events in them: schedules and their participants
  kMarks,      ///< a row of bodies with ■ □ ★ or check boxes: participants
  kAmount,     ///< a sum of money
  kIndicator,  ///< the name of the KPI whose values other fields of the card hold
  kUnit,       ///< the unit of that KPI
  kBaseline,   ///< a value of that KPI: where it starts
  kCurrent,    ///< where it stands
  kTarget,     ///< a value of that KPI: the target of the year that its section names
  kActual,     ///< the measured value of that year
  kWhen,       ///< when the event of a sheet takes place; the fields below tell of the same event
  kSession,    ///< 開会, 閉会: the time when it began or ended, where the words are one
  kPlace,
  kLecturer,
  kAttendees,
  kHeadcount,
  kContent,
  kTheme,
  kLeadDepartment,  ///< the office in charge, as a participant as well
  kBodies,  ///< bodies that take part: 北海道 【苫小牧市 ほか4町村】, ゆうばりし 夕張市 (北海道)
  kPrefecture,  ///< where the bodies of the card lie
};

/// What the rows of a table are.
enum class TableType : std::uint8_t { kKpi, kSchedule, kAmount, kMember, kCards };

/// What the label of a column means.
enum class ColumnRole : std::uint8_t {
  kOther,
  // a KPI table
  kIndicator,
  kUnit,
  kBaseline,
  kCurrent,
  kTarget,
  kActual,
  kMilestone,
  kYear,     ///< a heading that is a year: 2022年, H32
  kRowKind,  ///< what the values of each row are: 目標, 実績, 達成率
  kRowYear,  ///< the year of each row
  // a schedule
  kMonth,  ///< of the days in the column of dates; holds for the rows below as well
  kDate,
  kTime,     ///< of day, beside the date
  kOrdinal,  ///< 第1回
  kActivity,
  kPlace,
  kContent,
  kParticipants,
  kHeadcount,
  kEventList,  ///< words with dated events in them
  // amounts
  kLineItem,
  kCategory,
  kAmount,
  kDifference,  ///< a sum less another: 比較, 増減額
  kNote,
  // members
  kOrganization,
  kPost,
  kName,
  kPresence,  ///< whether the person came: ○ or 欠席
  // a table of cards
  kField,
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
  std::string status;            ///< events: planned or done
  std::string note_to;           ///< what the brackets behind the label say: fiscal_year, or nothing
  std::string kind;              ///< of an amount: budget, settlement, earmarked, …
  std::string role, inner_role;  ///< of bodies: of those that stand by themselves, of those in brackets behind them
  bool names_card = false;       ///< the bodies are the name of a card that no other field names
  std::vector<PartRule> parts;
};

struct ColumnRule {
  ColumnRole role = ColumnRole::kOther;
  std::vector<std::string> labels;
  std::string kind;               ///< of an amount; empty: told by the title (収入, 支出), else other
  std::string field;              ///< of a table of cards: name of the field that the cells below are
  std::optional<int> year;        ///< of an amount: years from the fiscal year of the document (前年度: -1)
  std::optional<Pattern> match;   ///< fits headings that are no label: 目標最終年度 7年度
  std::vector<std::string> ends;  ///< of headings that are no label, brackets behind them aside: 額 of 受入額(円)
  bool first_unknown = false;     ///< where no heading names the role, the column before the values has it
  bool party = false;             ///< of an item: who is paid, which parts the sums of another item beside it
  bool rest = false;   ///< of columns that no heading tells, if plain numbers stand below them where a unit says yen
  bool money = false;  ///< counts for TableRule::any only where a unit says yen: 計 of persons is no amount
};

/// Rows of a table that their first words tell apart: 目標 and 実績 of one indicator, 執行額 below 当初予算.
struct RowRule {
  std::vector<std::string> labels;
  std::string beside;                    ///< only where a row of this label stands in the table as well; or empty
  ColumnRole role = ColumnRole::kOther;  ///< of a KPI table: what the values of the row are
  std::string kind;                      ///< of an amount table
};

/// A table whose header row is known by its words. In a table of cards every row is a card.
struct TableRule {
  std::string name;
  std::vector<std::string> labels;  ///< words that stand before or above the header, such as KPIの状況
  TableType type = TableType::kKpi;
  std::string status;  ///< of the events of a schedule; empty: by the date of the document
  std::string people;  ///< role of the persons of a member list; empty: member
  std::vector<ColumnRule> columns;
  std::vector<RowRule> rows;
  std::vector<ColumnRole> required;          ///< roles that a header row must hold
  std::vector<std::string> required_fields;  ///< the same for a table of cards
  std::vector<ColumnRole> any;               ///< roles of which it must hold one
  std::optional<Pattern> title;              ///< fits the line above, where the headings alone do not tell enough
  std::string group;              ///< of cards: the column of measures that a row of one cell fills for those below
  std::uint32_t min_columns = 2;  ///< so many of the columns make a header row
  bool open = false;              ///< columns with unknown headings may stand between the known ones
  bool money = false;             ///< only where the title, a heading or the rows name yen as the unit
  bool numbers = false;           ///< only where most of the values are numbers
  bool undated = false;           ///< of amounts: the year of the document is not that of the sums
  bool values = false;            ///< also below headings that nobody knows, where two columns hold nothing but yen
};

/// Lines that tell what a row of a table would: 山形定住自立圏(平成23年11月策定). The named groups of `match` are the
/// columns, by role.
struct LineRule {
  Pattern match;
  std::optional<Pattern> under;  ///< fits the heading above; absent: anywhere
  TableRule table;               ///< name, type, status; one column a named group, in the order of the pattern
  bool rows = false;             ///< only rows are read, no lines
  bool above = false;            ///< the last column but `below` is the line above
  bool below = false;            ///< the last column is the words below, up to a heading or a line that this rule reads
};

/// What opens and ends a card. Any of `start`, `line` and `cells` opens one.
struct CardRule {
  std::vector<std::string> start;  ///< names of the fields whose labels, all in one row, open a card
  std::optional<Pattern> line;     ///< a line that opens a card
  std::vector<Pattern> cells;      ///< a cell or a whole line that opens a card; named groups fill columns of measures
  std::string group;             ///< the column that the cell before it fills, for the cards after it as well; or empty
  std::optional<Pattern> until;  ///< a line or a first cell with which the details begin: no cell opens a card any more
  std::string text;              ///< the column for the words of a card that no label claims; or empty
  bool document_year = false;    ///< a card that names no fiscal year has that of the document
  std::vector<std::string> needs;  ///< contexts without which no cell opens a card
};

/// A line whose named groups hold for the cards after it.
struct ContextRule {
  Pattern match;
  std::vector<std::string> resets;  ///< what no longer holds where the heading says something new
  std::vector<std::string> needs;   ///< contexts without which the line is no such heading
  bool recall = false;  ///< words that stood under other headings before bring these back, where the page has lost them
};

/// A heading or a first cell that the fields after it belong to, until the next: 令和3年度, 【Check】….
struct SectionRule {
  Pattern match;
  std::string note_to;  ///< fiscal_year: its year is that of the card
};

/// Lines that say nothing: page numbers, repeated page heads. The name is shown in the ledger.
struct IgnoreRule {
  std::string name;
  Pattern match;
};

/// Bodies that are listed in lines below a heading: 北海道夕張市、新潟県(新発田市・魚沼市).
struct BodiesRule {
  std::string name;
  Pattern under;           ///< the heading
  std::string role;        ///< recipient, member, … (contract: participants.role)
  std::string inner_role;  ///< of the bodies in brackets behind another
};

/// A word that names amounts in running text: 上限額:500万円.
struct AmountRule {
  std::string kind;  ///< contract: amounts.kind
  AmountCues cues;
};

/// Amounts in running text.
struct AmountRules {
  std::vector<AmountRule> cues;
  std::optional<Pattern> year;   ///< a heading whose group `year` is the fiscal year of the amounts below it
  std::optional<Pattern> until;  ///< the heading of another page or chapter: that year holds no longer
};

/// KPIs in lines below a heading, as in a logic model.
struct IndicatorRules {
  std::optional<Pattern> under;  ///< absent: the grammar has none
  std::optional<Pattern> until;  ///< the heading with which they end
  std::string role;              ///< of a value with neither a word nor a date: baseline, current, target; or empty
  ValueWords words;
};

struct DetectRule {
  Pattern match;
  std::uint32_t weight = 1;
  bool required = false;
  std::uint32_t first_lines = 0;  ///< the match stands among so many lines of the text; 0: anywhere
  Message about;                  ///< what is looked for, for people; empty where the grammar does not say
};

/// The words for marks in this family's rosters; what a document's own legend says comes first.
struct LegendRule {
  std::string symbol;
  std::string role;
};

/// Rows that a table must hold, in any order; cells as CSV writes them. Columns that are not named are not compared.
struct ExpectedTable {
  struct Place {
    std::uint32_t line = 0, column = 0;  ///< of the grammar file, from 1, for messages
  };
  struct ExpectedCell {
    std::string column, text;
    Place place;
  };
  struct ExpectedRow {
    std::vector<ExpectedCell> cells;
    Place place;
  };
  std::string table;
  std::vector<ExpectedRow> rows;
};

/// A piece of input with the rows it must give.
struct Example {
  std::string name;
  std::string input;
  std::vector<ExpectedTable> expected;
  std::uint32_t line = 0;  ///< of the grammar file, for messages
};

class DeferredGrammar;

struct Grammar {
  std::string name;
  Message title;
  std::int64_t version = 1;
  std::string origin;  ///< file name, for messages
  std::string digest;  ///< SHA-256 of a user's file: another text, another reading; empty for a built-in one

  std::vector<DetectRule> detect;
  std::vector<ContextRule> contexts;
  std::vector<IgnoreRule> ignores;
  std::vector<SectionRule> sections;
  CardRule card;
  bool supplements = false;  ///< never owns a document; its tables and sheets count in every family
  std::vector<FieldRule> fields;
  std::vector<TableRule> tables;
  std::vector<LineRule> lines;
  std::vector<BodiesRule> bodies;
  AmountRules amounts;
  IndicatorRules indicators;
  std::vector<LegendRule> legend;
  std::vector<Example> examples;
  EventWords events;  ///< inline labels of dated events: the family's own, else grammars/events.toml

  /// Where a label leads: a field, the words before a table, or a column of a table.
  struct LabelTarget {
    enum class Kind : std::uint8_t { kField, kTable, kColumn, kRow } kind;
    std::uint16_t index = 0;   ///< in fields or tables
    std::uint16_t column = 0;  ///< in tables[index].columns, or in its rows
  };
  std::unordered_multimap<std::string, LabelTarget> labels;  ///< by label form
  LetterSet label_begins;                                    ///< their first letters

  [[nodiscard]] const FieldRule* field(std::string_view field_name) const;

  /// All of the grammar: this, or, where only the head was read, what its file says. Read on the first call;
  /// thread-safe. Lives as long as this.
  [[nodiscard]] const Grammar& whole() const;
  std::shared_ptr<const DeferredGrammar> deferred;  ///< nullptr: this is the whole
};

/// Reads a grammar from TOML text. `file` is used in messages: an error names file, line, column, key and what would be
/// right.
[[nodiscard]] Result<Grammar> load_grammar(std::string_view text, std::string_view file);

/// Every grammar that is compiled in, by name order. A broken one is our bug.
[[nodiscard]] std::vector<Grammar> built_in_grammars();
/// The same, but of a family that can own a document only the head: its names, its version and how it is told. A run
/// meets one or two families, and the others are never read.
[[nodiscard]] std::vector<Grammar> built_in_heads();

}  // namespace torikomi
