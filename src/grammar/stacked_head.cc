#include "stacked_head.h"

#include <algorithm>

namespace torikomi {
namespace {

constexpr std::size_t kMostUnheaded = 2;

/// All in one row, with `gap` columns without a heading before heading `at`.
HeadForm in_one_row(std::size_t headings, std::size_t at, std::size_t gap) {
  HeadForm form;
  for (std::size_t n = 0; n < headings; ++n)
    form.cells.push_back({static_cast<std::uint16_t>(n < at ? n : n + gap), 1, 0});
  form.columns = headings + gap;
  return form;
}

/// 区分 / 令和4年度 / 令和5年度 / 増減額 / 予算額 / 決算額 / 予算額 / 決算額: from heading `second` on those of a row
/// below, dealt out to the years. No form where they do not come out even, or differ from year to year.
std::optional<HeadForm> in_two_rows(const std::vector<HeadingWords>& headings, std::size_t second) {
  const auto is_year = [](const HeadingWords& heading) { return heading.kind == HeadingKind::kYear; };
  const auto groups = static_cast<std::size_t>(
      std::count_if(headings.begin(), headings.begin() + static_cast<std::ptrdiff_t>(second), is_year));
  const std::size_t below = headings.size() - second;
  if (groups < 2 || below % groups != 0 || below / groups < 2) return std::nullopt;
  const auto each = static_cast<std::uint16_t>(below / groups);
  // the same headings come again below every year
  for (std::size_t n = second + each; n < headings.size(); ++n)
    if (headings[n].key != headings[n - each].key) return std::nullopt;
  HeadForm form;
  std::vector<HeadCell> parts;
  std::uint16_t column = 0;
  for (std::size_t n = 0; n < second; ++n) {
    const std::uint16_t width = is_year(headings[n]) ? each : std::uint16_t{1};
    form.cells.push_back({column, width, 0});
    for (std::uint16_t k = 0; k < width && width > 1; ++k)
      parts.push_back({static_cast<std::uint16_t>(column + k), 1, 1});
    column = static_cast<std::uint16_t>(column + width);
  }
  form.cells.insert(form.cells.end(), parts.begin(), parts.end());
  form.columns = column;
  return form;
}

}  // namespace

std::vector<HeadForm> head_forms(const std::vector<HeadingWords>& headings, bool kinds) {
  std::vector<HeadForm> out = {in_one_row(headings.size(), 0, 0)};
  for (std::size_t at = 1; kinds && at < headings.size(); ++at) {
    HeadForm form = in_one_row(headings.size(), at, 1);
    form.kinds = static_cast<std::uint16_t>(at);
    out.push_back(std::move(form));
  }
  for (std::size_t gap = 1; gap <= kMostUnheaded; ++gap) out.push_back(in_one_row(headings.size(), 0, gap));
  for (std::size_t second = 2; second + 2 <= headings.size(); ++second)
    if (auto form = in_two_rows(headings, second)) out.push_back(std::move(*form));
  return out;
}

}  // namespace torikomi
