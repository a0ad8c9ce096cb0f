// The case files of the rules: tests/rules/<CODE>_<name>.md.
#pragma once

#include <filesystem>
#include <fstream>
#include <iterator>
#include <optional>
#include <string>
#include <vector>

namespace torikomi::testing {

struct RuleCase {
  bool bad = false;
  std::string input;
  std::string marks;   ///< what the finding covers, where the case says so
  std::string family;  ///< that the report is of, where the rule needs one that may be taken out
  int line = 0;        ///< of the case file
};

inline std::string read_text(const std::filesystem::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

/// Fenced texts below "## Bad" and "## Good"; a line "Marks: `…`" speaks of the text below it.
inline std::vector<RuleCase> read_cases(const std::filesystem::path& path) {
  std::vector<RuleCase> out;
  std::ifstream in(path);
  std::string line, marks, family;
  bool bad = false;
  std::optional<RuleCase> open;
  for (int number = 1; std::getline(in, line); ++number) {
    if (open && line == "```") {
      if (!open->input.empty()) open->input.pop_back();
      out.push_back(*open);
      open.reset();
      marks.clear();
      family.clear();
    } else if (open) {
      open->input += line + "\n";
    } else if (line == "## Bad" || line == "## Good") {
      bad = line == "## Bad";
    } else if (line.starts_with("Marks: `")) {
      marks = line.substr(8, line.size() - 9);
    } else if (line.starts_with("Family: `")) {
      family = line.substr(9, line.size() - 10);
    } else if (line == "```text") {
      open = RuleCase{bad, "", marks, family, number};
    }
  }
  return out;
}

/// "weekday-mismatch" -> "weekday_mismatch".
inline std::filesystem::path case_file(std::string_view code, std::string_view name) {
  std::string file = std::string(code) + "_" + std::string(name) + ".md";
  for (char& c : file)
    if (c == '-') c = '_';
  return std::filesystem::path(TORIKOMI_REPOSITORY) / "tests" / "rules" / file;
}

}  // namespace torikomi::testing
