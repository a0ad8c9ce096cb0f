// Workflow commands: ::error file=…,line=…,col=…,title=…::message
#include <fmt/format.h>

#include "report/reporters.h"

namespace torikomi {
namespace {

/// Percent, CR and LF are escaped everywhere; colon and comma in properties too.
std::string escaped(std::string_view text, bool property) {
  std::string out;
  for (const char c : text) {
    const bool special = c == '%' || c == '\r' || c == '\n' || (property && (c == ':' || c == ','));
    if (special)
      out += fmt::format("%{:02X}", static_cast<unsigned char>(c));
    else
      out += c;
  }
  return out;
}

class GithubReporter final : public Reporter {
 public:
  void add(const FindingSet& set, std::string& out) override {
    for (const Finding& finding : set.findings) {
      const Diagnostic& diagnostic = finding.diagnostic;
      const std::string_view command = finding.severity == Severity::kInfo ? "notice" : name(finding.severity);
      out += fmt::format("::{} file={}", command, escaped(set.path, true));
      if (set.source != nullptr && !diagnostic.span.empty()) {
        const LineColumn begin = set.source->line_column(diagnostic.span.begin);
        const LineColumn end = set.source->line_column(diagnostic.span.end);
        out += fmt::format(",line={},endLine={},col={},endColumn={}", begin.line, end.line, begin.column, end.column);
      }
      out += fmt::format(",title={}::{}\n", diagnostic.rule->code, escaped(diagnostic.message, false));
    }
  }
  void finish(std::string& /*out*/) override {}
};

}  // namespace

std::unique_ptr<Reporter> make_github_reporter() { return std::make_unique<GithubReporter>(); }

}  // namespace torikomi
