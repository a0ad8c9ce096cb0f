// Tables with a head: [[table]] of a grammar file. Errors are thrown as GrammarFault.
#pragma once

#include "load_card.h"
#include "toml_reader.h"
#include "torikomi/grammar/grammar.h"

namespace torikomi {

/// The words for the roles of columns.
[[nodiscard]] const ColumnRoles& column_roles();

[[nodiscard]] TableRule read_table(const TomlReader& reader);

}  // namespace torikomi
