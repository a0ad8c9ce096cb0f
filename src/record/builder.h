// What the builders of the single tables share: the texts, the rows, the counters of the ids, the ledger.
#pragma once

#include <array>
#include <deque>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "plain_words.h"
#include "taken_spans.h"
#include "text_memo.h"
#include "torikomi/record/build.h"
#include "torikomi/value/date.h"
#include "torikomi/value/municipality.h"

namespace torikomi {

/// Who claimed a source line. Prose is what went to `sections`.
enum class LineUse : std::uint8_t { kUnclaimed, kBlank, kIgnored, kRecord, kProse };

/// What the whole document tells about single values.
struct DocumentContext {
  std::optional<int> fiscal_year;  ///< printed on the front page
  std::optional<Day> date;         ///< of publication
  std::optional<Day> title_day;  ///< first day of a year that the title names otherwise: 平成24年事業レビュー
  std::string_view prefecture;   ///< of the publisher
};

/// A body on the roster of a card.
struct RosterEntry {
  std::string_view name;
  const Municipality* body = nullptr;
  bool involved = true;
};

/// The card whose rows are being built; all empty for what stands outside of cards.
struct CardContext {
  std::string_view measure_id;
  std::optional<int> fiscal_year;
  std::vector<RosterEntry> roster;
  std::vector<const Municipality*> bodies;  ///< of the roster, those that are known
};

class Builder {
 public:
  Builder(const NormText& text, const Layout& blocks, const SourceFacts& facts, Diagnostics& findings)
      : norm(text),
        layout(blocks),
        diagnostics(findings),
        use(text.source().line_count() + 1, LineUse::kUnclaimed),
        facts_(facts),
        document_id_(records.keep(facts.document_id)),
        has_marked_rows_(has_marked_rows(blocks)) {}

  const NormText& norm;
  const Layout& layout;
  Diagnostics& diagnostics;
  Records records;
  DocumentContext document;
  const Grammar* family = nullptr;     ///< of the document; nullptr without one
  const EventWords* events = nullptr;  ///< the family's words of dated events; nullptr without a family
  std::vector<LineUse> use;            ///< by 1-based line

  /// A row of a known table that goes to `tables`: it gave no record, or its table has columns for which no record has
  /// a place.
  struct RestRow {
    std::uint32_t block;
    const TableMatch* table;
  };
  std::vector<RestRow> rest;
  std::deque<TableMatch> parted;  ///< parts of tables of two kinds, for as long as `rest` may name them

  [[nodiscard]] std::string_view text() const { return norm.text(); }
  [[nodiscard]] std::string_view words(NormSpan span) const { return norm.slice(span); }
  /// The range without blanks, tabs and breaks at its ends.
  [[nodiscard]] NormSpan trimmed(NormSpan span) const {
    const auto blank = [&](std::uint32_t at) {
      return std::string_view(" \t\v\x1f\r\n").find(text()[at]) != std::string_view::npos;
    };
    while (span.begin < span.end && blank(span.begin)) ++span.begin;
    while (span.end > span.begin && blank(span.end - 1)) --span.end;
    return span;
  }
  [[nodiscard]] const SourceFacts& facts() const { return facts_; }

  /// A new row with its document_id.
  Row add(TableId table) {
    Row row = records[table].add();
    row[0] = document_id_;
    return row;
  }

  /// True where the document prints the body with its prefecture before it: 広島県府中市.
  [[nodiscard]] bool is_named_in_full(const Municipality& body);

  /// The next id of its kind: "5efcab409789-k3".
  std::string_view next_id(char kind);

  [[nodiscard]] std::uint32_t line_of(NormSpan span) const { return norm.line_of(span); }
  [[nodiscard]] Span source_span(NormSpan span) const { return norm.to_source(span); }

  /// The normalised words on one line, with their span.
  Cell line_cell(NormSpan span);
  /// A printed label on one line, letter spacing closed up: 合 計 is 合計.
  Cell label_cell(NormSpan span);
  /// The lines and list items of a text.
  [[nodiscard]] std::vector<CellItem> items_of(NormSpan span) { return memo_.of(text(), span).items; }
  /// The contract's form of a text of several lines, with its span.
  Cell text_cell(NormSpan span);
  /// Several stretches of one text, joined with LF; the span covers all of them.
  Cell joined_cell(const std::vector<NormSpan>& spans);
  /// The characters of the source unchanged, with their span.
  Cell raw_cell(NormSpan span);
  /// The same without CR: how the file ends its lines is no part of words that are broken over them.
  Cell printed_cell(NormSpan span);
  /// `value` as read from `span`.
  [[nodiscard]] Cell value_cell(Cell value, NormSpan span) const { return value.at(source_span(span)); }

  /// Marks the source lines of `span` as used. The stronger use stays.
  void claim(NormSpan span, LineUse how);

