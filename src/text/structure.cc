#include "text/structure.h"

#include <algorithm>
#include <string>

#include "text/find_any.h"
#include "torikomi/core/utf8.h"

namespace torikomi {
namespace {

constexpr std::size_t kDeepest = 16;

bool is_line_end(std::string_view text, std::size_t at) {
  return at >= text.size() || text[at] == '\n' || text[at] == '\r' || text[at] == '\f';
}

/// Bytes of a blank at `at`: space, no-break space, ideographic space.
std::size_t blank_length(std::string_view text, std::size_t at) {
  const utf8::Decoded next = utf8::decode(text, at);
  return next.code_point == ' ' || next.code_point == 0xA0 || next.code_point == 0x3000 ? next.size : 0;
}

}  // namespace

void Structure::enter(std::size_t at) {
  const std::string_view passed = source_.substr(seen_until_, at - seen_until_);
  if (find_any<'\t', '\r', '\n'>(passed) < passed.size()) inner_ = 0;
  seen_until_ = at;
  item_ = 0;
}

void Structure::count(const markup::Tag& tag) {
  if (tag.kind == markup::TagKind::kItem && !tag.closing) {
    item_ = std::clamp(inner_ + outer_, std::size_t{1}, kDeepest);
  } else if (tag.kind == markup::TagKind::kList) {
    std::size_t& level = inner_ == 0 && tag.closing ? outer_ : inner_;
    if (!tag.closing) {
      ++level;
    } else if (level > 0) {
      --level;
    }
    item_ = 0;
  }
}

bool Structure::at_cell_begin(std::string_view before, std::size_t source_begin) const {
  if (before.empty() || source_begin == table_tag_end_) return true;
  return std::string_view("\n\r\t\f|\v\x1F").find(before.back()) != std::string_view::npos;
}

bool Structure::at_cell_end(std::size_t at) const {
  if (is_line_end(source_, at) || source_[at] == '\t' || source_[at] == '|') return true;
  return source_[at] == '<' && markup::parse_tag(source_.substr(at)).kind == markup::TagKind::kTable;
}

/// Goes on over blanks, block tags and tags that mean nothing.
std::size_t Structure::stretch_end(std::size_t at) {
  for (;;) {
    if (const std::size_t blank = at < source_.size() ? blank_length(source_, at) : 0) {
      at += blank;
      continue;
    }
    if (at >= source_.size() || source_[at] != '<') return at;
    const markup::Tag tag = markup::parse_tag(source_.substr(at));
    switch (tag.kind) {
      case markup::TagKind::kBreak:
      case markup::TagKind::kList:
      case markup::TagKind::kItem:
        count(tag);
        break;
      case markup::TagKind::kInline:
        break;
      default:
        return at;
    }
    at += tag.length;
  }
}

std::size_t Structure::take(std::size_t at, const markup::Tag& tag) {
  enter(at);
  (void)out_.text_until(at);
  const std::size_t begin = out_.trim_blanks();
  const std::string_view before = out_.text_until(begin);
  const bool at_begin = at_cell_begin(before, begin);
  const bool own_line = before.empty() || before.back() == '\n' || before.back() == '\r';
  count(tag);
  const std::size_t end = stretch_end(at + tag.length);
  std::string with;
  if (at_cell_end(end)) {
    if (own_line && is_line_end(source_, end)) {
      outer_ += inner_;
      inner_ = 0;
    }
  } else if (item_ > 0) {
    if (before.empty() || before.back() != kBreak) with.push_back(kBreak);
    with.append(item_, kItem);
  } else if (!at_begin) {
    with.assign(1, kBreak);
  }
  out_.replace(begin, end, with);
  seen_until_ = end;
  return end;
}

}  // namespace torikomi
