#include <algorithm>
#include <string_view>

#include "torikomi/core/utf8.h"
#include "torikomi/layout/block.h"
#include "torikomi/layout/marker.h"

namespace torikomi {
namespace {

constexpr std::string_view kBlanks = " \t\v\x1f\f\r";

/// The range without blanks at its ends.
NormSpan trimmed(std::string_view text, NormSpan span) {
  while (span.begin < span.end && kBlanks.find(text[span.begin]) != kBlanks.npos) ++span.begin;
  while (span.end > span.begin && kBlanks.find(text[span.end - 1]) != kBlanks.npos) --span.end;
  return span;
}

/// Ruling only: bars, dashes, colons, equals signs.
bool is_ruling(std::string_view words) {
  constexpr std::string_view kRuling = "|-:=+_ \t";
  return words.find_first_not_of(kRuling) == words.npos && words.find_first_of("-=_") != words.npos &&
         words.size() >= 3;
}

class Splitter {
 public:
  explicit Splitter(const NormText& norm) : norm_(norm), text_(norm.text()) {}

  Layout run() {
    std::size_t at = 0;
    std::uint32_t line = 1;
    while (at < text_.size()) {
      std::size_t end = text_.find_first_of("\r\n", at);
      if (end == text_.npos) end = text_.size();
      add_line({static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(end)}, line);
      at = end + (text_.substr(end, 2) == "\r\n" ? 2 : 1);
      ++line;
    }
    return std::move(layout_);
  }

 private:
  void add_line(NormSpan span, std::uint32_t line) {
    Block block;
    block.line = line;
    block.span = trimmed(text_, span);
    const std::string_view words = slice(text_, block.span);
    block.text = block.span;
    block.first_cell = static_cast<std::uint32_t>(layout_.cells.size());
    if (words.empty()) {
      block.kind = BlockKind::kBlank;
    } else if (is_ruling(words)) {
      block.kind = BlockKind::kSeparator;
    } else if (slice(text_, span).find('\t') != std::string_view::npos) {
      add_cells(block, span, '\t');
    } else if (is_bar_row(words)) {
      add_cells(block, inside_bars(block.span), '|');
    } else {
      read_prose(block, words, static_cast<std::uint32_t>(block.span.begin - span.begin));
    }
    layout_.blocks.push_back(block);
  }

  /// Markdown: bars at both ends, or two bars and more inside.
  static bool is_bar_row(std::string_view words) {
    if (words.size() < 3) return false;
    const auto bars = std::count(words.begin(), words.end(), '|');
    return (words.front() == '|' && words.back() == '|' && bars >= 2) || bars >= 2;
  }

  [[nodiscard]] NormSpan inside_bars(NormSpan span) const {
    if (text_[span.begin] == '|') ++span.begin;
    if (span.end > span.begin && text_[span.end - 1] == '|') --span.end;
    return span;
  }

  void add_cells(Block& block, NormSpan span, char separator) {
    block.kind = BlockKind::kRow;
    std::uint16_t column = 0;
    std::uint32_t begin = span.begin;
    for (std::uint32_t at = span.begin; at <= span.end; ++at) {
      const bool is_end = at == span.end;
      if (!is_end && (text_[at] != separator || (separator == '|' && at > begin && text_[at - 1] == '\\'))) continue;
      layout_.cells.push_back({trimmed(text_, {begin, at}), column});
      if (column < 0xFFFF) ++column;
      begin = at + 1;
    }
    block.cell_count = static_cast<std::uint32_t>(layout_.cells.size()) - block.first_cell;
  }

  void read_prose(Block& block, std::string_view words, std::uint32_t indent) const {
    if (const auto hashes = words.find_first_not_of('#'); hashes != words.npos && hashes > 0 && words[hashes] == ' ') {
      mark(block, BlockKind::kHeading, static_cast<std::uint32_t>(hashes), static_cast<std::uint32_t>(hashes + 1));
      block.level = static_cast<std::uint8_t>(std::min<std::size_t>(hashes, 9));
      return;
    }
    if (is_bracketed(words)) {
      block.kind = BlockKind::kHeading;
      block.level = 2;
      return;
    }
    const auto marker = read_marker(words);
    if (!marker || marker->text_at >= words.size()) return;
    const bool heading = heads(marker->kind) && is_short(words);
    mark(block, heading ? BlockKind::kHeading : BlockKind::kListItem, marker->size, marker->text_at);
    block.level = heading ? heading_level(marker->kind) : static_cast<std::uint8_t>(std::min(indent / 2, 9U));
  }

  static void mark(Block& block, BlockKind kind, std::uint32_t size, std::uint32_t text_at) {
    block.kind = kind;
    block.marker = {block.span.begin, block.span.begin + size};
    block.text = {block.span.begin + text_at, block.span.end};
  }

  static bool is_bracketed(std::string_view words) {
    return words.starts_with("【") && words.ends_with("】") && words.find("】") == words.size() - 3;
  }

  /// A heading is one short line and no sentence.
  static bool is_short(std::string_view words) { return utf8::count(words) <= 50 && words.find("。") == words.npos; }

  static bool heads(MarkerKind kind) {
    return kind == MarkerKind::kNumber || kind == MarkerKind::kChapter || kind == MarkerKind::kRoman ||
           kind == MarkerKind::kBracket || kind == MarkerKind::kKana;
  }

  static std::uint8_t heading_level(MarkerKind kind) {
    switch (kind) {
      case MarkerKind::kChapter:
        return 1;
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

  const NormText& norm_;
  std::string_view text_;
  Layout layout_;
};

}  // namespace

Layout split_blocks(const NormText& text) { return Splitter(text).run(); }

}  // namespace torikomi
