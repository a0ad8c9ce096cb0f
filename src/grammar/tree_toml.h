// TOML into the flat tree that the loader reads.
#pragma once

#include <toml++/toml.h>

#include <string>
#include <vector>

#include "tree.h"

namespace torikomi {

/// Owns what its view() points into.
struct OwnedTree {
  std::vector<TreeNode> nodes;
  std::string words;
  [[nodiscard]] GrammarTree view() const { return {nodes, words}; }
};

/// Every value of `table`. What a grammar never holds (dates, fractions) becomes a node of kind kOther.
[[nodiscard]] OwnedTree flatten(const toml::table& table);

}  // namespace torikomi
