// `validate --fix` and `--diff`: repaired copies of inputs.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "console.h"
#include "inputs.h"
#include "torikomi/check/repair.h"
#include "torikomi/core/result.h"

namespace torikomi::cli {

struct RepairOptions {
  bool fix = false;    ///< write copies
  bool diff = false;   ///< show on standard output what they change
  std::string output;  ///< for one input a file, else a folder; empty: NAME.fixed.EXT beside the input
  bool force = false;
  std::uint64_t max_bytes = kDefaultMaxBytes;
};

/// Whether a repair of this input is wanted.
using RepairFilter = std::function<bool(const InputFile& file, const Repair& repair)>;

/// Repairs every input; what goes wrong with one goes to the console and does not hinder the others. An input is never
/// written to, nor two copies to one name; what the text itself asks to be quiet about stays. Gives the paths that
/// could not be read. Errors (kOutput): nothing at all can be written.
[[nodiscard]] Result<std::vector<std::string>> repair_files(std::vector<InputFile> inputs, const RepairOptions& options,
                                                            const RepairFilter& wanted, Console& console);

}  // namespace torikomi::cli
