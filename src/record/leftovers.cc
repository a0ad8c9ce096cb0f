// What no card took: rows go to `tables`, everything else to `sections`. No line is lost.
#include <algorithm>
#include <optional>

#include "builder.h"
#include "form_table.h"
#include "torikomi/core/utf8.h"
#include "torikomi/layout/items.h"

namespace torikomi {
namespace {

class Leftovers {
 public:
  Leftovers(Builder& builder, const DocumentMatch& match)
      : builder_(builder),
        match_(match),
        taken_(builder.records, headings()),
        rest_(builder.layout.blocks.size(), nullptr) {
    for (const Builder::RestRow& row : builder.rest) rest_[row.block] = row.table;
  }

  void run() {
    const auto& blocks = builder_.layout.blocks;
    for (std::size_t i = 0; i < blocks.size(); ++i) {
      if (rest_[i] != nullptr && blocks[i].kind == BlockKind::kRow) {
        add_rest(i);
        continue;
      }
      if (rest_[i] != nullptr) {  // a line that gave no record is prose
        close_table();
        add_prose(i);
        continue;
      }
      if (blocks[i].kind == BlockKind::kCutRow) {  // its words are those of its row
        if (match_.claims[i].claim == Claim::kNone) builder_.claim(blocks[i].span, LineUse::kRecord);
        continue;
      }
      if (!is_free(i)) {
        if (match_.claims[i].claim == Claim::kContext || match_.claims[i].claim == Claim::kCard) {
          close_table();
          close_section();
          if (is_heading_of_cards(i)) add_heading(blocks[i]);
        }
        continue;
      }
      if (blocks[i].kind == BlockKind::kRow && !is_lone_cell(blocks[i])) {
        add_row(i);
      } else {
        close_table();
        add_prose(i);
      }
    }
    close_section();
  }

 private:
  /// Not blank, not claimed, and not part of the front matter.
  [[nodiscard]] bool is_free(std::size_t i) const {
    if (match_.claims[i].claim != Claim::kNone) return false;
    const Block& block = builder_.layout.blocks[i];
    // an extractor writes whole HTML tables into one line: that another row of it was read says nothing of this one
    if (block.kind == BlockKind::kRow && block.form == RowForm::kHtml) return true;
    return builder_.use[block.line] != LineUse::kRecord;
  }

  /// A line that was read as a heading of cards or of their parts.
  [[nodiscard]] bool heads(std::size_t i) const {
    const BlockClaim& claim = match_.claims[i];
    return (claim.claim == Claim::kContext || claim.rule == "section") &&
           builder_.layout.blocks[i].kind != BlockKind::kRow;
  }

  [[nodiscard]] Places headings() const {
    std::vector<Span> out;
    for (std::size_t i = 0; i < builder_.layout.blocks.size(); ++i)
      if (heads(i)) out.push_back(builder_.source_span(builder_.layout.blocks[i].span));
    return Places(out);
  }

  /// A line that says what the cards or fields below it belong to, of which a good part stands in no value: 【Do】実績,
  /// …モデル事業 採択団体(一覧).
  [[nodiscard]] bool is_heading_of_cards(std::size_t i) const {
    constexpr std::size_t kLetters = 6;  // fewer are a label of the value behind them: 【連携分野:観光】
    if (!heads(i)) return false;
    const Block& block = builder_.layout.blocks[i];
    return !taken_.touch(builder_.source_span(block.span)) || untaken_letters(block.span) >= kLetters;
  }

  /// The longest run of letters of the line that no value was read from.
  [[nodiscard]] std::size_t untaken_letters(NormSpan line) const {
    const std::string_view words = builder_.words(line);
    std::size_t longest = 0;
    std::size_t run = 0;
    for (std::uint32_t at = 0; at < words.size();) {
      const auto c = utf8::decode(words, at);
      const bool taken = taken_.touch(builder_.source_span(within(line, at, at + c.size)));
      if (taken) run = 0;
      if (!taken && (utf8::is_han(c.code_point) || utf8::is_hiragana(c.code_point) || utf8::is_katakana(c.code_point)))
        ++run;
      longest = std::max(longest, run);
      at += c.size;
    }
    return longest;
  }

  void add_heading(const Block& block) {
    heading_ = &block;
    first_line_ = last_line_ = block.line;
  }

  void close_table() {
    header_.reset();
    rest_of_ = nullptr;
  }

