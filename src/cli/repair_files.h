// Repaired copies of inputs.
#pragma once

#include <functional>
#include <string>

#include "inputs.h"
#include "torikomi/core/result.h"

namespace torikomi::cli {

struct Mended {
  std::string before, after;  ///< UTF-8 without BOM; line ends as they were
  std::size_t repairs = 0;
};

/// Decodes the bytes and makes the repairs of the rules that `wanted` names.
[[nodiscard]] Result<Mended> mend_text(std::string bytes, const std::string& name,
                                       const std::function<bool(std::string_view)>& wanted);

[[nodiscard]] std::string diff_of(const std::string& path, const Mended& mended);

/// Writes the repaired text: to `output` for one input, into the folder `output` for several, or beside the input as
/// NAME.fixed.EXT; standard input goes to standard output. Gives the path. Errors: kOutput.
[[nodiscard]] Result<std::string> write_mended(const Mended& mended, const InputFile& file, const std::string& output,
                                               std::size_t inputs, bool force);

}  // namespace torikomi::cli
