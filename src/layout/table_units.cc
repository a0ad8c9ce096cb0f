// Rows -> tables: which rows belong together, also over page breaks, how many of them are heads, and what stands above.
#include <string>

#include "layout/cell_words.h"
#include "layout/lines.h"
#include "torikomi/core/utf8.h"
#include "torikomi/layout/marker.h"

namespace torikomi::shapes {
namespace {

constexpr std::uint32_t kTitleFar = 8;       ///< blocks above a table in which its title and unit are looked for
constexpr std::size_t kShortestText = 96;    ///< bytes: some 32 characters are no heading
constexpr std::uint32_t kMostBodyRows = 40;  ///< so many rows tell what the columns hold

class TableFinder {
 public:
  explicit TableFinder(Context& context) : context_(context), blocks_(context.layout.blocks) {}

  void run() {
    for (std::uint32_t i = 0; i < blocks_.size(); ++i) {
      Block& block = blocks_[i];
      switch (block.kind) {
        case BlockKind::kRow:
          take_row(i);
          break;
        case BlockKind::kBlank:
          blank_ = true;
          page_ = page_ || block.page_break;
          break;
        case BlockKind::kSeparator:
          break;
        case BlockKind::kFurniture:
          page_ = true;
          break;
        default:
          if (!says_goes_on(block)) close();
          page_ = page_ || block.page_break || open_;
      }
    }
    close();
  }

 private:
  [[nodiscard]] std::string_view words(NormSpan span) const { return slice(context_.words, span); }
  [[nodiscard]] std::span<const GridCell> cells(std::uint32_t i) const { return context_.layout.cells_of(blocks_[i]); }

  /// 表1(続き): the table goes on.
  [[nodiscard]] bool says_goes_on(const Block& block) const {
    if (!open_) return false;
    for (const std::string_view end : {"(続き)", "(つづき)", "(続)", "続き"})
      if (words(block.span).ends_with(end)) return true;
    return false;
  }

  /// A reader saw a new table begin here.
  bool starts(std::uint32_t i) {
    const auto& all = context_.table_starts;
    while (next_start_ < all.size() && all[next_start_] < i) ++next_start_;
    return next_start_ < all.size() && all[next_start_] == i;
  }

  void take_row(std::uint32_t i) {
    const bool start = starts(i);
    const bool page = page_ || blocks_[i].page_break;
    const bool apart = start || (blank_ && blocks_[i].form != RowForm::kAligned) || page;
    if (!open_ || blocks_[i].form != blocks_[unit_.last_block].form || (apart && !(page && goes_on(i)))) {
      close();
      unit_ = {};
      unit_.first_block = unit_.last_block = i;
      open_ = true;
    }
    unit_.last_block = i;
    for (const GridCell& cell : cells(i))
      if (!cell.span.empty()) unit_.columns = std::max(unit_.columns, std::uint32_t{cell.column} + cell.width);
    blocks_[i].table = static_cast<std::uint32_t>(context_.layout.tables.size());
    blank_ = page_ = false;
  }

  /// Behind a page break: the header comes again, or the same columns without one.
  bool goes_on(std::uint32_t i) {
    if (unit_.header_rows == 0) read_header();
    if (unit_.header_rows == 0) return false;
    if (repeats_header(i) || may_be_rest(i)) return true;
    std::uint32_t columns = 0;
    std::size_t alike = 0;
    std::size_t filled = 0;
    for (const GridCell& cell : cells(i)) {
      if (cell.span.empty()) continue;
      columns = std::max(columns, std::uint32_t{cell.column} + cell.width);
      ++filled;
      if (is_value(words(cell.span)) == is_value_column(cell.column)) ++alike;
    }
    const bool same = columns == unit_.columns && filled > 1 && alike == filled;
    return same && (has_values_ || blocks_[i].form == RowForm::kTabs || blocks_[i].form == RowForm::kBars) &&
           !is_head(i);
  }

  /// No key, and nothing outside of the columns: the rest of the row above, if its words say so (cut_rows.cc).
  [[nodiscard]] bool may_be_rest(std::uint32_t i) const {
    const auto row = cells(i);
    return unit_.columns > 1 && std::all_of(row.begin(), row.end(), [&](const GridCell& cell) {
             return cell.span.empty() || (cell.column > 0 && std::uint32_t{cell.column} + cell.width <= unit_.columns);
           });
  }

