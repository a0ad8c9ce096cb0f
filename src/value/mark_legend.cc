#include "mark_legend.h"

#include <algorithm>
#include <optional>
#include <span>

#include "name_reading.h"
#include "torikomi/core/utf8.h"
#include "torikomi/value/municipality.h"

namespace torikomi {
namespace marks {
namespace {

constexpr std::u32string_view kMarks = U"■□★☆●○◎◯〇☑☐☒✔✓✅◆◇▲△▼▽×✕";

/// Words that begin a note.
constexpr std::string_view kNoteSigns[] = {"※", "注)", "注）", "(注)", "（注）", "凡例", "【凡例】"};
/// Between a symbol and its meaning (★:提案市町), or a meaning and its symbol (提案市町は★印).
constexpr std::string_view kLinks[] = {"は", ":", "：", "=", "＝", "…", "・・・", "→", "が"};
constexpr std::string_view kSignWords[] = {"印", "マーク", "じるし"};

/// Takes one of `words` off the front of `text` if one stands there.
bool take_any(std::string_view& text, std::span<const std::string_view> words) {
  for (const std::string_view word : words) {
    if (!text.starts_with(word)) continue;
    text.remove_prefix(word.size());
    return true;
  }
  return false;
}

void skip_blanks(std::string_view& text) { text.remove_prefix(names::skip_blanks(text, 0)); }

bool ends_phrase(char32_t c) {
  return c == 0 || names::is_blank(c) || c == 0x1F ||
         std::u32string_view(U"、，,/／)）]】。；;※").find(c) != std::u32string_view::npos;
}

/// The words up to a blank, a separator, a closing bracket or a mark.
std::size_t phrase_length(std::string_view text) {
  std::size_t at = 0;
  while (!ends_phrase(utf8::decode(text, at).code_point) && mark_length(text, at) == 0)
    at += utf8::decode(text, at).size;
  return at;
}

class LegendReader {
 public:
  explicit LegendReader(std::string_view text) : text_(text) {}

  std::vector<Legend> read() {
    constexpr std::size_t kMost = 8;
    std::string_view rest = text_;
    while (!rest.empty() && legends_.size() < kMost) {
      // a note begins with one of the kNoteSigns, the rest with a mark: most letters are neither
      const char32_t first = utf8::decode(rest, 0).code_point;
      const bool opens = std::u32string_view(U"※注(（凡【").find(first) != std::u32string_view::npos;
      if (!opens && mark_length(rest, 0) == 0) {
        rest.remove_prefix(utf8::decode(rest, 0).size);
        continue;
      }
      if (!read_note(rest) && !read_symbol_first(rest, true) && !read_symbol_last(rest))
        rest.remove_prefix(utf8::decode(rest, 0).size);
    }
    return std::move(legends_);
  }

 private:
  [[nodiscard]] std::uint32_t offset(std::string_view rest) const {
    return static_cast<std::uint32_t>(text_.size() - rest.size());
  }

  void add(std::uint32_t begin, std::string_view rest, std::string_view symbol, std::string_view meaning) {
    legends_.push_back({.begin = begin, .end = offset(rest), .symbol = symbol, .meaning = meaning});
  }

  /// ※ and what it explains; else all words up to the next mark or line break.
  bool read_note(std::string_view& rest) {
    std::string_view inside = rest;
    if (!take_any(inside, kNoteSigns)) return false;
    const std::uint32_t begin = offset(rest);
    take_any(inside, kLinks);
    skip_blanks(inside);
    const std::size_t before = legends_.size();
    if (read_symbol_first(inside, false) || read_meaning_first(inside)) {
      legends_[before].begin = begin;
      rest = inside;
      return true;
    }
    std::size_t end = 0;
    while (end < inside.size() && mark_length(inside, end) == 0 &&
           std::string_view("\n\v\f\r\t").find(inside[end]) == std::string_view::npos)
      end += utf8::decode(inside, end).size;
    const std::string_view words = inside.substr(0, end);
    rest = inside.substr(end);
    add(begin, rest, {}, words);
    return true;
  }

  /// ★:提案市町, ★印は提案市町. In a note (not `strict`) also ★提案市町.
  bool read_symbol_first(std::string_view& rest, bool strict) {
    const std::size_t length = mark_length(rest, 0);
    if (length == 0) return false;
    const std::uint32_t begin = offset(rest);
    const std::string_view symbol = rest.substr(0, length);
    std::string_view inside = rest.substr(length);
    const bool sign = take_any(inside, kSignWords);
    skip_blanks(inside);
    const bool linked = take_any(inside, kLinks);
    if (strict && !linked) return false;
    if (!linked && sign && phrase_length(inside) == 0) return false;
    skip_blanks(inside);
    const std::size_t end = phrase_length(inside);
    const std::string_view meaning = inside.substr(0, end);
    if (end == 0 || parse_name(meaning)) return false;  // "★:津山市" marks a name
    rest = inside.substr(end);
    add(begin, rest, symbol, meaning);
    return true;
  }

