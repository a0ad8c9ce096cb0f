#include "torikomi/batch/batch.h"

#include <sched.h>

#include <memory>
#include <new>
#include <utility>

#include "torikomi/batch/in_order.h"
#include "torikomi/core/sha256.h"
#include "torikomi/record/unread.h"

namespace torikomi {
namespace {

/// Reads one document. All that needs the order of the inputs happens later, in the sink.
class ReadTask final : public Task {
 public:
  ReadTask(const BatchInput& input, const BatchOptions& options) : options_(options) { result.input = &input; }

  void run() override {
    try {
      read();
    } catch (const std::bad_alloc&) {
      result.document.reset();
      refuse(say("{}: メモリーが足りません", "{}: not enough memory for this document", result.input->source));
    }
  }

  BatchResult result;

 private:
  void read() {
    auto bytes = read_file(result.input->path, options_.max_bytes);
    if (!bytes) return refuse(bytes.error().message);
    result.bytes = bytes->size();
    if (options_.finished) {
      result.digest = sha256_hex(*bytes);
      result.row = options_.finished(result.digest, result.input->source);
      if (result.row) {
        result.outcome = Outcome::kKnown;
        return;
      }
    }
    auto document = ingest({result.input->source, *std::move(bytes)}, options_.ingest);
    if (!document) return refuse(document.error().message);
    result.document = *std::move(document);
  }

  void refuse(Message message) {
    result.outcome = Outcome::kUnreadable;
    result.row = unread_document(result.input->source, UnreadReason::kUnreadable, message.in(options_.ingest.language));
    result.message = std::move(message);
  }

  const BatchOptions& options_;
};

void mark_duplicate(BatchResult& result, const std::string& first, Language language) {
  result.outcome = Outcome::kDuplicate;
  result.message = duplicate_message(result.input->source, first);
  result.row = unread_document(result.input->source, UnreadReason::kDuplicate, result.message.in(language));
  result.document.reset();
}

}  // namespace

const std::string* SeenDocuments::first(const Records& document) {
  const Table& facts = document[TableId::documents];
  if (facts.size() == 0) return nullptr;
  const std::string_view id = facts.row(0)[col::documents::document_id].text();
  const std::string_view source = facts.row(0)[col::documents::source].text();
  const auto [place, is_new] = sources_.try_emplace(std::string(id), source);
  return is_new ? nullptr : &place->second;
}

Message duplicate_message(const std::string& source, const std::string& first) {
  return say("{}: {} と同じ内容のため読みません", "{}: the same bytes as {}; not read again", source, first);
}

Result<std::size_t> run_batch(std::span<const BatchInput> inputs, const BatchOptions& options, const BatchSink& sink) {
  std::size_t begun = 0;
  std::size_t done = 0;
  SeenDocuments seen;
  Status status = ok();
  const TaskSource source = [&]() -> std::unique_ptr<Task> {
    const bool stopped = options.stop_signal != nullptr && *options.stop_signal != 0;
    if (stopped || begun == inputs.size()) return nullptr;
    return std::make_unique<ReadTask>(inputs[begun++], options);
  };
  run_in_order(options.jobs, source, [&](Task& task) {
    BatchResult& result = static_cast<ReadTask&>(task).result;
    if (const std::string* first = seen.first(result.records()))
      mark_duplicate(result, *first, options.ingest.language);
    status = sink(result);
    done += status ? 1 : 0;
    return static_cast<bool>(status);
  });
  if (!status) return status.error();
  return done;
}

unsigned default_jobs() {
  cpu_set_t set;
  CPU_ZERO(&set);
  if (sched_getaffinity(0, sizeof set, &set) != 0) return 1;
  const int count = CPU_COUNT(&set);
  return count > 0 ? static_cast<unsigned>(count) : 1;
}

}  // namespace torikomi