  [[nodiscard]] bool repeats_header(std::uint32_t i) const {
    return unit_.header_rows > 0 && is_header_row(i, header_skip_);
  }
  /// The same words as in the n-th head.
  [[nodiscard]] bool is_header_row(std::uint32_t i, std::uint32_t n) const {
    return n < heads_.size() && filled(heads_[n]) > 1 && same_words(heads_[n], i);
  }
  [[nodiscard]] bool same_words(std::uint32_t a, std::uint32_t b) const {
    const auto left = cells(a);
    const auto right = cells(b);
    std::size_t l = 0;
    std::size_t r = 0;
    while (true) {
      while (l < left.size() && left[l].span.empty()) ++l;
      while (r < right.size() && right[r].span.empty()) ++r;
      if (l == left.size() || r == right.size()) return l == left.size() && r == right.size();
      if (!same_but_blanks(words(left[l++].span), words(right[r++].span))) return false;
    }
  }

  /// The n-th row from `first` on.
  [[nodiscard]] std::uint32_t row_at(std::uint32_t first, std::uint32_t n) const {
    for (std::uint32_t i = first; i <= unit_.last_block; ++i)
      if (blocks_[i].kind == BlockKind::kRow && n-- == 0) return i;
    return kNoTable;
  }

  [[nodiscard]] std::size_t filled(std::uint32_t i) const {
    std::size_t count = 0;
    for (const GridCell& cell : cells(i)) count += cell.span.empty() ? 0 : 1;
    return count;
  }

  void close() {
    if (open_) {
      if (unit_.header_rows == 0) read_header();
      mark_repeated();
      read_above();
      read_below();
      context_.layout.tables.push_back(unit_);
    }
    open_ = blank_ = page_ = has_values_ = false;
    header_skip_ = 0;
    value_columns_.clear();
    heads_.clear();
  }

  // --- heads

  /// Words such as a heading has: few, no sentence, no value; one of four may look like a value (1日平均).
  [[nodiscard]] bool is_head(std::uint32_t i) const {
    std::size_t count = 0;
    std::size_t others = 0;
    for (const GridCell& cell : cells(i)) {
      if (cell.span.empty()) continue;
      ++count;
      if (is_heading_words(words(cell.span))) continue;
      if (!is_value(words(cell.span))) return false;
      ++others;
    }
    return count > 0 && others * 4 <= count;
  }

  [[nodiscard]] bool is_value_column(std::size_t column) const {
    return column < value_columns_.size() && value_columns_[column];
  }

  /// Which columns hold values or sentences in half of the rows below.
  void read_body(std::uint32_t first) {
    std::vector<std::uint32_t> all(unit_.columns);
    std::vector<std::uint32_t> values(unit_.columns);
    std::uint32_t rows = 0;
    std::uint32_t keys = 0;
    for (std::uint32_t i = first; i <= unit_.last_block && rows < kMostBodyRows; ++i) {
      if (blocks_[i].kind != BlockKind::kRow) continue;
      ++rows;
      for (const GridCell& cell : cells(i)) {
        if (cell.span.empty() || cell.column >= all.size()) continue;
        ++all[cell.column];
        values[cell.column] += is_value(words(cell.span)) ? 1 : 0;
        has_texts_ = has_texts_ || words(cell.span).ends_with("。") || words(cell.span).size() > kShortestText;
      }
      keys += cell_over(i, 0) != nullptr ? 1 : 0;
    }
    has_keys_ = rows > 1 && keys == rows;
    value_columns_.assign(unit_.columns, false);
    has_values_ = false;
    for (std::size_t c = 0; c < all.size(); ++c) {
      value_columns_[c] = all[c] > 0 && values[c] * 2 >= all[c];
      has_values_ = has_values_ || value_columns_[c];
    }
  }

  [[nodiscard]] bool is_marked(std::uint32_t i) const {
    return std::binary_search(context_.header_blocks.begin(), context_.header_blocks.end(), i);
  }
  /// A ruling right below: | 項目 | 金額 | over |---|---|.
  [[nodiscard]] bool has_ruling_below(std::uint32_t i) const {
    return blocks_[i].form == RowForm::kBars && i < unit_.last_block && blocks_[i + 1].kind == BlockKind::kSeparator;
  }

  /// One cell, or few of which one names the unit: (歳入) | (単位:千円).
  [[nodiscard]] bool is_title_row(std::uint32_t i) const {
    const std::size_t count = filled(i);
    if (count == 1) return unit_.columns != 2 || cell_over(i, 0) != nullptr;  // not the head over the values alone
    if (count > 3) return false;
    for (const GridCell& cell : cells(i))
      if (words(cell.span).starts_with("(単位")) return find_unit(context_.words, cell.span).has_value();
    return false;
  }

