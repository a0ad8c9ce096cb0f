// Which body a name means: by what is printed with it, by the date of the report, by what else the report says.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "name_reading.h"
#include "name_table.h"
#include "torikomi/value/municipality.h"

namespace torikomi::names {

/// What the text itself says before the name: "広島県 福山市、府中市", "大阪市(中央区、北区)".
struct ListHead {
  std::uint8_t prefecture = 0;  ///< 0: none
  Node parent = 0;              ///< county or city whose towns or wards are listed; 0: none
};

struct Evidence {
  const NameContext& context;
  std::uint8_t context_prefecture = 0;  ///< number of context.prefecture
  ListHead head;
  std::string_view kana;  ///< a reading glued to the name; empty: none
};

struct Meaning {
  const Body* body = nullptr;           ///< nothing where ambiguous
  std::vector<const Body*> candidates;  ///< never empty
  bool former = false;                  ///< the name had ended (all candidates, where it is ambiguous)
  bool supported = false;               ///< printed prefecture or county, list, context or roster speak for it
};

/// REQUIRES: some body bears the name of `reading`. `words` are those of the name alone.
///
/// Bodies that cannot be meant (another prefecture or county is printed, another reading is glued to it) drop out.
/// Of the rest those are preferred that are written just so (鹿島市, 鹿嶋市) and whose name is in force on the date.
/// One such body is meant, unless the report belongs to a prefecture in which another body bears or bore the name.
/// Several: the list, the roster and the prefecture of the report decide, in this order, or nobody.
[[nodiscard]] Meaning resolve(const NameTable& table, const Reading& reading, std::string_view words,
                              const Evidence& evidence);

}  // namespace torikomi::names
