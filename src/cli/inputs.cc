#include "inputs.h"

#include <glob.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <set>
#include <string_view>
#include <system_error>
#include <utility>

#include "torikomi/core/ascii.h"
#include "torikomi/text/decode.h"

namespace torikomi::cli {
namespace {

namespace fs = std::filesystem;

/// A list of ten million paths; more is no list.
constexpr std::uint64_t kLongestList = std::uint64_t{1} << 30;

constexpr std::array<std::string_view, 5> kExtensions = {".txt", ".md", ".tsv", ".html", ".htm"};

Error input_error(Message message) { return {ErrorCode::kInput, std::move(message)}; }

bool is_report(const fs::path& path) {
  std::string extension = path.extension().string();
  std::transform(extension.begin(), extension.end(), extension.begin(), ascii_lower);  // old systems write .TXT
  return std::find(kExtensions.begin(), kExtensions.end(), extension) != kExtensions.end();
}

/// The reports in a folder and below it.
struct Listing {
  std::vector<fs::path> reports;
  std::vector<std::pair<fs::path, std::error_code>> closed;  ///< folders that cannot be read

  /// A folder is read under its own name before any link to it, and once, so that a link to a folder above ends.
  void walk(const fs::path& folder) {
    folders_.insert(folder);
    while (!folders_.empty() || !links_.empty()) {
      std::set<fs::path>& next = folders_.empty() ? links_ : folders_;
      const fs::path path = std::move(next.extract(next.begin()).value());
      if (seen_.insert(real_path(path)).second) read(path);
    }
  }

 private:
  void read(const fs::path& folder) {
    std::error_code code;
    for (fs::directory_iterator at(folder, code); !code && at != fs::directory_iterator(); at.increment(code)) {
      std::error_code ignored;
      if (at->is_directory(ignored)) {
        (at->is_symlink(ignored) ? links_ : folders_).insert(at->path());
      } else if (at->is_regular_file(ignored) && is_report(at->path())) {
        reports.push_back(at->path());
      }
    }
    if (code) closed.emplace_back(folder, code);
  }

  std::set<fs::path> folders_, links_;  ///< still to read
  std::set<fs::path> seen_;
};

class Lister {
 public:
  InputList run(const std::vector<std::string>& words) {
    add_words(words);
    return take();
  }

  void add_words(const std::vector<std::string>& words) {
    for (const std::string& word : words) add(word);
  }

  /// Names as they stand in a list: no globs, and folders below their own name.
  void add_listed(const std::vector<std::string>& names) {
    for (const std::string& name : names) {
      std::error_code code;
      const std::string source = fs::path(name).lexically_normal().generic_string();
      if (fs::is_directory(name, code)) {
        add_folder(name, source);
      } else {
        add_file(name, source);
      }
    }
  }

  InputList take() { return std::move(list_); }

 private:
  void add(const std::string& word) {
    std::error_code code;
    const fs::file_status status = fs::status(word, code);
    if (word == "-") {
      add_file("-", "stdin");
    } else if (fs::is_directory(status)) {
      add_folder(word, {});
    } else if (fs::exists(status) || word.find_first_of("*?[") == std::string::npos) {
      add_file(word, fs::path(word).filename().string());  // a missing one gets its row when it is read
    } else {
      add_glob(word);
    }
  }

  /// Every text that goes out is UTF-8, whatever bytes a file system lets names have.
  void add_file(std::string path, const std::string& source) {
    list_.files.push_back({std::move(path), valid_utf8(source)});
  }

  void add_folder(const std::string& folder, const fs::path& below) {
    Listing listing;
    listing.walk(folder);
    std::vector<InputFile> found;
    for (const fs::path& path : listing.reports)
      found.push_back({path.string(), valid_utf8((below / path.lexically_relative(folder)).generic_string())});
    for (const auto& [path, code] : listing.closed)
      list_.errors.push_back(
          input_error(say("{}: フォルダを読めません ({})。権限を確かめてください",
                          "{}: cannot read the folder ({}); check its permissions", path.string(), code.message())));
    if (found.empty() && listing.closed.empty())
      list_.errors.push_back(input_error(say("{}: 報告書 (.txt .md .tsv .html .htm) がありません",
                                             "{}: holds no reports (.txt .md .tsv .html .htm)", folder)));
    std::sort(found.begin(), found.end(), [](const InputFile& a, const InputFile& b) { return a.path < b.path; });
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

std::vector<std::string> split_list(std::string_view text, char end) {
  std::vector<std::string> out;
  if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
  while (!text.empty()) {
    const std::size_t at = text.find(end);
    std::string_view entry = text.substr(0, at);
    if (end == '\n' && entry.ends_with('\r')) entry.remove_suffix(1);
    if (!entry.empty()) out.emplace_back(entry);
    text = at == text.npos ? std::string_view() : text.substr(at + 1);
  }
  return out;
}

}  // namespace

InputList list_inputs(const std::vector<std::string>& words) { return Lister().run(words); }

Result<InputList> list_inputs(const InputWords& given) {
  Lister lister;
  lister.add_words(given.words);
  if (!given.list.empty()) {
    auto text = read_file(given.list, kLongestList);
    if (!text) return Error{ErrorCode::kUsage, text.error().message};
    lister.add_listed(split_list(*text, given.null_separated ? '\0' : '\n'));
  }
  return lister.take();
}

fs::path real_path(const fs::path& path) {
  std::error_code code;
  const fs::path absolute = fs::absolute(path, code);
  const fs::path out = fs::weakly_canonical(absolute, code);
  return code ? absolute.lexically_normal() : out;
}

Result<std::string> read_input(const InputFile& file, std::uint64_t max_bytes) {
  return read_file(file.path, max_bytes);
}

}  // namespace torikomi::cli
