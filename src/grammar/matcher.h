// The reader behind match_cards: blocks one after the other, with what is open. Lines and cards are in match.cc, rows
// and their tables in match_rows.cc.
#pragma once

#include <map>
#include <optional>
#include <span>
#include <vector>

#include "header_row.h"
#include "label_finder.h"
#include "torikomi/grammar/match.h"

namespace torikomi {

/// A stretch of the words that a line rule reads, and where it stands in the text.
struct LinePiece {
  std::size_t begin = 0;  ///< in those words
  NormSpan span;
};

/// Keeps what is open: the card or sheet, a header row that waits for its rows, a field that may go on.
class Matcher {
 public:
  /// `family` may be nullptr. REQUIRES: all outlive the result.
  Matcher(const NormText& norm, const Layout& layout, const Grammar* family,
          std::span<const Grammar* const> supplements);

  DocumentMatch run();

 private:
  void read(std::uint32_t i);
  void claim(std::uint32_t block, Claim claim, std::string_view rule) { out_.claims[block] = {claim, rule}; }
  /// Between the first and the last row of the table that was read last.
  [[nodiscard]] bool inside_table(std::uint32_t i) const;
  /// The family knows the line, although it stands at the edge of every page.
  [[nodiscard]] bool is_known_line(const Block& block) const;
  [[nodiscard]] bool is_known_pair(const Block& block) const;
  /// Remembers the head of a table of sums that block `i`, a line of its own, ends.
  void note_parting(std::uint32_t i, const Block& block);
  void close_open_parts();
  void leave_card();
  [[nodiscard]] const IgnoreRule* ignored(const Block& block) const;
  bool take_context(std::uint32_t i, const Block& block);
  void apply_context(const ContextRule& rule, NormSpan line, const PatternMatch& found);
  [[nodiscard]] std::string_view context(std::string_view name) const;
  /// True where all of these contexts are set.
  [[nodiscard]] bool holds(const std::vector<std::string>& names) const;
  void recall(const ContextRule& rule);
  /// Headings that no card has used say what no row tells: they are left to the sections.
  void release_contexts();

  // cards and sheets
  void open_card(std::uint32_t i);
  /// Where fields and tables go: the card, or a sheet of its own outside of cards.
  CardMatch& place(std::uint32_t i);
  CardMatch& current() { return in_card_ ? out_.cards.back() : out_.sheets.back(); }
  [[nodiscard]] const CardMatch& current() const { return in_card_ ? out_.cards.back() : out_.sheets.back(); }
  /// The nearest line above that is neither a row nor blank.
  [[nodiscard]] NormSpan title_above(std::uint32_t i) const;
  [[nodiscard]] std::size_t filled(const Block& block) const;
  /// Of a row with one filled cell that cell, without the bars and tags around it; else the whole block.
  [[nodiscard]] NormSpan own_words(const Block& block) const;
  /// The rule of a field here: a card knows the family's fields, a sheet those of the supplements as well.
  [[nodiscard]] const FieldRule* field_of(const std::optional<LabelHit>& hit) const;
  FieldMatch& add_field(std::uint32_t i, const FieldRule& rule, const LabelHit& hit);
  /// The same label again: the next sheet has begun.
  [[nodiscard]] bool repeats(const FieldRule& rule) const;
  [[nodiscard]] const SectionRule* section_of(NormSpan words) const;

  // cards that a cell or line opens (match_cards.cc)
  /// (1) 交流事業, alone or behind the name of its group.
  bool take_card_cell(std::uint32_t i, const Block& block);
  bool open_by(std::uint32_t i, NormSpan words, NormSpan group);
  /// False where a group of the pattern is a list of bodies and its words name none.
  [[nodiscard]] bool names_bodies(NormSpan words, const PatternMatch& found) const;
  void set_context(std::string_view name, NormSpan words);
  /// True where the details begin, with their heading: no cell opens a card behind it.
  [[nodiscard]] bool ends_cards(std::uint32_t i) const;
  [[nodiscard]] bool begins_details(const Block& block) const;
  /// The nearest block before or behind `i` that is neither blank nor ruling; nullptr if there is none.
  [[nodiscard]] const Block* neighbour(std::uint32_t i, int step) const;
  /// The first cell of a row, or the line.
  [[nodiscard]] NormSpan first_words(const Block& block) const;
  /// Words in a card that no label claims.
  bool take_card_text(std::uint32_t i, const Block& block);

