// One decoded document.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "torikomi/core/span.h"

namespace torikomi {

/// 1-based; the column counts code points.
struct LineColumn {
  std::uint32_t line = 1;
  std::uint32_t column = 1;
};

/// Owns one decoded text (UTF-8, no BOM). Immutable, so it can be shared between threads; not movable, so slices stay
/// good. Lines end at LF, CR LF or a lone CR; a form feed does not end a line.
class Source {
 public:
  /// `name` is what people call it (a path relative to what they gave). REQUIRES: text is valid UTF-8 and < 4 GiB.
  Source(std::string name, std::string text);
  Source(const Source&) = delete;
  Source& operator=(const Source&) = delete;

  [[nodiscard]] const std::string& name() const { return name_; }
  [[nodiscard]] std::string_view text() const { return text_; }
  /// REQUIRES: the span lies in the text. Valid while *this lives.
  [[nodiscard]] std::string_view slice(Span span) const { return torikomi::slice(text_, span); }

  [[nodiscard]] std::uint32_t line_count() const { return static_cast<std::uint32_t>(line_starts_.size()); }
  /// 1-based line that holds the byte `offset` (offset == size: the last line).
  [[nodiscard]] std::uint32_t line_of(std::uint32_t offset) const;
  /// The words of 1-based line `line`, its line end left out.
  [[nodiscard]] Span line_span(std::uint32_t line) const;
  /// Takes no longer in a long line than in a short one.
  [[nodiscard]] LineColumn line_column(std::uint32_t offset) const;

 private:
  void number_pages();
  [[nodiscard]] std::uint32_t characters_before(std::uint32_t offset) const;

  std::string name_;
  std::string text_;
  std::vector<std::uint32_t> line_starts_;
  std::vector<std::uint32_t> pages_;  ///< code points before each page of bytes; empty where no line is long
};

}  // namespace torikomi
