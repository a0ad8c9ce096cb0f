#include "layout/html_table.h"

#include <algorithm>
#include <optional>

#include "layout/html_grid.h"

namespace torikomi::html {
namespace {

constexpr std::string_view kNames[] = {"table", "thead", "tbody", "tfoot", "tr", "td", "th", "caption"};

constexpr std::string_view kBreakGlue = "\v";

struct OpenTable {
  std::uint32_t begin = 0, end = 0;
  std::optional<std::size_t> parent;
  bool closed = false;
};

/// Every table of the text with where it ends, in order of their begin.
class TableFinder {
 public:
  explicit TableFinder(std::string_view text) : text_(text) {}

  std::vector<OpenTable> run() {
    for (std::size_t at = text_.find("<table"); at < text_.size(); at = text_.find('<', at + 1)) {
      const std::size_t length = table_tag_length(text_, at);
      if (length == 0) continue;
      const auto begin = static_cast<std::uint32_t>(at);
      const auto end = static_cast<std::uint32_t>(at + length);
      if (text_.substr(at).starts_with("<table")) {
        tables_.push_back({begin, end, open_, false});
        open_ = tables_.size() - 1;
      } else if (!tables_.empty()) {
        // a tag behind all tables that are closed is a stray one and belongs to none
        if (open_) tables_[*open_].end = end;
        if (text_.substr(at).starts_with("</table")) close(end);
      }
    }
    return std::move(tables_);
  }

 private:
  void close(std::uint32_t end) {
    if (!open_) return;
    tables_[*open_].end = end;
    tables_[*open_].closed = true;
    open_ = tables_[*open_].parent;
  }

  std::string_view text_;
  std::vector<OpenTable> tables_;
  std::optional<std::size_t> open_;
};

std::uint32_t line_end(std::string_view text, std::uint32_t at) {
  const std::size_t end = text.find_first_of("\r\n", at);
  return static_cast<std::uint32_t>(end == text.npos ? text.size() : end);
}

/// Without blanks and table tags at its ends.
NormSpan bare(std::string_view text, NormSpan span) {
  for (;;) {
    span = shapes::trimmed(text, span);
    if (span.empty() || text[span.begin] != '<') break;
    const std::size_t length = table_tag_length(text, span.begin);
    if (length == 0 || length > span.size()) break;
    span.begin += static_cast<std::uint32_t>(length);
  }
  while (!span.empty() && text[span.end - 1] == '>') {
    const std::size_t open = slice(text, span).rfind('<');
    if (open == std::string_view::npos || table_tag_length(text, span.begin + open) != span.size() - open) break;
    span.end = span.begin + static_cast<std::uint32_t>(open);
    span = shapes::trimmed(text, span);
  }
  return span;
}

/// Adds the blocks of one stretch of lines with tables, in order of their begin.
class StretchReader {
 public:
  StretchReader(shapes::Context& context, std::size_t line) : context_(context), first_(line), line_(line) {}

  /// Words beside tables and outside of their cells. Only lines that no row has are given blocks for their tags alone.
  void add_outside(NormSpan span) {
    while (span.begin < span.end) {
      const std::size_t line = line_of(span.begin);
      const NormSpan here{span.begin, std::min(span.end, context_.lines[line].end)};
      if (!here.empty()) add_line(line, here);
      if (line + 1 >= context_.lines.size()) break;
      span.begin = context_.lines[line + 1].begin;
    }
  }

  void add_row(const GridRow& row) {
    const std::size_t first = line_of(row.span.begin);
    Block block = context_.block(BlockKind::kRow, first, first, row.span);
    NormSpan covered = bare(context_.words, row.span);
    bool filled = false;
    std::vector<std::vector<CellPiece>> words;  // of each cell
    for (const GridPiece& piece : row.pieces) {
      const GridCell cell{bare(context_.words, piece.span), piece.column, piece.width, piece.continued};
      const bool own = !cell.span.empty() && !cell.continued;
      filled = filled || own;
      if (own) covered = cover(covered, cell.span);
      if (!piece.part) {
        context_.layout.cells.push_back(cell);
        words.emplace_back();
      } else if (words.empty()) {
        continue;
      } else if (own && context_.layout.cells.back().span.empty()) {
        context_.layout.cells.back().span = cell.span;
      }
      if (own) words.back().push_back({cell.span, kBreakGlue});
    }
    if (!filled) {
      context_.layout.cells.resize(block.first_cell);
      return;
    }
    for (std::size_t c = 0; c < words.size(); ++c)
      if (words[c].size() > 1) context_.join_cell(block.first_cell + c, words[c]);
    block.form = RowForm::kHtml;
    block.span = block.text = covered;
    block.line = static_cast<std::uint32_t>(line_of(covered.begin)) + 1;
    cover_lines_before(block.line - 1);
    block.line_end = static_cast<std::uint32_t>(line_of(covered.end - 1)) + 1;
    covered_ = std::max<std::size_t>(covered_, block.line_end);
    if (row.table != table_) context_.table_starts.push_back(static_cast<std::uint32_t>(context_.layout.blocks.size()));
    if (row.header) context_.header_blocks.push_back(static_cast<std::uint32_t>(context_.layout.blocks.size()));
    table_ = row.table;
    context_.add(block);
  }