  /// 提案市町は★印 inside a note: the meaning begins here.
  bool read_meaning_first(std::string_view& rest) {
    constexpr std::size_t kLongest = 90;  // bytes of a meaning
    const std::uint32_t begin = offset(rest);
    std::size_t at = 0;
    while (at < rest.size() && at <= kLongest && mark_length(rest, at) == 0) at += utf8::decode(rest, at).size;
    const std::size_t length = mark_length(rest, at);
    const std::optional<std::string_view> meaning = linked(rest.substr(0, at));
    if (length == 0 || !meaning) return false;
    const std::string_view symbol = rest.substr(at, length);
    std::string_view after = rest.substr(at + length);
    after.remove_prefix(phrase_length(after));
    rest = after;
    add(begin, rest, symbol, *meaning);
    return true;
  }

  /// A symbol that 印 follows, outside a note: its meaning is the word before it.
  bool read_symbol_last(std::string_view& rest) {
    const std::size_t length = mark_length(rest, 0);
    std::string_view after = rest.substr(length);
    if (length == 0 || !take_any(after, kSignWords)) return false;
    const std::string_view before = text_.substr(0, offset(rest));
    std::size_t begin = before.size();
    while (begin > 0) {
      const utf8::Decoded c = utf8::decode_before(before, begin);
      const std::size_t at = begin - c.size;
      const bool opens = c.code_point == U'(' || c.code_point == U'（';
      if (ends_phrase(c.code_point) || opens || mark_length(before, at) > 0) break;
      begin = at;
    }
    const std::optional<std::string_view> meaning = linked(before.substr(begin));
    if (!meaning || (!legends_.empty() && begin < legends_.back().end)) return false;
    const std::string_view symbol = rest.substr(0, length);
    after.remove_prefix(phrase_length(after));
    rest = after;
    add(static_cast<std::uint32_t>(begin), rest, symbol, *meaning);
    return true;
  }

  /// The meaning in "提案市町は" or "提案市町:"; nothing where no such link ends the words.
  static std::optional<std::string_view> linked(std::string_view words) {
    while (words.ends_with(' ')) words.remove_suffix(1);
    for (const std::string_view link : kLinks) {
      if (!words.ends_with(link) || words.size() == link.size()) continue;
      words.remove_suffix(link.size());
      return words;
    }
    return std::nullopt;
  }

  std::string_view text_;
  std::vector<Legend> legends_;
};

bool has_any(std::string_view text, std::span<const std::string_view> words) {
  return std::ranges::any_of(words, [&](std::string_view word) { return text.find(word) != text.npos; });
}

std::optional<MarkRole> role_of_meaning(std::string_view meaning) {
  static constexpr std::string_view kNone[] = {"不参加",   "参加しない", "参加なし", "対象外", "非該当", "該当なし",
                                               "関係なし", "関係しない", "未参加",   "未実施", "欠席"};
  static constexpr std::string_view kProposer[] = {"提案", "発案"};
  static constexpr std::string_view kLead[] = {"幹事", "代表", "主担当", "主管", "事務局", "中心市", "中枢"};
  static constexpr std::string_view kPartner[] = {"参加", "関係", "連携", "該当", "対象",
                                                  "実施", "構成", "出席", "協力"};
  if (has_any(meaning, kNone)) return MarkRole::kNotInvolved;
  if (has_any(meaning, kProposer)) return MarkRole::kProposer;
  if (has_any(meaning, kLead)) return MarkRole::kLead;
  if (has_any(meaning, kPartner)) return MarkRole::kPartner;
  return std::nullopt;
}

}  // namespace

std::size_t mark_length(std::string_view text, std::size_t at) {
  const utf8::Decoded c = utf8::decode(text, at);
  const bool symbol = c.code_point >= 0x2500 && c.code_point < 0x2800;
  if (!symbol && c.code_point != U'×' && c.code_point != U'〇' && c.code_point != U'レ') return 0;
  if (kMarks.find(c.code_point) != kMarks.npos) {
    // The variation selector of an emoji or text style belongs to the mark (☑ + U+FE0F).
    const utf8::Decoded selector = utf8::decode(text, at + c.size);
    const bool selected = selector.code_point == 0xFE0E || selector.code_point == 0xFE0F;
    return c.size + (selected ? std::size_t{selector.size} : 0U);
  }
  if (c.code_point != U'レ') return 0;
  const char32_t before = utf8::decode_before(text, at).code_point;
  const char32_t after = utf8::decode(text, at + c.size).code_point;
  const bool alone = !utf8::is_katakana(before) && (names::is_blank(after) || utf8::is_han(after));
  return alone ? c.size : 0;
}

std::vector<Legend> find_legends(std::string_view text) { return LegendReader(text).read(); }

}  // namespace marks

std::string_view name(MarkRole role) {
  switch (role) {
    case MarkRole::kProposer:
      return "proposer";
    case MarkRole::kLead:
      return "lead";
    case MarkRole::kPartner:
      return "partner";
    case MarkRole::kNotInvolved:
      return "not_involved";
  }
  return {};
}

std::optional<MarkRole> mark_role(std::string_view symbol, std::span<const Legend> legends) {
  for (const Legend& legend : legends)
    if (!symbol.empty() && legend.symbol == symbol) return marks::role_of_meaning(legend.meaning);
  const char32_t shape = utf8::decode(symbol, 0).code_point;
  if (std::u32string_view(U"■☑✔✓✅☒●○◎◯〇レ").find(shape) != std::u32string_view::npos) return MarkRole::kPartner;
  if (std::u32string_view(U"□☐×✕").find(shape) != std::u32string_view::npos) return MarkRole::kNotInvolved;
  return std::nullopt;
}

}  // namespace torikomi
