// Writes JSON into a buffer: one look at the room left a cell, no look at every character.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <functional>
#include <string>
#include <string_view>
#include <utility>

#include "torikomi/record/records.h"

namespace torikomi {

class JsonPen {
 public:
  /// Takes what was written whenever the buffer is full, and at the end. The bytes are gone after the call.
  using Sink = std::function<void(std::string_view bytes)>;

  /// `buffer` is storage that grows where one text needs it; its contents mean nothing. Pens that follow each other may
  /// share it.
  JsonPen(std::string& buffer, Sink sink) : buffer_(buffer), sink_(std::move(sink)) {}
  JsonPen(const JsonPen&) = delete;
  JsonPen& operator=(const JsonPen&) = delete;
  ~JsonPen() { flush(); }

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

  void flush();

 private:
  static constexpr std::size_t kSlack = 64;  ///< what may be written past the bytes asked for

  [[nodiscard]] char* place() { return buffer_.data() + size_; }
  /// Room for `bytes` and kSlack more.
  void need(std::size_t bytes) {
    if (buffer_.size() - size_ < bytes + kSlack) make_room(bytes);
  }
  void make_room(std::size_t bytes);
  void spans(const TableInfo& table, ConstRow row);

  std::string& buffer_;
  Sink sink_;
  std::size_t size_ = 0;  ///< bytes of `buffer_` that are written and not yet with the sink
};

}  // namespace torikomi
