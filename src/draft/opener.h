// The line above the first label of every card that names it: 【花いっぱい通り】, 事業1 里山整備.
#pragma once

#include <optional>
#include <span>
#include <string>

#include "survey.h"

namespace torikomi {

struct Opener {
  std::string pattern;      ///< fits the line; RE2
  bool names = false;       ///< it has the group `project`
  std::vector<Site> sites;  ///< the line above each of the cards that have one
};

/// What opens the cards whose first label stands at `starts`, if lines of one form stand right above nearly all of them
/// and nearly nowhere else. A number alone names nothing.
[[nodiscard]] std::optional<Opener> find_opener(std::span<const Document> reports, std::span<const Site> starts);

}  // namespace torikomi
