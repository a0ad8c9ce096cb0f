#include "torikomi/batch/journal.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <limits>
#include <system_error>
#include <utility>

#include "batch/worker_json.h"
#include "torikomi/batch/line_reader.h"
#include "torikomi/batch/records_json.h"

namespace torikomi {
namespace {

/// The line of a document is several times as long as the document.
constexpr std::size_t kLongestLine = std::size_t{1} << 32;

std::string id_of(std::string_view digest, std::string_view source) {
  std::string id(digest);
  id += ' ';
  id += source;
  return id;
}

Error failed(const std::string& path, int code) {
  const std::string why = std::generic_category().message(code);
  return {ErrorCode::kOutput, say("{}: 再開のための記録を読み書きできません ({})",
                                  "{}: the record of what is done cannot be read or written ({})", path, why)};
}

constexpr std::string_view kHeading = "{\"torikomi-journal\":\"";

/// The first line, which no document can have.
std::string heading(std::string_view engine) { return std::string(kHeading) + std::string(engine) + "\"}\n"; }

/// A killed run may leave the begin of a first line.
bool begins_journal(const InputLine& first) {
  return first.text.starts_with(kHeading) || (!first.ended && kHeading.starts_with(first.text));
}

Error no_journal(const std::string& path) {
  return {ErrorCode::kOutput,
          say("{}: --resume の記録ではないファイルです。別の -o を指定するか、このファイルを移してください",
              "{}: is no record of --resume, and stays as it is; name another -o, or move it away", path)};
}

}  // namespace

Journal::Journal(Journal&& other) noexcept
    : descriptor_(std::exchange(other.descriptor_, -1)),
      path_(std::move(other.path_)),
      places_(std::move(other.places_)) {}

Journal::~Journal() {
  if (descriptor_ >= 0) ::close(descriptor_);
}

Result<Journal> Journal::open(const std::string& path, std::string_view engine) {
  constexpr int kMode = 0666;
  const int descriptor = ::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, kMode);
  if (descriptor < 0) return failed(path, errno);
  Journal journal(descriptor, path);
  if (auto begun = journal.begin(engine); !begun) return begun.error();
  return journal;
}

/// Finds the whole lines, and cuts off what follows them.
Status Journal::begin(std::string_view engine) {
  auto reader = LineReader::open(path_, kLongestLine);
  if (!reader) return failed(path_, errno);
  const std::string first = heading(engine);
  std::uint64_t end = 0;
  while (true) {
    const auto line = reader->next();
    if (!line) return failed(path_, errno);
    if (end == 0 && *line && !begins_journal(**line)) return no_journal(path_);
    if (!*line || !(*line)->ended || !(*line)->whole) break;
    if (end == 0 && (*line)->text != std::string_view(first).substr(0, first.size() - 1)) break;
    if (end > 0) {
      auto id = id_of_line((*line)->text);
      if (!id) break;
      places_[*std::move(id)] = {(*line)->offset, (*line)->text.size()};
    }
    end = (*line)->offset + (*line)->text.size() + 1;
  }
  if (::ftruncate(descriptor_, static_cast<off_t>(end)) != 0) return failed(path_, errno);
  if (::lseek(descriptor_, 0, SEEK_END) < 0) return failed(path_, errno);
  return end == 0 ? write(first) : ok();
}

std::optional<Records> Journal::find(std::string_view digest, std::string_view source) const {
  const auto place = places_.find(id_of(digest, source));
  if (place == places_.end()) return std::nullopt;
  std::string line(place->second.size, '\0');
  std::size_t done = 0;
  while (done < line.size()) {
    const ssize_t got =
        ::pread(descriptor_, line.data() + done, line.size() - done, static_cast<off_t>(place->second.offset + done));
    if (got < 0 && errno == EINTR) continue;
    if (got <= 0) return std::nullopt;
    done += static_cast<std::size_t>(got);
  }
  auto records = records_from_json(std::move(line));
  if (!records) return std::nullopt;
  return *std::move(records);
}

Status Journal::add(std::string_view digest, std::string_view source, const Records& records) {
  return write(work_line(id_of(digest, source), records));
}

Status Journal::write(std::string_view line) {
  while (!line.empty()) {
    const ssize_t done = ::write(descriptor_, line.data(), line.size());
    if (done < 0 && errno == EINTR) continue;
    if (done < 0) return failed(path_, errno);
    line.remove_prefix(static_cast<std::size_t>(done));
  }
  return ok();
}

void Journal::remove() { ::unlink(path_.c_str()); }

}  // namespace torikomi
