// What no card took: rows go to `tables`, everything else to `sections`. No line is lost.
#include <algorithm>
#include <optional>

#include "builder.h"
#include "torikomi/layout/items.h"

namespace torikomi {
namespace {

class Leftovers {
 public:
  Leftovers(Builder& builder, const DocumentMatch& match) : builder_(builder), match_(match) {}

  void run() {
    const auto& blocks = builder_.layout.blocks;
    for (std::size_t i = 0; i < blocks.size(); ++i) {
      if (!is_free(i)) {
        if (match_.claims[i].claim != Claim::kBlank) close_table();
        if (match_.claims[i].claim == Claim::kContext || match_.claims[i].claim == Claim::kCard) close_section();
        continue;
      }
      if (blocks[i].kind == BlockKind::kRow) {
        add_row(i);
      } else {
        close_table();
        add_prose(i);
      }
      last_ = i;
    }
    close_section();
  }

 private:
  /// Not blank, not claimed, and not part of the front matter.
  [[nodiscard]] bool is_free(std::size_t i) const {
    return match_.claims[i].claim == Claim::kNone && builder_.use[builder_.layout.blocks[i].line] != LineUse::kRecord;
  }

  void close_table() { header_.reset(); }

  /// A table goes on over single blank lines only if no other words stand between.
  void add_row(std::size_t i) {
    const Block& block = builder_.layout.blocks[i];
    if (!header_ || i != last_ + 1) {
      header_ = i;
      row_number_ = 0;
      table_id_ = builder_.next_id('t');
    }
    for (const GridCell& cell : builder_.layout.cells_of(block)) {
      if (cell.span.empty()) continue;
      const Cell words = builder_.text_cell(cell.span);
      const Cell heading = *header_ == i ? Cell() : heading_above(cell.column);
      Row row = builder_.add(TableId::tables);
      row[col::tables::table_id] = table_id_;
      row[col::tables::row] = row_number_;
      row[col::tables::column] = int{cell.column};
      row[col::tables::header] = heading;
      row[col::tables::text] = words;
      row[col::tables::line] = block.line;
    }
    ++row_number_;
    builder_.claim(block.span, LineUse::kRecord);
  }

  [[nodiscard]] Cell heading_above(std::uint16_t column) {
    for (const GridCell& cell : builder_.layout.cells_of(builder_.layout.blocks[*header_]))
      if (cell.column == column && !cell.span.empty()) return builder_.line_cell(cell.span);
    return {};
  }

  void add_prose(std::size_t i) {
    const Block& block = builder_.layout.blocks[i];
    if (block.kind == BlockKind::kHeading) {
      close_section();
      heading_ = &block;
      first_line_ = block.line;
    } else {
      text_ = text_ ? cover(*text_, block.span) : block.span;
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
      heading = builder_.line_cell(heading_->text);
    }
    if (text_) words = builder_.text_cell(*text_);
    const std::string_view id = builder_.next_id('h');
    Row row = builder_.add(TableId::sections);
    row[col::sections::section_id] = id;
    row[col::sections::level] = heading_ == nullptr ? 0 : int{heading_->level};
    row[col::sections::number] = number;
    row[col::sections::heading] = heading;
    row[col::sections::text] = words;
    row[col::sections::line_start] = first_line_;
    row[col::sections::line_end] = last_line_;
    heading_ = nullptr;
    text_.reset();
    first_line_ = 0;
  }

  Builder& builder_;
  const DocumentMatch& match_;
  std::optional<std::size_t> header_;  ///< block of the first row of the open table
  std::size_t last_ = 0;
  int row_number_ = 0;
  std::string_view table_id_;
  const Block* heading_ = nullptr;
  std::optional<NormSpan> text_;
  std::uint32_t first_line_ = 0, last_line_ = 0;
};

}  // namespace

void build_leftovers(Builder& builder, const DocumentMatch& match) { Leftovers(builder, match).run(); }

}  // namespace torikomi
