// Known findings, which stay quiet until they change.
#pragma once

#include <map>
#include <string>
#include <string_view>

#include "torikomi/core/diagnostic.h"
#include "torikomi/core/result.h"
#include "torikomi/core/source.h"
#include "torikomi/report/render.h"

namespace torikomi {

/// What makes a finding the same one in another run: its rule, its words and the words of its line. Line numbers do not
/// count, so text added above changes nothing. 16 hex digits.
[[nodiscard]] std::string fingerprint(const Source& source, const Diagnostic& diagnostic);

/// How many findings of each fingerprint are known, by path.
class Baseline {
 public:
  /// Reads what to_json wrote. Errors (kUsage) name the file.
  [[nodiscard]] static Result<Baseline> parse(std::string_view json, std::string_view name);

  /// Adds every finding of the set under `path`.
  void add(const FindingSet& set, const std::string& path);
  /// Takes the findings that are known under `path` out of the set; how many they were.
  std::size_t remove_known(FindingSet& set, const std::string& path) const;
  /// The paths of the first version of the format are those that people typed, else relative to the baseline's folder.
  [[nodiscard]] bool has_typed_paths() const { return typed_paths_; }
  /// Sorted, so that the same findings give the same bytes.
  [[nodiscard]] std::string to_json() const;

 private:
  bool typed_paths_ = false;
  std::map<std::string, std::map<std::string, int>> known_;  ///< path -> "RULE fingerprint" -> count
};

}  // namespace torikomi
