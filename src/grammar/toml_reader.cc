#include "toml_reader.h"

#include "torikomi/core/nearest.h"

namespace torikomi {

std::string TomlReader::where(std::string_view key) const {
  if (path_.empty()) return std::string(key);
  return key.empty() ? path_ : fmt::format("{}.{}", path_, key);
}

const toml::node* TomlReader::find(std::string_view key) const { return table_.get(key); }

void TomlReader::fail(std::string_view key, const Message& what) const {
  const toml::node* node = find(key);
  const auto at = node != nullptr ? node->source().begin : table_.source().begin;
  const std::string place = fmt::format("{}:{}:{}: {}", file_, at.line, at.column, where(key));
  throw GrammarFault{{place + ": " + what.ja, place + ": " + what.en}};
}

void TomlReader::allow_only(std::initializer_list<std::string_view> known) const {
  for (const auto& [key, node] : table_) {
    if (std::find(known.begin(), known.end(), key.str()) != known.end()) continue;
    const std::string_view near = nearest(key.str(), std::span(known.begin(), known.size()));
    if (!near.empty()) fail(key.str(), say("知らないキーです。{} のことですか", "unknown key; did you mean {}?", near));
    fail(key.str(), say("知らないキーです。使えるキー: {}", "unknown key; known keys: {}",
                        fmt::format("{}", fmt::join(known, ", "))));
  }
}

std::string TomlReader::text(std::string_view key) const {
  const toml::node* node = find(key);
  if (node == nullptr) fail(key, say("必要なキーがありません", "this key is required"));
  if (const auto value = node->value<std::string>(); value && node->is_string() && !value->empty()) return *value;
  fail(key, say("空でない文字列が必要です", "a string that is not empty is needed here"));
}

std::string TomlReader::text_or(std::string_view key, std::string_view fallback) const {
  return find(key) == nullptr ? std::string(fallback) : text(key);
}

std::int64_t TomlReader::integer_or(std::string_view key, std::int64_t fallback) const {
  const toml::node* node = find(key);
  if (node == nullptr) return fallback;
  if (node->is_integer()) return *node->value<std::int64_t>();
  fail(key, say("整数が必要です", "a whole number is needed here"));
}

bool TomlReader::flag_or(std::string_view key, bool fallback) const {
  const toml::node* node = find(key);
  if (node == nullptr) return fallback;
  if (node->is_boolean()) return *node->value<bool>();
  fail(key, say("true か false が必要です", "true or false is needed here"));
}

std::vector<std::string> TomlReader::texts(std::string_view key) const {
  std::vector<std::string> out;
  const toml::node* node = find(key);
  if (node == nullptr) return out;
  const Message need = say("文字列の配列が必要です。例: [\"基準値\", \"基準\"]",
                           "an array of strings is needed here, such as [\"基準値\", \"基準\"]");
  const toml::array* array = node->as_array();
  if (array == nullptr) fail(key, need);
  for (const toml::node& element : *array) {
    const auto value = element.value<std::string>();
    if (!element.is_string() || value->empty()) fail(key, need);
    out.push_back(*value);
  }
  return out;
}

Pattern TomlReader::pattern(std::string_view key) const { return compile(key, text(key)); }

Pattern TomlReader::compile(std::string_view key, std::string_view text) const {
  if (trust_ == Trust::kBuiltIn) return Pattern::deferred(text);
  auto compiled = Pattern::compile(text);
  if (!compiled) fail(key, compiled.error());
  return *std::move(compiled);
}

std::optional<TomlReader> TomlReader::table(std::string_view key) const {
  const toml::node* node = find(key);
  if (node == nullptr) return std::nullopt;
  const toml::table* inner = node->as_table();
  if (inner == nullptr) fail(key, say("表 [{}] が必要です", "a table [{}] is needed here", key));
  return TomlReader(*inner, file_, where(key), trust_);
}

std::vector<TomlReader> TomlReader::tables(std::string_view key) const {
  std::vector<TomlReader> out;
  const toml::node* node = find(key);
  if (node == nullptr) return out;
  const toml::array* array = node->as_array();
  if (array == nullptr || !array->is_array_of_tables())
    fail(key, say("表の配列 [[{}]] が必要です", "an array of tables [[{}]] is needed here", key));
  for (const toml::node& element : *array)
    out.emplace_back(*element.as_table(), file_, fmt::format("{}[{}]", where(key), out.size()), trust_);
  return out;
}

}  // namespace torikomi
