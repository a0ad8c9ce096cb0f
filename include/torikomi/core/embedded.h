// The built-in grammars and data tables: the files of grammars/ as they were when the program was built.
#pragma once

#include <optional>
#include <span>
#include <string_view>

namespace torikomi {

/// One file. Static storage.
struct EmbeddedFile {
  std::string_view name;  ///< path below grammars/: "generic.toml", "data/municipalities.tsv"
  std::string_view content;
};

/// All of them, sorted by name.
[[nodiscard]] std::span<const EmbeddedFile> embedded_files();

/// The content of the file `name`; nothing where there is none.
[[nodiscard]] inline std::optional<std::string_view> embedded_file(std::string_view name) {
  for (const EmbeddedFile& file : embedded_files())
    if (file.name == name) return file.content;
  return std::nullopt;
}

}  // namespace torikomi
