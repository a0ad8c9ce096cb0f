#include "write/csv_cp932.h"

#include <fmt/format.h>

#include "torikomi/core/utf8.h"
#include "torikomi/text/encode.h"

namespace torikomi {
namespace {

constexpr std::size_t kPlaces = 3;       // that are named for one character
constexpr std::size_t kCharacters = 20;  // that are named in one message

/// "報告書.txt:12 measures.plan": the source line where the row has one.
std::string place_of(const TableInfo& table, ConstRow row, std::size_t column, std::string_view source) {
  std::string line;
  for (std::size_t i = 0; i < row.size(); ++i) {
    const std::string_view name = table.columns[i].name;
    if ((name == "line" || name == "line_start") && row[i].integer()) line = fmt::format(":{}", *row[i].integer());
  }
  return fmt::format("{}{} {}.{}", source, line, table.name, table.columns[column].name);
}

}  // namespace

void Cp932Encoder::append(std::string& out, std::string_view record, const TableInfo& table, ConstRow row,
                          std::string_view source) {
  if (append_cp932(out, record).empty()) return;
  std::string unused;
  for (std::size_t i = 0; i < row.size(); ++i) {
    for (const Unencodable& found : append_cp932(unused, row[i].text())) {
      note(found.code_point, place_of(table, row, i, source));
    }
  }
}

void Cp932Encoder::append(std::string& out, std::string_view text, std::string_view place) {
  for (const Unencodable& found : append_cp932(out, text)) note(found.code_point, std::string(place));
}

void Cp932Encoder::note(char32_t character, std::string place) {
  Found& found = missing_[character];
  ++found.count;
  const bool again = !found.places.empty() && found.places.back() == place;
  if (found.places.size() < kPlaces && !again) found.places.push_back(std::move(place));
}

std::optional<Error> Cp932Encoder::error() const {
  if (missing_.empty()) return std::nullopt;
  std::string list;
  std::size_t named = 0;
  for (const auto& [character, found] : missing_) {
    if (++named > kCharacters) break;
    std::string shown;
    utf8::append(shown, character);
    list += fmt::format("\n  {} (U+{:04X}) ×{}: {}", shown, static_cast<std::uint32_t>(character), found.count,
                        fmt::join(found.places, ", "));
    if (found.count > found.places.size()) list += ", …";
  }
  if (missing_.size() > kCharacters) list += "\n  …";
  return Error{
      ErrorCode::kOutput,
      say("CP932（Shift_JIS）にない文字が{}種類あるため、何も書き出しませんでした。UTF-"
          "8で書き出すか、原文の文字を直してください。{}",
          "nothing was written, because CP932 (Shift_JIS) lacks {} of the characters. Write UTF-8 instead, or change "
          "the characters in the source.{}",
          missing_.size(), list)};
}

}  // namespace torikomi
