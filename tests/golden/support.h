// Sample and reference reports for the tests of the whole line.
#pragma once

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "torikomi/pipeline.h"

namespace torikomi::testing {

inline std::string read_file(const std::filesystem::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

/// samples/FAMILY/CASE/input.*, and the reports of TORIKOMI_REFERENCE/corpus where that is set.
inline std::vector<std::filesystem::path> all_reports() {
  namespace fs = std::filesystem;
  std::vector<fs::path> out;
  for (const auto& entry : fs::recursive_directory_iterator(fs::path(TORIKOMI_REPOSITORY) / "samples"))
    if (entry.path().stem() == "input") out.push_back(entry.path());
  if (const char* reference = std::getenv("TORIKOMI_REFERENCE"))
    for (const auto& entry : fs::directory_iterator(fs::path(reference) / "corpus")) out.push_back(entry.path());
  return out;
}

inline const std::vector<Grammar>& grammars() {
  static const std::vector<Grammar> all = built_in_grammars();
  return all;
}

inline Result<Document> ingest_bytes(std::string bytes, std::string name = "report.txt") {
  return ingest({std::move(name), std::move(bytes)}, {grammars(), nullptr, Language::kEn});
}

}  // namespace torikomi::testing
