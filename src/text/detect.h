// Which encoding are these bytes in?
#pragma once

#include <string_view>

namespace torikomi {

enum class Encoding { kUtf8, kCp932, kEucJp, kIso2022Jp, kUtf16Le, kUtf16Be };

/// The encoding that explains bytes which are not plain UTF-8 best: ISO-2022-JP by its escapes, else the cheapest of
/// UTF-8 with broken bytes, CP932 and EUC-JP, where the cost of a text is about -log2 of how likely Japanese prose
/// holds its characters (kana and JIS level 1 kanji are cheap, level 2 and half-width kana dear, bytes that decode to
/// nothing dearest). Looks at no more than four samples of 64 KiB, spread over the text. Never UTF-16.
[[nodiscard]] Encoding detect_8bit(std::string_view bytes);

/// True if valid UTF-8 holds characters of two bytes and none of three or more: it may be a short text in EUC-JP
/// (八頭町).
[[nodiscard]] bool may_be_euc(std::string_view utf8);

/// True if the bytes are 7-bit and hold an escape to a JIS character set.
[[nodiscard]] bool looks_like_iso2022jp(std::string_view bytes);

/// UTF-16 without BOM, where that is plain: nearly all units are characters of Japanese prose. Else kUtf8.
[[nodiscard]] Encoding detect_utf16(std::string_view bytes);

/// True if CP932 text holds a character that JIS X 0208 has not: NEC row 13 (①), NEC and IBM extension kanji, the
/// user-defined area. Then its name is windows-31j, else shift_jis.
[[nodiscard]] bool has_windows31j_characters(std::string_view bytes);

}  // namespace torikomi
