#include "stacked_body.h"

#include <algorithm>
#include <array>
#include <optional>

#include "header_row.h"
#include "heading.h"
#include "torikomi/core/utf8.h"
#include "torikomi/layout/marker.h"
#include "torikomi/value/date.h"
#include "torikomi/value/heading.h"
#include "torikomi/value/kpi.h"
#include "torikomi/value/person.h"

namespace torikomi {
namespace {

CellClass class_of(ColumnRole role) {
  if (holds_value(role) || role == ColumnRole::kHeadcount) return CellClass::kValue;
  switch (role) {
    case ColumnRole::kUnit:
      return CellClass::kUnit;
    case ColumnRole::kDate:
      return CellClass::kDate;
    case ColumnRole::kName:
      return CellClass::kPerson;
    case ColumnRole::kRowKind:
      return CellClass::kKind;
    case ColumnRole::kIndicator:
    case ColumnRole::kLineItem:
    case ColumnRole::kCategory:
    case ColumnRole::kActivity:
      return CellClass::kWords;
    case ColumnRole::kOrganization:
    case ColumnRole::kPost:
      return CellClass::kBody;
    default:
      return CellClass::kAny;
  }
}

bool tells_row(CellClass cell) {
  return cell == CellClass::kValue || cell == CellClass::kMoney || cell == CellClass::kDate ||
         cell == CellClass::kPerson;
}

bool begins_with_date(std::string_view words) {
  const auto dates = find_dates(words);
  return !dates.empty() && dates.front().begin == 0 && dates.front().precision != Precision::kNone;
}

/// 1 市税: a number before words.
bool is_numbered(std::string_view words) {
  const auto marker = read_marker(words);
  return marker && marker->kind == MarkerKind::kNumber && marker->text_at < words.size() &&
         static_cast<unsigned char>(words[marker->text_at]) >= 0x80;
}

/// 上野 隆: two or three short words.
bool is_parted_name(std::string_view words) {
  constexpr std::size_t kLongest = 5;  // letters of a word
  std::size_t count = 0;
  for (std::size_t at = 0; at < words.size(); ++count) {
    const std::size_t end = std::min(words.find(' ', at), words.size());
    const std::string_view word = words.substr(at, end - at);
    if (word.empty() || utf8::count(word) > kLongest || static_cast<unsigned char>(word.front()) < 0x80) return false;
    at = end + 1;
  }
  return count == 2 || count == 3;
}

/// 1,200, 12千円; not 3団体.
bool counts_yen(std::string_view words) {
  const KpiCell value = parse_kpi(words, {}, {});
  return !value.number || value.number->is_money || value.number->unit.empty() || value.number->unit == "円";
}

bool is_like(const StackedCell& one, CellClass cell) {
  const std::string_view words = one.words;
  switch (cell) {
    case CellClass::kValue:
      return is_whole_value(words);
    case CellClass::kMoney:
      return is_whole_value(words) && counts_yen(words);
    case CellClass::kUnit:
      return is_heading_unit(words) || words == "%" || is_none_mark(words);
    case CellClass::kDate:
      return begins_with_date(words);
    case CellClass::kPerson:
      return is_parted_name(words) || looks_like_person(words);
    case CellClass::kWords:
      return !is_whole_value(words);
    case CellClass::kKind:
      return one.tells_kind;
    case CellClass::kBody:
      return !is_whole_value(words) && !is_parted_name(words);
    case CellClass::kAny:
      return true;
  }
  return true;
}

class BodyReader {
 public:
  BodyReader(std::span<const StackedCell> cells, const std::vector<StackedColumn>& columns)
      : cells_(cells), columns_(columns) {
    first_ = static_cast<std::size_t>(
        std::find_if(columns.begin(), columns.end(), [](const auto& c) { return c.core; }) - columns.begin());
    last_ = columns.size();
    while (last_ > first_ && !columns[last_ - 1].core) --last_;
    may_be_data_.assign(columns.size(), true);
    may_be_words_.assign(columns.size(), true);
    parted_names_ =
        std::count_if(cells.begin(), cells.end(), [](const auto& c) { return is_parted_name(c.words); }) > 1;
  }

  StackedBody run() {
    if (first_ == last_) return {};
    find_full_rows();
    find_cores();
    // the first row lacks nothing before its core but a class of items
    if (cores_.empty() || (cores_.front() != first_ && !(cores_.front() < first_ && lead_with_items()))) return {};
    learn();
    for (std::size_t r = 0; r < cores_.size(); ++r) {
      const bool opens = r == 0;
      deal(opens ? 0 : cores_[r - 1] + width(), cores_[r], opens);
      add_core(cores_[r]);
    }
    take_last();
    body_.complete = body_.end == cells_.size() &&
                     std::all_of(body_.rows.begin(), body_.rows.end(),
                                 [&](const StackedRow& row) { return row.columns.size() == columns_.size(); });
    return std::move(body_);
  }