  // lines that tell what a row of a table would (match_lines.cc)
  bool take_line_rules(std::uint32_t i, const Block& block);
  std::size_t add_line_row(std::uint32_t i, const LineRule& rule, const PatternMatch& found,
                           const std::vector<LinePiece>& pieces);
  TableMatch& line_table(std::uint32_t i, const LineRule& rule);
  /// The list items behind block `i`, or the paragraph.
  [[nodiscard]] NormSpan words_below(std::uint32_t i, const LineRule& rule) const;
  [[nodiscard]] NormSpan name_above_sum(std::uint32_t i, const LineRule& rule) const;
  /// 給食支援事業:1億970万円, in a line or as a pair.
  [[nodiscard]] bool prints_sum(const Block& line) const;
  /// Keeps the heading that the next lines stand under, and the unit of the amounts below it.
  void note_heading(std::uint32_t i, const Block& block);
  [[nodiscard]] bool counts_attendees(const Block& block) const;

  // lines without cells
  /// Opens a card, a section or a field that waits for its words; other words go on with the field that is open.
  void read_line(std::uint32_t i, const Block& block);
  [[nodiscard]] bool heads_next_sheet(std::uint32_t i) const;
  /// The row `head` is the head of the table of `row`, two labels wide.
  [[nodiscard]] bool heads_sheet(std::uint32_t head, std::uint32_t row) const;
  /// A line that may go on with the open field: no heading, or one below that of the field.
  [[nodiscard]] bool goes_below(const Block& block) const;
  [[nodiscard]] bool begins_like_label(const Block& block) const;
  void add_text(std::uint32_t i, std::size_t number, const Block& block);
  /// (1) 実施時期 平成29年5月: a label of the family and its words in one line.
  bool take_label_line(std::uint32_t i, const Block& block);

  // sheets of labels and words (match_sheets.cc)
  /// 日時:令和6年6月15日, 2 場所 市民会館: a label of a sheet and its words in one line, or a label whose words stand
  /// in the lines below.
  bool take_sheet_line(std::uint32_t i, const Block& block);
  void leave_or_skip(const Block& block);
  [[nodiscard]] bool heads_sums_of_years(const RowCells& cells) const;
  [[nodiscard]] bool begins_other_columns(std::uint32_t i) const;
  [[nodiscard]] bool is_one_stretch(std::uint32_t i, const RowCells& cells) const;
  [[nodiscard]] bool names_below_name(const RowCells& cells) const;
  [[nodiscard]] bool is_in_one_line(std::size_t field) const;
  bool take_people_group(std::uint32_t i, const Block& block);
  bool take_label_above(std::uint32_t i, const Block& block, NormSpan line);
  bool take_attendees_below_agenda(std::uint32_t i, const Block& block, NormSpan line);
  bool take_attendees_as_follows(std::uint32_t i, NormSpan line);
  bool add_attendees(std::uint32_t i, NormSpan label);
  [[nodiscard]] bool opens_attendees(std::uint32_t i) const;
  [[nodiscard]] bool lacks_attendees(std::uint32_t i) const;
  [[nodiscard]] bool bears(const LabelHit& hit, NormSpan words) const;
  bool take_bare_time(std::uint32_t i, const Block& block, NormSpan line);
  bool take_bare_place(std::uint32_t i, const Block& block, NormSpan line);
  /// The first field of that type that a sheet may have.
  [[nodiscard]] const FieldRule* rule_of(FieldType type) const;
  bool take_bare_day(std::uint32_t i, const Block& block, NormSpan line);
  [[nodiscard]] bool names_minutes(NormSpan title) const;
  [[nodiscard]] NormSpan within_brackets(NormSpan line) const;
  /// What the label of a sheet leads to. 令和4年度決算額 is 決算額 with the year as its note.
  [[nodiscard]] std::optional<LabelHit> sheet_label(NormSpan words) const;
  void add_sheet_field(std::uint32_t i, const LabelHit& hit, NormSpan words);

