// Coded rules over a finished document. They report; they never change a record.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string_view>

#include "torikomi/core/diagnostic.h"
#include "torikomi/layout/block.h"
#include "torikomi/record/records.h"
#include "torikomi/value/date.h"

namespace torikomi {

struct CheckFacts;  // src/check/facts.h: what several rules need, computed once

/// What a rule may look at that judges the text alone.
struct TextInput {
  const NormText& text;
  const Layout& layout;
  const CheckFacts& facts;
  std::span<const std::uint32_t>
      reported;  ///< where the decode stage has spoken of bytes that it could not read; sorted
};

/// What the document says of its own date.
struct Publication {
  std::optional<Day> first, last;  ///< a day, or the month
  bool after_heisei = false;       ///< on or after 2019-05-01; without a date: the text speaks of 令和
};

/// What a rule may look at that judges the records as well.
struct CheckInput : TextInput {
  const Records& records;
  Publication published;
};

/// The check function of a rule, or none. What it takes tells when it can run.
struct RuleCheck {
  using OfText = void (*)(const TextInput& input, Diagnostics& diagnostics);
  using OfRecords = void (*)(const CheckInput& input, Diagnostics& diagnostics);
  RuleCheck(std::nullptr_t) {}                       // NOLINT(google-explicit-constructor): read as a value
  RuleCheck(OfText check) : of_text(check) {}        // NOLINT(google-explicit-constructor)
  RuleCheck(OfRecords check) : of_records(check) {}  // NOLINT(google-explicit-constructor)
  [[nodiscard]] bool exists() const { return of_text != nullptr || of_records != nullptr; }

  OfText of_text = nullptr;
  OfRecords of_records = nullptr;
};

/// Rules that speak of taste or of the needs of machines are run only where they are asked for.
enum class RuleGroup { kDefault, kStyle, kMachineReadable };
[[nodiscard]] std::string_view name(RuleGroup group);  ///< "default", "style", "machine-readable"

/// One rule = one file in src/check/rules + one line in src/check/rules.def. Rules that a reading stage raises by
/// itself (it sees what a later look at the rows cannot tell) have no function.
struct Rule {
  RuleInfo info;
  RuleCheck run = nullptr;
  RuleGroup group = RuleGroup::kDefault;
  bool repairs = false;  ///< `validate --fix` mends what it finds (check/repair.h)
};

/// Every rule, by code.
[[nodiscard]] std::span<const Rule* const> all_rules();
/// The descriptions of all rules, for Diagnostics.
[[nodiscard]] std::span<const RuleInfo* const> all_rule_infos();

/// Which opt-in groups are run beside the default one.
struct CheckOptions {
  bool style = false;
  bool machine_readable = false;
};

/// What the checks make of the text alone.
struct TextChecks {
  std::shared_ptr<const CheckFacts> facts;
  Diagnostics findings;  ///< rule by rule
};

/// Runs the rules that judge the text: most of the work of the checks, which may be done while another thread reads the
/// records. `reported`: where the decode stage has spoken of unreadable bytes, offsets in the decoded text, sorted.
[[nodiscard]] TextChecks check_text(const NormText& text, const Layout& layout, std::span<const std::uint32_t> reported,
                                    const CheckOptions& options, Language language);

/// Runs the other rules over one finished document, then puts all findings in the order of the text (equal places:
/// stage by stage, then by code). `of_text` is what check_text() gave for the same text.
void run_checks(const NormText& text, const Layout& layout, const Records& records, TextChecks of_text,
                const CheckOptions& options, Diagnostics& diagnostics);

}  // namespace torikomi
