// The outputs of many workers -> the whole, or what is missing from it. An engine's "success" is not believed.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "torikomi/core/result.h"
#include "torikomi/record/records.h"

namespace torikomi {

/// Where the line of one document lies.
struct PartLine {
  std::uint32_t part = 0;    ///< number of the file; kNoPart: not found yet
  std::uint64_t offset = 0;  ///< of its first byte
  std::uint64_t size = 0;    ///< without LF
};

/// Collects the lines of all parts for the ids of the input. Memory: one entry a document, never the documents.
class Merge {
 public:
  /// Reads the ids of the input lines, in order. Errors (kInput): the file cannot be read, holds a line that is no work
  /// item, or an id twice.
  [[nodiscard]] Status expect(const std::string& input);
  /// Looks through one file of worker output. A last line without LF is torn and passed over. A line that stands there
  /// a second time with the same bytes is dropped. What is wrong is counted, not refused. Errors (kInput): the file
  /// cannot be read.
  [[nodiscard]] Status add_part(const std::string& path);

  /// One sentence for each line that cannot be used: an id that nobody asked for, another version of a document, no id.
  [[nodiscard]] const std::vector<Message>& problems() const { return problems_; }
  /// Ids without output, in the order of the input.
  [[nodiscard]] std::vector<std::string> missing() const;
  [[nodiscard]] bool is_expected(const std::string& id) const { return numbers_.count(id) > 0; }
  [[nodiscard]] std::size_t documents() const { return places_.size(); }
  [[nodiscard]] std::uint64_t torn() const { return torn_; }
  [[nodiscard]] std::uint64_t repeated() const { return repeated_; }

  /// Hands the records of every document to `sink`, in the order of the input; a document with the bytes of an earlier
  /// one gives the row that says so. REQUIRES: nothing is missing.
  [[nodiscard]] Status replay(Language language, const std::function<Status(const Records&)>& sink) const;

 private:
  [[nodiscard]] Result<std::string> read_line(const PartLine& place) const;
  Status add_line(const PartLine& place, std::string_view text);

  std::vector<std::string> parts_;
  std::unordered_map<std::string, std::uint32_t> numbers_;  // id -> place in the input
  std::vector<PartLine> places_;                            // by place in the input
  std::vector<Message> problems_;
  std::uint64_t torn_ = 0;
  std::uint64_t repeated_ = 0;
};

}  // namespace torikomi
