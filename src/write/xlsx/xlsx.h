// The spreadsheet writer.
#pragma once

#include <cstddef>
#include <string>

#include "write/formats.h"

namespace torikomi {

/// Up to so many rows (of all tables and source lines together) are kept and written at the end as Excel Tables. With
/// more, rows leave memory as they come and the sheets have filters instead: libxlsxwriter has no Tables then.
inline constexpr std::size_t kMostXlsxTableRows = 60'000;

/// open_xlsx with another limit.
[[nodiscard]] OpenedWriter open_xlsx_with(const std::string& target, const WriteOptions& options,
                                          std::size_t most_table_rows);

}  // namespace torikomi
