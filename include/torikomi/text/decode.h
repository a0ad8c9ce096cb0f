// Bytes of a file -> one UTF-8 text. First stage of the line.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "torikomi/core/result.h"

namespace torikomi {

/// Largest document, in raw bytes and in bytes of decoded text. Folding lengthens a text to at most six times (㌖ ->
/// キロメートル), so offsets into the normalised text still fit 32 bits.
inline constexpr std::size_t kMaxTextBytes = std::size_t{512} << 20;

/// Bytes that no character of the encoding begins with. Each became one U+FFFD in the text.
struct BadBytes {
  std::uint64_t offset = 0;      ///< in the raw bytes of the file
  std::uint32_t length = 0;      ///< raw bytes
  std::uint32_t text_begin = 0;  ///< where its U+FFFD stands in the decoded text
};

struct DecodedText {
  std::string text;      ///< valid UTF-8, without BOM
  std::string encoding;  ///< contract: IANA name in lower case: utf-8, shift_jis, windows-31j, euc-jp, iso-2022-jp,
                         ///< utf-16le, utf-16be
  bool had_bom = false;
  std::vector<BadBytes> bad;  ///< in order
};

/// Decides the encoding (BOM, then strict UTF-8, then ISO-2022-JP escapes, then the better of CP932 and EUC-JP by what
/// the decoded text looks like) and decodes. Errors (kInput): NUL bytes or a known binary signature (PDF, ZIP =
/// DOCX/XLSX, legacy Office, images, gzip), with the way to the text in the message (`pdftotext -layout`); more than
/// kMaxTextBytes. An empty file is no error. Where vendors read a code differently, Microsoft's reading is taken for
/// all legacy encodings (0x8160 ～ U+FF5E, 0x817C － U+FF0D, 0x8161 ∥ U+2225, 0x815C ― U+2015), so the same text gives
/// the same characters whichever of them it comes in. `name` is used in messages only. ICU converters do the work; no
/// state is kept between calls; thread-safe.
[[nodiscard]] Result<DecodedText> decode(std::string bytes, std::string_view name);

/// `text`, with one U+FFFD for each part that is not UTF-8 (RFC 3629): names of files, texts of a command line.
[[nodiscard]] std::string valid_utf8(std::string_view text);

}  // namespace torikomi
