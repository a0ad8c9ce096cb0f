// Which document of one side is which of the other.
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "torikomi/compare/record_set.h"

namespace torikomi {

/// For each document of `after`: its partner in `before`. No partner is taken twice.
[[nodiscard]] std::vector<std::optional<std::size_t>> pair_documents(const std::vector<DocumentFacts>& before,
                                                                     const std::vector<DocumentFacts>& after);

}  // namespace torikomi