  /// Title rows of one cell come first and count as heads; then the row of headings, and the one below it that parts
  /// its cells.
  void read_header() {
    header_skip_ = 0;
    heads_.clear();
    has_texts_ = false;
    std::uint32_t first = unit_.first_block;
    while (first != kNoTable && is_title_row(first) && row_at(first, 1) != kNoTable && first != unit_.last_block &&
           header_skip_ < 2) {
      take_title_cell(first);
      heads_.push_back(first);
      ++header_skip_;
      first = row_at(first, 1);
    }
    const std::uint32_t second = first == kNoTable ? kNoTable : row_at(first, 1);
    if (second == kNoTable) return;
    read_body(second);
    const bool marked = is_marked(first) || has_ruling_below(first);
    const bool differs = filled(first) > 1 && is_head(first) && differs_below(first, second);
    if (!marked && !differs && !has_empty_corner(first) && !stands_over_classes(first)) return;
    unit_.header_rows = header_skip_ + 1;
    heads_.push_back(first);
    const std::uint32_t third = row_at(second, 1);
    const bool parts = third != kNoTable && is_head(second) && (is_marked(second) || parts_cells(first, second));
    if (!parts) return;
    ++unit_.header_rows;
    heads_.push_back(second);
    read_body(third);
  }

  /// Over keys nothing, over all the rest a heading, be it a year or a class (1~2名).
  [[nodiscard]] bool has_empty_corner(std::uint32_t first) const {
    return has_keys_ && unit_.columns > 1 && cell_over(first, 0) == nullptr && filled(first) + 1 == unit_.columns;
  }

  /// Over columns of which one tells classes (A, B, ○) that come again and again, words that come only once.
  [[nodiscard]] bool stands_over_classes(std::uint32_t first) const {
    constexpr std::uint32_t kFewestRows = 3;
    constexpr std::size_t kLongestClass = 12;  ///< bytes
    if (unit_.columns < 3 || filled(first) != unit_.columns || !is_head(first)) return false;
    std::uint32_t rows = 0;
    bool again = false;
    std::vector<std::string_view> above(unit_.columns);
    for (std::uint32_t i = first + 1; i <= unit_.last_block && rows < kMostBodyRows; ++i) {
      if (blocks_[i].kind != BlockKind::kRow) continue;
      ++rows;
      for (const GridCell& cell : cells(i)) {
        if (cell.span.empty() || cell.column >= above.size() || cell.continued) continue;
        const std::string_view own = words(cell.span);
        const GridCell* head = cell_over(first, cell.column);
        if (head != nullptr && words(head->span) == own) return false;
        again = again || (cell.column > 0 && own.size() <= kLongestClass && above[cell.column] == own);
        above[cell.column] = own;
      }
    }
    return rows >= kFewestRows && again;
  }

  /// What stands below is of another kind than the headings: values, sentences; or the headings are of the usual words.
  [[nodiscard]] bool differs_below(std::uint32_t first, std::uint32_t second) const {
    // rows of labels and words have wide cells or gaps: 事業名 | (over three columns) | 担当課 | …
    if (has_texts_ && unit_.columns > 2 && filled(first) == unit_.columns) return true;
    for (const GridCell& cell : cells(first))
      if (!cell.span.empty() && is_value_column(cell.column)) return true;
    const auto usual = [&](std::uint32_t i) {
      std::size_t count = 0;
      for (const GridCell& cell : cells(i)) count += is_usual_heading(words(cell.span)) ? 1 : 0;
      return count;
    };
    return usual(first) * 2 > filled(first) && usual(second) * 2 <= filled(second);
  }

  /// The second head stands below a cell that is wide, or in columns that the first leaves empty.
  [[nodiscard]] bool parts_cells(std::uint32_t first, std::uint32_t second) const {
    bool parts = false;
    for (const GridCell& below : cells(second)) {
      if (below.span.empty()) continue;
      if (below.continued) continue;
      const GridCell* above = cell_over(first, below.column);
      if (above == nullptr || above->width > 1) {
        parts = true;
      } else if (!words(below.span).starts_with("(") && !is_year(words(below.span))) {
        return false;
      }
    }
    return parts;
  }
  [[nodiscard]] const GridCell* cell_over(std::uint32_t i, std::uint16_t column) const {
    for (const GridCell& cell : cells(i))
      if (!cell.span.empty() && cell.column <= column && column < cell.column + cell.width) return &cell;
    return nullptr;
  }

