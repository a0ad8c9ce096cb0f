// One document as one JSON object of the contract, for those who put it into lines of their own.
#pragma once

#include <string>

#include "torikomi/record/records.h"

namespace torikomi {

/// Appends {"documents":[...],...,"unclaimed":[...]} on one line, without a line end. No raw tab or newline is in it.
void append_json_document(std::string& out, const Records& document);

}  // namespace torikomi
