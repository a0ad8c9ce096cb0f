#include "report/reporters.h"

#include "torikomi/record/excerpt.h"

namespace torikomi {

std::unique_ptr<Reporter> make_reporter(ReportFormat format, const ReportOptions& options, Rules rules) {
  switch (format) {
    case ReportFormat::kJson:
      return make_json_reporter();
    case ReportFormat::kSarif:
      return make_sarif_reporter(options.language, rules);
    case ReportFormat::kGithub:
      return make_github_reporter();
    default:
      return make_text_reporter(options);
  }
}

std::string_view severity_word(Severity severity, Language language) {
  if (language == Language::kEn) return name(severity);
  switch (severity) {
    case Severity::kError:
      return "エラー";
    case Severity::kWarning:
      return "警告";
    default:
      return "情報";
  }
}

std::string_view excerpt_of(const FindingSet& set, Span span) {
  return set.source == nullptr ? std::string_view() : excerpt(set.source->slice(span));
}

}  // namespace torikomi