 private:
  [[nodiscard]] std::size_t width() const { return last_ - first_; }
  [[nodiscard]] bool lead_with_items() const {
    return std::all_of(columns_.begin(), columns_.begin() + static_cast<std::ptrdiff_t>(first_),
                       [](const StackedColumn& column) { return column.cell == CellClass::kWords; });
  }
  [[nodiscard]] std::size_t tails() const { return columns_.size() - last_; }
  /// Columns that may stand between two cores: those behind the first, then those before the second.
  [[nodiscard]] std::size_t slots() const { return tails() + first_; }
  [[nodiscard]] std::size_t column_of_slot(std::size_t slot) const {
    return slot < tails() ? last_ + slot : slot - tails();
  }

  [[nodiscard]] bool is_core(std::size_t at) const {
    if (at + width() > cells_.size()) return false;
    for (std::size_t c = first_; c < last_; ++c) {
      const StackedCell& cell = cells_[at + c - first_];
      if (!is_like(cell, columns_[c].cell)) return false;
      if (columns_[c].cell == CellClass::kPerson && parted_names_ && !is_parted_name(cell.words)) return false;
      // 成果実績 where an indicator should stand
      if (columns_[c].cell == CellClass::kWords && columns_[c].indicator && cell.tells_kind) return false;
    }
    return true;
  }

  [[nodiscard]] bool is_value(std::size_t at) const { return is_whole_value(cells_[at].words); }
  [[nodiscard]] bool is_none(std::size_t at) const { return is_none_mark(cells_[at].words); }

  /// Rows that lack nothing, as far as there are such from the first one on, alike in what their columns hold.
  void find_full_rows() {
    const std::size_t all = columns_.size();
    for (std::size_t at = 0; at + all <= cells_.size() && is_core(at + first_); at += all) {
      for (std::size_t c = 0; c < all; ++c)
        if (at > 0 && is_value(at + c) != is_value(c) && !is_none(at + c) && !is_none(c)) return;
      cores_.push_back(at + first_);
    }
    if (cores_.size() == 1 && cells_.size() != all) cores_.clear();
  }

  /// Behind each other, with at most so many cells between them as the other columns hold.
  void find_cores() {
    for (std::size_t at = cores_.empty() ? 0 : cores_.back() + width(); at < cells_.size();) {
      if (!is_core(at)) {
        if (++at > (cores_.empty() ? 0 : cores_.back() + width()) + slots()) return;
        continue;
      }
      cores_.push_back(at);
      at += width();
    }
  }

  /// What the columns outside of the core hold in the rows that lack nothing.
  void learn() {
    std::vector<bool> data(columns_.size()), words(columns_.size());
    for (std::size_t r = 1; r < cores_.size(); ++r) {
      const std::size_t begin = cores_[r - 1] + width();
      if (cores_[r] - begin != slots()) continue;
      for (std::size_t s = 0; s < slots(); ++s) (is_value(begin + s) ? data : words)[column_of_slot(s)] = true;
    }
    for (std::size_t c = 0; c < columns_.size(); ++c) {
      if (!data[c] && !words[c]) continue;
      may_be_data_[c] = data[c];
      may_be_words_[c] = words[c];
    }
  }

  [[nodiscard]] bool may_hold(std::size_t column, std::size_t at) const {
    if (!is_like(cells_[at], columns_[column].cell)) return false;
    return is_none(at) || (is_value(at) ? may_be_data_[column] : may_be_words_[column]);
  }

  /// How the cells [begin, end) can stand in the slots [slot, until), in order; counts to two.
  int ways(std::size_t begin, std::size_t end, std::size_t slot, std::size_t until, std::vector<std::size_t>& chosen,
           std::vector<std::size_t>& found) const {
    if (begin == end) {
      found = chosen;
      return 1;
    }
    int count = 0;
    for (std::size_t s = slot; s < until && end - begin <= until - s && count < 2; ++s) {
      if (!may_hold(column_of_slot(s), begin)) continue;
      chosen.push_back(s);
      count += ways(begin + 1, end, s + 1, until, chosen, found);
      chosen.pop_back();
    }
    return count;
  }

  /// The cells between two cores; before the first one there are no columns that end a row.
  void deal(std::size_t begin, std::size_t end, bool opens) {
    leading_.clear();
    std::vector<std::size_t> chosen, found;
    const std::size_t from = opens ? tails() : 0;
    // the outer ones of the leading columns are those whose cells are merged downwards
    const bool merged = tails() == 0 && end - begin < first_;
    if (merged) {
      for (std::size_t n = begin; n < end; ++n) found.push_back(first_ - (end - n));
    } else if (ways(begin, end, from, slots(), chosen, found) != 1) {
      for (std::size_t at = begin; at < end; ++at) body_.rows.push_back({at, {0}});
      return;
    }
    for (const std::size_t slot : found) {
      const auto column = static_cast<std::uint16_t>(column_of_slot(slot));
      (slot < tails() && !opens ? body_.rows[row_].columns : leading_).push_back(column);
    }
  }

