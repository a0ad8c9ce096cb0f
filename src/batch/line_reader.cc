#include "torikomi/batch/line_reader.h"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <system_error>
#include <utility>

namespace torikomi {
namespace {

constexpr std::size_t kPiece = std::size_t{256} * 1024;

Error unreadable(const std::string& path) {
  const std::string why = std::generic_category().message(errno);
  return {ErrorCode::kInput, say("{}: 読めません ({})", "{}: cannot be read ({})", path, why)};
}

}  // namespace

Result<LineReader> LineReader::open(const std::string& path, std::size_t longest) {
  const int descriptor = path == "-" ? STDIN_FILENO : ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (descriptor < 0) return unreadable(path);
  return LineReader(descriptor, path, longest);
}

LineReader::LineReader(LineReader&& other) noexcept
    : descriptor_(std::exchange(other.descriptor_, -1)),
      path_(std::move(other.path_)),
      longest_(other.longest_),
      buffer_(std::move(other.buffer_)),
      begin_(other.begin_),
      offset_(other.offset_),
      ended_(other.ended_) {}

LineReader::~LineReader() {
  if (descriptor_ > STDERR_FILENO) ::close(descriptor_);
}

Status LineReader::fill() {
  buffer_.erase(0, begin_);
  begin_ = 0;
  const std::size_t used = buffer_.size();
  buffer_.resize(used + kPiece);
  ssize_t got = 0;
  do {
    got = ::read(descriptor_, buffer_.data() + used, kPiece);
  } while (got < 0 && errno == EINTR);
  buffer_.resize(used + static_cast<std::size_t>(got > 0 ? got : 0));
  if (got < 0) return unreadable(path_);
  ended_ = got == 0;
  return ok();
}

Result<std::optional<InputLine>> LineReader::next() {
  std::size_t searched = 0;  // bytes behind begin_ that hold no LF
  std::uint64_t passed = 0;  // bytes of a line above the limit that are gone
  std::string cut;           // its begin, kept while the rest passes by
  while (true) {
    const std::size_t at = buffer_.find('\n', begin_ + searched);
    const bool found = at != buffer_.npos;
    const std::size_t end = found ? at : buffer_.size();
    const std::size_t size = end - begin_;
    const bool too_long = passed > 0 || size > longest_;
    if (found || (ended_ && (size > 0 || passed > 0))) {
      InputLine line{std::string_view(buffer_).substr(begin_, size), offset_, !too_long, found};
      offset_ += passed + size + (found ? 1 : 0);
      begin_ = end + (found ? 1 : 0);
      if (passed > 0) {
        kept_ = std::move(cut);
        line.text = kept_;
      }
      return std::optional(line);
    }
    if (ended_) return std::optional<InputLine>();
    if (too_long) {
      if (passed == 0) cut = buffer_.substr(begin_, std::min(size, kPiece));
      passed += size;
      begin_ = buffer_.size();
    }
    searched = buffer_.size() - begin_;
    if (auto filled = fill(); !filled) return filled.error();
  }
}

}  // namespace torikomi
