#include "text/emphasis.h"

#include <algorithm>
#include <optional>

#include "text/find_any.h"
#include "torikomi/core/utf8.h"

namespace torikomi::markup {
namespace {

bool is_blank(char32_t c) { return c <= ' ' || c == 0xA0 || c == 0x3000 || c == '|'; }

bool is_word(char32_t c) {
  return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c == '_' || utf8::is_han(c) ||
         utf8::is_hiragana(c) || (utf8::is_katakana(c) && c != 0x30FB) || (c >= 0xFF10 && c <= 0xFF5A) ||
         (c >= 0xFF66 && c <= 0xFF9F);
}

bool closes_phrase(char32_t c) {
  return std::u32string_view(U"、。，．」』】）〉》,.;:)]!?！？").find(c) != std::u32string_view::npos;
}
bool opens_phrase(char32_t c) { return std::u32string_view(U"「『【（〈《([").find(c) != std::u32string_view::npos; }

/// A longer cell is read in parts, so that hostile input needs no memory of its own.
constexpr std::size_t kLongestCell = 1U << 16;

struct Sides {
  bool opens, closes;
};

/// What a run of `mark` at [begin, end) can be, by the characters on its two sides.
Sides sides_of(std::string_view source, std::size_t begin, std::size_t end) {
  const char32_t before = utf8::decode_before(source, begin).code_point;
  const char32_t after = utf8::decode(source, end).code_point;
  Sides sides{!is_blank(after) && !closes_phrase(after), !is_blank(before) && !opens_phrase(before)};
  if (source[begin] == '_') {
    sides.opens = sides.opens && !is_word(before);
    sides.closes = sides.closes && !is_word(after);
  }
  return sides;
}

}  // namespace

void Emphasis::read_cell(std::size_t begin) {
  marks_.clear();
  next_ = 0;
  cell_end_ = find_any<'\t', '\r', '\n', '\f', '|'>(source_.substr(0, begin + kLongestCell), begin);
  cell_end_ = std::min(source_.find_first_not_of("*_", cell_end_), source_.size());  // no run is cut in two
  struct Open {
    std::size_t at = 0, length = 0;
  };
  Open open_star, open_line;
  for (std::size_t at = begin; at < cell_end_;) {
    const char mark = source_[at];
    if (mark != '*' && mark != '_') {
      ++at;
      continue;
    }
    const std::size_t end = std::min(source_.find_first_not_of(mark, at), cell_end_);
    const std::size_t length = end - at;
    Open& open = mark == '*' ? open_star : open_line;
    if (length == 2 || length == 3) {
      const Sides sides = sides_of(source_, at, end);
      if (open.length == length && sides.closes) {
        marks_.push_back({open.at, length});
        marks_.push_back({at, length});
        open = {};
      } else if (sides.opens && open.length != length) {
        open = {at, length};
      }
    }
    at = end;
  }
  std::sort(marks_.begin(), marks_.end(), [](const Mark& a, const Mark& b) { return a.at < b.at; });
}

std::size_t Emphasis::markup_at(std::size_t at) {
  if (at >= cell_end_) read_cell(at);
  while (next_ < marks_.size() && marks_[next_].at < at) ++next_;
  return next_ < marks_.size() && marks_[next_].at == at ? marks_[next_].length : 0;
}

}  // namespace torikomi::markup
