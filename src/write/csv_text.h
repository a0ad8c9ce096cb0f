// CSV records, appended to one growing buffer.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "torikomi/record/records.h"
#include "torikomi/write/writer.h"

namespace torikomi {

/// What the excel profile begins UTF-8 with.
inline constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

/// One field: quoted only where a comma or a quote demands it; every line end inside becomes " / ", so that one record
/// stays one physical line.
void append_csv_text(std::string& out, std::string_view text, CsvProfile profile);

/// One record with its line end (LF, or CR LF in the excel profile).
void append_csv_row(std::string& out, ConstRow row, CsvProfile profile);
/// A header record.
void append_csv_header(std::string& out, std::span<const std::string_view> names, CsvProfile profile);

}  // namespace torikomi
