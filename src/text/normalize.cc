#include "torikomi/text/normalize.h"

#include <algorithm>
#include <cassert>
#include <utility>

#include "text/emphasis.h"
#include "text/find_any.h"
#include "text/fold.h"
#include "text/folded_text.h"
#include "text/formula.h"
#include "text/markup.h"
#include "text/structure.h"
#include "torikomi/core/ascii.h"

namespace torikomi {
namespace {

/// One run over one source.
class Normalizer {
 public:
  explicit Normalizer(const Source& source)
      : source_(source), text_(source.text()), out_(text_), structure_(out_, text_), emphasis_(text_) {}

  NormText run() {
    for (std::size_t at = 0; (at = folding::find_attention<true>(text_, at)) < text_.size();) at = step(at);
    if (!out_.changed()) return NormText(source_);
    auto [text, map] = out_.finish();
    return {source_, std::move(text), std::move(map)};
  }

 private:
  std::size_t step(std::size_t at) {
    switch (text_[at]) {
      case '<':
        return tag(at);
      case '&':
        return entity(at);
      case '*':
      case '_':
        return emphasis(at);
      case '[':
        return link(at);
      case '$':
      case '\\':
        return formula(at);
      case ':':
        return selection_mark(at);
      default:
        return folding::fold_next(out_, text_, at);
    }
  }

  std::size_t drop(std::size_t begin, std::size_t end) {
    out_.replace(begin, end, "");
    return end;
  }

  std::size_t tag(std::size_t at) {
    const std::string_view rest = text_.substr(at);
    if (rest.starts_with("<!--")) return hidden(at, 4, "-->", comments_end_);
    const markup::Tag tag = markup::parse_tag(rest);
    switch (tag.kind) {
      case markup::TagKind::kNone:
        return at + 1;
      case markup::TagKind::kInline:
        return drop(at, at + tag.length);
      case markup::TagKind::kBreak:
      case markup::TagKind::kList:
      case markup::TagKind::kItem:
        return structure_.take(at, tag);
      case markup::TagKind::kTable:
        return table_tag(at, tag.length);
      case markup::TagKind::kInput:
        out_.replace(at, at + tag.length, markup::box_of(tag.attributes));
        break;
      case markup::TagKind::kHidden:
        if (tag.closing) return drop(at, at + tag.length);
        return tag.name.size() == 5 ? hidden(at, tag.length, "</style>", styles_end_)
                                    : hidden(at, tag.length, "</script>", scripts_end_);
    }
    return at + tag.length;
  }

  std::size_t table_tag(std::size_t at, std::size_t length) {
    std::string lower(text_.substr(at, length));
    std::transform(lower.begin(), lower.end(), lower.begin(), ascii_lower);
    out_.replace(at, at + length, lower);
    structure_.table_tag_ends(at + length);
    return at + length;
  }

  /// "</style>" from `from` on, in capitals too. `tag` is in small letters.
  [[nodiscard]] std::size_t find_tag(std::string_view tag, std::size_t from) const {
    const auto same = [](char c, char lower) { return ascii_lower(c) == lower; };
    for (std::size_t at = text_.find(tag.front(), from); at != text_.npos; at = text_.find(tag.front(), at + 1)) {
      const std::string_view here = text_.substr(at, tag.size());
      if (here.size() == tag.size() && std::equal(here.begin(), here.end(), tag.begin(), same)) return at;
    }
    return text_.npos;
  }

  /// Removes from `at` to the end of `terminator`, line ends left in place. `none_from`: no terminator stands after it.
  std::size_t hidden(std::size_t at, std::size_t length, std::string_view terminator, std::size_t& none_from) {
    if (at >= none_from) return at + 1;
    const std::size_t found = find_tag(terminator, at + length);
    if (found == text_.npos) {
      none_from = at;
      return at + 1;
    }
    const std::size_t end = found + terminator.size();
    for (std::size_t line = at; line < end;) {
      const std::size_t stop = find_any<'\r', '\n'>(text_.substr(0, end), line);
      if (stop > line) drop(line, stop);
      line = std::min(text_.find_first_not_of("\r\n", stop), end);
    }
    return end;
  }

  std::size_t entity(std::size_t at) {
    const markup::Entity entity = markup::parse_entity(text_.substr(at));
    if (entity.length == 0) return at + 1;
    folding::fold_as(out_, text_, at, at + entity.length, entity.code_point);
    return at + entity.length;
  }

  std::size_t emphasis(std::size_t at) {
    if (const std::size_t length = emphasis_.markup_at(at)) return drop(at, at + length);
    return std::min(text_.find_first_not_of(text_[at], at), text_.size());
  }

  /// ![alt](url) and [text](url): only the words between the brackets stay, and of an image not its own file name.
  std::size_t link(std::size_t at) {
    const bool image = at > 0 && text_[at - 1] == '!';
    const markup::Link link = markup::parse_link(text_.substr(at), image);
    if (link.length == 0) return at + 1;
    const std::size_t begin = image ? at - 1 : at;
    const std::size_t end = at + link.length;
    if (link.text.empty() || (image && link.text == link.url)) return drop(begin, end);
    const std::size_t words_end = at + 1 + link.text.size();
    std::size_t next = drop(begin, at + 1);
    while (next < words_end) {
      next = folding::find_attention<true>(text_.substr(0, words_end), next);
      if (next < words_end) next = step(next);  // a tag among the words may reach beyond them
    }
    return next < end ? drop(next, end) : next;
  }

  /// :selected: and :unselected:, as services that read forms write check boxes.
  std::size_t selection_mark(std::size_t at) {
    for (const auto& [word, box] :
         {std::pair<std::string_view, std::string_view>{":selected:", "☑"}, {":unselected:", "☐"}}) {
      if (!text_.substr(at).starts_with(word)) continue;
      out_.replace(at, at + word.size(), box);
      return at + word.size();
    }
    return at + 1;
  }

  std::size_t formula(std::size_t at) {
    if (const std::size_t end = markup::take_formula(out_, text_, at); end > at) return end;
    if (text_[at] == '$' || !markup::is_escape(text_.substr(at))) return at + 1;
    return drop(at, at + 1) + 1;
  }

  const Source& source_;
  std::string_view text_;
  FoldedText out_;
  Structure structure_;
  markup::Emphasis emphasis_;
  std::size_t comments_end_ = static_cast<std::size_t>(-1);
  std::size_t styles_end_ = static_cast<std::size_t>(-1);
  std::size_t scripts_end_ = static_cast<std::size_t>(-1);
};

}  // namespace

NormText normalize(const Source& source) { return Normalizer(source).run(); }

}  // namespace torikomi
