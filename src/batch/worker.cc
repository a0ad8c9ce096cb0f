#include "torikomi/batch/worker.h"

#include <unistd.h>

#include <array>
#include <memory>
#include <new>

#include "batch/base64.h"
#include "batch/worker_json.h"
#include "torikomi/batch/in_order.h"
#include "torikomi/core/sha256.h"
#include "torikomi/record/unread.h"
#include "torikomi/write/json.h"

namespace torikomi {
namespace {

/// The bytes of the document. `max_bytes` holds for every kind.
Result<std::string> bytes_of(WorkItem& item, std::uint64_t max_bytes) {
  switch (item.kind) {
    case WorkItem::Kind::kPath:
      return read_file(item.value, max_bytes);
    case WorkItem::Kind::kBase64:
      if (auto bytes = decode_base64(item.value)) {
        item.value = *std::move(bytes);
        break;
      }
      return Error{ErrorCode::kInput, say("{}: base64 として読めません", "{}: its base64 is damaged", item.id)};
    case WorkItem::Kind::kText:
      break;
    case WorkItem::Kind::kTooLong:
      return too_large(item.id, max_bytes);
    case WorkItem::Kind::kNothing:
      return Error{ErrorCode::kInput, say("{}: path、text、base64 のどれか一つが要ります",
                                          "{}: needs exactly one of path, text and base64", item.id)};
  }
  if (item.value.size() > max_bytes) return too_large(item.id, max_bytes);
  return std::move(item.value);
}

class WorkTask final : public Task {
 public:
  WorkTask(WorkItem item, const WorkerOptions& options) : item_(std::move(item)), options_(options) {}

  void run() override {
    try {
      read();
    } catch (const std::bad_alloc&) {
      line.clear();
      line.shrink_to_fit();
      refuse(say("{}: メモリーが足りません", "{}: not enough memory for this document", item_.id));
    }
  }

  std::string line;  ///< with its LF
  bool unreadable = false;

 private:
  void read() {
    auto bytes = bytes_of(item_, options_.max_bytes);
    if (!bytes) return refuse(bytes.error().message);
    const auto document = ingest({item_.id, *std::move(bytes)}, options_.ingest);
    if (!document) return refuse(document.error().message);
    line = work_line(item_.id, document->records);
  }

  void refuse(const Message& message) {
    unreadable = true;
    line =
        work_line(item_.id, unread_document(item_.id, UnreadReason::kUnreadable, message.in(options_.ingest.language)));
  }

  WorkItem item_;
  const WorkerOptions& options_;
};

}  // namespace

std::uint64_t fnv1a(std::string_view bytes) {
  std::uint64_t hash = 0xcbf29ce484222325;
  for (const char c : bytes) {
    hash ^= static_cast<unsigned char>(c);
    hash *= 0x100000001b3;
  }
  return hash;
}

bool Shard::has(std::string_view id) const { return count == 1 || fnv1a(id) % count == index; }

std::size_t longest_line(std::uint64_t max_bytes) {
  constexpr std::size_t kLongestEscape = 6;  // one byte written as \u001f
  constexpr std::size_t kRest = 64 * 1024;
  return static_cast<std::size_t>(max_bytes) * kLongestEscape + kRest;
}

Result<WorkerReport> run_worker(LineReader& input, const WorkerOptions& options, OutputFile& output) {
  WorkerReport report;
  Sha256 input_hash;
  Sha256 output_hash;
  Status status = ok();
  const TaskSource source = [&]() -> std::unique_ptr<Task> {
    while (status) {
      report.stopped = options.stop_signal != nullptr && *options.stop_signal != 0;
      if (report.stopped) return nullptr;
      const auto line = input.next();
      if (!line) status = line.error();
      if (!line || !*line) return nullptr;
      ++report.lines;
      input_hash.update((*line)->text);
      input_hash.update("\n");
      auto item = parse_work_item(**line);
      if (!item) status = numbered(item.error(), report.lines);
      if (!item) return nullptr;
      if (options.shard.has(item->id)) return std::make_unique<WorkTask>(*std::move(item), options);
    }
    return nullptr;
  };
  Status written = ok();
  run_in_order(options.jobs, source, [&](Task& task) {
    const auto& done = static_cast<WorkTask&>(task);
    ++report.documents;
    report.unreadable += done.unreadable ? 1 : 0;
    output_hash.update(done.line);
    written = output.append(done.line);
    if (written && output.is_stream()) written = output.flush();
    return static_cast<bool>(written);
  });
  if (!written) return written.error();
  if (!status) return status.error();
  report.input_digest = input_hash.hex();
  report.output_digest = output_hash.hex();
  return report;
}

std::string manifest(const WorkerReport& report, Shard shard, std::string_view version) {
  return fmt::format(
      "{{\"shard\":{},\"shards\":{},\"lines\":{},\"documents\":{},\"records\":{},\"unreadable\":{},"
      "\"input_sha256\":\"{}\",\"output_sha256\":\"{}\",\"tool\":\"torikomi {}\"}}\n",
      shard.index, shard.count, report.lines, report.documents, report.documents, report.unreadable,
      report.input_digest, report.output_digest, version);
}

std::string worker_temporary(const std::string& path) {
  std::array<char, 256> host{};
  if (gethostname(host.data(), host.size() - 1) != 0) host[0] = 0;
  return fmt::format("{}.tmp.{}.{}", path, host.data(), getpid());
}

}  // namespace torikomi
