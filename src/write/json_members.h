// Members of the JSON objects that describe a folder of CSV files.
#pragma once

#include <rapidjson/prettywriter.h>
#include <rapidjson/stringbuffer.h>

#include <string_view>

namespace torikomi {

using PrettyJson = rapidjson::PrettyWriter<rapidjson::StringBuffer>;

inline void write_text(PrettyJson& json, std::string_view value) {
  json.String(value.data(), static_cast<rapidjson::SizeType>(value.size()));
}

inline void write_member(PrettyJson& json, std::string_view key, std::string_view value) {
  write_text(json, key);
  write_text(json, value);
}

}  // namespace torikomi
