#include <unicode/uchar.h>

#include "torikomi/core/utf8.h"
#include "torikomi/text/normalize.h"

namespace torikomi {
namespace {

std::size_t columns(char32_t c) {
  if (c < 0x20 || c == 0x7F) return 0;
  if (c < 0x300) return c >= 0x80 && c < 0xA0 ? 0 : 1;
  const auto point = static_cast<UChar32>(c);
  switch (u_charType(point)) {
    case U_NON_SPACING_MARK:
    case U_ENCLOSING_MARK:
    case U_FORMAT_CHAR:
      return 0;
    default:
      break;
  }
  const int width = u_getIntPropertyValue(point, UCHAR_EAST_ASIAN_WIDTH);
  return width == U_EA_WIDE || width == U_EA_FULLWIDTH ? 2 : 1;
}

}  // namespace

std::size_t display_width(std::string_view text) {
  std::size_t total = 0;
  for (std::size_t at = 0; at < text.size();) {
    const utf8::Decoded next = utf8::decode(text, at);
    total += columns(next.code_point);
    at += next.size;
  }
  return total;
}

}  // namespace torikomi
