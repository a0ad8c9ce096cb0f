// Headings without any mark: short lines that stand alone above what they name. Their blocks stay text, since a title
// or a name looks the same to a grammar; only their level says that they head something.
#include "layout/heading_style.h"
#include "layout/lines.h"
#include "torikomi/core/utf8.h"
#include "torikomi/layout/marker.h"

namespace torikomi::shapes {
namespace {

constexpr std::size_t kLongest = 40;      ///< code points; longer lines are sentences
constexpr std::size_t kFewestOfList = 3;  ///< so many short lines one after the other are a list

bool is_letter(char32_t c) { return utf8::is_han(c) || utf8::is_hiragana(c) || utf8::is_katakana(c) || c == U'ー'; }

/// Lines that end so go on, or are sentences, notes and sources of a figure.
bool ends_as_text(std::string_view words) {
  for (const std::string_view end : {"とは", "はじめに", "おわりに"})
    if (words.ends_with(end)) return false;
  for (const std::string_view end :
       {"は",   "を",   "に",     "が",   "で",   "と",   "へ",   "も",   "た",   "る",   "て",   "ば",      "から",
        "より", "まで", "とおり", "ため", "ます", "です", "など", "ない", "参照", "抜粋", "作成", "引用",    "整理",
        "記載", "。",   "、",     ",",    ".",    "・",   "→",    "~",    ":",    "う",   "か",   "ください"})
    if (words.ends_with(end)) return true;
  return false;
}

/// Lines that begin so are notes, remarks, sources, counts or go on with what stands above.
bool begins_as_text(std::string_view words) {
  const char32_t first = utf8::decode(words, 0).code_point;
  if (first < 0x80) return !((first >= 'A' && first <= 'Z') || (first == '<' && words.ends_with('>')));
  constexpr std::u32string_view kNever = U"※→⇒↓⇩▼△▲『』、。・~…‥＊*注☆★─━—－＝";
  return kNever.find(first) != kNever.npos || words.starts_with("以上") || words.starts_with("注)");
}

/// Letters for the most part, without the marks of a sentence; what stands in 「」 may hold anything.
bool is_name(std::string_view words) {
  std::size_t letters = 0;
  std::size_t others = 0;
  std::size_t count = 0;
  int quoted = 0;
  for (std::size_t at = 0; at < words.size();) {
    const auto c = utf8::decode(words, at);
    at += c.size;
    if (c.code_point == U'「') ++quoted;
    if (c.code_point == U'」') --quoted;
    if (quoted <= 0 && (c.code_point == U'、' || c.code_point == U'。' || c.code_point == ':' || c.code_point == '\v' ||
                        c.code_point == '\x1f'))
      return false;
    ++count;
    if (c.code_point != ' ') (is_letter(c.code_point) ? letters : others) += 1;
  }
  return quoted == 0 && letters >= 2 && letters > others && count <= kLongest;
}

/// 令和4年3月: a date, or a period, and nothing else.
bool is_date(std::string_view words) {
  for (const std::string_view era : {"令和", "平成", "昭和", "R", "H"})
    if (words.starts_with(era))
      for (const std::string_view end : {"年", "月", "日", "年度", "現在", "年度)", "日)"})
        if (words.ends_with(end)) return utf8::count(words) <= 20;
  return false;
}

/// (目的), above 第1条: the name of an article.
bool is_article_name(std::string_view words, std::string_view below) {
  return words.starts_with('(') && words.ends_with(')') && utf8::count(words) <= 20 && below.starts_with("第");
}

/// What stands above a table of contents is the cover.
bool is_contents(std::string_view words) { return words == "目次" || words == "目 次" || words == "もくじ"; }

class Finder {
 public:
  explicit Finder(Context& context)
      : context_(context),
        blocks_(context.layout.blocks),
        first_(blocks_.empty() || blocks_[0].has_words() ? 0 : next_words(0)) {}

  void run() {
    for (std::size_t i = 0; i < blocks_.size(); ++i) {
      if (blocks_[i].kind != BlockKind::kHeading || !blocks_[i].marker.empty() || !is_remark(i)) continue;
      blocks_[i].kind = BlockKind::kText;
      blocks_[i].level = 0;
    }
    for (std::size_t i = 0; i < blocks_.size();) {
      if (!may_head(i)) {
        ++i;
        continue;
      }
      std::size_t count = 0;
      std::size_t last = i;
      for (std::size_t at = i; at < blocks_.size() && may_head(at); at = next_words(at)) {
        count += at == first_ ? 0 : 1;  // the first line may be the title
        last = at;
      }
      const std::size_t end = next_words(last);
      for (std::size_t at = i; count < kFewestOfList && end < blocks_.size() && at <= last; at = next_words(at))
        blocks_[at].level = 1;
      i = last + 1;
    }
  }

 private:
  [[nodiscard]] std::string_view words(std::size_t i) const { return slice(context_.words, blocks_[i].span); }

  /// The next block with words; the number of blocks where there is none.
  [[nodiscard]] std::size_t next_words(std::size_t i) const {
    do ++i;
    while (i < blocks_.size() && !blocks_[i].has_words());
    return i;
  }
  /// Alone: no line of text or item right above, no line of text right below.
  [[nodiscard]] bool stands_alone(std::size_t i) const {
    if (i > 0 && (blocks_[i - 1].kind == BlockKind::kText || blocks_[i - 1].kind == BlockKind::kListItem)) return false;
    return i + 1 >= blocks_.size() || blocks_[i + 1].kind != BlockKind::kText;
  }
  /// [「資料編」を参照], and [(公財)…センター] right below an item: words in brackets that head nothing.
  [[nodiscard]] bool is_remark(std::size_t i) const {
    const std::string_view inside = words(i).substr(0, words(i).size() - closing_size(words(i)));
    if (ends_as_text(inside)) return true;
    const bool below_item =
        i > 0 && (blocks_[i - 1].kind == BlockKind::kListItem || blocks_[i - 1].kind == BlockKind::kText);
    return words(i).starts_with('[') && below_item && (i + 1 == blocks_.size() || !blocks_[i + 1].has_words());
  }
  [[nodiscard]] static std::size_t closing_size(std::string_view words) {
    return words.ends_with(']') || words.ends_with('>') ? 1 : 3;
  }
  [[nodiscard]] bool may_head(std::size_t i) const {
    const Block& block = blocks_[i];
    if (block.kind != BlockKind::kText || !block.rule.empty() || block.span.size() > kLongest * 4) return false;
    if (!stands_alone(i)) return false;
    const std::size_t below = next_words(i);
    if (below >= blocks_.size() || is_contents(words(below))) return false;
    if (is_article_name(words(i), words(below))) return true;
    if (part_of(words(i)) != Part::kNone) return true;
    if (named_number(words(i)) && !words(i).ends_with("。")) return true;
    return !begins_as_text(words(i)) && !ends_as_text(words(i)) && !is_date(words(i)) && is_name(words(i));
  }

  Context& context_;
  std::vector<Block>& blocks_;
  std::size_t first_;  ///< the first block with words
};

}  // namespace

void find_plain_headings(Context& context) { Finder(context).run(); }

}  // namespace torikomi::shapes
