// Every byte of output goes through here: temporary name, flush, rename. An error or a crash leaves nothing half
// written under the name that was asked for.
#pragma once

#include <sys/types.h>

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "torikomi/core/result.h"

namespace torikomi {

/// The operating system as far as output needs it. Tests put another one in its place to have short writes, full disks
/// and failing renames. Calls return what POSIX returns, or -errno. Implementations hold no state that threads share.
class FileSystem {
 public:
  enum class Kind { kMissing, kFile, kFolder, kStream };  ///< kStream: device, FIFO, socket
  struct Stat {
    Kind kind = Kind::kMissing;
    int permissions = 0666;  ///< of an existing file; what a new one asks for before the umask
  };

  virtual ~FileSystem() = default;
  /// Follows symbolic links. What cannot be looked at counts as missing: opening it will say why.
  virtual Stat stat(const std::string& path) = 0;
  /// The path with symbolic links resolved, or `path` itself where that fails.
  virtual std::string resolve(const std::string& path) = 0;
  /// A new file for writing; -EEXIST where the name is taken.
  virtual int create(const std::string& path, int permissions) = 0;
  /// An existing device or FIFO for writing.
  virtual int open_stream(const std::string& path) = 0;
  virtual ssize_t write(int descriptor, const char* bytes, std::size_t size) = 0;
  virtual int sync(int descriptor) = 0;
  virtual int close(int descriptor) = 0;
  /// Without `replace`: -EEXIST where `to` is there already.
  virtual int rename(const std::string& from, const std::string& to, bool replace) = 0;
  virtual int remove(const std::string& path) = 0;
  virtual int make_folder(const std::string& path) = 0;
  /// Removes a folder only where it is empty.
  virtual int remove_folder(const std::string& path) = 0;
  /// Makes the names in a folder safe against a power cut.
  virtual int sync_folder(const std::string& path) = 0;
};

/// The real one. Thread-safe.
[[nodiscard]] FileSystem& real_files();

/// kOutput: `path` cannot be written, because of `error` (an errno), and what to do about it.
[[nodiscard]] Error cannot_write(std::string_view path, int error);
/// kOutput: `path` is there already and --force was not given.
[[nodiscard]] Error already_there(std::string_view path);

/// One output. A file is written under a temporary name in the same folder and renamed by publish(); a device, a FIFO
/// and "-" (standard output) are written directly. Without publish() the destructor removes what there is.
class OutputFile {
 public:
  /// Errors: the file is there and `force` is not set; the folder is missing or may not be written.
  /// `files` must outlive the result. `temporary`: another name until publish() than the usual hidden one, in the same
  /// folder; a number is added where it is taken.
  [[nodiscard]] static Result<OutputFile> open(std::string path, bool force, FileSystem& files,
                                               const std::string& temporary = {});
  /// A file in `folder` under a name that nothing else has, for working_path() only: it goes away with the object and
  /// is never published. Errors: the folder is missing, full or may not be written.
  [[nodiscard]] static Result<OutputFile> scratch(const std::string& folder, FileSystem& files);
  OutputFile(OutputFile&& other) noexcept;
  OutputFile& operator=(OutputFile&&) = delete;
  ~OutputFile();

  /// Buffered.
  [[nodiscard]] Status append(std::string_view bytes);
  /// Hands the buffer to the system, so that the reader of a pipe sees it.
  [[nodiscard]] Status flush();
  /// All bytes are on the disk, still under the temporary name. No append after this.
  [[nodiscard]] Status complete();
  /// Gives the file its name. REQUIRES: complete().
  [[nodiscard]] Status publish();
  /// complete() and publish().
  [[nodiscard]] Status finish();

  /// As people gave it.
  [[nodiscard]] const std::string& path() const { return path_; }
  /// The same with links resolved: what publish() replaces.
  [[nodiscard]] const std::string& target() const { return target_; }
  /// Where the bytes are until publish(): other libraries may write to this name instead of append(). Empty for a
  /// stream.
  [[nodiscard]] const std::string& working_path() const { return temporary_; }
  [[nodiscard]] bool is_stream() const { return temporary_.empty(); }

 private:
  OutputFile(std::string path, bool force, FileSystem& files) : path_(std::move(path)), force_(force), files_(&files) {}
  Status write_out(std::string_view bytes);
  Status create_temporary(int permissions, const std::string& wanted);

  std::string path_;
  std::string target_;
  std::string temporary_;  // empty: a stream, or published
  bool force_;
  FileSystem* files_;
  int descriptor_ = -1;
  bool owned_ = false;  // the descriptor is ours to close
  std::string buffer_;
};

/// A set of files in one folder that appears as a whole: all are written under temporary names, then renamed in order.
/// Files of the folder that are not in the set stay as they are.
class OutputFolder {
 public:
  /// Makes the folder (and those above it) where it is missing. The last of `names` is the sign that the set is whole:
  /// it goes away first and comes last. Errors as OutputFile::open.
  [[nodiscard]] static Result<OutputFolder> open(std::string path, const std::vector<std::string>& names, bool force,
                                                 FileSystem& files);
  OutputFolder(OutputFolder&& other) noexcept;
  OutputFolder& operator=(OutputFolder&&) = delete;
  ~OutputFolder();

  /// In the order of `names`.
  [[nodiscard]] OutputFile& file(std::size_t i) { return members_[i]; }
  /// Where it fails, the files that were there before are there again.
  [[nodiscard]] Status finish();

 private:
  OutputFolder(std::string path, bool force, FileSystem& files)
      : path_(std::move(path)), force_(force), files_(&files) {}
  Status make_missing_folders();
  Status swap_all();

  std::string path_;
  bool force_;
  FileSystem* files_;
  std::vector<std::string> made_;  // folders that were made, outermost first
  std::vector<OutputFile> members_;
  bool finished_ = false;
};

}  // namespace torikomi
