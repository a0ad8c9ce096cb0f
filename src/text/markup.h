// Recognises the markup that extractors leave inside a line: tags from a fixed list, entities, links. Pure functions on
// the source text; none looks further than the next '<', '[' or line end, so any input takes linear time.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace torikomi::markup {

enum class TagKind : std::uint8_t {
  kNone,    ///< not a tag of the list: text
  kInline,  ///< b, span, a …: nothing
  kBreak,   ///< br, p, div, heading …: kBreak between what stands on its two sides
  kList,    ///< ul, ol
  kItem,    ///< li
  kTable,   ///< table, tr, td …: stays
  kInput,   ///< check boxes
  kHidden,  ///< script, style: their content is no text
};

struct Tag {
  TagKind kind = TagKind::kNone;
  bool closing = false;
  std::size_t length = 0;       ///< bytes from '<' to '>'
  std::string_view name;        ///< as written
  std::string_view attributes;  ///< between name and '>', as written
};

/// The tag at the begin of `text`. Names are matched without case. `text` may go on to the end of the document.
[[nodiscard]] Tag parse_tag(std::string_view text);

/// The box that an <input> stands for: ☑ U+2611 or ☐ U+2610; empty for inputs that are no check box or radio button.
[[nodiscard]] std::string_view box_of(std::string_view attributes);

struct Entity {
  char32_t code_point = 0;
  std::size_t length = 0;  ///< bytes from '&' to ';'; 0: not an entity
};
/// The character reference at the begin of `text`: decimal, hexadecimal, or one of the common names. References to
/// control characters, surrogates and what is no code point are text.
[[nodiscard]] Entity parse_entity(std::string_view text);

struct Link {
  std::size_t length = 0;  ///< bytes from '[' to ')'; 0: not a link
  std::string_view text;   ///< between the brackets
  std::string_view url;
};
/// The Markdown link `[text](url)` at the begin of `text`; as an image its url may be any path, else it has to look
/// like one (a scheme, a slash, # or a file name with extension), because [表1](別紙) is prose.
[[nodiscard]] Link parse_link(std::string_view text, bool image);

}  // namespace torikomi::markup
