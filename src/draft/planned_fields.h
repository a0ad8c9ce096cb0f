// Names and types of the fields of a draft.
#pragma once

#include <span>

#include "plan.h"
#include "torikomi/grammar/grammar.h"

namespace torikomi {

/// Adds the field of a label: by what a known family says of it, else by what the words behind it are.
void add_field(const Candidate& seen, std::span<const Grammar> known, std::vector<PlannedField>& fields);

/// Adds the field of a heading above text: 【これまでの取組】.
void add_headed_field(const Candidate& heading, std::vector<PlannedField>& fields);

/// What one field can only be beside others: an indicator with its values, a day with its place, the name of a card.
void settle_fields(DraftPlan& plan);

}  // namespace torikomi