  /// A row of a known table, below the headings that were read.
  void add_rest(std::size_t i) {
    if (rest_of_ != rest_[i]) {
      rest_of_ = rest_[i];
      row_number_ = 0;
      header_.reset();
      table_id_ = builder_.next_id('t');
    }
    const Block& block = builder_.layout.blocks[i];
    for (const GridCell& cell : builder_.layout.cells_of(block)) {
      if (cell.span.empty()) continue;
      Cell heading;
      for (const ColumnMatch& column : rest_of_->columns)
        if (column.column == cell.column && !column.heads.empty()) heading = joined_line(column.heads);
      add_cell(cell, heading, rest_of_->title, block.line);
    }
    ++row_number_;
  }

  /// 令和4年度 目標: headings from the highest to the lowest on one line.
  [[nodiscard]] Cell joined_line(const std::vector<NormSpan>& heads) {
    if (heads.size() == 1) return builder_.line_cell(heads.front());
    std::string words;
    for (const NormSpan head : heads) {
      if (!words.empty()) words += ' ';
      words += line_text(builder_.words(head));
    }
    return builder_.value_cell(builder_.records.keep(words), heads.back());
  }

  void add_cell(const GridCell& cell, Cell heading, NormSpan title, std::uint32_t line) {
    const Cell words = builder_.text_cell(cell.span);
    const Cell title_words = builder_.line_cell(title);
    Row row = builder_.add(TableId::tables);
    row[col::tables::table_id] = table_id_;
    row[col::tables::title] = title_words;
    row[col::tables::row] = row_number_;
    row[col::tables::column] = int{cell.column};
    row[col::tables::header] = heading;
    row[col::tables::text] = words;
    row[col::tables::line] = line;
    builder_.claim(cell.span, LineUse::kRecord);
  }

  /// A row of one cell with no other row around it is a line.
  [[nodiscard]] bool is_lone_cell(const Block& block) const {
    const auto& tables = builder_.layout.tables;
    if (block.table >= tables.size() || tables[block.table].first_block != tables[block.table].last_block) return false;
    const auto cells = builder_.layout.cells_of(block);
    return std::count_if(cells.begin(), cells.end(), [](const GridCell& cell) { return !cell.span.empty(); }) == 1;
  }

  /// What stands above the table, unless it is the title of the whole document.
  [[nodiscard]] NormSpan title_of(const TableUnit& unit) const {
    const bool above = unit.title.begin < builder_.layout.blocks[unit.first_block].span.begin;
    if (unit.title.empty() || (above && builder_.use[builder_.line_of(unit.title)] == LineUse::kRecord)) return {};
    return unit.title;
  }

  /// Rows of one table, whatever blank lines and page furniture stand between them.
  [[nodiscard]] bool goes_on(std::size_t i) const {
    return header_ && builder_.layout.blocks[*header_].table == builder_.layout.blocks[i].table;
  }

  void add_row(std::size_t i) {
    const Block& block = builder_.layout.blocks[i];
    rest_of_ = nullptr;
    if (!goes_on(i)) {
      header_ = i;
      row_number_ = 0;
      is_form_ = block.table < builder_.layout.tables.size() &&
                 is_form(builder_.layout, builder_.text(), builder_.layout.tables[block.table]);
      if (!is_form_) table_id_ = builder_.next_id('t');
    }
    const TableUnit* unit =
        block.table < builder_.layout.tables.size() ? &builder_.layout.tables[block.table] : nullptr;
    if (is_form_ && add_form_row(block)) return;
    const std::vector<std::size_t> heads = unit == nullptr ? std::vector<std::size_t>() : heads_of(*unit);
    const bool head = heads.empty() || i <= heads.back() || is_form_;
    for (const GridCell& cell : builder_.layout.cells_of(block)) {
      if (cell.span.empty()) continue;
      add_cell(cell, head ? Cell() : headings(heads, cell.column), unit == nullptr ? NormSpan() : title_of(*unit),
               block.line);
    }
    ++row_number_;
    builder_.claim(block.span, LineUse::kRecord);
  }

  /// A row of labels and their words gives fields; other rows of a form are those of a table.
  bool add_form_row(const Block& block) {
    const std::vector<FormPair> pairs = form_pairs(builder_.layout, builder_.text(), block);
    for (const auto& [label, words] : pairs) add_pair(block, label, words);
    if (pairs.empty() && row_number_ == 0) table_id_ = builder_.next_id('t');
    return !pairs.empty();
  }

  /// Blocks of the rows of headings; title rows of one cell are none.
  [[nodiscard]] std::vector<std::size_t> heads_of(const TableUnit& unit) const {
    std::vector<std::size_t> out;
    std::uint32_t left = unit.header_rows;
    for (std::size_t i = unit.first_block; left > 0 && i <= unit.last_block; ++i) {
      const Block& block = builder_.layout.blocks[i];
      if (block.kind != BlockKind::kRow) continue;
      --left;
      const auto cells = builder_.layout.cells_of(block);
      const auto filled =
          std::count_if(cells.begin(), cells.end(), [](const GridCell& cell) { return !cell.span.empty(); });
      if (filled > 1) out.push_back(i);
    }
    return out;
  }

