// Many documents: on several threads, in the order of the input, with memory for those in flight only.
#pragma once

#include <atomic>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>

#include "torikomi/batch/read_file.h"
#include "torikomi/pipeline.h"

namespace torikomi {

/// One file to read.
struct BatchInput {
  std::string path;    ///< "-" is standard input
  std::string source;  ///< contract: relative to the folder or list that was given, else the file name
};

struct BatchOptions {
  IngestConfig ingest;
  unsigned jobs = 1;
  std::uint64_t max_bytes = kDefaultMaxBytes;     ///< of one document
  const std::atomic<int>* stop_signal = nullptr;  ///< once not 0, no further document is begun
  /// The records of a document that an earlier run has finished, by the SHA-256 of its bytes; called from any thread.
  std::function<std::optional<Records>(std::string_view digest, const std::string& source)> finished;
};

enum class Outcome { kRead, kKnown, kUnreadable, kDuplicate };

/// What became of one input. Every input has records: those of the document, or the one row that says why there are
/// none.
struct BatchResult {
  const BatchInput* input = nullptr;
  Outcome outcome = Outcome::kRead;
  std::uint64_t bytes = 0;
  std::string digest;  ///< SHA-256 of the bytes as 64 hex digits; only where `finished` is set and they could be read
  std::optional<Document> document;  ///< only for kRead
  std::optional<Records> row;        ///< for all others
  Message message;                   ///< for kUnreadable and kDuplicate: why
  [[nodiscard]] const Records& records() const { return document ? document->records : *row; }
};

/// Takes the results in the order of the inputs, on one thread at a time. An error ends the batch.
using BatchSink = std::function<Status(BatchResult&)>;

/// Reads every input and hands it to `sink`. The results do not depend on the number of jobs. One that cannot be read
/// never stops the others. A document with the bytes of an earlier one is not taken again.
/// Gives the number of inputs that reached the sink; fewer than all only after a stop. Errors: those of the sink.
[[nodiscard]] Result<std::size_t> run_batch(std::span<const BatchInput> inputs, const BatchOptions& options,
                                            const BatchSink& sink);

/// Which documents have been there before. Contract: two documents are the same where their document_id is.
class SeenDocuments {
 public:
  /// The source that had the document first, or nullptr where it is new (and from now on known).
  const std::string* first(const Records& document);

 private:
  std::unordered_map<std::string, std::string> sources_;  // document_id -> source
};

/// The message and the one row of diagnostics for a document that repeats `first`.
[[nodiscard]] Message duplicate_message(const std::string& source, const std::string& first);

/// As many as this process may use, at least 1.
[[nodiscard]] unsigned default_jobs();

}  // namespace torikomi
