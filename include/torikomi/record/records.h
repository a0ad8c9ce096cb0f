// The rows of the contract tables of one document.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <deque>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "torikomi/core/decimal.h"
#include "torikomi/core/span.h"
#include "torikomi/record/schema.h"

namespace torikomi {

/// One cell: nothing (unknown), or a scalar. Text is a view that the Records own. Dates, times and EDTF are text in
/// their ISO form. The span is where the value was read from; absent for computed values (ids, codes, progress).
class Cell {
 public:
  using Scalar = std::variant<std::monostate, bool, std::int64_t, Decimal, std::string_view>;

  Cell() = default;
  // NOLINTBEGIN(google-explicit-constructor): a row is filled by plain assignment of values
  Cell(bool value) : scalar_(value) {}
  Cell(std::int64_t value) : scalar_(value) {}
  Cell(std::uint32_t value) : scalar_(std::int64_t{value}) {}
  Cell(int value) : scalar_(std::int64_t{value}) {}
  Cell(Decimal value) : scalar_(value) {}
  /// An empty text is an unknown value.
  Cell(std::string_view text) {
    if (!text.empty()) scalar_ = text;
  }
  Cell(const char* text) : Cell(std::string_view(text)) {}
  template <class T>
  Cell(const std::optional<T>& value) {
    if (value) *this = Cell(*value);
  }
  // NOLINTEND(google-explicit-constructor)

  /// The same cell, read from `span`. Chains: row[x] = Cell(text).at(span).
  [[nodiscard]] Cell at(Span span) const {
    Cell out = *this;
    if (!out.empty()) {
      out.span_ = span;
      out.has_span_ = true;
    }
    return out;
  }

  [[nodiscard]] bool empty() const { return scalar_.index() == 0; }
  [[nodiscard]] const Scalar& scalar() const { return scalar_; }
  [[nodiscard]] std::optional<Span> span() const { return has_span_ ? std::optional(span_) : std::nullopt; }
  /// The text, or an empty view where the cell holds no text.
  [[nodiscard]] std::string_view text() const {
    const auto* view = std::get_if<std::string_view>(&scalar_);
    return view != nullptr ? *view : std::string_view();
  }
  [[nodiscard]] std::optional<std::int64_t> integer() const {
    const auto* value = std::get_if<std::int64_t>(&scalar_);
    return value != nullptr ? std::optional(*value) : std::nullopt;
  }
  [[nodiscard]] std::optional<Decimal> decimal() const {
    if (const auto* value = std::get_if<Decimal>(&scalar_)) return *value;
    if (const auto whole = integer()) return Decimal(*whole);
    return std::nullopt;
  }
  [[nodiscard]] bool is_true() const {
    const auto* value = std::get_if<bool>(&scalar_);
    return value != nullptr && *value;
  }
  /// As CSV writes it: true/false, plain digits, the text itself.
  void append_to(std::string& out) const;

 private:
  Scalar scalar_;
  Span span_;
  bool has_span_ = false;
};

using Row = std::span<Cell>;
using ConstRow = std::span<const Cell>;

/// Rows of one table, column count as in its TableInfo.
class Table {
 public:
  explicit Table(const TableInfo& info) : info_(&info) {}
  [[nodiscard]] const TableInfo& info() const { return *info_; }
  [[nodiscard]] std::size_t size() const { return cells_.size() / info_->columns.size(); }
  [[nodiscard]] ConstRow row(std::size_t i) const { return ConstRow(cells_).subspan(i * width(), width()); }
  [[nodiscard]] Row row(std::size_t i) { return Row(cells_).subspan(i * width(), width()); }
  /// A new row of empty cells. Good until the next add.
  Row add() {
    cells_.resize(cells_.size() + width());
    return row(size() - 1);
  }

 private:
  [[nodiscard]] std::size_t width() const { return info_->columns.size(); }
  const TableInfo* info_;
  std::vector<Cell> cells_;
};

/// Text that lives as long as the arena. Views stay good while it is moved.
class TextArena {
 public:
  TextArena() = default;
  TextArena(const TextArena&) = delete;  // views would stay with the original
  TextArena& operator=(const TextArena&) = delete;
  TextArena(TextArena&& other) noexcept : blocks_(std::move(other.blocks_)), left_(std::exchange(other.left_, 0)) {}
  TextArena& operator=(TextArena&& other) noexcept {
    blocks_ = std::move(other.blocks_);
    left_ = std::exchange(other.left_, 0);
    return *this;
  }

  std::string_view keep(std::string_view text);

 private:
  static constexpr std::size_t kBlock = 64 * 1024;
  std::deque<std::vector<char>> blocks_;
  std::size_t left_ = 0;
};

/// A stretch of source lines that no rule and no record claimed.
struct Unclaimed {
  std::uint32_t line = 0;
  Span span;
};

/// Everything that one document gives. Movable; owns its texts.
class Records {
 public:
  Records();
  [[nodiscard]] Table& operator[](TableId id) { return tables_[static_cast<std::size_t>(id)]; }
  [[nodiscard]] const Table& operator[](TableId id) const { return tables_[static_cast<std::size_t>(id)]; }
  [[nodiscard]] std::span<const Table> tables() const { return tables_; }
  std::string_view keep(std::string_view text) { return arena_.keep(text); }

  std::vector<Unclaimed> unclaimed;
  /// The decoded source, for writers that show it; empty where it is not at hand. Not owned.
  std::string_view source_text;

 private:
  std::vector<Table> tables_;
  TextArena arena_;
};

}  // namespace torikomi
