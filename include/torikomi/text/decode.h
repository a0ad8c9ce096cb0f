// Bytes of a file -> one UTF-8 text. First stage of the line.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "torikomi/core/result.h"

namespace torikomi {

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
/// DOCX/XLSX, legacy Office, images, gzip), with the way to the text in the message (`pdftotext -layout`). An empty
/// file is no error. `name` is used in messages only. ICU converters do the work; no state is kept between calls;
/// thread-safe.
[[nodiscard]] Result<DecodedText> decode(std::string bytes, std::string_view name);

}  // namespace torikomi
