#include "torikomi/layout/items.h"

#include <algorithm>

#include "torikomi/layout/marker.h"
#include "torikomi/text/normalize.h"

namespace torikomi {
namespace {

bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\f' || c == kItem; }
bool is_break(char c) { return c == kBreak || c == '\n'; }

class ItemSplitter {
 public:
  ItemSplitter(std::string_view text, NormSpan cell) : text_(text), cell_(cell), begin_(cell.begin) {}

  std::vector<CellItem> run() {
    std::uint32_t at = cell_.begin;
    while (at < cell_.end) {
      if (!is_blank(text_[at]) && !is_break(text_[at])) {
        ++at;
        continue;
      }
      std::uint32_t behind = at;
      std::uint32_t blanks = 0;
      std::uint32_t depth = 0;
      bool breaks = false;
      for (; behind < cell_.end && (is_blank(text_[behind]) || is_break(text_[behind])); ++behind) {
        breaks = breaks || is_break(text_[behind]) || text_[behind] == kItem;
        depth += text_[behind] == kItem ? 1 : 0;
        ++blanks;
      }
      if (breaks || blanks > 1 || read_inline_marker(slice(text_, NormSpan{behind, cell_.end}))) {
        close(at);
        begin_ = behind;
        level_ = static_cast<std::uint8_t>(depth > 0 ? std::min(depth - 1, 9U) : 0);
      }
      at = behind;
    }
    close(cell_.end);
    return std::move(items_);
  }

 private:
  void close(std::uint32_t end) {
    if (begin_ >= end) return;
    CellItem item{{begin_, end}, {begin_, begin_}, {begin_, end}, level_};
    if (const auto marker = read_inline_marker(slice(text_, item.span)); marker && begin_ + marker->text_at < end) {
      item.marker = {begin_, begin_ + marker->size};
      item.text.begin = begin_ + marker->text_at;
    }
    items_.push_back(item);
  }

  std::string_view text_;
  NormSpan cell_;
  std::uint32_t begin_;
  std::uint8_t level_ = 0;
  std::vector<CellItem> items_;
};

}  // namespace

std::vector<CellItem> split_items(std::string_view text, NormSpan cell) { return ItemSplitter(text, cell).run(); }

std::string line_text(std::string_view words) {
  std::string out;
  out.reserve(words.size());
  bool blank = false;
  for (const char c : words) {
    if (is_blank(c) || is_break(c)) {
      blank = !out.empty();
      continue;
    }
    if (blank) out += ' ';
    blank = false;
    out += c;
  }
  return out;
}

std::string cell_text(std::string_view text, NormSpan cell) {
  std::string out;
  for (const CellItem& item : split_items(text, cell)) {
    if (!out.empty()) out += '\n';
    out += line_text(slice(text, item.span));
  }
  return out;
}

}  // namespace torikomi
