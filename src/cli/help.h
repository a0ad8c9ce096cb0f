// Examples below `--help`.
#pragma once

#include <string>

#include "torikomi/core/result.h"

namespace torikomi::cli {

[[nodiscard]] std::string overview_footer(Language language);
[[nodiscard]] std::string convert_footer(Language language);
[[nodiscard]] std::string ingest_footer(Language language);
[[nodiscard]] std::string export_footer(Language language);
[[nodiscard]] std::string search_footer(Language language);
[[nodiscard]] std::string status_footer(Language language);
[[nodiscard]] std::string diff_footer(Language language);
[[nodiscard]] std::string parse_footer(Language language);
[[nodiscard]] std::string grammar_footer(Language language);
[[nodiscard]] std::string rules_footer(Language language);
[[nodiscard]] std::string config_footer(Language language);
[[nodiscard]] std::string validate_footer(Language language);

}  // namespace torikomi::cli
