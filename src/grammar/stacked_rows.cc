#include "torikomi/grammar/stacked_rows.h"

#include <algorithm>
#include <optional>
#include <string_view>
#include <vector>

#include "header_row.h"
#include "heading.h"
#include "stacked_table.h"
#include "torikomi/text/normalize.h"
#include "torikomi/value/heading.h"
#include "torikomi/value/kpi.h"

namespace torikomi {
namespace {

constexpr std::size_t kFewestCells = 6;  ///< a head of two and two rows
constexpr std::size_t kMostCells = 5000;
constexpr std::size_t kFirstCells = 240;
constexpr std::size_t kMostFailures = 200;  ///< headings that lead to no table; where there are more, none will
constexpr std::size_t kMostHeadings = 16;
constexpr std::size_t kLongestHeading = 80;  ///< bytes
constexpr std::size_t kLongestCell = 240;    ///< bytes; what is longer is a paragraph
constexpr std::size_t kSample = 6;           ///< rows that tell what the columns hold
constexpr std::size_t kWideRow = 4;          ///< columns of a table that may have one row only

/// 5ヵ年目標: a heading, although it begins with a figure.
bool names_goal(std::string_view words) {
  return !words.empty() && words.front() >= '0' && words.front() <= '9' &&
         (words.ends_with("目標") || words.ends_with("目標値"));
}

class Stacker {
 public:
  Stacker(std::string_view text, Layout& layout, std::span<const Grammar* const> grammars)
      : text_(text), layout_(layout), grammars_(grammars), labels_(text, grammars) {}

  void run() {
    bool in_head = false;  // a head is read from its begin or not at all
    std::uint32_t run_end = 0;
    for (std::uint32_t i = 0; i < layout_.blocks.size(); ++i) {
      if (!is_cell(layout_.blocks[i])) {
        in_head = false;
        continue;
      }
      if (i >= run_end) run_end = end_of_run(i);
      if (run_end - i < kFewestCells) {
        i = run_end - 1;
        continue;
      }
      const bool heading = begins_short(i) && kind_of(i) != HeadingKind::kUnknown;
      auto table = heading && !in_head && failures_ < kMostFailures ? table_at(i) : std::nullopt;
      failures_ += heading && !in_head && !table ? 1 : 0;
      if (!table && is_whole_date(words(i))) table = dated_at(i);
      if (!table && !in_head && begins_short(i) && failures_ < kMostFailures && is_label(i)) table = labelled_at(i);
      in_head = !table && (heading || (in_head && !is_data(words(i))));
      if (!table) continue;
      i = table->cells.back();
      tables_.push_back(std::move(*table));
    }
    if (!tables_.empty()) make_rows(layout_, tables_);
  }

 private:
  [[nodiscard]] NormSpan span(std::uint32_t block) const { return lone_cell(layout_, layout_.blocks[block]); }
  [[nodiscard]] std::string_view words(std::uint32_t block) const { return slice(text_, span(block)); }

  /// A short line of words; 市   税 that wide letters make a pair is one as well, and so is 区分 | with its bar.
  [[nodiscard]] bool is_cell(const Block& block) const {
    const bool wide = block.kind == BlockKind::kPair && slice(text_, block.span).find(':') == std::string_view::npos;
    const bool barred = block.kind == BlockKind::kRow && block.form == RowForm::kBars && block.cell_count == 1;
    const bool kind = block.kind == BlockKind::kText || block.kind == BlockKind::kHeading ||
                      block.kind == BlockKind::kListItem || wide || barred;
    return kind && block.line == block.line_end && block.rule.empty() && block.span.size() <= kLongestCell &&
           !slice(text_, block.marker).starts_with('#');
  }

  [[nodiscard]] RowCell cell_of(std::uint32_t block, std::size_t column, std::uint16_t width = 1) const {
    const NormSpan own = span(block);
    return {own, static_cast<std::uint16_t>(column), width, labels_.find(own)};
  }

  /// 目標, 実績, 達成率: the name of a row of a table of indicators.
  [[nodiscard]] bool tells_kind(std::uint32_t block) const {
    const auto hit = labels_.find(span(block));
    return hit && std::any_of(hit->targets.begin(), hit->targets.end(), [](const LabelTarget& target) {
             return target.at.kind == Grammar::LabelTarget::Kind::kRow &&
                    target.grammar->tables[target.at.index].type == TableType::kKpi;
           });
  }

