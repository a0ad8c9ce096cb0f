// Lines without cells: headings, list items, prose; and label-and-value lines.
#include <algorithm>

#include "layout/lines.h"
#include "layout/spaced_name.h"
#include "torikomi/core/utf8.h"
#include "torikomi/layout/marker.h"

namespace torikomi::shapes {
namespace {

/// A label is a few words: longer ones are sentences.
constexpr std::size_t kLongestLabel = 12;
/// A heading is one short line.
constexpr std::size_t kLongestHeading = 50;

void mark(Block& block, BlockKind kind, std::uint32_t size, std::uint32_t text_at) {
  block.kind = kind;
  block.marker = {block.span.begin, block.span.begin + size};
  block.text = {block.span.begin + text_at, block.span.end};
}

/// 【…】, 〔…〕, 《…》, <…>, «…» around the whole line.
bool is_bracketed(std::string_view words) {
  constexpr struct {
    std::string_view open, close;
  } kPairs[] = {{"【", "】"}, {"〔", "〕"}, {"《", "》"}, {"〈", "〉"}, {"<", ">"}, {"≪", "≫"}, {"[", "]"}};
  for (const auto& pair : kPairs) {
    if (words.size() > pair.open.size() + pair.close.size() && words.starts_with(pair.open) &&
        words.ends_with(pair.close))
      return words.find(pair.close) == words.size() - pair.close.size() && utf8::count(words) <= kLongestHeading;
  }
  return false;
}

bool heads(MarkerKind kind) {
  return kind == MarkerKind::kNumber || kind == MarkerKind::kChapter || kind == MarkerKind::kRoman ||
         kind == MarkerKind::kBracket || kind == MarkerKind::kKana;
}

/// Shapes that open a chapter rather than an item: □ ■ ◆ ◇.
bool is_heading_mark(std::string_view mark) { return mark == "□" || mark == "■" || mark == "◆" || mark == "◇"; }

bool is_short(std::string_view words) {
  return utf8::count(words) <= kLongestHeading && words.find("。") == words.npos;
}

/// Level by the usual order of Japanese official documents: 第1章, 1, (1), ア.
std::uint8_t usual_level(MarkerKind kind) {
  switch (kind) {
    case MarkerKind::kChapter:
    case MarkerKind::kRoman:
      return 1;
    case MarkerKind::kNumber:
      return 2;
    case MarkerKind::kBracket:
      return 3;
    default:
      return 4;
  }
}

bool is_label_letter(char32_t c) {
  return utf8::is_han(c) || utf8::is_hiragana(c) || utf8::is_katakana(c) || (c >= 'a' && c <= 'z') ||
         (c >= 'A' && c <= 'Z');
}

/// Words that lead over to others: 以下のとおり, 市民から, 実施した.
bool ends_as_sentence(std::string_view words) {
  for (const std::string_view end :
       {"は", "を",   "に",   "が",   "で",     "と",   "へ",   "も",   "た",   "る",  "て",
        "ば", "から", "より", "まで", "とおり", "ため", "ます", "です", "など", "ない"})
    if (words.ends_with(end)) return true;
  return false;
}

/// A few words without the marks of a sentence; brackets are closed.
bool is_label(std::string_view words) {
  std::size_t letters = 0;
  std::size_t count = 0;
  int depth = 0;
  for (std::size_t at = 0; at < words.size();) {
    const auto c = utf8::decode(words, at);
    at += c.size;
    if (c.code_point == ' ') continue;
    if (++count > kLongestLabel) return false;
    letters += is_label_letter(c.code_point) ? 1 : 0;
    depth += c.code_point == '(' ? 1 : 0;
    depth -= c.code_point == ')' ? 1 : 0;
    if (depth < 0) return false;
    constexpr std::u32string_view kNever = U"。、,.?!;:\"'「」『』→⇒=+*/\\※<>[]{}【】〔〕《》〈〉◎○●□■◇◆☆★×\v\x1f";
    if (kNever.find(c.code_point) != kNever.npos) return false;
  }
  return letters > 0 && depth == 0 && !ends_as_sentence(words);
}

bool is_digit_at(std::string_view words, std::size_t at) {
  return at < words.size() && words[at] >= '0' && words[at] <= '9';
}

/// Where the label ends and the words begin: at a colon, or at two blanks and more.
struct Parting {
  std::size_t label_end = 0, words_begin = 0;
};

bool find_parting(std::string_view words, Parting& out) {
  const std::string_view head = words.substr(0, std::min<std::size_t>(words.size(), 80));
  const std::size_t colon = head.find(':');
  const std::size_t spaced = spaced_label_end(words);
  if (spaced < words.size() && words[spaced] != ':') {
    out = {spaced, words.find_first_not_of(' ', spaced)};
    return true;
  }
  const std::size_t gap = spaced == words.npos ? head.find("  ") : head.npos;
  const std::size_t end = std::min(colon, gap);
  if (end == head.npos || end == 0) return false;
  if (end == colon) {
    // 13:30, http://, and a letter-spaced label ends before its colon
    if (is_digit_at(words, colon + 1) && is_digit_at(words, colon - 1)) return false;
    if (words.substr(colon).starts_with("://")) return false;
  }
  out.label_end = end;
  out.words_begin = words.find_first_not_of(' ', end);
  if (end == gap && out.words_begin < words.size() && words[out.words_begin] == ':') ++out.words_begin;
  if (end == colon) out.words_begin = colon + 1;
  // 歳   入: one word of two letters
  if (end == gap && utf8::count(words.substr(0, end)) == 1 && utf8::count(words.substr(out.words_begin)) == 1)
    return false;
  return out.words_begin < words.size();
}

/// 会   長   小 林   みどり: the letters of a post and of a name, no label.
bool names_member(std::string_view spaced) {
  std::string letters(spaced);
  std::erase(letters, ' ');
  const std::size_t post = post_letters(letters);
  return post > 0 && post < utf8::count(letters);
}

/// 日   時  令和5年…: behind letters that stand wide apart, words with no wide blank before or in them.
bool begins_words(std::string_view words, std::size_t letter_end, std::size_t begin) {
  constexpr std::size_t kWidest = 2;
  return words.substr(0, letter_end).find("  ") != words.npos && begin - letter_end <= kWidest &&
         words.find("  ", begin) == words.npos;
}

}  // namespace

std::size_t spaced_label_end(std::string_view words) {
  constexpr std::size_t kMostLetters = 8;
  bool spaced = false;
  std::size_t letters = 0;
  std::size_t letter_end = 0;
  for (std::size_t at = words.find_first_not_of("0123456789.() "); at < words.size();) {
    if (words[at] == ':') return spaced && letters > 1 ? at : words.npos;
    if (words[at] == ' ') {
      ++at;
      continue;
    }
    const auto c = utf8::decode(words, at);
    const std::size_t end = at + c.size;
    if (letters > 1 && end < words.size() && words[end] != ' ' && words[end] != ':')
      return begins_words(words, letter_end, at) && !names_member(words.substr(0, letter_end)) ? letter_end
                                                                                               : words.npos;
    letter_end = end;
    if (++letters > kMostLetters || !is_label_letter(c.code_point) || c.code_point < 0x80) return words.npos;
    at += c.size;
    // a letter stands alone, or the colon behind it
    if (at < words.size() && words[at] != ' ' && words[at] != ':') return words.npos;
    spaced = spaced || (at < words.size() && words[at] == ' ');
  }
  return words.npos;
}

std::size_t read_pair(Context& context, std::size_t line) {
  Block block = context.block(BlockKind::kPair, line, line, context.lines[line].span());
  const std::string_view whole = slice(context.words, block.span);
  if (whole.find(':') == whole.npos && whole.find("  ") == whole.npos) return 0;
  std::uint32_t at = 0;
  if (const auto marker = read_marker(whole);
      marker && marker->kind != MarkerKind::kNote && marker->kind != MarkerKind::kChapter)
    at = std::min(marker->text_at, block.span.size());
  const std::string_view words = whole.substr(at);
  Parting parting;
  if (!find_parting(words, parting)) return 0;
  const std::uint32_t begin = block.span.begin + at;
  const NormSpan label = trimmed(context.words, {begin, begin + static_cast<std::uint32_t>(parting.label_end)});
  const NormSpan value =
      trimmed(context.words, {begin + static_cast<std::uint32_t>(parting.words_begin), block.span.end});
  if (value.empty() || !is_label(slice(context.words, label))) return 0;
  if (at > 0) mark(block, BlockKind::kPair, read_marker(whole)->size, at);
  context.add_cell(label, 0);
  context.add_cell(value, 1);
  context.add(block);
  return 1;
}

void read_prose(Context& context, std::size_t line) {
  const NormSpan span = context.lines[line].span();
  Block block = context.block(BlockKind::kText, line, line, span);
  const std::string_view words = slice(context.words, block.span);
  const auto indent = block.span.begin - span.begin;
  if (const auto hashes = words.find_first_not_of('#'); hashes != words.npos && hashes > 0 && words[hashes] == ' ') {
    mark(block, BlockKind::kHeading, static_cast<std::uint32_t>(hashes), static_cast<std::uint32_t>(hashes + 1));
    block.text = trimmed(context.words, block.text);
    block.level = static_cast<std::uint8_t>(std::min<std::size_t>(hashes, 9));
  } else if (is_bracketed(words)) {
    block.kind = BlockKind::kHeading;
    block.level = 2;
  } else if (const auto marker = read_marker(words); marker && marker->text_at < words.size()) {
    const bool heading = (heads(marker->kind) || is_heading_mark(words.substr(0, marker->size))) && is_short(words);
    mark(block, heading ? BlockKind::kHeading : BlockKind::kListItem, marker->size, marker->text_at);
    block.level = heading ? usual_level(marker->kind) : static_cast<std::uint8_t>(std::min(indent / 2, 9U));
  }
  context.add(block);
}

}  // namespace torikomi::shapes

namespace torikomi {

std::optional<std::uint32_t> colon_in_brackets(std::string_view text, const Block& block) {
  if (block.kind != BlockKind::kHeading || !block.marker.empty() || block.span.size() < 8) return std::nullopt;
  const auto opening = utf8::decode(text, block.span.begin).size;
  const auto closing = utf8::decode_before(text, block.span.end).size;
  const std::string_view inside = text.substr(block.span.begin + opening, block.span.size() - opening - closing);
  const std::size_t colon = inside.find(':');
  if (colon == inside.npos || inside.find_first_not_of(' ', colon + 1) == inside.npos) return std::nullopt;
  std::string_view label = inside.substr(0, colon);
  while (label.ends_with(' ')) label.remove_suffix(1);
  if (!shapes::is_label(label)) return std::nullopt;
  return static_cast<std::uint32_t>(block.span.begin + opening + colon);
}

}  // namespace torikomi
