// Encodes test texts by ICU. Test code only.
#pragma once

#include <unicode/ucnv.h>
#include <unicode/unistr.h>

#include <optional>
#include <string>
#include <string_view>

namespace torikomi::testing {

/// The bytes of `text` in the ICU charset, or nothing if it cannot hold one of the characters.
inline std::optional<std::string> encode(std::string_view text, const char* charset) {
  UErrorCode status = U_ZERO_ERROR;
  UConverter* converter = ucnv_open(charset, &status);
  ucnv_setFromUCallBack(converter, UCNV_FROM_U_CALLBACK_STOP, nullptr, nullptr, nullptr, &status);
  ucnv_setFallback(converter, false);
  const auto wide = icu::UnicodeString::fromUTF8(icu::StringPiece(text.data(), static_cast<std::int32_t>(text.size())));
  std::string bytes(text.size() * 4 + 16, '\0');
  const std::int32_t size = ucnv_fromUChars(converter, bytes.data(), static_cast<std::int32_t>(bytes.size()),
                                            wide.getBuffer(), wide.length(), &status);
  ucnv_close(converter);
  if (U_FAILURE(status)) return std::nullopt;
  bytes.resize(static_cast<std::size_t>(size));
  return bytes;
}

}  // namespace torikomi::testing