 private:
  const SourceFacts& facts_;
  std::string_view document_id_;
  [[nodiscard]] std::string_view kept_text(NormSpan span);
  /// plain_words() of a range that bars or tags part; nothing of others.
  [[nodiscard]] std::string parted_words(NormSpan span) const;

  bool has_marked_rows_;
  TextMemo memo_;
  std::array<std::uint32_t, 26> counters_{};
  std::unordered_map<const Municipality*, bool> named_in_full_;  ///< a look at the whole text, once for each body
};

/// Range of a value inside `cell` as a range of the whole text.
[[nodiscard]] inline NormSpan within(NormSpan cell, std::uint32_t begin, std::uint32_t end) {
  return {cell.begin + begin, cell.begin + end};
}

// The builders, one file each.
void build_front_matter(Builder& builder, const DocumentMatch& match);  ///< the row of `documents`; call first
void finish_document(Builder& builder);                                 ///< its counts; call last
void build_cards(Builder& builder, const DocumentMatch& match);
void build_fields(Builder& builder, const CardContext& card, const FieldMatch& field);
void build_roster(Builder& builder, CardContext& card, const FieldMatch& field);
void build_events(Builder& builder, const CardContext& card, NormSpan text, const FieldRule& rule,
                  const EventWords& words);
void build_table(Builder& builder, const CardContext& card, const TableMatch& table);
/// Fields for the cells of `table` that no row since `before` was read from.
void keep_untaken_cells(Builder& builder, const CardContext& card, const TableMatch& table, const RowCounts& before);
void build_lead_department(Builder& builder, const CardContext& card, NormSpan text);
void build_kpis(Builder& builder, const CardContext& card, const TableMatch& table);
/// Contract: (current - baseline) / (target - baseline), 4 decimals, half to even; empty where one is missing.
[[nodiscard]] Cell kpi_progress(ConstRow row);
void build_schedule_table(Builder& builder, const CardContext& card, const TableMatch& table);
void build_amount_table(Builder& builder, const CardContext& card, const TableMatch& table);
void build_member_table(Builder& builder, const CardContext& card, const TableMatch& table);
void build_amount_field(Builder& builder, const CardContext& card, const FieldMatch& field, NormSpan text);
/// Sums of money that the words of a field tell: ・相談会への参加 出展料:3万円. The words before are the note.
void build_told_amounts(Builder& builder, const CardContext& card, NormSpan text, const AmountRules& rules);
void build_sheet(Builder& builder, const CardContext& card,
                 const CardMatch& sheet);  ///< the event of a label-and-value sheet
void build_kpi_series(Builder& builder, const CardContext& card,
                      const CardMatch& match);  ///< 成果目標, 成果実績 by year
/// 2021 of 令和3年度; the first fiscal year in the words.
[[nodiscard]] std::optional<int> fiscal_year_of(std::string_view words);
/// 計, 合計, 差引: a total is kind other, so that a sum by kind does not count twice (contract), and no indicator.
[[nodiscard]] bool is_total(std::string_view item);
/// Roles of the bodies of a list: of those that stand by themselves, and of those in brackets behind them.
struct BodyRoles {
  std::string_view outer, inner;
};
/// What says where the bodies of a list lie; `known` grows by those that are sure.
struct BodyPlace {
  std::string_view prefecture;
  std::vector<const Municipality*>& known;
};
/// One row of participants a body of the list in `text`. Gives the list as a title: without readings and prefectures.
std::string build_bodies(Builder& builder, const CardContext& card, NormSpan text, const BodyRoles& roles,
                         const BodyPlace& place);
void build_listed(Builder& builder, const DocumentMatch& match);     ///< lists, amounts and indicators outside of cards
void build_leftovers(Builder& builder, const DocumentMatch& match);  ///< `tables` and `sections`

/// Rows of participants for the words of one event.
struct EventPeople {
  std::string_view schedule_id;
  NormSpan words;
  std::string_view role;  ///< attendee, host
  bool persons = false;   ///< the list names persons, whatever their names look like: 出席委員
};
void build_event_people(Builder& builder, const CardContext& card, const EventPeople& people);

/// The contract's `kind` of a body: by the tables of codes, else by how its name ends.
[[nodiscard]] std::string_view kind_of(std::string_view name, const NameMatch* match);
/// A name that is a body's by its form: 観光協会, 商工課.
[[nodiscard]] bool has_kind(std::string_view name);
/// Reports a name that several bodies bear, with nothing in the report to decide.
void report_ambiguous(Builder& builder, std::string_view name, Span span,
                      const std::vector<const Municipality*>& candidates);
[[nodiscard]] std::optional<NameMatch> look_up(const Builder& builder, const CardContext& card, std::string_view name);

}  // namespace torikomi
