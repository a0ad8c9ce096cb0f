#include "cli/parse_values.h"

#include <fmt/format.h>
#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

#include <algorithm>
#include <array>
#include <charconv>

#include "torikomi/core/source.h"
#include "torikomi/text/decode.h"
#include "torikomi/text/normalize.h"
#include "torikomi/value/municipality.h"

namespace torikomi {
namespace {

using Json = rapidjson::Writer<rapidjson::StringBuffer>;

void put(Json& json, std::string_view text) { json.String(text.data(), static_cast<rapidjson::SizeType>(text.size())); }

void key(Json& json, std::string_view name) { json.Key(name.data(), static_cast<rapidjson::SizeType>(name.size())); }

template <class T, class Format>
void optional(Json& json, std::string_view name, const std::optional<T>& value, Format format) {
  key(json, name);
  if (value) {
    put(json, format(*value));
  } else {
    json.Null();
  }
}

void flag(Json& json, std::string_view name, bool value) {
  key(json, name);
  json.Bool(value);
}

std::string iso(Day day) {
  return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(day.year()), static_cast<unsigned>(day.month()),
                     static_cast<unsigned>(day.day()));
}

std::string_view weekday_name(std::chrono::weekday day) {
  constexpr std::array<std::string_view, 7> kNames = {"sunday",   "monday", "tuesday", "wednesday",
                                                      "thursday", "friday", "saturday"};
  return kNames[day.c_encoding()];
}

void date_fields(Json& json, const DateValue& v) {
  key(json, "edtf");
  put(json, v.edtf);
  optional(json, "start", v.first, iso);
  optional(json, "end", v.last, iso);
  key(json, "precision");
  put(json, name(v.precision));
  flag(json, "approximate", v.approximate);
  flag(json, "year_inferred", v.year_inferred);
  flag(json, "era_overflow", v.era_overflow);
  flag(json, "lunisolar", v.lunisolar);
  flag(json, "recurring", v.recurring);
  flag(json, "planned", v.planned);
  flag(json, "pair_agrees", v.pair_agrees);
  optional(json, "weekday", v.weekday, weekday_name);
  flag(json, "weekday_agrees", v.weekday_agrees);
  optional(json, "start_time", v.start_time, format_time);
  optional(json, "end_time", v.end_time, format_time);
}

void number_fields(Json& json, const NumberValue& v) {
  const auto decimal = [](const Decimal& d) { return d.to_string(); };
  key(json, "value");
  put(json, v.value_text());
  key(json, "unit");
  put(json, v.unit);
  key(json, "per");
  put(json, v.per);
  key(json, "comparator");
  put(json, name(v.comparator));
  flag(json, "cumulative", v.cumulative);
  flag(json, "approximate", v.approximate);
  optional(json, "low", v.low, decimal);
  optional(json, "high", v.high, decimal);
}

/// The body that a name means; null in every cell where it is ambiguous.
void body_fields(Json& json, const Municipality* body) {
  const auto cell = [&](std::string_view name, std::string_view Municipality::*part) {
    key(json, name);
    if (body != nullptr) {
      put(json, body->*part);
    } else {
      json.Null();
    }
  };
  cell("code", &Municipality::code);
  cell("prefecture", &Municipality::prefecture);
  cell("parent", &Municipality::parent);
  cell("name", &Municipality::name);
  cell("kind", &Municipality::kind);
}

void name_fields(Json& json, const NameMatch& v) {
  body_fields(json, v.body);
  flag(json, "former", v.former);
  key(json, "candidates");
  json.StartArray();
  for (const Municipality* body : v.candidates) {
    json.StartObject();
    body_fields(json, body);
    json.EndObject();
  }
  json.EndArray();
}

std::vector<DateValue> dates_in(std::string_view text, const ValueContext& context) {
  std::vector<DateValue> dates = find_dates(text, context.date);
  if (!dates.empty()) return dates;
  if (auto whole = parse_date(text, context.date)) dates.push_back(*std::move(whole));
  return dates;
}

std::vector<NameMatch> names_in(std::string_view text, const ValueContext& context) {
  const NameContext evidence{.prefecture = context.prefecture, .date = context.date.document_date, .roster = {}};
  std::vector<NameMatch> names;
  if (auto whole = parse_name(text, evidence)) {
    names.push_back(*std::move(whole));
  } else {
    names = find_names(text, evidence);
  }
  return names;
}

/// Writes "found" from values whose offsets are those of the normalised text.
template <class Value, class Fields>
void found(Json& json, const NormText& norm, const std::vector<Value>& values, Fields fields) {
  key(json, "found");
  json.StartArray();
  for (const Value& value : values) {
    const Span span = norm.to_source({value.begin, value.end});
    json.StartObject();
    key(json, "span");
    json.StartArray();
    json.Uint(span.begin);
    json.Uint(span.end);
    json.EndArray();
    key(json, "text");
    put(json, norm.source().slice(span));
    fields(json, value);
    json.EndObject();
  }
  json.EndArray();
}

/// Figures of dates and times are no numbers of their own, nor is 20170519 where it is the whole of the text.
std::vector<NumberValue> numbers_beside_dates(std::string_view text, const ValueContext& context) {
  std::vector<NumberValue> numbers = find_numbers(text, {context.unit});
  const std::vector<DateValue> dates = find_dates(text, context.date);
  if (dates.empty() && numbers.size() == 1 && parse_date(text)) return {};
  auto date = dates.begin();
  std::erase_if(numbers, [&](const NumberValue& n) {
    while (date != dates.end() && std::max(date->end, date->time_end) <= n.begin) ++date;
    return date != dates.end() && std::min(date->begin, date->time_end > 0 ? date->time_begin : date->begin) < n.end;
  });
  return numbers;
}

Result<int> whole_number(std::string_view text) {
  int value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size()) {
    return Error{ErrorCode::kUsage, say("整数ではありません: {}", "not a whole number: {}", text)};
  }
  return value;
}

