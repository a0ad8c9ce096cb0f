// The contract's JSON object -> records: the way back from what workers wrote.
#pragma once

#include <string>

#include "torikomi/core/result.h"
#include "torikomi/record/records.h"

namespace torikomi {

/// Rebuilds the records of one document from the object that append_json_document() wrote; other members of the object
/// are passed over. Writing the result gives the same bytes again. Errors (kInput): no JSON, or not the contract's.
[[nodiscard]] Result<Records> records_from_json(std::string json);

}  // namespace torikomi
