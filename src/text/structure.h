// Block tags inside a line: <br> <p> <div> <ul> <li> … -> kBreak and kItem.
#pragma once

#include <cstddef>
#include <string_view>

#include "text/folded_text.h"
#include "text/markup.h"

namespace torikomi {

/// Folds a stretch of block tags, with the blanks around and between them, into one edit: a kBreak between the words on
/// its two sides, and after it one kItem for each level if the stretch opens a list item. At the begin and the end of a
/// cell (tab, bar, table tag, line end) there is nothing to break; an item always gets its kBreak.
class Structure {
 public:
  Structure(FoldedText& out, std::string_view source) : out_(out), source_(source) {}

  /// `tag` stands at `at` and is a kBreak, kList or kItem. Returns where the stretch ends.
  [[nodiscard]] std::size_t take(std::size_t at, const markup::Tag& tag);
  /// A table tag ends at `end`: what follows it begins a cell.
  void table_tag_ends(std::size_t end) { table_tag_end_ = end; }

 private:
  void enter(std::size_t at);
  void count(const markup::Tag& tag);
  [[nodiscard]] bool at_cell_begin(std::string_view before, std::size_t source_begin) const;
  [[nodiscard]] bool at_cell_end(std::size_t at) const;
  [[nodiscard]] std::size_t stretch_end(std::size_t at);

  FoldedText& out_;
  std::string_view source_;
  std::size_t table_tag_end_ = static_cast<std::size_t>(-1);
  std::size_t seen_until_ = 0;  ///< cell ends before this are known to inner_
  std::size_t inner_ = 0;       ///< lists open in this cell; extractors leave them open at its end
  std::size_t outer_ = 0;       ///< lists opened on lines of their own
  std::size_t item_ = 0;        ///< level of the item that the stretch opens, 0: none
};

}  // namespace torikomi
