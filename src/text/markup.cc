#include "text/markup.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <string>

#include "text/find_any.h"
#include "torikomi/core/ascii.h"

namespace torikomi::markup {
namespace {

constexpr bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
constexpr bool is_digit(char c) { return c >= '0' && c <= '9'; }
constexpr bool is_space(char c) { return c == ' ' || c == '\t'; }

bool equals(std::string_view written, std::string_view name) {
  return written.size() == name.size() &&
         std::equal(written.begin(), written.end(), name.begin(), [](char a, char b) { return ascii_lower(a) == b; });
}

struct Name {
  std::string_view name;
  TagKind kind;
};
constexpr Name kNames[] = {
    {"a", TagKind::kInline},         {"abbr", TagKind::kInline},      {"b", TagKind::kInline},
    {"big", TagKind::kInline},       {"blockquote", TagKind::kBreak}, {"body", TagKind::kBreak},
    {"br", TagKind::kBreak},         {"caption", TagKind::kTable},    {"center", TagKind::kBreak},
    {"code", TagKind::kInline},      {"col", TagKind::kInline},       {"colgroup", TagKind::kInline},
    {"dd", TagKind::kBreak},         {"del", TagKind::kInline},       {"div", TagKind::kBreak},
    {"dl", TagKind::kBreak},         {"dt", TagKind::kBreak},         {"em", TagKind::kInline},
    {"figcaption", TagKind::kBreak}, {"figure", TagKind::kBreak},     {"font", TagKind::kInline},
    {"footer", TagKind::kBreak},     {"form", TagKind::kBreak},       {"h1", TagKind::kBreak},
    {"h2", TagKind::kBreak},         {"h3", TagKind::kBreak},         {"h4", TagKind::kBreak},
    {"h5", TagKind::kBreak},         {"h6", TagKind::kBreak},         {"head", TagKind::kBreak},
    {"header", TagKind::kBreak},     {"hr", TagKind::kBreak},         {"html", TagKind::kBreak},
    {"i", TagKind::kInline},         {"img", TagKind::kInline},       {"input", TagKind::kInput},
    {"ins", TagKind::kInline},       {"label", TagKind::kInline},     {"li", TagKind::kItem},
    {"link", TagKind::kInline},      {"main", TagKind::kBreak},       {"mark", TagKind::kInline},
    {"meta", TagKind::kInline},      {"nav", TagKind::kBreak},        {"ol", TagKind::kList},
    {"p", TagKind::kBreak},          {"pre", TagKind::kBreak},        {"rp", TagKind::kInline},
    {"rt", TagKind::kInline},        {"ruby", TagKind::kInline},      {"s", TagKind::kInline},
    {"script", TagKind::kHidden},    {"section", TagKind::kBreak},    {"small", TagKind::kInline},
    {"span", TagKind::kInline},      {"strike", TagKind::kInline},    {"strong", TagKind::kInline},
    {"style", TagKind::kHidden},     {"sub", TagKind::kInline},       {"sup", TagKind::kInline},
    {"table", TagKind::kTable},      {"tbody", TagKind::kTable},      {"td", TagKind::kTable},
    {"tfoot", TagKind::kTable},      {"th", TagKind::kTable},         {"thead", TagKind::kTable},
    {"title", TagKind::kBreak},      {"tr", TagKind::kTable},         {"tt", TagKind::kInline},
    {"u", TagKind::kInline},         {"ul", TagKind::kList}};
constexpr std::size_t kLongestName = 10;

/// Where the names that begin with each letter begin in kNames.
constexpr std::array<std::uint8_t, 27> kFirst = [] {
  std::array<std::uint8_t, 27> first = {};
  for (const Name& row : kNames) ++first[static_cast<std::size_t>(row.name[0] - 'a') + 1];
  for (std::size_t i = 1; i < first.size(); ++i) first[i] = static_cast<std::uint8_t>(first[i] + first[i - 1]);
  return first;
}();
static_assert(std::is_sorted(std::begin(kNames), std::end(kNames),
                             [](const Name& a, const Name& b) { return a.name < b.name; }));

TagKind kind_of(std::string_view written) {
  const auto letter = static_cast<std::size_t>(ascii_lower(written[0]) - 'a');
  for (std::size_t i = kFirst[letter]; i < kFirst[letter + 1]; ++i) {
    if (equals(written, kNames[i].name)) return kNames[i].kind;
  }
  return TagKind::kNone;
}

/// Where the '>' of a tag stands whose attributes begin at `at`; npos if a '<', a line end or the end comes first, or
/// words that are no attributes (<input 様式>).
std::size_t find_close(std::string_view text, std::size_t at) {
  char quote = 0;
  for (; at < text.size(); ++at) {
    const char c = text[at];
    if (c == '<' || c == '\n' || c == '\r') return text.npos;
    if (quote != 0) {
      if (c == quote) quote = 0;
    } else if (c == '"' || c == '\'') {
      quote = c;
    } else if (c == '>') {
      return at;
    } else if (static_cast<unsigned char>(c) >= 0x80) {
      return text.npos;
    }
  }
  return text.npos;
}

/// True if the next tag after `text` begins is `</name>`, written alike.
bool is_closed_next(std::string_view text, std::string_view name) {
  const std::size_t at = find_any<'<', '\r', '\n'>(text);
  return text.substr(at, 2) == "</" && text.substr(at + 2, 2) == std::string{name[0], '>'};
}

/// <A>, <B>, <P>, <S> … in capitals and alone are rather names of plans and groups than tags.
bool is_label(std::string_view text, const Tag& tag) {
  if (tag.closing || tag.name.size() != 1 || !tag.attributes.empty()) return false;
  if (equals(tag.name, "a")) return true;
  return tag.name[0] != ascii_lower(tag.name[0]) && !is_closed_next(text.substr(tag.length), tag.name);
}

struct NamedEntity {
  std::string_view name;
  char32_t code_point;
};
constexpr NamedEntity kEntities[] = {
    {"amp", '&'},      {"lt", '<'},        {"gt", '>'},       {"quot", '"'},     {"apos", '\''},    {"nbsp", 0xA0},
    {"ensp", 0x2002},  {"emsp", 0x2003},   {"yen", 0xA5},     {"copy", 0xA9},    {"reg", 0xAE},     {"deg", 0xB0},
    {"plusmn", 0xB1},  {"sup2", 0xB2},     {"sup3", 0xB3},    {"middot", 0xB7},  {"times", 0xD7},   {"divide", 0xF7},
    {"ndash", 0x2013}, {"mdash", 0x2014},  {"lsquo", 0x2018}, {"rsquo", 0x2019}, {"ldquo", 0x201C}, {"rdquo", 0x201D},
    {"bull", 0x2022},  {"hellip", 0x2026}, {"larr", 0x2190},  {"rarr", 0x2192},  {"minus", 0x2212}, {"le", 0x2264},
    {"ge", 0x2265}};
constexpr std::size_t kLongestEntity = 12;  // &#x10FFFF; and one to spare

/// The code point of "#123" or "#x1F", 0 if there is none that text may hold.
char32_t numeric_reference(std::string_view body) {
  const bool hex = body.size() > 2 && ascii_lower(body[1]) == 'x';
  const std::string_view digits = body.substr(hex ? 2 : 1);
  if (digits.empty()) return 0;
  char32_t value = 0;
  for (const char c : digits) {
    const char low = ascii_lower(c);
    char32_t digit = 0;
    if (is_digit(c)) {
      digit = static_cast<char32_t>(c - '0');
    } else if (hex && low >= 'a' && low <= 'f') {
      digit = static_cast<char32_t>(low - 'a' + 10);
    } else {
      return 0;
    }
    value = value * (hex ? 16 : 10) + digit;
    if (value > 0x10FFFF) return 0;
  }
  if (value == '\t' || value == '\n' || value == '\r') return ' ';
  const bool control = value < 0x20 || (value >= 0x7F && value < 0xA0);
  return control || (value >= 0xD800 && value < 0xE000) ? 0 : value;
}

bool looks_like_url(std::string_view url) {
  for (const std::string_view head : {"http://", "https://", "mailto:", "ftp://", "file:", "#", "/", "./", "../"}) {
    if (url.starts_with(head)) return true;
  }
  const std::size_t dot = url.rfind('.');
  if (dot == url.npos || dot == 0) return false;
  const std::string_view extension = url.substr(dot + 1);
  return extension.size() >= 2 && extension.size() <= 5 && is_letter(extension[0]) &&
         std::all_of(extension.begin(), extension.end(), [](char c) { return is_letter(c) || is_digit(c); });
}

}  // namespace

Tag parse_tag(std::string_view text) {
  Tag tag;
  if (text.size() < 3 || text[0] != '<') return {};
  tag.closing = text[1] == '/';
  const std::size_t begin = tag.closing ? 2 : 1;
  std::size_t end = begin;
  while (end < text.size() && end - begin <= kLongestName &&
         (is_letter(text[end]) || (end > begin && is_digit(text[end]))))
    ++end;
  tag.name = text.substr(begin, end - begin);
  if (end >= text.size() || (!is_space(text[end]) && text[end] != '/' && text[end] != '>')) return {};
  if (tag.name.empty()) return {};
  tag.kind = kind_of(tag.name);
  if (tag.kind == TagKind::kNone) return {};
  const std::size_t close = find_close(text, end);
  if (close == text.npos) return {};
  tag.attributes = text.substr(end, close - end);
  tag.length = close + 1;
  if (is_label(text, tag)) return {};
  return tag;
}

std::string_view box_of(std::string_view attributes) {
  bool box = false;
  bool checked = false;
  for (std::size_t at = 0; at < attributes.size();) {
    const auto name_char = [&](std::size_t i) { return is_letter(attributes[i]) || attributes[i] == '-'; };
    if (!name_char(at)) {
      ++at;
      continue;
    }
    const std::size_t name_begin = at;
    while (at < attributes.size() && name_char(at)) ++at;
    const std::string_view name = attributes.substr(name_begin, at - name_begin);
    while (at < attributes.size() && is_space(attributes[at])) ++at;
    std::string_view value;
    if (at < attributes.size() && attributes[at] == '=') {
      ++at;
      while (at < attributes.size() && is_space(attributes[at])) ++at;
      const char quote =
          at < attributes.size() && (attributes[at] == '"' || attributes[at] == '\'') ? attributes[at++] : '\0';
      const std::size_t value_end = quote != 0 ? attributes.find(quote, at) : attributes.find_first_of(" \t/", at);
      value = attributes.substr(at, value_end == attributes.npos ? attributes.npos : value_end - at);
      at += value.size() + (quote != 0 ? 1 : 0);
    }
    if (equals(name, "type")) box = equals(value, "checkbox") || equals(value, "radio");
    if (equals(name, "checked")) checked = true;
  }
  if (!box) return {};
  return checked ? "☑" : "☐";
}

Entity parse_entity(std::string_view text) {
  const std::size_t semicolon = text.substr(0, kLongestEntity).find(';');
  if (semicolon == text.npos || semicolon < 2) return {};
  const std::string_view body = text.substr(1, semicolon - 1);
  char32_t c = 0;
  if (body[0] == '#') {
    c = numeric_reference(body);
  } else {
    for (const NamedEntity& row : kEntities) {
      if (row.name == body) c = row.code_point;
    }
  }
  return c == 0 ? Entity{} : Entity{c, semicolon + 1};
}

Link parse_link(std::string_view text, bool image) {
  const std::size_t close = find_any<']', '\r', '\n', '\t', '['>(text, 1);
  if (close == text.size() || text[close] != ']' || text.substr(close + 1, 1) != "(") return {};
  const std::size_t url_begin = close + 2;
  std::size_t end = url_begin;
  while (end < text.size() && text[end] > ' ' && std::string_view("[()<>").find(text[end]) == std::string_view::npos)
    ++end;
  if (end >= text.size() || text[end] != ')') return {};
  const std::string_view url = text.substr(url_begin, end - url_begin);
  if (image ? url.find_first_of("./") == url.npos : !looks_like_url(url)) return {};
  return {end + 1, text.substr(1, close - 1), url};
}

}  // namespace torikomi::markup
