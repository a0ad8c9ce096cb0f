// Readings printed with names: ゆうばりし 夕張市.
#pragma once

#include <string_view>

#include "torikomi/value/municipality.h"

namespace torikomi::names {

/// True where `kana` (hiragana or katakana, blanks anywhere) is how the name of `body` is read, with or without its
/// prefecture before it and with or without 市, 町 … at its end. Small letters may be printed large, as extractors lose
/// them (すみたちよう).
[[nodiscard]] bool reads_as(std::string_view kana, const Municipality& body);

/// How many bytes of kana (hiragana, katakana, ー) and blanks between them `text` begins with.
[[nodiscard]] std::size_t kana_length(std::string_view text);

}  // namespace torikomi::names
