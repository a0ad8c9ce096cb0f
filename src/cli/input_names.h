// Names of inputs that hold from run to run.
#pragma once

#include <cstddef>
#include <filesystem>
#include <string>
#include <string_view>

namespace torikomi::cli {

/// Names inputs from run to run: the path as seen from the folder of the file `home` (a store, a baseline), so that
/// both can move together.
class InputNames {
 public:
  /// Empty: no home, and nothing to ask for.
  explicit InputNames(const std::string& home)
      : home_(home.empty() ? std::filesystem::path() : absolute(home).parent_path()) {}

  /// What comes through standard input has no name but its content, if `digest` tells it.
  [[nodiscard]] std::string of(const std::string& path, std::string_view digest = {}) const {
    if (path == "-") return std::string("-").append(digest);
    return absolute(path).lexically_relative(home_).generic_string();
  }
  /// "-", with the digest behind it; a file may be called -a.txt.
  [[nodiscard]] static bool is_stdin(std::string_view name) {
    return name.starts_with('-') && (name.size() == 1 || name.size() == 1 + kDigestDigits) &&
           name.find_first_not_of("0123456789abcdef", 1) == name.npos;
  }
  [[nodiscard]] std::filesystem::path file(const std::string& name) const { return (home_ / name).lexically_normal(); }
  [[nodiscard]] static std::filesystem::path absolute(const std::string& path) {
    const std::filesystem::path out = std::filesystem::absolute(path).lexically_normal();
    return out.has_filename() ? out : out.parent_path();  // "reports/" is "reports"
  }

 private:
  static constexpr std::size_t kDigestDigits = 64;

  std::filesystem::path home_;
};

}  // namespace torikomi::cli
