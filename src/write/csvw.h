// csv-metadata.json: the same tables as datapackage.json in the words of CSV on the Web
// (https://www.w3.org/TR/tabular-metadata/).
#pragma once

#include <string>

#include "write/datapackage.h"

namespace torikomi {

inline constexpr const char* kCsvwFile = "csv-metadata.json";

/// The table group of a folder of CSV files. Depends on the options only.
[[nodiscard]] std::string csvw_metadata(const WriteOptions& options);

}  // namespace torikomi