  void claim_cut_rows();

  // sums of money beside indicators (match_sums.cc)
  /// One more table of `card`; the table whose rows go on stays open, wherever its storage moves to.
  TableMatch& add_table(CardMatch& card, TableMatch table);
  void part_sums(CardMatch& sheet) const;
  /// The columns of sums of a table of indicators, which loses them.
  [[nodiscard]] std::optional<TableMatch> sums_beside(TableMatch& table) const;
  static void drop_column(TableMatch& table, std::size_t column);

  // rows
  [[nodiscard]] std::vector<RowCell> row_cells(const Block& block, const LabelFinder& labels) const;
  [[nodiscard]] bool is_printed_again(const RowCell& before, const GridCell& cell) const;
  /// The cells of block `i`, the next row that is read.
  [[nodiscard]] RowCells take_row(std::uint32_t i, const LabelFinder& labels);
  void read_row(std::uint32_t i, const Block& block);
  /// The words of 出席者 may go on in rows and pairs below it.
  [[nodiscard]] bool lists_attendees() const;
  /// 市長 | 山田 太郎 below 出席者.
  bool take_attendee_row(std::uint32_t i, const RowCells& cells);
  /// Each of the labels that open a card, with words or an empty cell behind it (a name that was lost), one with words.
  [[nodiscard]] bool opens_card(const std::vector<RowCell>& cells) const;
  /// No label, and no year as in the head of a table.
  [[nodiscard]] bool holds_words(const RowCell& cell) const;
  /// KPIの状況 | 指標 | 基準値 | 目標値: a row of headings of a known table.
  bool open_table(std::uint32_t i, const RowCells& cells, const LabelFinder& labels);
  /// The row `first` of block `i` and those that follow it closely, with their blocks.
  [[nodiscard]] std::vector<RowCells> rows_from(std::uint32_t i, const RowCells& first, const LabelFinder& labels,
                                                std::vector<std::uint32_t>& blocks);
  /// A value below every heading of values, no cell empty: a first cell that is elsewhere a label of the card
  /// (活動指標 | 登録件数 | 12 | 15) is part of the table.
  [[nodiscard]] bool is_full_row(const RowCells& cells) const;
  /// Directly below the table, and its column of kinds says what the values are: 実績 below 目標.
  [[nodiscard]] bool goes_on(std::uint32_t i, const RowCells& cells) const;
  /// How many cells say the headings above them again: two and more are the head of the table once more, as after a
  /// page break. 0 where a value stands in the row.
  [[nodiscard]] std::size_t heads_again(const RowCells& cells) const;
  /// What a cell below the heading `column` says of its whole row: 実績, 執行額.
  [[nodiscard]] const RowRule* row_rule(const RowCell& cell, ColumnRole column) const;
  /// The unit of the table before, where it begins with the same headings: a table that goes on over pages names it
  /// once.
  [[nodiscard]] NormSpan unit_of_like(const TableMatch& table) const;
  /// 区分 | 青空の会 over ---|---: words right above a ruling of Markdown or of an extractor.
  [[nodiscard]] bool is_ruled_head(std::uint32_t i, const RowCells& cells) const;
  /// How many cells are known without the letter of a sum behind them: 計画額a | 決算額b | 差b-a.
  [[nodiscard]] std::size_t signed_headings(const RowCells& cells, const LabelFinder& labels) const;
  /// Words over rows of sums that print yen: the head of a table, whoever knows its headings.
  [[nodiscard]] bool stands_over_sums(std::uint32_t i, const RowCells& cells) const;
  /// 科目 | 予算額 | 決算額, then 1 事業収入 or 収入の部 in a line, then rows of sums: the head holds for the rows
  /// below each such line, which is their title.
  bool resume_table(std::uint32_t i, const RowCells& cells);
  /// A name before two sums and more, each below a heading of sums.
  [[nodiscard]] bool is_row_of_sums(const RowCells& cells) const;
  [[nodiscard]] bool suits(const ColumnMatch& column, NormSpan cell) const;
  [[nodiscard]] std::optional<std::vector<std::size_t>> places_in(const TableMatch& table,
                                                                  std::span<const RowCell> cells, bool& fits) const;
  /// That of the table right above, where nothing but blank lines parts the two.
  [[nodiscard]] NormSpan unit_right_above(std::uint32_t i) const;
  /// 円 of (単位:円) in a line below the table of block `i`.
  [[nodiscard]] NormSpan unit_below(std::uint32_t i) const;
  /// The head of another table of the same kind right above, without rows: it has slipped there, and the year of its
  /// target holds for the rows below.
  [[nodiscard]] GoalYear goal_above(std::uint32_t i, const TableMatch& match) const;
  /// The lines above the header: its title, and the unit that they name.
  void find_title(std::uint32_t i, TableMatch& table) const;
  [[nodiscard]] bool is_unit_line(NormSpan line) const;
  /// (敬称略): in brackets as a whole.
  [[nodiscard]] bool is_remark(const Block& line) const;
  /// (単位:千円)
  void take_unit(NormSpan line, TableMatch& table) const;
  /// 令和5年度歳入予算 | (単位:千円), a row of its own above the head.
  [[nodiscard]] bool is_caption(std::span<const RowCells> rows) const;
  /// The title and the unit of such a row. True if the title stands further up.
  bool take_caption(const Block& row, TableMatch& table) const;
  /// 令和5年度 | 令和6年度 below 今後の成果目標: the words below them are those of the label, in each of these
  /// sections.
  bool take_section_row(std::uint32_t i, const std::vector<RowCell>& cells);
  /// 写真, with nothing beside it, in a sheet that is open.
  bool take_empty_label(std::uint32_t i, const std::vector<RowCell>& cells);
  /// 令和3年度 | 予算額 | 100千円: the first cell is the heading of what follows. Taken off the row.
  bool take_section_cell(std::vector<RowCell>& cells);
  /// 施策 | 産業の振興 | 事務事業 | 商談会: labels and words by turns. A label and its words may share a cell.
  [[nodiscard]] bool holds_sum_pairs(const RowCells& cells) const;
  [[nodiscard]] bool is_sum_pair(const RowCells& cells, std::size_t c) const;
  [[nodiscard]] const FieldRule* sum_rule(const std::optional<LabelHit>& hit) const;
  bool take_sum_pairs(std::uint32_t i, const RowCells& cells);
  bool take_pairs(std::uint32_t i, const std::vector<RowCell>& cells, const LabelFinder& labels);
  [[nodiscard]] bool repeats_words(const RowCell& before, const RowCell& cell) const;
  /// 作成責任者 at the end of such a row, with nothing behind it: its words stand below it, at the end of the next row.
  void wait_below(std::uint32_t i, const RowCell& label);
  [[nodiscard]] const RowCell* label_of_second_pair(const std::vector<RowCell>& cells) const;
  bool take_numbered_pair(std::uint32_t i, const std::vector<RowCell>& cells);
  /// 事業計画 | これまでの取組実績 | 今後の課題: only labels; what stands below them is their text. Behind a section
  /// cell a label without words is an empty field.
  bool take_labels(std::uint32_t i, const std::vector<RowCell>& cells, bool sectioned);
  bool take_table_row(std::uint32_t i, const std::vector<RowCell>& all);
  // tables of cards (match_card_tables.cc)
  void open_card_table(std::uint32_t i, TableMatch table);
  /// A row below such a header: a card, more words of the card above, or the name of a group of cards.
  bool take_card_row(std::uint32_t i, const std::vector<RowCell>& cells);
  void add_card_row(std::uint32_t i, std::vector<NormSpan> values);
  bool take_date_row(std::uint32_t i, const std::vector<RowCell>& cells);
  [[nodiscard]] bool is_day(NormSpan words) const;
  bool continue_card_row(std::uint32_t i, const std::vector<NormSpan>& values);
  [[nodiscard]] bool holds_body(const std::vector<NormSpan>& values) const;
  [[nodiscard]] std::size_t card_column(FieldType type, std::string_view name) const;
  bool take_below_header(std::uint32_t i, const std::vector<RowCell>& cells);
  /// A row without labels whose first cell is empty goes on with the field above it.
  bool take_continuation(std::uint32_t i, const std::vector<RowCell>& cells);