  [[nodiscard]] static bool names_column(const std::optional<LabelHit>& hit) {
    return hit && std::any_of(hit->targets.begin(), hit->targets.end(), [](const LabelTarget& target) {
             return target.at.kind == Grammar::LabelTarget::Kind::kColumn;
           });
  }

  /// Whether the words name a column of a known table, or a year.
  [[nodiscard]] HeadingKind kind_of(std::uint32_t block) const {
    constexpr std::string_view kParts = "0123456789([";  // of a year or a unit; 元年度 is rare enough
    const std::string_view own = words(block);
    if (own.size() > kLongestHeading) return HeadingKind::kUnknown;
    if (names_goal(own)) return HeadingKind::kKnown;
    if (is_data(own)) return HeadingKind::kUnknown;
    const RowCell cell = cell_of(block, 0);
    if (names_column(cell.hit)) return HeadingKind::kKnown;
    if (own.find_first_of(kParts) == own.npos) return HeadingKind::kUnknown;
    const Heading heading = read_heading(text_, cell.span, cell.hit, labels_);
    if (heading.only_year) return HeadingKind::kYear;
    return names_column(heading.hit) ? HeadingKind::kKnown : HeadingKind::kUnknown;
  }

  /// The first cells of a table are short, which spares the look at wrapped prose.
  [[nodiscard]] bool begins_short(std::uint32_t i) const {
    constexpr std::uint32_t kShort = 60;  // bytes
    for (std::size_t n = 0; n < 3 && i < layout_.blocks.size(); ++i) {
      if (layout_.blocks[i].kind == BlockKind::kBlank) continue;
      if (layout_.blocks[i].span.size() > kShort) return false;
      ++n;
    }
    return true;
  }

  /// Behind the last of the lines from `i` on that are cells or blank.
  [[nodiscard]] std::uint32_t end_of_run(std::uint32_t i) const {
    while (i < layout_.blocks.size() && (is_cell(layout_.blocks[i]) || layout_.blocks[i].kind == BlockKind::kBlank ||
                                         layout_.blocks[i].kind == BlockKind::kFurniture))
      ++i;
    return i;
  }

  /// The cells from block `i` on. Blank lines part all of them, or none.
  [[nodiscard]] std::vector<std::uint32_t> cells_from(std::uint32_t i, std::size_t most) const {
    std::vector<std::uint32_t> out;
    bool parted = false;
    bool blank = false;
    for (; i < layout_.blocks.size() && out.size() < most; ++i) {
      const Block& block = layout_.blocks[i];
      if (block.kind == BlockKind::kFurniture) continue;
      if (block.kind == BlockKind::kBlank) {
        if (blank || (out.size() > 1 && !parted)) break;
        parted = blank = true;
        continue;
      }
      if (!is_cell(block)) break;
      if (parted && !blank) break;
      out.push_back(i);
      blank = false;
    }
    return out;
  }

  /// Headings from the first cell on, and so many of them that what follows may be rows.
  [[nodiscard]] std::vector<HeadingWords> headings_of(const std::vector<std::uint32_t>& cells) const {
    std::vector<HeadingWords> out;
    while (out.size() < cells.size() && out.size() < kMostHeadings &&
           (!is_data(words(cells[out.size()])) || names_goal(words(cells[out.size()]))))
      out.push_back({kind_of(cells[out.size()]), label_key(words(cells[out.size()]))});
    return out;
  }

  /// 予算額 / 決算額 behind heading `n`, and no value or unit behind them: they are no items.
  [[nodiscard]] bool head_goes_on(const std::vector<std::uint32_t>& cells, std::size_t n) const {
    std::size_t end = n;
    while (end < cells.size() && end < n + kMostHeadings && kind_of(cells[end]) != HeadingKind::kUnknown) ++end;
    if (end == n) return false;
    // items have the values of a row behind them, not the number of the next one alone
    std::size_t values = 0;
    for (; end < cells.size() && (is_whole_value(words(cells[end])) || is_heading_unit(words(cells[end]))); ++end)
      ++values;
    return values < std::min<std::size_t>(n - 1, 2);
  }

  /// A long table shows in its first cells whether it is one.
  [[nodiscard]] std::optional<StackedTable> table_at(std::uint32_t i) const {
    const std::vector<std::uint32_t> cells = cells_from(i, kFirstCells);
    auto table = table_of(cells);
    if (!table) table = table_of(before_heading(cells));
    if (!table || table->cells.size() + kMostHeadings < kFirstCells) return table;
    auto whole = table_of(cells_from(i, kMostCells));
    return whole ? std::move(whole) : std::move(table);
  }

