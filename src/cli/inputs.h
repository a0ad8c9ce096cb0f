// What the user named -> the files to read.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "torikomi/batch/batch.h"

namespace torikomi::cli {

using InputFile = BatchInput;

/// Files, folders (recursively .txt .md .tsv .html .htm, in byte order of their paths; a folder that links lead to
/// again is read once), globs where no such file exists, and "-". A word that leads nowhere gives an error and does not
/// hinder the others; a file that is not there stays in the list, so that the output has a row for it.
struct InputList {
  std::vector<InputFile> files;
  std::vector<Error> errors;
};
[[nodiscard]] InputList list_inputs(const std::vector<std::string>& words);

/// The same with a file of names (`list`, "-" for standard input, empty for none): one a line, CR LF and empty lines
/// allowed, or ended by NUL. Names in it are taken as they are. The contract's `source` is the name as it stands there.
/// Errors (kUsage): the list cannot be read.
struct InputWords {
  std::vector<std::string> words;
  std::string list;
  bool null_separated = false;
};
[[nodiscard]] Result<InputList> list_inputs(const InputWords& given);

/// The absolute path, links resolved as far as it is there: equal for two names of one file.
[[nodiscard]] std::filesystem::path real_path(const std::filesystem::path& path);

/// The bytes of one input. Errors (kInput) say why and what to do.
[[nodiscard]] Result<std::string> read_input(const InputFile& file, std::uint64_t max_bytes = kDefaultMaxBytes);

}  // namespace torikomi::cli
