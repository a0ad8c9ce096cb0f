// One document a line in, one object a line out: the form of work that distributed engines can run.
#pragma once

#include <atomic>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "torikomi/batch/batch.h"
#include "torikomi/batch/line_reader.h"
#include "torikomi/write/output_file.h"

namespace torikomi {

/// The documents whose FNV-1a hash of the id, modulo `count`, is `index`: the same ones whatever the order, the machine
/// or the path.
struct Shard {
  std::uint64_t index = 0;
  std::uint64_t count = 1;
  [[nodiscard]] bool has(std::string_view id) const;
};
/// "3/8". Errors (kUsage): not of this form, or index >= count.
[[nodiscard]] Result<Shard> parse_shard(std::string_view text);
/// 64-bit FNV-1a (draft-eastlake-fnv).
[[nodiscard]] std::uint64_t fnv1a(std::string_view bytes);

/// One document to be done: {"id":…} with its bytes as "path", "text" or "base64".
struct WorkItem {
  enum class Kind { kPath, kText, kBase64, kNothing, kTooLong };
  std::string id;
  Kind kind = Kind::kNothing;
  std::string value;
};
/// Errors (kInput): the line is no JSON object or has no "id", so that no output could be told to be its own. Anything
/// else that is wrong becomes the document's error record.
[[nodiscard]] Result<WorkItem> parse_work_item(const InputLine& line);

/// The longest line that can hold a document of `max_bytes`: text with every character escaped.
[[nodiscard]] std::size_t longest_line(std::uint64_t max_bytes);

struct WorkerOptions {
  IngestConfig ingest;
  unsigned jobs = 1;
  std::uint64_t max_bytes = kDefaultMaxBytes;
  Shard shard;
  const std::atomic<int>* stop_signal = nullptr;
};

/// What a worker did. The digests are SHA-256 as hex digits.
struct WorkerReport {
  std::uint64_t lines = 0;      ///< of the input, of every shard
  std::uint64_t documents = 0;  ///< of this shard
  std::uint64_t unreadable = 0;
  std::string input_digest;  ///< of all input lines with their LF
  std::string output_digest;
  bool stopped = false;  ///< by a signal, before the end of the input
};

/// Reads every line of `input` and appends one line of JSON for every document of the shard to `output`, in the order
/// of the input. The same lines give the same bytes, whoever runs it and however often. Does not finish `output`.
/// Errors: kInput for a line that is no work item, kOutput where nothing can be written.
[[nodiscard]] Result<WorkerReport> run_worker(LineReader& input, const WorkerOptions& options, OutputFile& output);

/// {"shard":0,"shards":1,…}: what `--out` files are accompanied by.
[[nodiscard]] std::string manifest(const WorkerReport& report, Shard shard, std::string_view version);

/// `path`.tmp.HOST.PID: where a worker writes until the file is whole.
[[nodiscard]] std::string worker_temporary(const std::string& path);

}  // namespace torikomi
