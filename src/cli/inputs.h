// What the user named -> the files to read.
#pragma once

#include <string>
#include <vector>

#include "torikomi/core/result.h"

namespace torikomi::cli {

struct InputFile {
  std::string path;    ///< "-" is standard input
  std::string source;  ///< contract: relative to the folder that was given, else the file name
};

/// Files, folders (recursively .txt .md .tsv .html, in byte order of their paths), globs where no such file exists, and
/// "-". A word that leads nowhere gives an error and does not hinder the others.
struct InputList {
  std::vector<InputFile> files;
  std::vector<Error> errors;
};
[[nodiscard]] InputList list_inputs(const std::vector<std::string>& words);

/// The bytes of one input. Errors (kInput) say why and what to do.
[[nodiscard]] Result<std::string> read_input(const InputFile& file);

}  // namespace torikomi::cli
