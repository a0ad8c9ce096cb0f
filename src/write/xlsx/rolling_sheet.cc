#include <fmt/format.h>

#include <algorithm>
#include <numeric>
#include <utility>

#include "write/xlsx/cell_text.h"
#include "write/xlsx/sheets.h"

namespace torikomi::xlsx {
namespace {

constexpr std::uint32_t kMostRows = 1'048'576;  // of one sheet, the header row with them
constexpr std::size_t kFilterButton = 3;        // letters that the button of the filter takes in the heading
// Letters side by side on a printed page. A4 landscape holds about 130 at full size: these are printed at half of it.
constexpr std::size_t kMostPrinted = 260;

}  // namespace

RollingSheet::RollingSheet(Book& book, std::string name, std::vector<std::string> headings, std::string table_name,
                           std::uint16_t frozen)
    : book_(&book),
      name_(std::move(name)),
      headings_(std::move(headings)),
      table_name_(std::move(table_name)),
      frozen_(frozen) {
  for (const std::string& heading : headings_) widths_.push_back(width(heading) + kFilterButton);
}

Status RollingSheet::make_room() {
  if (sheet_ != nullptr && next_row_ < kMostRows) return ok();
  if (sheet_ != nullptr) finish();
  return open_next();
}

Status RollingSheet::open_next() {
  ++sheets_;
  auto sheet = book_->add_sheet(sheets_ == 1 ? name_ : fmt::format("{} ({})", name_, sheets_));
  if (!sheet) return sheet.error();
  sheet_ = *sheet;
  for (std::size_t i = 0; i < headings_.size(); ++i) {
    sheet_->text(0, static_cast<std::uint16_t>(i), headings_[i], Look::kHeader);
  }
  next_row_ = 1;
  return ok();
}

void RollingSheet::measure(std::uint16_t column, std::string_view text, std::size_t cap) {
  if (widths_[column] >= cap) return;
  widths_[column] = std::max(widths_[column], std::min(width(text) + 1, cap));
}

std::uint16_t RollingSheet::pages_wide() const {
  const auto keys = std::accumulate(widths_.begin(), widths_.begin() + frozen_, std::size_t{0});
  const auto others = std::accumulate(widths_.begin() + frozen_, widths_.end(), std::size_t{0});
  const std::size_t room = kMostPrinted > keys ? kMostPrinted - keys : 1;
  return static_cast<std::uint16_t>(std::max<std::size_t>(1, (others + room - 1) / room));
}

void RollingSheet::finish() {
  if (sheet_ == nullptr) return;
  const auto last_column = static_cast<std::uint16_t>(headings_.size() - 1);
  for (std::uint16_t i = 0; i <= last_column; ++i) sheet_->column_width(i, static_cast<double>(widths_[i]));
  sheet_->freeze(1, frozen_);
  sheet_->print_table_setup(pages_wide(), frozen_);
  sheet_->codes_are_text();
  if (next_row_ == 1) return;  // an Excel Table or a filter over no rows confuses more than it helps
  if (book_->streaming()) {
    sheet_->autofilter(next_row_ - 1, last_column);
  } else {
    sheet_->table(next_row_ - 1, headings_, sheets_ == 1 ? table_name_ : fmt::format("{}_{}", table_name_, sheets_));
  }
}

}  // namespace torikomi::xlsx
