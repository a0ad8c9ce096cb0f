// Inputs that give no tables still give a row that says so.
#pragma once

#include <string_view>

#include "torikomi/record/records.h"

namespace torikomi {

enum class UnreadReason { kUnreadable, kDuplicate };

/// Contract: an input that cannot be read, or has the bytes of an earlier one, gives only a row of diagnostics with an
/// empty document_id.
[[nodiscard]] Records unread_document(std::string_view source, UnreadReason reason, std::string_view message);

}  // namespace torikomi
