#include "torikomi/write/output_file.h"

#include <fcntl.h>
#include <unistd.h>

#include <atomic>
#include <cerrno>
#include <utility>

namespace torikomi {
namespace {

constexpr std::size_t kBufferSize = 256 * 1024;
constexpr std::size_t kLarge = 32 * 1024;  // written as it is: a copy costs more than the call
constexpr int kPrivate = 0600;
constexpr int kMostNames = 1000;  // names that crashed runs with the same process number may have left

std::string folder_of(const std::string& path) {
  const auto slash = path.find_last_of('/');
  if (slash == std::string::npos) return ".";
  return slash == 0 ? "/" : path.substr(0, slash);
}

/// Hidden, in the folder of `target` so that the rename stays on one file system, and independent of the target's name,
/// which may already be as long as a name can be.
std::string temporary_name(const std::string& target) {
  static std::atomic<unsigned> next = 0;  // only to find a free name sooner
  return fmt::format("{}/.torikomi-{}-{}.tmp", folder_of(target), ::getpid(), next++);
}

}  // namespace

Result<OutputFile> OutputFile::open(std::string path, bool force, FileSystem& files, const std::string& temporary) {
  OutputFile out(std::move(path), force, files);
  if (out.path_ == "-") {
    out.descriptor_ = STDOUT_FILENO;
    return out;
  }
  const auto stat = files.stat(out.path_);
  if (stat.kind == FileSystem::Kind::kFolder) return cannot_write(out.path_, EISDIR);
  if (stat.kind == FileSystem::Kind::kFile && !force) return already_there(out.path_);
  out.owned_ = true;
  if (stat.kind == FileSystem::Kind::kStream) {
    out.descriptor_ = files.open_stream(out.path_);
    if (out.descriptor_ < 0) return cannot_write(out.path_, -out.descriptor_);
    return out;
  }
  out.target_ = files.resolve(out.path_);
  if (auto created = out.create_temporary(stat.permissions, temporary); !created) return created.error();
  return out;
}

Result<OutputFile> OutputFile::scratch(const std::string& folder, FileSystem& files) {
  OutputFile out(folder, false, files);
  out.target_ = folder + "/scratch";  // never made; says in which folder the temporary name lies
  out.owned_ = true;
  if (auto created = out.create_temporary(kPrivate, {}); !created) return created.error();
  return out;
}

Status OutputFile::create_temporary(int permissions, const std::string& wanted) {
  for (int tries = 0; tries < kMostNames; ++tries) {
    std::string name = wanted.empty() ? temporary_name(target_)
                       : tries == 0   ? wanted
                                      : fmt::format("{}.{}", wanted, tries);
    descriptor_ = files_->create(name, permissions);
    if (descriptor_ == -EEXIST) continue;
    if (descriptor_ < 0) return cannot_write(path_, -descriptor_);
    temporary_ = std::move(name);
    return ok();
  }
  return cannot_write(path_, EEXIST);
}

OutputFile::OutputFile(OutputFile&& other) noexcept
    : path_(std::move(other.path_)),
      target_(std::move(other.target_)),
      temporary_(std::exchange(other.temporary_, {})),
      force_(other.force_),
      files_(other.files_),
      descriptor_(std::exchange(other.descriptor_, -1)),
      owned_(std::exchange(other.owned_, false)),
      buffer_(std::move(other.buffer_)) {}

OutputFile::~OutputFile() {
  if (owned_ && descriptor_ >= 0) files_->close(descriptor_);
  if (!temporary_.empty()) files_->remove(temporary_);
}

Status OutputFile::append(std::string_view bytes) {
  if (bytes.size() < kLarge && buffer_.size() + bytes.size() < kBufferSize) {
    buffer_ += bytes;
    return ok();
  }
  if (auto done = flush(); !done) return done;
  if (bytes.size() >= kLarge) return write_out(bytes);
  buffer_ = bytes;
  return ok();
}

Status OutputFile::flush() {
  if (auto done = write_out(buffer_); !done) return done;
  buffer_.clear();
  return ok();
}

Status OutputFile::write_out(std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t written = files_->write(descriptor_, bytes.data(), bytes.size());
    if (written == -EINTR) continue;
    if (written < 0) return cannot_write(path_, static_cast<int>(-written));
    if (written == 0) return cannot_write(path_, EIO);  // a write that never moves would hang us
    bytes.remove_prefix(static_cast<std::size_t>(written));
  }
  return ok();
}

Status OutputFile::complete() {
  if (auto done = flush(); !done) return done;
  if (!owned_) return ok();
  const int synced = is_stream() ? 0 : files_->sync(descriptor_);
  const int closed = files_->close(std::exchange(descriptor_, -1));
  if (synced < 0) return cannot_write(path_, -synced);
  if (closed < 0 && closed != -EINTR) return cannot_write(path_, -closed);
  return ok();
}

Status OutputFile::publish() {
  if (is_stream()) return ok();
  const int renamed = files_->rename(temporary_, target_, force_);
  if (renamed == -EEXIST) return already_there(path_);
  if (renamed < 0) return cannot_write(path_, -renamed);
  temporary_.clear();
  return ok();
}

Status OutputFile::finish() {
  if (auto done = complete(); !done) return done;
  if (is_stream()) return ok();
  if (auto done = publish(); !done) return done;
  files_->sync_folder(folder_of(target_));  // the file is whole in any case; some file systems cannot do this
  return ok();
}

}  // namespace torikomi
