// The first of the three channels: an error, "this file or this run cannot go on".
// (The second is a finding, core/diagnostic.h; the third an assertion, which no input may reach.)
#pragma once

#include <fmt/format.h>

#include <string>
#include <string_view>
#include <utility>
#include <variant>

namespace torikomi {

/// A language that messages can be written in. Codes, keys and column names never change with it.
enum class Language { kJa, kEn };

/// One text in both languages. Views of static storage.
struct Text2 {
  std::string_view ja;
  std::string_view en;
  [[nodiscard]] constexpr std::string_view in(Language language) const { return language == Language::kJa ? ja : en; }
};

/// One finished message in both languages.
struct Message {
  std::string ja;
  std::string en;
  [[nodiscard]] const std::string& in(Language language) const { return language == Language::kJa ? ja : en; }
};

/// Formats the same arguments into both languages. Both patterns are checked at compile time.
template <class... Args>
[[nodiscard]] Message say(fmt::format_string<const Args&...> ja, fmt::format_string<const Args&...> en,
                          const Args&... args) {
  return {fmt::format(ja, args...), fmt::format(en, args...)};
}

/// Whose fault it is; decides the exit code (design: 2 usage, 3 input, 4 output, 5 a bug of ours).
enum class ErrorCode { kUsage = 2, kInput = 3, kOutput = 4, kInternal = 5 };

struct Error {
  ErrorCode code = ErrorCode::kInternal;
  Message message;
};

/// A value or the reason why there is none. Modelled on C++23 std::expected.
template <class T, class E = Error>
class [[nodiscard]] Result {
 public:
  Result(T value) : state_(std::in_place_index<0>, std::move(value)) {}  // NOLINT(google-explicit-constructor)
  Result(E error) : state_(std::in_place_index<1>, std::move(error)) {}  // NOLINT(google-explicit-constructor)

  explicit operator bool() const { return state_.index() == 0; }
  /// REQUIRES: holds a value.
  T& operator*() & { return std::get<0>(state_); }
  const T& operator*() const& { return std::get<0>(state_); }
  T&& operator*() && { return std::get<0>(std::move(state_)); }
  T* operator->() { return &std::get<0>(state_); }
  const T* operator->() const { return &std::get<0>(state_); }
  /// REQUIRES: holds an error.
  const E& error() const { return std::get<1>(state_); }

 private:
  std::variant<T, E> state_;
};

/// A result without a value: `return ok();` or `return Error{...};`.
using Status = Result<std::monostate>;
inline Status ok() { return std::monostate{}; }

}  // namespace torikomi
