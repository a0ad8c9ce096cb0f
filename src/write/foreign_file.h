// Outputs that another library writes to a path by itself (workbooks, databases).
#pragma once

#include <optional>
#include <string>
#include <utility>

#include "torikomi/write/output_file.h"

namespace torikomi {

/// Lends a temporary path; finish() gives what was written there its name, or copies it to a device, a pipe or standard
/// output. Without finish() nothing stays.
class ForeignFile {
 public:
  [[nodiscard]] static Result<ForeignFile> open(const std::string& target, bool force, FileSystem& files);

  /// An empty file that the library may overwrite but not replace.
  [[nodiscard]] const std::string& working_path() const {
    return scratch_ ? scratch_->working_path() : output_.working_path();
  }
  [[nodiscard]] const std::string& path() const { return output_.path(); }
  /// REQUIRES: the library has closed the file.
  [[nodiscard]] Status finish();

 private:
  explicit ForeignFile(OutputFile output) : output_(std::move(output)) {}

  OutputFile output_;
  std::optional<OutputFile> scratch_;  // where output_ is a stream
};

}  // namespace torikomi