  void next_table() { table_ = 0; }

  /// Every line before `line` that has no block yet gets one: nothing but tags stands there.
  void cover_lines_before(std::size_t line) {
    for (covered_ = std::max(covered_, first_); covered_ < line; ++covered_) {
      const bool blank = context_.is_blank_line(covered_);
      context_.add(context_.block(blank ? BlockKind::kBlank : BlockKind::kSeparator, covered_, covered_,
                                  context_.lines[covered_].span()));
    }
  }

  std::size_t line_of(std::uint32_t offset) {
    while (line_ > first_ && context_.lines[line_].begin > offset) --line_;
    while (line_ + 1 < context_.lines.size() && context_.lines[line_ + 1].begin <= offset) ++line_;
    return line_;
  }

 private:
  void add_line(std::size_t line, NormSpan here) {
    const NormSpan words = bare(context_.words, here);
    if (words.empty()) return;
    cover_lines_before(line);
    context_.add(context_.block(BlockKind::kText, line, line, words));
    covered_ = std::max(covered_, line + 1);
  }

  shapes::Context& context_;
  std::size_t first_, line_;
  std::size_t covered_ = 0;  ///< lines before it have a block
  std::uint32_t table_ = 0;  ///< of the row before
};

}  // namespace

std::size_t table_tag_length(std::string_view text, std::size_t at) {
  std::size_t begin = at + 1;
  if (begin < text.size() && text[begin] == '/') ++begin;
  for (const std::string_view name : kNames) {
    if (!text.substr(begin).starts_with(name)) continue;
    std::size_t end = begin + name.size();
    if (end >= text.size() || std::string_view(" \t/>").find(text[end]) == std::string_view::npos) continue;
    char quote = 0;
    for (; end < text.size(); ++end) {
      const char c = text[end];
      if (c == '<' || c == '\n' || c == '\r') return 0;
      if (quote != 0) {
        if (c == quote) quote = 0;
      } else if (c == '"' || c == '\'') {
        quote = c;
      } else if (c == '>') {
        return end + 1 - at;
      }
    }
    return 0;
  }
  return 0;
}

std::vector<NormSpan> find_tables(std::string_view text) {
  std::vector<NormSpan> out;
  if (text.find("<table") == text.npos) return out;
  const std::vector<OpenTable> tables = TableFinder(text).run();
  std::uint32_t behind = 0;
  for (std::size_t i = 0; i < tables.size(); ++i) {
    if (tables[i].begin < behind) continue;
    NormSpan span{tables[i].begin, tables[i].end};
    if (!tables[i].closed) {
      // no further than the next one is looked at, or many open tables on one line would take quadratic time
      const std::uint32_t most = i + 1 < tables.size() ? tables[i + 1].begin : static_cast<std::uint32_t>(text.size());
      span.end = line_end(text.substr(0, std::max(most, span.end)), span.end);
      span.end = std::min(span.end, most);
    }
    behind = span.end;
    out.push_back(span);
  }
  return out;
}

std::size_t read_tables(shapes::Context& context, std::size_t line, const std::vector<NormSpan>& tables,
                        std::size_t& next) {
  StretchReader reader(context, line);
  std::uint32_t at = context.lines[line].begin;
  std::size_t last = line;
  while (next < tables.size() && tables[next].begin <= context.lines[last].end) {
    const NormSpan table = tables[next++];
    reader.add_outside({at, table.begin});
    const auto rows = parse_grid(context.words, table);
    reader.next_table();
    std::uint32_t head = table.end;
    for (const GridRow& row : rows)
      if (!row.span.empty()) head = std::min(head, row.span.begin);
    reader.add_outside({table.begin, head});
    for (const GridRow& row : rows)
      if (!row.span.empty()) reader.add_row(row);
    at = table.end;
    last = reader.line_of(at > table.begin ? at - 1 : at);
  }
  reader.add_outside({at, context.lines[last].end});
  reader.cover_lines_before(last + 1);
  return last - line + 1;
}

}  // namespace torikomi::html
