// What an interrupted run has finished, so that the next one need not do it again.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

#include "torikomi/core/result.h"
#include "torikomi/record/records.h"

namespace torikomi {

/// A file of one line a document: the contract's JSON object with the id "DIGEST SOURCE". It is only appended to; a
/// torn last line, which a killed run leaves, counts as not there. Lines stay in the file, memory holds where they are.
class Journal {
 public:
  /// Opens or makes the file. `engine` names everything beside the bytes that decides what a document gives; a journal
  /// of another engine is begun anew. Errors (kOutput): it cannot be read or written, or holds something else.
  [[nodiscard]] static Result<Journal> open(const std::string& path, std::string_view engine);
  Journal(Journal&& other) noexcept;
  Journal(const Journal&) = delete;
  Journal& operator=(const Journal&) = delete;
  Journal& operator=(Journal&&) = delete;
  ~Journal();

  /// Documents that an earlier run has finished.
  [[nodiscard]] std::size_t size() const { return places_.size(); }
  /// The records of one of them. Called from any thread, while nothing is added or after: what is added now is not
  /// found.
  [[nodiscard]] std::optional<Records> find(std::string_view digest, std::string_view source) const;
  /// Errors (kOutput): the line cannot be written.
  [[nodiscard]] Status add(std::string_view digest, std::string_view source, const Records& records);
  /// The run is over: the file goes away.
  void remove();

 private:
  struct Place {
    std::uint64_t offset = 0;
    std::size_t size = 0;
  };

  Journal(int descriptor, std::string path) : descriptor_(descriptor), path_(std::move(path)) {}
  [[nodiscard]] Status begin(std::string_view engine);
  [[nodiscard]] Status write(std::string_view line);

  int descriptor_ = -1;
  std::string path_;
  std::unordered_map<std::string, Place> places_;
};

}  // namespace torikomi
