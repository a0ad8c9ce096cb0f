// The kinds of record sets.
#pragma once

#include <memory>
#include <string>

#include "torikomi/compare/record_set.h"

namespace torikomi {

using OpenedSet = Result<std::unique_ptr<RecordSet>>;

/// A folder of CSV files as `convert -o FOLDER` writes it, in any profile, encoding and language of headings.
[[nodiscard]] OpenedSet open_csv_set(const std::string& folder);
/// A file of JSON objects of the contract, one after another or in one array.
[[nodiscard]] OpenedSet open_json_set(const std::string& path);

/// What a document is known by.
[[nodiscard]] DocumentFacts facts_of(const Records& document);

}  // namespace torikomi