  /// The cells up to a value with a line behind it that heads what follows; none where no such line stands there.
  [[nodiscard]] std::vector<std::uint32_t> before_heading(const std::vector<std::uint32_t>& cells) const {
    for (std::size_t n = kFewestCells; n < cells.size(); ++n)
      if (layout_.blocks[cells[n]].heads() && is_data(words(cells[n - 1])))
        return {cells.begin(), cells.begin() + static_cast<std::ptrdiff_t>(n)};
    return {};
  }

  [[nodiscard]] std::optional<StackedTable> table_of(std::vector<std::uint32_t> cells) const {
    if (cells.size() < kFewestCells) return std::nullopt;
    std::vector<HeadingWords> headings = headings_of(cells);
    std::vector<StackedCell> below;
    below.reserve(cells.size());
    for (const std::uint32_t cell : cells) below.push_back({words(cell), tells_kind(cell)});
    const auto known = [&](std::size_t n) { return n < headings.size() && headings[n].kind != HeadingKind::kUnknown; };
    for (; headings.size() > 1; headings.pop_back()) {
      const auto unknown = std::count_if(headings.begin(), headings.end(),
                                         [](const auto& one) { return one.kind == HeadingKind::kUnknown; });
      if (static_cast<std::size_t>(unknown) * 2 > headings.size()) continue;
      const std::size_t n = headings.size();
      if (head_goes_on(cells, n)) continue;
      const std::span<const StackedCell> body = std::span(below).subspan(n);
      const bool kinds = std::any_of(body.begin(), body.end(), [](const StackedCell& cell) { return cell.tells_kind; });
      for (HeadForm& form : head_forms(headings, kinds)) {
        auto rows = read_as(cells, form, body);
        if (!rows || (!known(n - 1) && !rows->complete)) continue;
        // one row alone does not tell an item from one more heading
        if (rows->full < 2 && kind_of(cells[n]) != HeadingKind::kUnknown) continue;
        cells.resize(n + rows->end);
        return StackedTable{std::move(cells), std::move(form), std::move(*rows)};
      }
    }
    return std::nullopt;
  }

  /// 4月25日 / 委員の委嘱 / 6月5日 / 第1回策定委員会: days and what was done then in turn, without a head.
  [[nodiscard]] std::optional<StackedTable> dated_at(std::uint32_t i) const {
    constexpr std::size_t kFewest = 3;
    std::vector<std::uint32_t> cells = cells_from(i, kFewest * 2);
    if (cells.size() == kFewest * 2 && !is_whole_date(words(cells[1])) && is_whole_date(words(cells[2])))
      cells = cells_from(i, kMostCells);
    StackedTable table;
    for (std::size_t at = 0; at + 1 < cells.size(); at += 2) {
      if (!is_whole_date(words(cells[at])) || is_whole_date(words(cells[at + 1])) || is_data(words(cells[at + 1])))
        break;
      table.body.rows.push_back({at, {0, 1}});
    }
    if (table.body.rows.size() < kFewest) return std::nullopt;
    cells.resize(table.body.rows.size() * 2);
    table.cells = std::move(cells);
    table.head.columns = 2;
    return table;
  }

  /// 開催日時, 場所: a label of a sheet.
  [[nodiscard]] bool is_label(std::uint32_t block) const {
    const auto hit = labels_.find(span(block));
    return hit && std::any_of(hit->targets.begin(), hit->targets.end(), [](const LabelTarget& target) {
             return target.at.kind == Grammar::LabelTarget::Kind::kField;
           });
  }

  /// 開催場所: a label whose words are short.
  [[nodiscard]] bool is_in_one_line(std::uint32_t block) const {
    const auto hit = labels_.find(span(block));
    for (const Grammar* grammar : grammars_)
      if (const FieldRule* rule = hit ? hit->field(grammar) : nullptr)
        return rule->type == FieldType::kPlace || rule->type == FieldType::kSession;
    return false;
  }

