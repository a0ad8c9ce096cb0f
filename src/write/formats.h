// How each format is opened; writers.cc lists them.
#pragma once

#include <memory>
#include <string>

#include "torikomi/write/writer.h"

namespace torikomi {

using OpenedWriter = Result<std::unique_ptr<Writer>>;

/// One object for one document, an array of such objects for several; one row a line.
[[nodiscard]] OpenedWriter open_json(const std::string& target, const WriteOptions& options);
/// One compact object a line.
[[nodiscard]] OpenedWriter open_ndjson(const std::string& target, const WriteOptions& options);
/// A folder with one CSV file a table and datapackage.json.
[[nodiscard]] OpenedWriter open_csv(const std::string& target, const WriteOptions& options);
/// One CSV file: Preset::kEvents.
[[nodiscard]] OpenedWriter open_event_list(const std::string& target, const WriteOptions& options);
/// A workbook with one sheet a table, links to the source lines, explanations.
[[nodiscard]] OpenedWriter open_xlsx(const std::string& target, const WriteOptions& options);
/// A database with the contract tables.
[[nodiscard]] OpenedWriter open_sqlite(const std::string& target, const WriteOptions& options);

/// The file system that the options name.
[[nodiscard]] inline FileSystem& files_of(const WriteOptions& options) {
  return options.files != nullptr ? *options.files : real_files();
}

}  // namespace torikomi
