// Lines of any file or pipe, with a limit instead of a full memory.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "torikomi/core/result.h"

namespace torikomi {

/// One line without its LF.
struct InputLine {
  std::string_view text;     ///< good until the next call
  std::uint64_t offset = 0;  ///< of its first byte in the file
  bool whole = true;         ///< false: longer than the limit, and `text` is only its begin
  bool ended = true;         ///< false: the file ends without LF
};

/// Errors (kInput) in open() and next(): the file cannot be read.
class LineReader {
 public:
  /// "-" is standard input. Lines above `longest` bytes are cut.
  [[nodiscard]] static Result<LineReader> open(const std::string& path, std::size_t longest);
  LineReader(LineReader&& other) noexcept;
  LineReader& operator=(LineReader&&) = delete;
  ~LineReader();

  /// The next line, or nothing at the end of the file.
  [[nodiscard]] Result<std::optional<InputLine>> next();

 private:
  LineReader(int descriptor, std::string path, std::size_t longest)
      : descriptor_(descriptor), path_(std::move(path)), longest_(longest) {}
  Status fill();

  int descriptor_;
  std::string path_;
  std::size_t longest_;
  std::string buffer_;
  std::size_t begin_ = 0;     // of what has not been given yet, in buffer_
  std::uint64_t offset_ = 0;  // of buffer_[begin_] in the file
  bool ended_ = false;
  std::string kept_;  // begin of a cut line
};

}  // namespace torikomi