  /// 会議名 / 交通会議 / 開催日時 / 令和5年6月29日: labels of a sheet, each above its words.
  [[nodiscard]] std::optional<StackedTable> labelled_at(std::uint32_t i) const {
    constexpr std::size_t kFewest = 3;
    constexpr std::size_t kMostLines = 9;      // of a label and its words
    constexpr std::size_t kOneLine = 3;        // 場所 and its words, which may break once
    constexpr std::size_t kMostOfSheet = 120;  // cells
    std::vector<std::uint32_t> cells = cells_from(i, kMostOfSheet);
    StackedTable table;
    std::size_t at = 0;
    while (at + 1 < cells.size() && is_label(cells[at])) {
      const std::size_t most = is_in_one_line(cells[at]) ? kOneLine : kMostLines;
      StackedRow row{at++, {0}};
      while (at < cells.size() && row.columns.size() < most && !is_label(cells[at])) {
        row.columns.push_back(1);
        ++at;
      }
      if (row.columns.size() < 2) return std::nullopt;
      table.body.rows.push_back(std::move(row));
    }
    if (table.body.rows.size() < kFewest) return std::nullopt;
    cells.resize(at);
    table.cells = std::move(cells);
    table.head.columns = 2;
    return table;
  }

  /// The rows below a head of this form; nothing where they do not fit it.
  [[nodiscard]] std::optional<StackedBody> read_as(const std::vector<std::uint32_t>& cells, const HeadForm& form,
                                                   std::span<const StackedCell> body) const {
    if (body.size() < form.columns) return std::nullopt;
    std::vector<RowCells> rows(1);
    for (std::size_t n = 0; n < form.cells.size(); ++n) {
      const HeadCell& head = form.cells[n];
      if (head.row == rows.size()) rows.emplace_back();
      rows.back().push_back(cell_of(cells[n], head.column, head.width));
    }
    const std::size_t heads = rows.size();
    add_sample(cells, form, body, rows);
    for (; rows.size() > heads; rows.resize(heads + 1)) {
      if (auto out = read_below(rows, heads, form, body, context_of(cells.front()))) return out;
      if (rows.size() == heads + 1) break;  // where cells lack, only the first row is sure to be one
    }
    return std::nullopt;
  }

  [[nodiscard]] std::optional<StackedBody> read_below(const std::vector<RowCells>& rows, std::size_t heads,
                                                      const HeadForm& form, std::span<const StackedCell> body,
                                                      const HeadContext& context) const {
    const auto head = match_head(text_, rows, grammars_, context);
    if (!head || head->rows != heads || head->match.columns.size() != form.columns) return std::nullopt;
    StackedBody out = read_stacked_body(body, stacked_columns(head->match, true));
    if (!out.complete)
      if (StackedBody other = read_stacked_body(body, stacked_columns(head->match, false)); other.end > out.end)
        out = std::move(other);
    const bool enough = out.full > 1 || (out.complete && form.columns >= kWideRow);
    return enough && out.rows.size() <= out.full * 2 ? std::optional(std::move(out)) : std::nullopt;
  }

  /// Some rows by which match_head() sees what the columns hold: one behind the other, or what stands behind 目標 and
  /// 実績.
  void add_sample(const std::vector<std::uint32_t>& cells, const HeadForm& form, std::span<const StackedCell> body,
                  std::vector<RowCells>& rows) const {
    const std::size_t skip = form.kinds.value_or(0);
    const std::size_t width = form.columns - skip;
    for (std::size_t at = 0; at + width <= body.size() && rows.size() <= kSample;) {
      if (form.kinds && !body[at].tells_kind) {
        ++at;
        continue;
      }
      RowCells& row = rows.emplace_back();
      for (std::size_t c = 0; c < width; ++c) row.push_back(cell_of(cells[form.cells.size() + at + c], skip + c));
      at += width;
    }
  }

  /// The line above and the unit, as far as they stand close by.
  [[nodiscard]] HeadContext context_of(std::uint32_t first) const {
    constexpr std::uint32_t kFar = 5;
    constexpr std::string_view kUnit = "単位";
    HeadContext out;
    for (std::uint32_t back = 1; back <= kFar && back <= first && out.title.empty(); ++back) {
      const Block& above = layout_.blocks[first - back];
      if (!above.has_words()) continue;
      const NormSpan unit = unit_in_brackets(text_, above.span);
      if (!unit.empty()) out.unit = unit;
      if (slice(text_, above.span).find(kUnit) > 3) out.title = above.span;
    }
    return out;
  }

  std::string_view text_;
  Layout& layout_;
  std::span<const Grammar* const> grammars_;
  LabelFinder labels_;
  std::size_t failures_ = 0;
  std::vector<StackedTable> tables_;
};

}  // namespace

void stack_rows(std::string_view text, Layout& layout, std::span<const Grammar* const> grammars) {
  if (!grammars.empty()) Stacker(text, layout, grammars).run();
}

}  // namespace torikomi
