// The report families of this run: those of user folders before the built-in ones.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "torikomi/core/result.h"
#include "torikomi/grammar/grammar.h"

namespace torikomi::cli {

/// Every *.toml of `folders` (and of TORIKOMI_GRAMMARS, a list parted by ':'), then the built-in ones whose name is not
/// taken. Of those only the heads, for a run over documents, or the whole.
enum class Depth : std::uint8_t { kHeads, kWhole };
[[nodiscard]] Result<std::vector<Grammar>> load_grammars(const std::vector<std::string>& folders, Depth depth);

/// `--grammar auto|NAME|FILE`: nullptr for auto. A file is added to `grammars`. REQUIRES: `grammars` is not changed
/// afterwards.
[[nodiscard]] Result<const Grammar*> choose_grammar(std::vector<Grammar>& grammars, const std::string& word);

/// Everything beside the bytes that decides what a report gives (version, built-in data, grammars), as one word.
[[nodiscard]] std::string engine_of(const std::vector<Grammar>& grammars, const Grammar* forced);

}  // namespace torikomi::cli
