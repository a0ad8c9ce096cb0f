// Clean documents of many forms, invented for the tests of the rules: tests/check/clean/*.
#pragma once

#include <algorithm>
#include <filesystem>
#include <string>
#include <vector>

#include "golden/support.h"

namespace torikomi::testing {

struct CleanDocument {
  std::string name, text;
};

/// By name, so that every machine has the same order.
inline std::vector<CleanDocument> clean_documents() {
  namespace fs = std::filesystem;
  std::vector<CleanDocument> out;
  for (const auto& entry : fs::directory_iterator(fs::path(TORIKOMI_REPOSITORY) / "tests" / "check" / "clean"))
    out.push_back({entry.path().filename().string(), read_file(entry.path())});
  for (const auto& entry : fs::recursive_directory_iterator(fs::path(TORIKOMI_REPOSITORY) / "samples"))
    if (entry.path().filename() == "input.txt")
      out.push_back({entry.path().parent_path().filename().string(), read_file(entry.path())});
  std::sort(out.begin(), out.end(), [](const auto& a, const auto& b) { return a.name < b.name; });
  return out;
}

}  // namespace torikomi::testing