Result<Day> iso_day(std::string_view text) {
  const auto value = parse_date(text);
  if (!value || value->precision != Precision::kDay || !value->first || value->edtf != text) {
    return Error{ErrorCode::kUsage,
                 say("日付ではありません（例: 2017-08-01）: {}", "not a day (such as 2017-08-01): {}", text)};
  }
  return *value->first;
}

}  // namespace

std::optional<ValueKind> value_kind(std::string_view name) {
  if (name == "date") return ValueKind::kDate;
  if (name == "number") return ValueKind::kNumber;
  if (name == "name") return ValueKind::kName;
  return std::nullopt;
}

Result<ValueContext> read_value_context(std::string_view text) {
  ValueContext out;
  while (!text.empty()) {
    const std::string_view pair = text.substr(0, text.find(','));
    text.remove_prefix(std::min(text.size(), pair.size() + 1));
    const std::size_t equals = pair.find('=');
    const std::string_view name = pair.substr(0, equals);
    const std::string_view value = equals == std::string_view::npos ? std::string_view() : pair.substr(equals + 1);
    if (name == "fiscal_year") {
      const auto year = whole_number(value);
      if (!year) return year.error();
      out.date.fiscal_year = *year;
    } else if (name == "date" || name == "previous") {
      const auto day = iso_day(value);
      if (!day) return day.error();
      (name == "date" ? out.date.document_date : out.date.previous) = *day;
    } else if (name == "unit") {
      out.unit = value;
    } else if (name == "prefecture") {
      const auto prefecture = parse_name(value);
      if (!prefecture || prefecture->body == nullptr || prefecture->body->kind != "prefecture") {
        return Error{ErrorCode::kUsage,
                     say("都道府県ではありません（例: 岡山県）: {}", "not a prefecture (such as 岡山県): {}", value)};
      }
      out.prefecture = prefecture->body->name;
    } else {
      return Error{ErrorCode::kUsage,
                   say("知らない文脈です: {}（fiscal_year date previous unit prefecture のいずれか）",
                       "unknown context: {} (one of fiscal_year date previous unit prefecture)", name)};
    }
  }
  out.date.day_one = out.date.previous ? out.date.previous : out.date.document_date;
  return out;
}

std::string parse_line_json(ValueKind kind, std::string_view text, const ValueContext& context) {
  const Source source("", valid_utf8(text));
  const NormText norm = normalize(source);
  rapidjson::StringBuffer buffer;
  Json json(buffer);
  json.StartObject();
  key(json, "text");
  put(json, source.text());
  switch (kind) {
    case ValueKind::kDate:
      found(json, norm, dates_in(norm.text(), context), date_fields);
      break;
    case ValueKind::kNumber:
      found(json, norm, numbers_beside_dates(norm.text(), context), number_fields);
      break;
    case ValueKind::kName:
      found(json, norm, names_in(norm.text(), context), name_fields);
      break;
  }
  json.EndObject();
  return {buffer.GetString(), buffer.GetSize()};
}

void run_parse(ValueKind kind, std::span<const std::string> texts, std::istream& input, const ValueContext& context,
               std::ostream& output) {
  for (const std::string& text : texts) output << parse_line_json(kind, text, context) << '\n';
  if (!texts.empty()) return;
  for (std::string line; std::getline(input, line);) {
    if (line.ends_with('\r')) line.pop_back();
    output << parse_line_json(kind, line, context) << '\n';
  }
}

}  // namespace torikomi
