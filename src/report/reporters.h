// The reporters, one file each.
#pragma once

#include "torikomi/report/render.h"

namespace torikomi {

using Rules = std::span<const RuleInfo* const>;

[[nodiscard]] std::unique_ptr<Reporter> make_text_reporter(const ReportOptions& options);
[[nodiscard]] std::unique_ptr<Reporter> make_json_reporter();
[[nodiscard]] std::unique_ptr<Reporter> make_sarif_reporter(Language language, Rules rules);
[[nodiscard]] std::unique_ptr<Reporter> make_github_reporter();

/// The words of the span, cut at 120 bytes between two characters: excerpts are for reading.
[[nodiscard]] std::string_view excerpt_of(const FindingSet& set, Span span);

}  // namespace torikomi
