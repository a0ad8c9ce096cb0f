// ICU converters: bytes of a legacy encoding -> UTF-8.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "torikomi/text/decode.h"

namespace torikomi {

/// Converts all of `bytes` by the ICU converter `icu_name`; bytes without a character become U+FFFD and a row of `bad`,
/// whose offsets count from the begin of `bytes`. Error (kInternal) if ICU's data lacks the converter.
[[nodiscard]] Result<std::string> convert(std::string_view bytes, const char* icu_name, std::vector<BadBytes>& bad);

}  // namespace torikomi
