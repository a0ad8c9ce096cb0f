#include "torikomi/batch/records_json.h"

#include <rapidjson/document.h>
#include <rapidjson/error/en.h>

#include <charconv>
#include <optional>

namespace torikomi {
namespace {

using Json = rapidjson::Value;

Error not_ours(std::string_view what) {
  return {ErrorCode::kInput,
          say("契約どおりの JSON ではありません ({})", "not JSON of the record contract ({})", what)};
}

std::string_view view(const Json& text) { return {text.GetString(), text.GetStringLength()}; }

std::optional<Json::ConstMemberIterator> find(const Json& object, std::string_view name) {
  const auto found =
      object.FindMember(rapidjson::StringRef(name.data(), static_cast<rapidjson::SizeType>(name.size())));
  return found == object.MemberEnd() ? std::nullopt : std::optional(found);
}

template <class T>
std::optional<T> whole_number(std::string_view text) {
  T value{};
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  return error == std::errc() && end == text.data() + text.size() ? std::optional(value) : std::nullopt;
}

/// Numbers come as their digits, so that none is rounded; the type of the column tells them from texts.
Cell read_cell(const Json& value, const ColumnInfo& column, Records& records) {
  if (value.IsBool()) return value.GetBool();
  if (!value.IsString()) return {};
  if (column.type == ColumnType::integer || column.type == ColumnType::decimal) {
    if (const auto whole = whole_number<std::int64_t>(view(value))) return *whole;
    if (const auto decimal = Decimal::parse(view(value))) return *decimal;
  }
  return records.keep(view(value));
}

std::optional<Span> read_span(const Json& pair) {
  if (!pair.IsArray() || pair.Size() != 2 || !pair[0].IsString() || !pair[1].IsString()) return std::nullopt;
  const auto begin = whole_number<std::uint32_t>(view(pair[0]));
  const auto end = whole_number<std::uint32_t>(view(pair[1]));
  if (!begin || !end || *end < *begin) return std::nullopt;
  return Span{*begin, *end};
}

/// False where the row is not of this table.
bool read_row(const Json& object, const TableInfo& info, Records& records) {
  if (!object.IsObject()) return false;
  const auto spans = find(object, "spans");
  if (!spans || !(*spans)->value.IsObject()) return false;
  Row row = records[info.id].add();
  for (std::size_t i = 0; i < info.columns.size(); ++i) {
    const auto value = find(object, info.columns[i].name);
    if (!value) return false;
    row[i] = read_cell((*value)->value, info.columns[i], records);
    const auto place = find((*spans)->value, info.columns[i].name);
    if (!place) continue;
    const auto span = read_span((*place)->value);
    if (!span) return false;
    row[i] = row[i].at(*span);
  }
  return true;
}

bool read_unclaimed(const Json& stretches, Records& records) {
  if (!stretches.IsArray()) return false;
  for (const Json& stretch : stretches.GetArray()) {
    if (!stretch.IsObject()) return false;
    const auto line = find(stretch, "line");
    const auto place = find(stretch, "span");
    if (!line || !place || !(*line)->value.IsString()) return false;
    const auto number = whole_number<std::uint32_t>(view((*line)->value));
    const auto span = read_span((*place)->value);
    if (!number || !span) return false;
    records.unclaimed.push_back({*number, *span});
  }
  return true;
}

}  // namespace

Result<Records> records_from_json(std::string json) {
  constexpr unsigned kFlags = rapidjson::kParseInsituFlag | rapidjson::kParseNumbersAsStringsFlag |
                              rapidjson::kParseIterativeFlag | rapidjson::kParseValidateEncodingFlag;
  rapidjson::Document root;
  root.ParseInsitu<kFlags>(json.data());
  if (root.HasParseError()) return not_ours(rapidjson::GetParseError_En(root.GetParseError()));
  if (!root.IsObject()) return not_ours("no object");
  Records records;
  for (const TableInfo& info : all_tables()) {
    const auto rows = find(root, info.name);
    if (!rows || !(*rows)->value.IsArray()) return not_ours(info.name);
    for (const Json& row : (*rows)->value.GetArray())
      if (!read_row(row, info, records)) return not_ours(info.name);
  }
  const auto unclaimed = find(root, "unclaimed");
  if (!unclaimed || !read_unclaimed((*unclaimed)->value, records)) return not_ours("unclaimed");
  return records;
}

}  // namespace torikomi
