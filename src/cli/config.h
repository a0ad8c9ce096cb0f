// torikomi.toml: what a folder of reports wants checked, and how.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "torikomi/core/diagnostic.h"
#include "torikomi/core/result.h"

namespace torikomi::cli {

/// Findings of some files that are known and explained.
struct FileSuppression {
  std::string files;                    ///< glob, matched against the whole path and against its last part
  std::vector<std::string_view> codes;  ///< of the rules that are named; static storage
  std::string reason;
};

/// One value as `config show` prints it.
struct Setting {
  std::string key, value;
  std::string origin;  ///< "torikomi.toml:3", or "default"
};

struct Config {
  std::string path;  ///< of the file; empty where there is none
  std::vector<std::string> select, ignore;
  std::optional<std::string> fail_on, format, baseline;
  std::map<std::string, Severity, std::less<>> severity;  ///< by code
  std::vector<FileSuppression> suppress;
  std::vector<Setting> settings;  ///< what the file sets, in its order
};

/// The nearest torikomi.toml in the folder of `input` or above it; nothing where there is none.
[[nodiscard]] std::optional<std::string> find_config(const std::string& input);

/// Reads the text of a configuration. Errors (kUsage) name file, line and key, with what may have been meant.
[[nodiscard]] Result<Config> parse_config(std::string_view text, const std::string& path);

/// parse_config of the file; "none" gives an empty configuration. Errors (kUsage): it cannot be read.
[[nodiscard]] Result<Config> load_config(const std::string& path);

/// Every key with its value and where that comes from: those of the file, then the defaults of the others.
[[nodiscard]] std::string show_config(const Config& config, bool origin);

/// "error", "warning" or "info"; nothing for other words.
[[nodiscard]] std::optional<Severity> severity_of(std::string_view word);

}  // namespace torikomi::cli
