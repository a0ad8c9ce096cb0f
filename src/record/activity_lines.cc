#include "activity_lines.h"

#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <vector>

#include "torikomi/text/normalize.h"

namespace torikomi {
namespace {

/// A break in a cell, an item of a list, the end of a line in a cell of HTML.
constexpr std::string_view kLineEnds = "\v\x1f\n";

std::vector<NormSpan> lines_of(const Builder& builder, NormSpan cell) {
  std::vector<NormSpan> out;
  const std::string_view words = builder.words(cell);
  for (std::size_t begin = 0; begin < words.size();) {
    const std::size_t end = std::min(words.find_first_of(kLineEnds, begin), words.size());
    const NormSpan line =
        builder.trimmed(within(cell, static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)));
    if (!line.empty()) out.push_back(line);
    begin = end + 1;
  }
  return out;
}

/// The lines of one event, one after the other.
class LineReader {
 public:
  LineReader(const Builder& builder, ScheduleRow& row) : builder_(builder), row_(row) {}

  /// False where the line has no label of time or place.
  bool take(NormSpan line) {
    const std::string_view words = builder_.words(line);
    const std::size_t colon = words.find(':');
    if (colon == words.npos) return false;
    const std::string key = label_key(words.substr(0, colon));
    const NormSpan value = builder_.trimmed({line.begin + static_cast<std::uint32_t>(colon) + 1, line.end});
    if (value.empty()) return false;
    const bool time = key.ends_with("時間") || key.ends_with("時刻");
    const bool place = key.ends_with("会場") || key.ends_with("場所");
    labelled_ = labelled_ || time || place;
    if (time) return take_time(value);
    if (!place || !row_.place.empty()) return false;
    row_.place = value;
    return true;
  }

  [[nodiscard]] bool labelled() const { return labelled_; }

 private:
  /// 午前10時; 本会議終了後 is no time.
  bool take_time(NormSpan value) {
    if (row_.date.start_time) return false;
    const auto told = find_dates(fmt::format("1月1日 {}", builder_.words(value)));
    if (told.size() != 1 || !told.front().start_time) return false;
    row_.date.start_time = told.front().start_time;
    row_.date.end_time = told.front().end_time;
    return true;
  }

  const Builder& builder_;
  ScheduleRow& row_;
  bool labelled_ = false;
};

}  // namespace

void take_labelled_lines(const Builder& builder, ScheduleRow& row) {
  const std::vector<NormSpan> lines = lines_of(builder, row.activity);
  if (lines.size() < 2) return;
  LineReader reader(builder, row);
  NormSpan rest;
  for (auto line = lines.begin() + 1; line != lines.end(); ++line)
    if (!reader.take(*line)) rest = rest.empty() ? NormSpan{line->begin, lines.back().end} : rest;
  if (!reader.labelled() || (!rest.empty() && !row.content.empty())) return;
  row.activity = lines.front();
  if (!rest.empty()) row.content = rest;
}

}  // namespace torikomi
