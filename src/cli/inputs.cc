#include "inputs.h"

#include <fcntl.h>
#include <glob.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <filesystem>
#include <memory>
#include <system_error>

namespace torikomi::cli {
namespace {

namespace fs = std::filesystem;

/// Contract: spans are 32-bit offsets, and one document is read into memory.
constexpr std::uintmax_t kLargestFile = std::uintmax_t{1} << 30;

constexpr std::array<std::string_view, 5> kExtensions = {".txt", ".md", ".tsv", ".html", ".htm"};

std::string reason(int code) { return std::generic_category().message(code); }

Error input_error(Message message) { return {ErrorCode::kInput, std::move(message)}; }

bool is_report(const fs::path& path) {
  return std::find(kExtensions.begin(), kExtensions.end(), path.extension().string()) != kExtensions.end();
}

class Lister {
 public:
  InputList run(const std::vector<std::string>& words) {
    for (const std::string& word : words) add(word);
    return std::move(list_);
  }

 private:
  void add(const std::string& word) {
    std::error_code code;
    const fs::file_status status = fs::status(word, code);
    if (word == "-") {
      list_.files.push_back({"-", "stdin"});
    } else if (fs::is_directory(status)) {
      add_folder(word);
    } else if (fs::exists(status)) {
      list_.files.push_back({word, fs::path(word).filename().string()});
    } else if (word.find_first_of("*?[") != std::string::npos) {
      add_glob(word);
    } else {
      list_.errors.push_back(input_error(say("{}: ファイルがありません。綴りと場所を確かめてください ({})",
                                             "{}: no such file; check the spelling and the folder ({})", word,
                                             reason(code ? code.value() : ENOENT))));
    }
  }

  void add_folder(const std::string& folder) {
    std::vector<InputFile> found;
    std::error_code code;
    fs::recursive_directory_iterator at(folder, fs::directory_options::follow_directory_symlink, code);
    for (; !code && at != fs::recursive_directory_iterator(); at.increment(code)) {
      std::error_code ignored;
      if (at->is_regular_file(ignored) && is_report(at->path()))
        found.push_back({at->path().string(), at->path().lexically_relative(folder).generic_string()});
    }
    if (code) {
      list_.errors.push_back(
          input_error(say("{}: フォルダを読めません ({})。権限を確かめてください",
                          "{}: cannot read the folder ({}); check its permissions", folder, code.message())));
    } else if (found.empty()) {
      list_.errors.push_back(input_error(
          say("{}: 報告書 (.txt .md .tsv .html) がありません", "{}: holds no reports (.txt .md .tsv .html)", folder)));
    }
    std::sort(found.begin(), found.end(), [](const InputFile& a, const InputFile& b) { return a.source < b.source; });
    list_.files.insert(list_.files.end(), found.begin(), found.end());
  }

  void add_glob(const std::string& pattern) {
    glob_t found{};
    const int outcome = glob(pattern.c_str(), GLOB_ERR, nullptr, &found);
    if (outcome == 0) {
      for (std::size_t i = 0; i < found.gl_pathc; ++i) add(found.gl_pathv[i]);
    } else {
      list_.errors.push_back(input_error(say("{}: 一致するファイルがありません", "{}: no file matches", pattern)));
    }
    globfree(&found);
  }

  InputList list_;
};

struct Descriptor {
  explicit Descriptor(int opened) : number(opened) {}
  ~Descriptor() {
    if (number > STDERR_FILENO) close(number);
  }
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  int number;
};

Error too_large(const std::string& path) {
  return input_error(say("{}: 1 GiB を超えるため読みません。報告書ごとに分けてください",
                         "{}: larger than 1 GiB and not read; split it into one file a report", path));
}

}  // namespace

InputList list_inputs(const std::vector<std::string>& words) { return Lister().run(words); }

Result<std::string> read_input(const InputFile& file) {
  const bool standard = file.path == "-";
  const Descriptor in(standard ? STDIN_FILENO : open(file.path.c_str(), O_RDONLY | O_CLOEXEC));
  const auto fail = [&](int code) {
    return input_error(say("{}: 読めません ({})。権限と場所を確かめてください",
                           "{}: cannot be read ({}); check its permissions and place", file.path, reason(code)));
  };
  if (in.number < 0) return fail(errno);
  struct stat facts {};
  if (fstat(in.number, &facts) != 0) return fail(errno);
  if (S_ISDIR(facts.st_mode)) return fail(EISDIR);
  if (S_ISREG(facts.st_mode) && static_cast<std::uintmax_t>(facts.st_size) > kLargestFile) return too_large(file.path);
  std::string bytes;
  std::size_t used = 0;
  // one byte more than the size tells the end of the file without a second growth
  bytes.resize(S_ISREG(facts.st_mode) ? static_cast<std::size_t>(facts.st_size) + 1 : std::size_t{64} * 1024);
  while (true) {
    const ssize_t got = read(in.number, bytes.data() + used, bytes.size() - used);
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) return fail(errno);
    if (got == 0) break;
    used += static_cast<std::size_t>(got);
    if (used > kLargestFile) return too_large(file.path);
    if (used == bytes.size()) bytes.resize(bytes.size() * 2);
  }
  bytes.resize(used);
  return bytes;
}

}  // namespace torikomi::cli
