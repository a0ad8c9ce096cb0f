#include "torikomi/batch/read_file.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <system_error>

namespace torikomi {
namespace {

constexpr std::size_t kFirstPiece = std::size_t{64} * 1024;  // of what has no size, such as a pipe

struct Descriptor {
  explicit Descriptor(int opened) : number(opened) {}
  ~Descriptor() {
    if (number > STDERR_FILENO) close(number);
  }
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  int number;
};

Error unreadable(const std::string& path, int code) {
  const std::string why = std::generic_category().message(code);
  if (code == ENOENT)
    return {ErrorCode::kInput, say("{}: ファイルがありません。綴りと場所を確かめてください ({})",
                                   "{}: no such file; check the spelling and the folder ({})", path, why)};
  return {ErrorCode::kInput, say("{}: 読めません ({})。権限と場所を確かめてください",
                                 "{}: cannot be read ({}); check its permissions and place", path, why)};
}

}  // namespace

std::string size_text(std::uint64_t bytes) {
  constexpr std::array<std::string_view, 4> kUnits = {"bytes", "KiB", "MiB", "GiB"};
  std::size_t unit = 0;
  std::uint64_t whole = bytes;
  std::uint64_t rest = 0;
  while (whole >= 1024 && unit + 1 < kUnits.size()) {
    rest = whole % 1024;
    whole /= 1024;
    ++unit;
  }
  if (rest == 0) return fmt::format("{} {}", whole, kUnits[unit]);
  return fmt::format("{}.{} {}", whole, rest * 10 / 1024, kUnits[unit]);
}

Error too_large(const std::string& name, std::uint64_t max_bytes) {
  return {ErrorCode::kInput,
          say("{}: {} を超えるため読みません。報告書ごとに分けるか、--max-bytes で上限を上げてください",
              "{}: larger than {} and not read; split it into one file a report, or raise the limit with --max-bytes",
              name, size_text(max_bytes))};
}

Result<std::string> read_file(const std::string& path, std::uint64_t max_bytes) {
  const bool standard = path == "-";
  const Descriptor in(standard ? STDIN_FILENO : open(path.c_str(), O_RDONLY | O_CLOEXEC));
  if (in.number < 0) return unreadable(path, errno);
  struct stat facts {};
  if (fstat(in.number, &facts) != 0) return unreadable(path, errno);
  if (S_ISDIR(facts.st_mode)) return unreadable(path, EISDIR);
  const std::uint64_t size = S_ISREG(facts.st_mode) ? static_cast<std::uint64_t>(facts.st_size) : 0;
  if (size > max_bytes) return too_large(path, max_bytes);
  std::string bytes;
  std::size_t used = 0;
  // one byte more than the size tells the end of the file without a second growth
  bytes.resize(size > 0 ? static_cast<std::size_t>(size) + 1 : kFirstPiece);
  while (true) {
    const ssize_t got = read(in.number, bytes.data() + used, bytes.size() - used);
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) return unreadable(path, errno);
    if (got == 0) break;
    used += static_cast<std::size_t>(got);
    if (used > max_bytes) return too_large(path, max_bytes);
    if (used == bytes.size()) bytes.resize(std::min<std::uint64_t>(bytes.size() * 2, max_bytes + 1));
  }
  bytes.resize(used);
  return bytes;
}

}  // namespace torikomi