  void add_core(std::size_t at) {
    StackedRow row{at - leading_.size(), leading_};
    for (std::size_t c = first_; c < last_; ++c) row.columns.push_back(static_cast<std::uint16_t>(c));
    row_ = body_.rows.size();
    body_.rows.push_back(std::move(row));
    ++body_.full;
    body_.end = at + width();
  }

  /// Behind the last row stand its own cells only where all of them are there, as in the row before.
  void take_last() {
    const std::size_t begin = body_.end;
    if (tails() == 0 || begin + tails() > cells_.size() || body_.full < 2 || cores_.size() < 2) return;
    const std::size_t before = cores_[cores_.size() - 2] + width();
    if (cores_.back() - before != slots()) return;
    for (std::size_t s = 0; s < tails(); ++s)
      if (!may_hold(last_ + s, begin + s)) return;
    for (std::size_t s = 0; s < tails(); ++s) body_.rows[row_].columns.push_back(static_cast<std::uint16_t>(last_ + s));
    body_.end += tails();
  }

  std::span<const StackedCell> cells_;
  const std::vector<StackedColumn>& columns_;
  std::size_t first_ = 0, last_ = 0;  ///< columns of the core, and what stands between them
  bool parted_names_ = false;         ///< names of persons have a blank in them
  std::vector<bool> may_be_data_, may_be_words_;
  std::vector<std::size_t> cores_;
  std::vector<std::uint16_t> leading_;  ///< columns of the cells right before the next core
  std::size_t row_ = 0;                 ///< the last row that is no loose cell
  StackedBody body_;
};

}  // namespace

bool is_whole_value(std::string_view words) {
  constexpr std::array<std::string_view, 9> kNoValue = {"なし",   "無し",   "未実施", "未調査",  "未測定",
                                                        "調査中", "集計中", "未公表", "実績なし"};
  if (is_none_mark(words) || std::find(kNoValue.begin(), kNoValue.end(), words) != kNoValue.end()) return true;
  if (!is_data(words) || is_numbered(words)) return false;
  const KpiCell value = parse_kpi(words, {}, {});
  constexpr std::size_t kLongestSign = 6;  // bytes of 延べ
  return value.number && value.number->begin <= kLongestSign && value.number->end == value.raw.end - value.raw.begin;
}

bool is_whole_date(std::string_view words) {
  constexpr std::size_t kLongest = 90;  // bytes
  if (words.size() > kLongest || words.find("月") == words.npos) return false;
  const auto dates = find_dates(words);
  return dates.size() == 1 && dates.front().begin == 0 && dates.front().end == words.size() &&
         dates.front().precision != Precision::kNone;
}

std::vector<StackedColumn> stacked_columns(const TableMatch& match, bool bodies) {
  std::vector<StackedColumn> out;
  for (const ColumnMatch& column : match.columns)
    out.push_back({class_of(column.role), false, column.role == ColumnRole::kIndicator});
  if (match.rule->type == TableType::kAmount)
    for (StackedColumn& column : out)
      if (column.cell == CellClass::kValue) column.cell = CellClass::kMoney;
  const auto told = [](const StackedColumn& c) { return tells_row(c.cell); };
  const auto first = std::find_if(out.begin(), out.end(), told);
  if (first == out.end()) return out;
  for (StackedColumn& column : out)
    column.core = told(column) || column.cell == CellClass::kUnit || column.cell == CellClass::kKind;
  const bool kinds =
      std::any_of(out.begin(), out.end(), [](const StackedColumn& c) { return c.cell == CellClass::kKind; });
  // what the values are of; body and post of a person, who is named by both
  std::size_t at = static_cast<std::size_t>(first - out.begin());
  while (at > 0 && out[at].cell != CellClass::kWords) --at;
  const bool items = first->cell == CellClass::kValue || first->cell == CellClass::kMoney;
  if (items && !kinds && out[at].cell == CellClass::kWords) out[at].core = true;
  const bool member = match.rule->type == TableType::kMember;
  for (std::size_t c = 0; c < out.size(); ++c)
    if ((out[c].cell == CellClass::kBody && member && (bodies || match.columns[c].role == ColumnRole::kPost)) ||
        match.columns[c].role == ColumnRole::kActivity)
      out[c].core = true;
  return out;
}

StackedBody read_stacked_body(std::span<const StackedCell> cells, const std::vector<StackedColumn>& columns) {
  return BodyReader(cells, columns).run();
}

}  // namespace torikomi
