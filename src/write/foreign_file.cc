#include "write/foreign_file.h"

#include <cerrno>
#include <filesystem>
#include <fstream>

namespace torikomi {

Result<ForeignFile> ForeignFile::open(const std::string& target, bool force, FileSystem& files) {
  auto output = OutputFile::open(target, force, files);
  if (!output) return output.error();
  ForeignFile out(*std::move(output));
  if (!out.output_.is_stream()) return out;
  std::error_code error;
  const auto folder = std::filesystem::temp_directory_path(error);
  auto scratch = OutputFile::scratch(error ? "/tmp" : folder.string(), files);
  if (!scratch) return scratch.error();
  out.scratch_.emplace(*std::move(scratch));
  return out;
}

Status ForeignFile::finish() {
  if (scratch_) {
    std::ifstream in(scratch_->working_path(), std::ios::binary);
    std::string block(64 * 1024, '\0');
    while (in) {
      in.read(block.data(), static_cast<std::streamsize>(block.size()));
      if (auto done = output_.append(std::string_view(block).substr(0, static_cast<std::size_t>(in.gcount()))); !done) {
        return done;
      }
    }
    if (in.bad()) return cannot_write(scratch_->working_path(), EIO);
  }
  return output_.finish();
}

}  // namespace torikomi
