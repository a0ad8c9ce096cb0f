// Files that are no text at all: known by their first bytes.
#pragma once

#include <optional>
#include <string_view>

#include "torikomi/core/result.h"

namespace torikomi {

/// What a binary file is, and how its text can be had.
struct Signature {
  Text2 kind;    ///< "PDF", "Excel のブック"
  Text2 remedy;  ///< one sentence
};

/// The kind of binary file that `bytes` begins like; nothing for text.
[[nodiscard]] std::optional<Signature> find_signature(std::string_view bytes);

}  // namespace torikomi
