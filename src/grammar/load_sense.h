// What every key of a grammar file may say by itself, and the file as a whole may not.
#pragma once

#include "toml_reader.h"
#include "torikomi/grammar/grammar.h"

namespace torikomi {

/// Fills grammar.labels; refuses a label that would lead to two fields, or to two columns of one table.
void index_labels(const TomlReader& reader, Grammar& grammar);

/// Refuses names that stand twice, and headings that need each other, so that none can be the first.
void check_sense(const TomlReader& reader, const Grammar& grammar);

}  // namespace torikomi