  /// Heads that come again without a page break that could be seen.
  void mark_repeated() {
    if (unit_.header_rows == 0 || unit_.columns < 2) return;
    std::uint32_t next = header_skip_;  // the head that comes next, if this is a repetition
    for (std::uint32_t i = heads_.back() + 1; i <= unit_.last_block; ++i) {
      if (blocks_[i].kind != BlockKind::kRow) continue;
      if (next == unit_.header_rows || !is_header_row(i, next)) next = header_skip_;
      blocks_[i].repeated_header = is_header_row(i, next);
      if (blocks_[i].repeated_header) ++next;
    }
  }

  // --- what stands above

  void take_title_cell(std::uint32_t row) {
    for (const GridCell& cell : cells(row))
      if (!cell.span.empty()) take_above(cell.span);
  }

  void read_above() {
    bool behind_prose = false;
    std::uint32_t far = kTitleFar;
    for (std::uint32_t back = 1; back <= far && back <= unit_.first_block; ++back) {
      if (!unit_.title.empty()) return;
      const Block& above = blocks_[unit_.first_block - back];
      if (above.kind == BlockKind::kSeparator) ++far;  // <table>
      if (above.kind == BlockKind::kBlank || above.kind == BlockKind::kSeparator || above.kind == BlockKind::kFurniture)
        continue;
      if (above.kind == BlockKind::kRow && filled(unit_.first_block - back) > 1)
        return take_unit_beside(unit_.first_block - back);
      // beyond a sentence only the heading of the section counts
      if ((behind_prose || ends_paragraph(unit_.first_block - back)) && above.kind != BlockKind::kHeading) {
        behind_prose = true;
        continue;
      }
      behind_prose = !take_above(above.span) || behind_prose;
    }
  }

  /// 市町名 | 青葉町 | (単位:円): the last cell of a row above may be the unit.
  void take_unit_beside(std::uint32_t row) {
    const NormSpan last = cells(row).back().span;
    const auto unit = find_unit(context_.words, last);
    if (unit && unit_.unit.empty() && words(last).starts_with("(単位") && unit->value.end + 1 == last.end)
      unit_.unit = unit->value;
  }

  /// A line that says nothing but the unit may stand below the table, if no other table follows.
  void read_below() {
    if (!unit_.unit.empty()) return;
    std::size_t at = unit_.last_block + 1;
    const auto skip_gaps = [&] {
      while (at < blocks_.size() && !blocks_[at].has_words()) ++at;
    };
    skip_gaps();
    if (at >= blocks_.size() || blocks_[at].kind != BlockKind::kText) return;
    const auto unit = find_unit(context_.words, blocks_[at].span);
    if (!unit || unit->begin != blocks_[at].span.begin || unit->value.end + 1 < blocks_[at].span.end) return;
    ++at;
    skip_gaps();
    if (at >= blocks_.size() || blocks_[at].kind != BlockKind::kRow) unit_.unit = unit->value;
  }

  /// The last line of words that began above: a note, a list item, a sentence.
  [[nodiscard]] bool ends_paragraph(std::uint32_t i) const {
    if (blocks_[i].kind != BlockKind::kText || i == 0) return false;
    return blocks_[i - 1].kind == BlockKind::kListItem && !find_unit(context_.words, blocks_[i].span);
  }

  /// A unit, a title, or both in one line. False if it is neither.
  bool take_above(NormSpan line) {
    constexpr std::size_t kLongestTitle = 60;
    const auto unit = find_unit(context_.words, line);
    if (unit && unit_.unit.empty()) unit_.unit = unit->value;
    NormSpan title = line;
    if (unit) title = trimmed(context_.words, {line.begin, unit->begin});
    if (title.empty()) return true;
    const std::string_view own = words(title);
    if (utf8::count(own) > kLongestTitle || own.ends_with("。") || own.starts_with("※")) return false;
    if (own.starts_with("(") && own.find(')') + 1 == own.size() && !read_marker(own)) return true;  // a remark
    if (unit_.title.empty()) unit_.title = title;
    return true;
  }

  Context& context_;
  std::vector<Block>& blocks_;
  TableUnit unit_;
  std::vector<bool> value_columns_;
  std::uint32_t header_skip_ = 0;     ///< title rows before the heads
  std::vector<std::uint32_t> heads_;  ///< the title rows and heads of unit_
  std::size_t next_start_ = 0;
  bool open_ = false, blank_ = false, page_ = false, has_values_ = false, has_texts_ = false, has_keys_ = false;
};

}  // namespace

void find_tables(Context& context) { TableFinder(context).run(); }

}  // namespace torikomi::shapes
