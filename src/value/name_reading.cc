#include "name_reading.h"

#include <algorithm>
#include <string_view>

#include "torikomi/core/utf8.h"

namespace torikomi::names {
namespace {

/// VS1 to VS16 and VS17 to VS256 (Unicode 15, 23.4).
bool is_variation_selector(char32_t c) { return (c >= 0xFE00 && c <= 0xFE0F) || (c >= 0xE0100 && c <= 0xE01EF); }

std::uint32_t skip_selectors(std::string_view text, std::uint32_t at) {
  while (at < text.size() && static_cast<unsigned char>(text[at]) >= 0xEF) {
    const utf8::Decoded c = utf8::decode(text, at);
    if (!is_variation_selector(c.code_point)) break;
    at += c.size;
  }
  return at;
}

class Reader {
 public:
  Reader(const NameTable& table, std::string_view text, Blanks blanks) : table_(table), text_(text), blanks_(blanks) {}

  Readings read(std::uint32_t at) {
    walk(at, [&](Node node, std::uint32_t end) {
      for (const Body& body : table_.bodies_at(node)) {
        if (!body.is_prefecture()) continue;
        readings_.add({.name_begin = at, .end = end, .name = node});
        const std::uint32_t next = joint(end);
        read_local(next, body.prefecture, next != end);
        return;
      }
    });
    read_local(at, 0, false);
    return readings_;
  }

 private:
  /// Calls visit(node, end) at every place at or after which a name or a county ends.
  template <class Visit>
  void walk(std::uint32_t at, Visit visit) {
    Node node = kRoot;
    while (true) {
      const Character c = read_character(table_, text_, at);
      node = c.symbol != 0 ? table_.step(node, c.symbol) : Node{0};
      if (node == 0) return;
      if (!table_.bodies_at(node).empty() || table_.is_parent(node)) visit(node, c.end);
      at = next_character(at, c.end);
    }
  }

  /// Where the character after the one at `at`, which ends at `end`, begins. In running text a blank may stand between
  /// kana and kanji, where the reading printed above the kanji has torn the name (いちき 串木野市).
  [[nodiscard]] std::uint32_t next_character(std::uint32_t at, std::uint32_t end) const {
    if (blanks_ == Blanks::kAnywhere) return skip_blanks(text_, end);
    const std::uint32_t next = skip_joint(text_, end);
    if (next == end) return end;
    const bool torn =
        utf8::is_hiragana(utf8::decode(text_, at).code_point) && utf8::is_han(utf8::decode(text_, next).code_point);
    return torn ? next : end;
  }

  [[nodiscard]] std::uint32_t joint(std::uint32_t at) const {
    return blanks_ == Blanks::kAnywhere ? skip_blanks(text_, at) : skip_joint(text_, at);
  }

  bool add_if_borne(Reading reading) {
    for (const Body& body : table_.bodies_at(reading.name)) {
      if (body.is_prefecture() || !reading.fits(body)) continue;
      readings_.add(reading);
      return true;
    }
    return false;
  }

  /// [county or city] name, in the prefecture if one is printed.
  void read_local(std::uint32_t at, std::uint8_t prefecture, bool blank) {
    bool found = false;
    walk(at, [&](Node node, std::uint32_t end) {
      found |= add_if_borne(
          {.name_begin = at, .end = end, .name = node, .prefecture = prefecture, .blank_after_prefecture = blank});
      if (table_.is_parent(node)) found |= read_child(joint(end), node, prefecture, blank);
    });
    if (prefecture != 0 && !found) read_after_district(at, prefecture, blank);
  }

  bool read_child(std::uint32_t at, Node parent, std::uint8_t prefecture, bool blank) {
    bool found = false;
    walk(at, [&](Node node, std::uint32_t end) {
      found |= add_if_borne({.name_begin = at,
                             .end = end,
                             .name = node,
                             .parent = parent,
                             .prefecture = prefecture,
                             .blank_after_prefecture = blank});
    });
    return found;
  }

  /// Prefecture, a district that the tables do not have with this name (an older county, 三宅島, 三宅支庁), name.
  void read_after_district(std::uint32_t at, std::uint8_t prefecture, bool blank) {
    static constexpr std::string_view kEnds[] = {"郡", "島", "支庁", "振興局"};
    constexpr int kLongest = 8;  // characters: 空知総合振興局
    for (int length = 0; length < kLongest; ++length) {
      const utf8::Decoded c = utf8::decode(text_, at);
      if (!utf8::is_han(c.code_point) && !utf8::is_hiragana(c.code_point) && !utf8::is_katakana(c.code_point)) return;
      at += c.size;
      const std::string_view before = text_.substr(0, at);
      if (std::ranges::none_of(kEnds, [&](std::string_view end) { return before.ends_with(end); })) continue;
      bool found = false;
      const std::uint32_t begin = joint(at);
      walk(begin, [&](Node node, std::uint32_t end) {
        found |= add_if_borne(
            {.name_begin = begin, .end = end, .name = node, .prefecture = prefecture, .blank_after_prefecture = blank});
      });
      if (found) return;
    }
  }

  const NameTable& table_;
  std::string_view text_;
  Blanks blanks_;
  Readings readings_;
};

}  // namespace

Character read_character(const NameTable& table, std::string_view text, std::uint32_t at) {
  const utf8::Decoded c = utf8::decode(text, at);
  if (c.size == 0) return {};
  const Symbol symbol = table.symbol(c.code_point);
  if (symbol == 0) return {0, at + c.size};
  return {symbol, skip_selectors(text, at + c.size)};
}

bool is_blank(char32_t c) {
  return c == ' ' || (c >= '\t' && c <= '\r') || c == 0xA0 || c == 0x3000 || (c >= 0x2000 && c <= 0x200B);
}

std::uint32_t skip_joint(std::string_view text, std::uint32_t at) {
  for (int blanks = 0; blanks < 2; ++blanks) {
    const utf8::Decoded c = utf8::decode(text, at);
    if (c.code_point != ' ' && c.code_point != 0x3000 && c.code_point != 0xA0) break;
    at += c.size;
  }
  return at;
}

std::uint32_t skip_blanks(std::string_view text, std::uint32_t at) {
  while (at < text.size()) {
    const utf8::Decoded c = utf8::decode(text, at);
    if (!is_blank(c.code_point)) break;
    at += c.size;
  }
  return at;
}

Readings read_names(const NameTable& table, std::string_view text, std::uint32_t at, Blanks blanks) {
  return Reader(table, text, blanks).read(at);
}

bool same_writing(std::string_view words, std::string_view name) {
  for (std::uint32_t at = 0; at < words.size();) {
    const utf8::Decoded c = utf8::decode(words, at);
    const std::string_view letter = words.substr(at, c.size);
    at += c.size;
    if (is_blank(c.code_point) || is_variation_selector(c.code_point)) continue;
    if (!name.starts_with(letter)) return false;
    name.remove_prefix(letter.size());
  }
  return name.empty();
}

}  // namespace torikomi::names