  /// From the highest to the lowest; a wide one holds for all of its columns.
  [[nodiscard]] Cell headings(const std::vector<std::size_t>& rows, std::uint16_t column) {
    std::vector<NormSpan> found;
    for (const std::size_t row : rows)
      for (const GridCell& cell : builder_.layout.cells_of(builder_.layout.blocks[row]))
        if (!cell.span.empty() && cell.column <= column && column < cell.column + cell.width &&
            (found.empty() || !(found.back() == cell.span)))
          found.push_back(cell.span);
    return found.empty() ? Cell() : joined_line(found);
  }

  /// 担当課:危機管理課: a label and its words that no grammar knows.
  void add_pair(const Block& block, NormSpan label_words, NormSpan text) {
    const Cell label = builder_.value_cell(builder_.records.keep(label_key(builder_.words(label_words))), label_words);
    const Cell words = builder_.text_cell(text);
    const Cell section = heading_ == nullptr ? Cell() : builder_.line_cell(heading_->text);
    Row row = builder_.add(TableId::fields);
    row[col::fields::section] = section;
    row[col::fields::label] = label;
    row[col::fields::text] = words;
    row[col::fields::line_start] = block.line;
    row[col::fields::line_end] = block.line_end;
    builder_.claim(block.span, LineUse::kRecord);
  }

  /// 支出の部 (単位:円): the words of a pair are no more than the unit of a table.
  [[nodiscard]] bool is_unit(const Block& block) const {
    const std::string_view words = builder_.words(builder_.layout.cells_of(block)[1].span);
    return words.starts_with("(単位") || words.starts_with("単位");
  }

  void add_prose(std::size_t i) {
    const Block& block = builder_.layout.blocks[i];
    if (block.kind == BlockKind::kPair && block.cell_count == 2 && !is_unit(block)) {
      const auto cells = builder_.layout.cells_of(block);
      add_pair(block, cells[0].span, cells[1].span);
      return;
    }
    if (const auto colon = colon_in_brackets(builder_.text(), block)) {
      const auto closing = static_cast<std::uint32_t>(utf8::decode_before(builder_.text(), block.span.end).size);
      const auto opening = static_cast<std::uint32_t>(utf8::decode(builder_.text(), block.span.begin).size);
      add_pair(block, builder_.trimmed({block.span.begin + opening, *colon}),
               builder_.trimmed({*colon + 1, block.span.end - closing}));
      return;
    }
    if (block.heads()) {
      close_section();
      heading_ = &block;
      first_line_ = block.line;
    } else {
      text_.push_back(block.span);
      if (heading_ == nullptr && first_line_ == 0) first_line_ = block.line;
    }
    last_line_ = block.line;
    builder_.claim(block.span, LineUse::kProse);
  }

  void close_section() {
    if (first_line_ == 0) return;
    Cell number, heading, words;
    if (heading_ != nullptr) {
      number = builder_.line_cell(heading_->marker);
      heading = builder_.line_cell(heading_->text.empty() ? heading_->span : heading_->text);
    }
    words = builder_.joined_cell(text_);
    const std::string_view id = builder_.next_id('h');
    Row row = builder_.add(TableId::sections);
    row[col::sections::section_id] = id;
    row[col::sections::level] = heading_ == nullptr ? 0 : std::max(int{heading_->level}, 1);
    row[col::sections::number] = number;
    row[col::sections::heading] = heading;
    row[col::sections::text] = words;
    row[col::sections::line_start] = first_line_;
    row[col::sections::line_end] = last_line_;
    heading_ = nullptr;
    text_.clear();
    first_line_ = 0;
  }

  Builder& builder_;
  const DocumentMatch& match_;
  TakenSpans taken_;
  std::optional<std::size_t> header_;  ///< block of the first row of the open table
  int row_number_ = 0;
  bool is_form_ = false;                 ///< the open table holds labels and words
  std::vector<const TableMatch*> rest_;  ///< by block: the known table whose row goes to `tables`
  const TableMatch* rest_of_ = nullptr;  ///< that of the open table
  std::string_view table_id_;
  const Block* heading_ = nullptr;
  std::vector<NormSpan> text_;
  std::uint32_t first_line_ = 0, last_line_ = 0;
};

}  // namespace

void build_leftovers(Builder& builder, const DocumentMatch& match) { Leftovers(builder, match).run(); }

}  // namespace torikomi
