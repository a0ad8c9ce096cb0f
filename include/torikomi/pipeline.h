// The line from the bytes of one file to its records. Start reading here.
#pragma once

#include <memory>
#include <span>
#include <string>

#include "torikomi/check/check.h"
#include "torikomi/core/diagnostic.h"
#include "torikomi/core/result.h"
#include "torikomi/core/source.h"
#include "torikomi/grammar/grammar.h"
#include "torikomi/grammar/match.h"
#include "torikomi/layout/block.h"
#include "torikomi/record/records.h"
#include "torikomi/text/normalize.h"

namespace torikomi {

/// One input as it was read.
struct RawFile {
  std::string source;  ///< contract: the path relative to what was given, else the file name
  std::string bytes;
};

/// What holds for a whole run. The grammars must outlive every document.
struct IngestConfig {
  std::span<const Grammar> grammars;
  const Grammar* forced = nullptr;  ///< used whatever the text looks like; nothing: the best that fits
  Language language = Language::kEn;
  CheckOptions checks = {};  ///< opt-in groups of rules
  bool spare_core = false;   ///< a document may use a second thread; the result is the same
};

/// One document after all stages. Later members view earlier ones.
struct Document {
  std::unique_ptr<const Source> source;
  std::unique_ptr<const NormText> text;
  Layout layout;
  DocumentMatch match;
  Records records;
  Diagnostics diagnostics;
};

/// Pure but for memory: the same bytes and grammars give the same document. Safe to call from several threads at once.
/// Errors: the file cannot be read as text (kInput).
[[nodiscard]] Result<Document> ingest(RawFile file, const IngestConfig& config);

/// What flows between two stages, as text: `--dump blocks|cards|records|ledger`.
enum class DumpStage { kBlocks, kCards, kRecords, kLedger };
[[nodiscard]] std::string dump(const Document& document, DumpStage stage);

}  // namespace torikomi
