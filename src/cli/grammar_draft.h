// `torikomi grammar draft`
#pragma once

#include <string>
#include <vector>

#include "grammar.h"
#include "torikomi/pipeline.h"

namespace torikomi::cli {

/// One file after all stages. Errors (kInput): it cannot be read.
[[nodiscard]] Result<Document> read_document(const std::string& path, const IngestConfig& config);

/// Writes the draft, and says how much more of the reports it takes in than `generic` does. Exit code.
int draft(const GrammarOptions& options, const std::vector<Grammar>& grammars, Console& console);

}  // namespace torikomi::cli
