#include "torikomi/value/marks.h"

#include <algorithm>

#include "mark_legend.h"
#include "name_reading.h"
#include "torikomi/core/utf8.h"
#include "torikomi/value/municipality.h"

namespace torikomi {
namespace {

using marks::mark_length;

bool is_separator(char32_t c) {
  return c == U'、' || c == U'，' || c == ',' || c == '/' || c == U'／' || (c >= '\t' && c <= '\r') || c == 0x1F;
}

class RowReader {
 public:
  explicit RowReader(std::string_view text) : text_(text) {}

  MarkRow read() {
    row_.legends = marks::find_legends(text_);
    const std::size_t first = next_mark(0);
    if (first >= text_.size()) return std::move(row_);
    if (marks_stand_behind(first))
      read_marks_behind(first);
    else
      read_marks_before(first);
    return std::move(row_);
  }

 private:
  /// Where the legend that covers `at` ends, else `at`.
  [[nodiscard]] std::size_t after_legend(std::size_t at) const {
    for (const Legend& legend : row_.legends)
      if (legend.begin <= at && at < legend.end) return legend.end;
    return at;
  }

  /// The next mark at or after `at` that belongs to no legend; the size of the text if there is none.
  [[nodiscard]] std::size_t next_mark(std::size_t at) const {
    while (at < text_.size()) {
      if (const std::size_t next = after_legend(at); next != at)
        at = next;
      else if (mark_length(text_, at) > 0)
        return at;
      else
        at += utf8::decode(text_, at).size;
    }
    return at;
  }

  /// 津山市○ 玉野市×: the first mark is glued to the word before it and not to one behind it.
  [[nodiscard]] bool marks_stand_behind(std::size_t first) const {
    const char32_t before = utf8::decode_before(text_, first).code_point;
    const char32_t after = utf8::decode(text_, first + mark_length(text_, first)).code_point;
    return (utf8::is_han(before) || utf8::is_hiragana(before) || utf8::is_katakana(before)) &&
           (after == 0 || names::is_blank(after) || is_separator(after));
  }

  void read_marks_before(std::size_t first) {
    add_names({0, first}, {});
    for (std::size_t at = first; at < text_.size();) {
      const Part mark{at, at + mark_length(text_, at)};
      const std::size_t next = next_mark(mark.end);
      ++row_.marks;
      if (!add_names({mark.end, next}, mark)) ++row_.stray_marks;
      at = next;
    }
  }

  void read_marks_behind(std::size_t first) {
    std::size_t name_begin = 0;
    for (std::size_t at = first; at < text_.size(); at = next_mark(name_begin)) {
      const Part mark{at, at + mark_length(text_, at)};
      ++row_.marks;
      const Part name = last_word(trim({name_begin, at}));
      if (name.empty())
        ++row_.stray_marks;
      else
        add_entry(name, mark);
      name_begin = mark.end;
    }
  }

  struct Part {
    std::size_t begin = 0, end = 0;
    [[nodiscard]] bool empty() const { return begin >= end; }
  };

  void add_entry(Part name, Part mark) {
    const auto offset = [](std::size_t at) { return static_cast<std::uint32_t>(at); };
    if (mark.empty()) mark = {name.begin, name.begin};
    row_.entries.push_back({.mark_begin = offset(mark.begin),
                            .mark_end = offset(mark.end),
                            .name_begin = offset(name.begin),
                            .name_end = offset(name.end),
                            .mark = text_.substr(mark.begin, mark.end - mark.begin)});
  }

  /// Adds the names in `part`; the first has the mark. False where there is none, so that the mark is stray.
  bool add_names(Part part, Part mark) {
    bool added = false;
    for (std::size_t at = part.begin; at < part.end;) {
      const std::size_t end = name_end(at, part.end);
      const Part name = trim({at, end});
      if (!name.empty()) {
        if (!added && !mark.empty())
          add_entry(name, mark);
        else if (is_body(name))
          add_entry(name, {});
        added = true;
      }
      const std::size_t legend_end = after_legend(end);
      at = legend_end != end ? legend_end : end + utf8::decode(text_, end).size;
      if (end == part.end) break;
    }
    return added;
  }

  /// Where the name that begins at `at` ends: at a separator, a legend, or a blank or ・ between names of bodies.
  [[nodiscard]] std::size_t name_end(std::size_t at, std::size_t limit) const {
    const std::size_t begin = at;
    while (at < limit) {
      const utf8::Decoded c = utf8::decode(text_, at);
      if (is_separator(c.code_point) || after_legend(at) != at) return at;
      if (!names::is_blank(c.code_point) && c.code_point != U'・') {
        at += c.size;
        continue;
      }
      if (is_body({begin, at}) && body_follows(at, limit)) return at;
      at = c.code_point == U'・' ? at + c.size : names::skip_blanks(text_, static_cast<std::uint32_t>(at));
    }
    return limit;
  }

  [[nodiscard]] bool is_body(Part part) const {
    return parse_name(text_.substr(part.begin, part.end - part.begin)).has_value();
  }

  /// The word behind the blank or ・ at `at` is the name of a body.
  [[nodiscard]] bool body_follows(std::size_t at, std::size_t limit) const {
    const auto ends_word = [](char32_t c) { return names::is_blank(c) || is_separator(c) || c == U'・'; };
    while (at < limit && ends_word(utf8::decode(text_, at).code_point)) at += utf8::decode(text_, at).size;
    std::size_t end = at;
    while (end < limit && !ends_word(utf8::decode(text_, end).code_point)) end += utf8::decode(text_, end).size;
    return is_body({at, end});
  }

  /// The part behind the last blank or separator.
  [[nodiscard]] Part last_word(Part part) const {
    std::size_t begin = part.end;
    while (begin > part.begin) {
      const utf8::Decoded c = utf8::decode_before(text_, begin);
      if (names::is_blank(c.code_point) || is_separator(c.code_point) || c.code_point == U'・') break;
      begin -= c.size;
    }
    return {begin, part.end};
  }

  /// Without blanks, dots and colons around it, and without a bracket whose other half is not in it.
  [[nodiscard]] Part trim(Part part) const {
    const auto one_of = [](char32_t c, std::u32string_view set) { return set.find(c) != set.npos; };
    const auto idle = [&](char32_t c) { return names::is_blank(c) || is_separator(c) || one_of(c, U"・。:："); };
    while (!part.empty()) {
      const utf8::Decoded c = utf8::decode(text_, part.begin);
      if (!idle(c.code_point) && !one_of(c.code_point, U")）")) break;
      part.begin += c.size;
    }
    while (!part.empty()) {
      const utf8::Decoded c = utf8::decode_before(text_, part.end);
      const std::string_view rest = text_.substr(part.begin, part.end - part.begin);
      const bool closes_nothing =
          one_of(c.code_point, U")）") && rest.find('(') == rest.npos && rest.find("（") == rest.npos;
      if (!idle(c.code_point) && !one_of(c.code_point, U"(（") && !closes_nothing) break;
      part.end -= c.size;
    }
    return part;
  }

  std::string_view text_;
  MarkRow row_;
};

}  // namespace

MarkRow parse_marks(std::string_view text) { return RowReader(text).read(); }

}  // namespace torikomi
