#include "torikomi/pipeline.h"

#include <fmt/format.h>

#include <future>
#include <utility>
#include <vector>

#include "torikomi/check/check.h"
#include "torikomi/core/sha256.h"
#include "torikomi/grammar/stacked_rows.h"
#include "torikomi/record/build.h"
#include "torikomi/text/decode.h"

namespace torikomi {
namespace {

/// Contract: the first 12 hex digits of the SHA-256 of the source bytes.
constexpr std::size_t kIdDigits = 12;

/// Gives the places in the decoded text that it has spoken of.
std::vector<std::uint32_t> report_bad_bytes(const DecodedText& decoded, Diagnostics& diagnostics) {
  constexpr std::uint32_t kReplacementSize = 3;  // U+FFFD in UTF-8
  std::vector<std::uint32_t> out;
  for (const BadBytes& bad : decoded.bad) {
    const Message where =
        say("ファイルの先頭から {} バイト目の {} バイトは {} として正しくありません",
            "the file is not valid {2} at offset {0} (bytes: {1})", bad.offset, bad.length, decoded.encoding);
    diagnostics.add("TXT004", Span{bad.text_begin, bad.text_begin + kReplacementSize}, "U+FFFD",
                    where.in(diagnostics.language()));
    out.push_back(bad.text_begin);
  }
  return out;
}

/// The family that fits best, or nothing. A tie is reported.
const Grammar* choose_family(const NormText& text, const Layout& layout, const IngestConfig& config,
                             Diagnostics& diagnostics) {
  if (config.forced != nullptr) return config.forced;
  const auto scores = score_families(text, layout, config.grammars);
  if (scores.empty() || scores.front().score == 0) return nullptr;
  if (scores.size() > 1 && scores[1].score == scores[0].score) {
    diagnostics.add("STR008", Span{}, scores[0].grammar->name, scores[1].grammar->name, scores[0].grammar->name);
  }
  return &scores.front().grammar->whole();
}

std::vector<const Grammar*> supplements_of(const IngestConfig& config) {
  std::vector<const Grammar*> out;
  for (const Grammar& grammar : config.grammars)
    if (grammar.supplements && &grammar != config.forced) out.push_back(&grammar);
  return out;
}

/// A supplement that was asked for by name is the family, and knows headings of tables all the same.
std::vector<const Grammar*> with_forced(std::vector<const Grammar*> supplements, const IngestConfig& config) {
  if (config.forced != nullptr && config.forced->supplements) supplements.push_back(config.forced);
  return supplements;
}

}  // namespace

Result<Document> ingest(RawFile file, const IngestConfig& config) {
  SourceFacts facts{sha256_hex(file.bytes).substr(0, kIdDigits), std::move(file.source), {}};
  auto decoded = decode(std::move(file.bytes), facts.source);
  if (!decoded) return decoded.error();
  facts.encoding = decoded->encoding;
  Diagnostics diagnostics(all_rule_infos(), config.language);
  const std::vector<std::uint32_t> reported = report_bad_bytes(*decoded, diagnostics);

  auto source = std::make_unique<const Source>(facts.source, std::move(decoded->text));
  auto text = std::make_unique<NormText>(normalize(*source));
  Layout layout = split_blocks(*text);
  const Grammar* family = choose_family(*text, layout, config, diagnostics);
  const auto supplements = supplements_of(config);
  stack_rows(text->text(), layout, with_forced(supplements, config));
  // With both policies, a system that has no thread left runs it on this one.
  const auto policy = config.spare_core ? std::launch::async | std::launch::deferred : std::launch::deferred;
  auto text_checks = std::async(policy, [&] {
    if (config.spare_core && family != nullptr) prepare_patterns(*family, text->body());
    return check_text(*text, layout, reported, config.checks, config.language);
  });
  DocumentMatch match = match_cards(*text, layout, family, supplements);
  Records records = build_records(*text, layout, match, facts, diagnostics);
  run_checks(*text, layout, records, text_checks.get(), config.checks, diagnostics);
  add_findings(records, *source, diagnostics);
  records.source_text = source->text();
  return Document{std::move(source), std::move(text),    std::move(layout),
                  std::move(match),  std::move(records), std::move(diagnostics)};
}

}  // namespace torikomi
