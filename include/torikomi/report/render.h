// Findings as people and programs read them: text with caret, JSON, SARIF, workflow commands; the catalogue of rules.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "torikomi/core/diagnostic.h"
#include "torikomi/core/source.h"

namespace torikomi {

/// One finding as a run reports it: its severity may differ from that of the rule, by configuration.
struct Finding {
  Diagnostic diagnostic;
  Severity severity = Severity::kWarning;
};

/// The findings of one input, in the order of the text.
struct FindingSet {
  std::string path;                ///< as the user named it
  std::string name;                ///< the contract's `source`
  std::string document_id;         ///< empty where the input could not be read
  const Source* source = nullptr;  ///< nullptr where the input could not be read
  std::vector<Finding> findings;
};

enum class ReportFormat { kText, kJson, kSarif, kGithub };

struct ReportOptions {
  Language language = Language::kEn;
  bool color = false;
  std::size_t most_per_rule = 5;  ///< of one rule and one input, in the text format; the rest is counted
};

/// Takes inputs in order and appends to `out` what can be written already.
class Reporter {
 public:
  virtual ~Reporter() = default;
  virtual void add(const FindingSet& set, std::string& out) = 0;
  virtual void finish(std::string& out) = 0;
};

/// `rules`: every rule that may occur; static storage. json: an array of rows of the table `diagnostics` of the record
/// contract. sarif: version 2.1.0 (OASIS), columns in code points. github: workflow commands, one a line.
[[nodiscard]] std::unique_ptr<Reporter> make_reporter(ReportFormat format, const ReportOptions& options,
                                                      std::span<const RuleInfo* const> rules);

/// "error", "warning", "info" in the language of people: エラー, 警告, 情報.
[[nodiscard]] std::string_view severity_word(Severity severity, Language language);

}  // namespace torikomi
