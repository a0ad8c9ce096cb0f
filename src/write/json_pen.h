// Writes JSON into the storage of a string: one look at the room left a cell, no look at every character.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>

#include "torikomi/record/records.h"

namespace torikomi {

/// While a pen lives, `out` is longer than what was written; done() gives it its true size.
class JsonPen {
 public:
  explicit JsonPen(std::string& out) : out_(out), size_(out.size()) {}
  JsonPen(const JsonPen&) = delete;
  JsonPen& operator=(const JsonPen&) = delete;
  ~JsonPen() { done(); }

  /// `words` as they are.
  void raw(std::string_view words) {
    need(words.size());
    std::memcpy(place(), words.data(), words.size());
    size_ += words.size();
  }
  void number(std::uint32_t value);
  void number(std::int64_t value);
  /// `text` in double quotes. Only what RFC 8259 demands is escaped (quote, backslash, U+0000..001F).
  void text(std::string_view text);
  /// null, true, false, a number with every digit, or a text.
  void cell(const Cell& cell);
  /// The members of a row without braces: "document_id":"…",…,"spans":{…}
  void row(const TableInfo& table, ConstRow row);

  void done() { out_.resize(size_); }

 private:
  static constexpr std::size_t kSlack = 64;  ///< what may be written past the bytes asked for

  [[nodiscard]] char* place() { return out_.data() + size_; }
  /// Room for `bytes` and kSlack more.
  void need(std::size_t bytes) {
    if (out_.size() - size_ < bytes + kSlack) grow(bytes);
  }
  void grow(std::size_t bytes);
  void spans(const TableInfo& table, ConstRow row);

  std::string& out_;
  std::size_t size_;
};

}  // namespace torikomi
