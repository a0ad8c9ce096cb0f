// The real FileSystem, on POSIX.
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstdlib>

#include "torikomi/write/output_file.h"

namespace torikomi {
namespace {

int or_errno(int result) { return result < 0 ? -errno : result; }

class PosixFiles final : public FileSystem {
 public:
  Stat stat(const std::string& path) override {
    struct ::stat info {};
    if (::stat(path.c_str(), &info) != 0) return {};
    const int permissions = static_cast<int>(info.st_mode & 0777);
    if (S_ISREG(info.st_mode)) return {Kind::kFile, permissions};
    return {S_ISDIR(info.st_mode) ? Kind::kFolder : Kind::kStream, permissions};
  }

  std::string resolve(const std::string& path) override {
    char* real = ::realpath(path.c_str(), nullptr);
    if (real == nullptr) return path;
    std::string out = real;
    std::free(real);  // NOLINT: realpath allocates with malloc
    return out;
  }

  int create(const std::string& path, int permissions) override {
    return or_errno(::open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, permissions));
  }
  int open_stream(const std::string& path) override {
    return or_errno(::open(path.c_str(), O_WRONLY | O_CLOEXEC | O_NOCTTY));
  }
  ssize_t write(int descriptor, const char* bytes, std::size_t size) override {
    const ssize_t written = ::write(descriptor, bytes, size);
    return written < 0 ? -errno : written;
  }
  int sync(int descriptor) override {
    if (::fsync(descriptor) == 0 || errno == EINVAL || errno == EROFS) return 0;  // not a thing that can be synced
    return -errno;
  }
  int close(int descriptor) override { return or_errno(::close(descriptor)); }

  int rename(const std::string& from, const std::string& to, bool replace) override {
    if (replace) return or_errno(::rename(from.c_str(), to.c_str()));
#if defined(RENAME_NOREPLACE)
    if (::renameat2(AT_FDCWD, from.c_str(), AT_FDCWD, to.c_str(), RENAME_NOREPLACE) == 0) return 0;
    if (errno != EINVAL && errno != ENOSYS) return -errno;
#endif
    struct ::stat info {};  // the file system cannot do it in one step
    if (::lstat(to.c_str(), &info) == 0) return -EEXIST;
    return or_errno(::rename(from.c_str(), to.c_str()));
  }

  int remove(const std::string& path) override { return or_errno(::unlink(path.c_str())); }
  int make_folder(const std::string& path) override { return or_errno(::mkdir(path.c_str(), 0777)); }
  int remove_folder(const std::string& path) override { return or_errno(::rmdir(path.c_str())); }

  int sync_folder(const std::string& path) override {
    const int descriptor = ::open(path.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (descriptor < 0) return -errno;
    const int result = sync(descriptor);
    ::close(descriptor);
    return result;
  }
};

}  // namespace

FileSystem& real_files() {
  static PosixFiles files;  // without state
  return files;
}

}  // namespace torikomi
