#include "layout/html_grid.h"

#include <gumbo.h>

#include <algorithm>
#include <charconv>
#include <memory>
#include <optional>
#include <string>

#include "layout/html_table.h"

namespace torikomi::html {
namespace {

constexpr std::size_t kDeepest = 12;    ///< tables inside tables; what lies deeper stays text of its cell
constexpr std::uint32_t kWidest = 100;  ///< colspan and rowspan beyond it are damage
constexpr std::uint32_t kLongest = 1000;

/// What the parser is given: as long as the region, so that places agree, with everything blanked that looks like
/// markup and is none (the normaliser has left the tags of tables only).
std::string only_table_tags(std::string_view region) {
  std::string out(region);
  std::size_t depth = 0;
  for (std::size_t at = 0; at < out.size(); ++at) {
    if (out[at] == '&' || out[at] == '\0' || out[at] == '\r') out[at] = ' ';
    if (out[at] != '<') continue;
    const std::size_t length = table_tag_length(region, at);
    bool keep = length > 0;
    if (region.substr(at).starts_with("<table")) keep = keep && ++depth <= kDeepest;
    if (region.substr(at).starts_with("</table") && depth > 0) keep = keep && depth-- <= kDeepest;
    if (keep) {
      at += length - 1;
    } else {
      out[at] = ' ';
    }
  }
  return out;
}

struct TreeDeleter {
  void operator()(GumboOutput* output) const { gumbo_destroy_output(&kGumboDefaultOptions, output); }
};

/// Where the words of a cell begin, or a table ends: from here on words belong to `piece` of `row`.
struct Boundary {
  std::uint32_t tag = 0;    ///< where the tag begins that ends the words before
  std::uint32_t words = 0;  ///< where the words behind it begin
  std::size_t row = 0, piece = 0;
};

class GridBuilder {
 public:
  GridBuilder(std::string_view fed, NormSpan region) : fed_(fed), region_(region), budget_(fed.size() / 2 + 1000) {}

  std::vector<GridRow> run(const GumboNode* root) {
    find(root);
    std::sort(boundaries_.begin(), boundaries_.end(),
              [](const Boundary& a, const Boundary& b) { return a.tag < b.tag; });
    for (std::size_t i = 0; i < boundaries_.size(); ++i) {
      const std::uint32_t end = i + 1 < boundaries_.size() ? boundaries_[i + 1].tag : region_.end;
      rows_[boundaries_[i].row].pieces[boundaries_[i].piece].span = {boundaries_[i].words,
                                                                     std::max(end, boundaries_[i].words)};
    }
    for (const auto& [row, piece, from_row, from_piece] : repeats_)
      rows_[row].pieces[piece].span = rows_[from_row].pieces[from_piece].span;
    for (GridRow& row : rows_) settle(row);
    return std::move(rows_);
  }

 private:
  struct Place {
    std::size_t row, piece;
  };
  struct Repeat {
    std::size_t row, piece, from_row, from_piece;
  };
  struct Pending {
    std::uint32_t rows = 0;  ///< how many more rows the cell reaches
    std::uint16_t width = 1;
    Place origin{};
  };

  static const GumboVector& children(const GumboNode* node) { return node->v.element.children; }
  static bool is(const GumboNode* node, GumboTag tag) {
    return node->type == GUMBO_NODE_ELEMENT && node->v.element.tag == tag;
  }

  /// Place in the whole text of the tag that opened the element; nothing where the parser made it up.
  [[nodiscard]] std::optional<NormSpan> tag_of(const GumboStringPiece& tag) const {
    if (tag.data == nullptr || tag.length == 0) return std::nullopt;
    const auto begin = region_.begin + static_cast<std::uint32_t>(tag.data - fed_.data());
    return NormSpan{begin, begin + static_cast<std::uint32_t>(tag.length)};
  }

  static std::uint32_t span_attribute(const GumboNode* node, const char* name, std::uint32_t most) {
    const GumboAttribute* attribute = gumbo_get_attribute(&node->v.element.attributes, name);
    if (attribute == nullptr) return 1;
    const std::string_view value = attribute->value;
    std::uint32_t number = 1;
    std::from_chars(value.data(), value.data() + value.size(), number);
    return std::clamp(number, 1U, most);
  }

  /// Looks for tables. The depth of the tree is bounded by that of the tables.
  void find(const GumboNode* node) {
    if (node->type != GUMBO_NODE_ELEMENT && node->type != GUMBO_NODE_DOCUMENT) return;
    if (is(node, GUMBO_TAG_TABLE)) {
      read_table(node);
      return;
    }
    const GumboVector& nodes = node->type == GUMBO_NODE_DOCUMENT ? node->v.document.children : children(node);
    for (unsigned int i = 0; i < nodes.length; ++i) find(static_cast<const GumboNode*>(nodes.data[i]));
  }

  void read_table(const GumboNode* table) {
    const std::uint32_t number = ++tables_;
    std::vector<Pending> pending;
    const GumboVector& nodes = children(table);
    for (unsigned int i = 0; i < nodes.length; ++i) {
      const auto* section = static_cast<const GumboNode*>(nodes.data[i]);
      if (is(section, GUMBO_TAG_TR)) {
        read_row(section, number, false, pending);
      } else if (section->type == GUMBO_NODE_ELEMENT && !is(section, GUMBO_TAG_CAPTION)) {
        const GumboVector& inner = children(section);
        for (unsigned int r = 0; r < inner.length; ++r) {
          const auto* row = static_cast<const GumboNode*>(inner.data[r]);
          if (is(row, GUMBO_TAG_TR)) read_row(row, number, is(section, GUMBO_TAG_THEAD), pending);
        }
      }
    }
  }