  struct HeaderCell {
    std::size_t field;  ///< in current().fields
    std::uint16_t column;
  };
  static constexpr std::size_t kNoField = static_cast<std::size_t>(-1);

  std::string_view text_;
  const Layout& layout_;
  const Grammar* family_;
  std::vector<const Grammar*> grammars_;  ///< the family, then the supplements
  DocumentMatch out_;
  std::map<std::uint32_t, RowCells> rows_ahead_;  ///< by block: rows that were read to see what stands below a head
  std::uint32_t last_row_ = 0;
  NormSpan accounts_;                        ///< the last heading of accounts that tells their year
  std::uint32_t bare_day_ = UINT32_MAX - 1;  ///< the block of a day without a label
  bool in_card_ = false, in_sheet_ = false, after_blank_ = false;
  bool line_sheet_ = false;  ///< the open sheet holds rows of lines, no fields
  bool cards_over_ = false;  ///< the details have begun
  bool by_line_ = true;      ///< a line opened the first card: rows with the same fields open no other, and vice versa
  NormSpan section_;
  std::uint32_t line_read_ = static_cast<std::uint32_t>(-1);  ///< the last block that a line rule read
  NormSpan above_;                                            ///< the heading that the lines stand under
  NormSpan unit_;  ///< 円 of (単位:円), for the tables of amounts that follow it under one heading
  std::vector<ContextValue> contexts_;
  std::vector<std::vector<ContextValue>> seen_;  ///< what held together, one entry a heading that can be recalled
  std::optional<TableMatch> card_table_;         ///< the table of cards whose rows go on
  std::vector<NormSpan> above_row_;              ///< the cells of its last row, merged cells filled in
  std::uint32_t card_row_ = 0;                   ///< the block of its last row
  std::vector<HeaderCell> header_;               ///< labels that wait for the words below them
  std::optional<HeaderCell> waiting_;            ///< the last label of a row, where it waits for words of the next one
  std::uint32_t waiting_row_ = 0;                ///< the block of that row
  TableMatch* table_ = nullptr;                  ///< the table whose rows go on
  std::uint32_t head_end_ = 0;                   ///< behind the last block of its head
  std::optional<TableMatch> parted_;             ///< the table of sums that a line has ended, without its rows
  bool resumed_ = false;                         ///< the open table has the head of that
  bool parted_rows_ = false;                     ///< it had some
  bool parted_by_page_ = false;                  ///< nothing but the end of a page has parted it
  std::uint32_t parted_end_ = 0;                 ///< behind its last row or the last line that parts it
  bool waits_for_words_ = false;                 ///< those of the label right above, behind the blank line that comes
  std::size_t open_field_ = kNoField;            ///< the field that a row or line may go on with
  std::uint8_t open_level_ = 0;                  ///< of the heading that opened it; 0: it was none
};

}  // namespace torikomi
