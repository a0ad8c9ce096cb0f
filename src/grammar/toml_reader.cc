#include "toml_reader.h"

#include "torikomi/core/nearest.h"

namespace torikomi {

std::string TomlReader::where(std::string_view key) const {
  if (path_.empty()) return std::string(key);
  return key.empty() ? path_ : fmt::format("{}.{}", path_, key);
}

void TomlReader::fail(std::string_view key, const Message& what) const {
  const TreeView at = find(key).value_or(table_);
  const std::string place = fmt::format("{}:{}:{}: {}", file_, at.line(), at.column(), where(key));
  throw GrammarFault{{place + ": " + what.ja, place + ": " + what.en}};
}

void TomlReader::allow_only(std::initializer_list<std::string_view> known) const {
  if (trust_ == Trust::kBuiltIn) return;
  for (const TreeView entry : entries()) {
    const std::string_view key = entry.key();
    if (std::find(known.begin(), known.end(), key) != known.end()) continue;
    const std::string_view near = nearest(key, std::span(known.begin(), known.size()));
    if (!near.empty()) fail(key, say("知らないキーです。{} のことですか", "unknown key; did you mean {}?", near));
    fail(key, say("知らないキーです。使えるキー: {}", "unknown key; known keys: {}",
                  fmt::format("{}", fmt::join(known, ", "))));
  }
}

std::string TomlReader::text(std::string_view key) const {
  const auto node = find(key);
  if (!node) fail(key, say("必要なキーがありません", "this key is required"));
  if (node->kind() == NodeKind::kText && !node->text().empty()) return std::string(node->text());
  fail(key, say("空でない文字列が必要です", "a string that is not empty is needed here"));
}

std::string TomlReader::text_or(std::string_view key, std::string_view fallback) const {
  return has(key) ? text(key) : std::string(fallback);
}

std::int64_t TomlReader::integer_or(std::string_view key, std::int64_t fallback) const {
  const auto node = find(key);
  if (!node) return fallback;
  if (node->kind() == NodeKind::kInteger) return node->number();
  fail(key, say("整数が必要です", "a whole number is needed here"));
}

std::int64_t TomlReader::integer_in(std::string_view key, std::int64_t low, std::int64_t high,
                                    std::int64_t fallback) const {
  const std::int64_t number = integer_or(key, fallback);
  if (has(key) && (number < low || number > high))
    fail(key, say("{} から {} の整数にしてください", "must be a whole number from {} to {}", low, high));
  return number;
}

bool TomlReader::flag_or(std::string_view key, bool fallback) const {
  const auto node = find(key);
  if (!node) return fallback;
  if (node->kind() == NodeKind::kTruth) return node->number() != 0;
  fail(key, say("true か false が必要です", "true or false is needed here"));
}

std::vector<std::string> TomlReader::texts(std::string_view key) const {
  std::vector<std::string> out;
  const auto node = find(key);
  if (!node) return out;
  const auto refuse = [&] {
    fail(key, say("文字列の配列が必要です。例: [\"基準値\", \"基準\"]",
                  "an array of strings is needed here, such as [\"基準値\", \"基準\"]"));
  };
  if (node->kind() != NodeKind::kArray) refuse();
  for (const TreeView element : node->children()) {
    if (element.kind() != NodeKind::kText || element.text().empty()) refuse();
    out.emplace_back(element.text());
  }
  return out;
}

Pattern TomlReader::pattern(std::string_view key) const { return compile(key, text(key)); }

Pattern TomlReader::line_pattern(std::string_view key) const {
  const std::int64_t longest = integer_in("longest", 1, 1000, 0);
  return pattern(key).up_to(static_cast<std::uint32_t>(longest));
}

Pattern TomlReader::compile(std::string_view key, std::string_view text) const {
  if (trust_ == Trust::kBuiltIn) return Pattern::deferred(text);
  auto compiled = Pattern::compile(text);
  if (!compiled) fail(key, compiled.error());
  return *std::move(compiled);
}

std::optional<TomlReader> TomlReader::table(std::string_view key) const {
  const auto node = find(key);
  if (!node) return std::nullopt;
  if (node->kind() != NodeKind::kTable) fail(key, say("表 [{}] が必要です", "a table [{}] is needed here", key));
  return TomlReader(*node, file_, where(key), trust_);
}

std::vector<TomlReader> TomlReader::tables(std::string_view key) const {
  std::vector<TomlReader> out;
  const auto node = find(key);
  if (!node) return out;
  const auto children = node->children();
  const bool tables =
      node->kind() == NodeKind::kArray &&
      std::all_of(children.begin(), children.end(), [](TreeView child) { return child.kind() == NodeKind::kTable; });
  if (!tables) fail(key, say("表の配列 [[{}]] が必要です", "an array of tables [[{}]] is needed here", key));
  for (const TreeView child : children)
    out.emplace_back(child, file_, fmt::format("{}[{}]", where(key), out.size()), trust_);
  return out;
}

}  // namespace torikomi
