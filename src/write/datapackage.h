// datapackage.json: what the CSV files of a folder are, for programs (Data Package v2, https://datapackage.org).
#pragma once

#include <cstdint>
#include <span>
#include <string>

#include "torikomi/record/schema.h"
#include "torikomi/write/writer.h"

namespace torikomi {

/// One CSV file as it was written.
struct CsvResource {
  const TableInfo* table = nullptr;
  std::string file;  ///< name in the folder
  std::uint64_t bytes = 0;
  std::string sha256;  ///< 64 hex digits
};

/// The heading of a column under these options: its name in the contract, or its Japanese title.
[[nodiscard]] std::string_view csv_heading(const ColumnInfo& column, const WriteOptions& options);

/// The descriptor. Holds no time and no host, so the same tables give the same bytes.
[[nodiscard]] std::string datapackage(std::span<const CsvResource> resources, const WriteOptions& options);

}  // namespace torikomi
