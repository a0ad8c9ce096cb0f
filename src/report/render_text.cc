// Text with caret and source line, and a summary by rule.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>

#include "report/reporters.h"
#include "torikomi/core/utf8.h"
#include "torikomi/text/normalize.h"

namespace torikomi {
namespace {

constexpr std::size_t kContext = 36;     ///< columns of the line shown before the place
constexpr std::size_t kLineWidth = 100;  ///< columns of the line shown in all
constexpr std::size_t kLongestCaret = 48;

/// The part of a long line around a span: what is shown, and where the span stands in it.
struct Excerpt {
  std::string text;
  std::size_t before = 0;  ///< columns before the caret
  std::size_t width = 1;   ///< columns under the caret
};

/// Tabs and other controls take one column each and are shown as blanks.
void append_shown(std::string& out, std::string_view words) {
  for (const char c : words) out += static_cast<unsigned char>(c) < 0x20 ? ' ' : c;
}

Excerpt make_excerpt(const Source& source, Span span) {
  const Span line = source.line_span(source.line_of(span.begin));
  const std::string_view text = source.text();
  const std::uint32_t end = std::clamp(span.end, span.begin, std::max(span.begin, line.end));
  std::uint32_t first = span.begin;
  std::size_t columns = 0;
  while (first > line.begin && columns < kContext) {
    const auto letter = utf8::decode_before(text, first);
    first -= letter.size;
    columns += display_width(text.substr(first, letter.size));
  }
  std::uint32_t last = end;
  std::size_t all = columns + display_width(text.substr(span.begin, end - span.begin));
  while (last < line.end && all < kLineWidth) {
    const auto letter = utf8::decode(text, last);
    all += display_width(text.substr(last, letter.size));
    last += letter.size;
  }
  Excerpt out;
  if (first > line.begin) out.text += "…";
  std::string before, marked;
  append_shown(before, text.substr(first, span.begin - first));
  append_shown(marked, text.substr(span.begin, end - span.begin));
  out.before = display_width(out.text) + display_width(before);
  out.width = std::clamp<std::size_t>(display_width(marked), 1, kLongestCaret);
  out.text += before + marked;
  append_shown(out.text, text.substr(end, last - end));
  if (last < line.end) out.text += "…";
  while (out.text.ends_with(' ')) out.text.pop_back();
  return out;
}

class TextReporter final : public Reporter {
 public:
  explicit TextReporter(const ReportOptions& options) : options_(options) {}

  void add(const FindingSet& set, std::string& out) override {
    ++inputs_;
    std::map<std::string_view, std::size_t> shown;
    for (const Finding& finding : set.findings) {
      ++totals_[static_cast<std::size_t>(finding.severity)];
      const std::string_view code = finding.diagnostic.rule->code;
      Tally& tally = rules_[code];
      tally.rule = finding.diagnostic.rule;
      tally.severity = finding.severity;
      ++tally.count;
      if (shown[code]++ < options_.most_per_rule) add_finding(set, finding, out);
    }
    for (const auto& [code, count] : shown)
      if (count > options_.most_per_rule) add_rest(set, code, count - options_.most_per_rule, out);
  }

  void finish(std::string& out) override {
    for (const auto& [code, tally] : rules_) {
      out += fmt::format("{:>6}  {}  {}  {}\n", tally.count, code,
                         paint(tally.severity, severity_word(tally.severity, options_.language)),
                         tally.rule->summary.in(options_.language));
    }
    const auto [errors, warnings, infos] = totals_;
    if (options_.language == Language::kJa) {
      out += fmt::format("{} 件の入力: エラー {}、警告 {}、情報 {}\n", inputs_, errors, warnings, infos);
    } else {
      const auto counted = [](std::size_t count, std::string_view word) {
        return fmt::format("{} {}{}", count, word, count == 1 ? "" : "s");
      };
      out += fmt::format("{}: {}, {}, {}\n", counted(inputs_, "input"), counted(errors, "error"),
                         counted(warnings, "warning"), counted(infos, "info"));
    }
  }

 private:
  struct Tally {
    const RuleInfo* rule = nullptr;
    Severity severity = Severity::kInfo;
    std::size_t count = 0;
  };

  /// The word is always there; colour only repeats it.
  [[nodiscard]] std::string paint(Severity severity, std::string_view word) const {
    if (!options_.color) return std::string(word);
    constexpr std::array kColours = {"31", "33", "36"};
    return fmt::format("\x1b[{}m{}\x1b[0m", kColours[static_cast<std::size_t>(severity)], word);
  }

  void add_finding(const FindingSet& set, const Finding& finding, std::string& out) const {
    const Diagnostic& diagnostic = finding.diagnostic;
    const std::string word = paint(finding.severity, severity_word(finding.severity, options_.language));
    if (set.source == nullptr || diagnostic.span.empty()) {
      out += fmt::format("{}: {} {} {}\n", set.path, word, diagnostic.rule->code, diagnostic.message);
      return;
    }
    const LineColumn at = set.source->line_column(diagnostic.span.begin);
    out += fmt::format("{}:{}:{}: {} {} {}\n", set.path, at.line, at.column, word, diagnostic.rule->code,
                       diagnostic.message);
    const Excerpt excerpt = make_excerpt(*set.source, diagnostic.span);
    const std::string gutter = std::to_string(at.line);
    out += fmt::format(" {} | {}\n", gutter, excerpt.text);
    out += fmt::format(" {:{}} | {:{}}{}", "", gutter.size(), "", excerpt.before, std::string(excerpt.width, '^'));
    if (!diagnostic.suggestion.empty()) out += " " + diagnostic.suggestion;
    out += '\n';
  }

  void add_rest(const FindingSet& set, std::string_view code, std::size_t count, std::string& out) const {
    if (options_.language == Language::kJa)
      out += fmt::format("{}: {} はほかに {} 件あります (--all ですべて表示)\n", set.path, code, count);
    else
      out += fmt::format("{}: {} more of {} (--all shows them)\n", set.path, count, code);
  }

  ReportOptions options_;
  std::size_t inputs_ = 0;
  std::array<std::size_t, 3> totals_{};
  std::map<std::string_view, Tally> rules_;
};

}  // namespace

std::unique_ptr<Reporter> make_text_reporter(const ReportOptions& options) {
  return std::make_unique<TextReporter>(options);
}

}  // namespace torikomi
