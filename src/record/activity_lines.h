// What the lines of one cell say of an event: its name, and below it 開会時間:午前10時 and 会場:議場.
#pragma once

#include "schedule_row.h"

namespace torikomi {

/// The lines below the name, where one of them has a label of time or place: the name keeps its line, the rest from the
/// first line on that tells neither is the content. Nothing that is known already changes.
void take_labelled_lines(const Builder& builder, ScheduleRow& row);

}  // namespace torikomi
