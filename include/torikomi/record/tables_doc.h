// docs/tables.md out of the lists of tables, columns and code words.
#pragma once

#include <string>

namespace torikomi {

/// The whole page, in both languages.
[[nodiscard]] std::string tables_doc();

}  // namespace torikomi