  void read_row(const GumboNode* node, std::uint32_t table, bool head, std::vector<Pending>& pending) {
    const std::size_t row = rows_.size();
    rows_.emplace_back().table = table;
    bool only_heads = true;
    std::size_t column = 0;
    std::vector<std::pair<const GumboNode*, std::size_t>> cells;  // with the place of their first piece
    const GumboVector& nodes = children(node);
    for (unsigned int i = 0; i < nodes.length; ++i) {
      const auto* cell = static_cast<const GumboNode*>(nodes.data[i]);
      if (!is(cell, GUMBO_TAG_TD) && !is(cell, GUMBO_TAG_TH)) continue;
      column = repeat_from_above(row, column, pending);
      only_heads = only_heads && is(cell, GUMBO_TAG_TH);
      cells.emplace_back(cell, rows_[row].pieces.size());
      add_cell(cell, row, column, pending);
      column += rows_[row].pieces.back().width;
    }
    while (column < pending.size()) column = std::max(column + 1, repeat_from_above(row, column, pending));
    rows_[row].header = head || (only_heads && !cells.empty());
    for (const auto& [cell, piece] : cells) find_inside(cell, row, piece);
  }

  /// Behind the most cells that a row may have, it is a further piece of the last one.
  static GridPiece piece_at(std::size_t column, std::uint16_t width, bool continued) {
    return {{}, static_cast<std::uint16_t>(std::min(column, kMostCells)), width, continued, column >= kMostCells};
  }

  /// Repeats the cells that reach down to `column` of `row`; the first column that is free.
  std::size_t repeat_from_above(std::size_t row, std::size_t column, std::vector<Pending>& pending) {
    if (budget_ == 0) pending.clear();
    if (!pending.empty()) --budget_;
    while (column < pending.size() && pending[column].rows > 0 && budget_ > 0) {
      Pending& above = pending[column];
      --above.rows;
      --budget_;
      repeats_.push_back({row, rows_[row].pieces.size(), above.origin.row, above.origin.piece});
      rows_[row].pieces.push_back(piece_at(column, above.width, true));
      column += above.width;
    }
    return column;
  }

  void add_cell(const GumboNode* cell, std::size_t row, std::size_t column, std::vector<Pending>& pending) {
    const auto width = static_cast<std::uint16_t>(span_attribute(cell, "colspan", kWidest));
    const std::uint32_t rows = span_attribute(cell, "rowspan", kLongest);
    const Place place{row, rows_[row].pieces.size()};
    rows_[row].pieces.push_back(piece_at(column, width, false));
    if (rows > 1) {
      if (pending.size() <= column) pending.resize(column + 1);
      pending[column] = {rows - 1, width, place};
    }
    if (const auto tag = tag_of(cell->v.element.original_tag))
      boundaries_.push_back({tag->begin, tag->end, place.row, place.piece});
  }

  /// Tables inside a cell: their rows follow. Words before their first cell and behind them are further pieces of the
  /// cell.
  void find_inside(const GumboNode* cell, std::size_t row, std::size_t piece) {
    const GumboVector& nodes = children(cell);
    for (unsigned int i = 0; i < nodes.length; ++i) {
      const auto* node = static_cast<const GumboNode*>(nodes.data[i]);
      if (!is(node, GUMBO_TAG_TABLE)) continue;
      if (const auto tag = tag_of(node->v.element.original_tag)) add_part(*tag, row, piece);
      read_table(node);
      if (const auto tag = tag_of(node->v.element.original_end_tag)) add_part(*tag, row, piece);
    }
  }

  void add_part(NormSpan tag, std::size_t row, std::size_t piece) {
    const GridPiece& origin = rows_[row].pieces[piece];
    const GridPiece part{{}, origin.column, origin.width, false, true};
    boundaries_.push_back({tag.begin, tag.end, row, rows_[row].pieces.size()});
    rows_[row].pieces.push_back(part);
  }

  /// Pieces in the order of columns, and the range that they cover.
  static void settle(GridRow& row) {
    std::stable_sort(row.pieces.begin(), row.pieces.end(),
                     [](const GridPiece& a, const GridPiece& b) { return a.column < b.column; });
    bool first = true;
    for (const GridPiece& piece : row.pieces) {
      if (piece.continued) continue;
      row.span = first ? piece.span : cover(row.span, piece.span);
      first = false;
    }
  }

  std::string_view fed_;
  NormSpan region_;
  std::size_t budget_;  ///< how many repeated cells may still be made: bounded by the length of the text
  std::uint32_t tables_ = 0;
  std::vector<GridRow> rows_;
  std::vector<Boundary> boundaries_;
  std::vector<Repeat> repeats_;
};

}  // namespace

std::vector<GridRow> parse_grid(std::string_view text, NormSpan region) {
  const std::string fed = only_table_tags(slice(text, region));
  GumboOptions options = kGumboDefaultOptions;
  options.max_errors = 0;
  const std::unique_ptr<GumboOutput, TreeDeleter> output(gumbo_parse_with_options(&options, fed.data(), fed.size()));
  if (output == nullptr) return {};
  return GridBuilder(fed, region).run(output->document);
}

}  // namespace torikomi::html
