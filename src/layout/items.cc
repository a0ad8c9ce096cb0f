#include "torikomi/layout/items.h"

#include <algorithm>

#include "torikomi/core/low_bytes.h"
#include "torikomi/core/utf8.h"
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
    const std::string_view words = text_.substr(0, cell_.end);
    std::uint32_t at = cell_.begin;
    while ((at = static_cast<std::uint32_t>(find_low_byte(words, at))) < cell_.end) {
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
      if (breaks || (blanks > 1 && !is_letter_spaced(at, behind)) ||
          (begins_item(behind) && !is_lone_marker(at) && !is_bracketed(at, behind))) {
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
  /// A marker that has words of its own: ①②③の3つ is a word.
  [[nodiscard]] bool begins_item(std::uint32_t at) const {
    const std::string_view rest = slice(text_, NormSpan{at, cell_.end});
    const auto marker = read_inline_marker(rest);
    return marker && !(marker->kind == MarkerKind::kCircled && read_inline_marker(rest.substr(marker->size)));
  }

  /// ・ ①禁煙対策、②運動: what stands before the blanks is no more than a marker.
  [[nodiscard]] bool is_lone_marker(std::uint32_t end) const {
    return begin_ < end && utf8::decode(text_, begin_).size == end - begin_ &&
           !utf8::is_han(utf8::decode(text_, begin_).code_point);
  }

  /// 1,350人 (①180人 ②1,170人): inside a bracket that is closed further on.
  [[nodiscard]] bool is_bracketed(std::uint32_t at, std::uint32_t behind) const {
    constexpr std::uint32_t kFar = 240;  // bytes
    const std::uint32_t from = at - begin_ > kFar ? at - kFar : begin_;
    int depth = 0;
    for (std::uint32_t i = from; i < at; ++i) depth = std::max(depth + (text_[i] == '(') - (text_[i] == ')'), 0);
    for (std::uint32_t i = behind; depth > 0 && i < std::min(behind + kFar, cell_.end); ++i) {
      if (is_break(text_[i])) return false;
      depth += (text_[i] == '(') - (text_[i] == ')');
      if (depth == 0) return true;
    }
    return false;
  }

  /// 日   時: one letter on either side of the blanks.
  [[nodiscard]] bool is_letter_spaced(std::uint32_t end, std::uint32_t begin) const {
    const auto left = utf8::decode_before(text_, end);
    const auto right = utf8::decode(text_, begin);
    const bool alone_left = end - left.size == begin_ || is_blank(text_[end - left.size - 1]);
    const std::uint32_t behind = begin + right.size;
    const bool alone_right = behind >= cell_.end || is_blank(text_[behind]);
    return alone_left && alone_right && utf8::is_han(left.code_point) && utf8::is_han(right.code_point);
  }

  /// The dash of Markdown before a mark that is printed: - ・静岡県.
  void skip_markdown(std::uint32_t end) {
    const std::string_view words = slice(text_, NormSpan{begin_, end});
    if (words.starts_with("- ") && read_inline_marker(words.substr(2))) begin_ += 2;
  }

  void close(std::uint32_t end) {
    while (begin_ < end) {
      skip_markdown(end);
      CellItem item{{begin_, end}, {begin_, begin_}, {begin_, end}, level_};
      if (const auto marker = read_inline_marker(slice(text_, item.span)); marker && begin_ + marker->text_at < end) {
        item.marker = {begin_, begin_ + marker->size};
        item.text.begin = begin_ + marker->text_at;
        if (marker->kind == MarkerKind::kBullet) item.span.end = item.text.end = end_before_glued(item);
      }
      items_.push_back(item);
      begin_ = item.span.end;
    }
  }

  /// ・町を歩く。・店を訪ねる。, ●見学●交流: the blank before the next item is lost. Behind a full stop every bullet
  /// begins an item; elsewhere only the own mark where it stands in no word. Gives the end of the item where there is
  /// none.
  [[nodiscard]] std::uint32_t end_before_glued(const CellItem& item) const {
    constexpr std::string_view kStop = "。";
    const std::string_view words = slice(text_, item.text);
    const std::string_view own = slice(text_, item.marker);
    const bool alone = own == "●" || own == "◆" || own == "◎";
    for (std::size_t at = 0; at < words.size();) {
      const auto lead = static_cast<unsigned char>(words[at]);
      const std::size_t next = at + (lead >= 0xE0 ? 3 : (lead >= 0x80 ? 2 : 1));
      if (lead == 0xE3 && words.substr(at, kStop.size()) == kStop) {
        for (const std::string_view mark : {"・", "●", "○", "◆"})
          if (words.substr(next).starts_with(mark)) return item.text.begin + static_cast<std::uint32_t>(next);
      } else if (alone && at > 0 && words[at] == own.front() && words.substr(at).starts_with(own)) {
        return item.text.begin + static_cast<std::uint32_t>(at);
      }
      at = std::min(next, words.size());
    }
    return item.span.end;
  }

  std::string_view text_;
  NormSpan cell_;
  std::uint32_t begin_;
  std::uint8_t level_ = 0;
  std::vector<CellItem> items_;
};

}  // namespace

std::vector<CellItem> split_items(std::string_view text, NormSpan cell) { return ItemSplitter(text, cell).run(); }

namespace {

/// line_text() behind what `out` holds.
void append_line_text(std::string& out, std::string_view words) {
  const auto is_gap = [](char c) { return is_blank(c) || is_break(c); };
  bool first = true;
  for (std::size_t at = 0; at < words.size();) {
    if (is_gap(words[at])) {
      ++at;
      continue;
    }
    std::size_t end = find_low_byte(words, at);
    while (end < words.size() && !is_gap(words[end])) end = find_low_byte(words, end + 1);
    if (!first) out += ' ';
    first = false;
    out += words.substr(at, end - at);
    at = end;
  }
}

}  // namespace

std::string line_text(std::string_view words) {
  std::string out;
  out.reserve(words.size());
  append_line_text(out, words);
  return out;
}

std::string cell_text(std::string_view text, NormSpan cell) { return cell_text(text, split_items(text, cell)); }

std::string cell_text(std::string_view text, const std::vector<CellItem>& items) {
  std::string out;
  if (!items.empty()) out.reserve(items.back().span.end - items.front().span.begin);
  bool first = true;
  for (const CellItem& item : items) {
    if (!first) out += '\n';
    first = false;
    append_line_text(out, slice(text, item.span));
  }
  return out;
}

}  // namespace torikomi
