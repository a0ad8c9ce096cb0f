#include "config.h"

#include <fmt/format.h>
#include <toml++/toml.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "option_words.h"
#include "rule_choice.h"
#include "torikomi/check/check.h"
#include "torikomi/core/nearest.h"

namespace torikomi::cli {
namespace {

constexpr std::string_view kFileName = "torikomi.toml";
constexpr std::array<std::string_view, 3> kTables = {"validate", "severity", "suppress"};
constexpr std::array<std::string_view, 5> kValidateKeys = {"select", "ignore", "fail-on", "format", "baseline"};
constexpr std::array<std::string_view, 3> kSuppressKeys = {"files", "rules", "reason"};

/// Thrown inside the reader only; parse_config turns it into an Error.
struct Fault {
  Message message;
};

class Reader {
 public:
  explicit Reader(const std::string& path) : path_(path) { config_.path = path; }

  Config run(const toml::table& root) {
    allow_only(root, kTables, "");
    if (const toml::table* validate = table(root, "validate")) read_validate(*validate);
    if (const toml::table* severity = table(root, "severity")) read_severity(*severity);
    if (const toml::node* suppress = root.get("suppress")) read_suppress(*suppress);
    return std::move(config_);
  }

 private:
  [[noreturn]] void fail(const toml::node& node, const Message& what) const {
    const std::uint32_t line = node.source().begin.line;
    throw Fault{{fmt::format("{}:{}: {}", path_, line, what.ja), fmt::format("{}:{}: {}", path_, line, what.en)}};
  }

  void allow_only(const toml::table& table, std::span<const std::string_view> known, std::string_view prefix) const {
    for (const auto& [key, value] : table) {
      if (std::find(known.begin(), known.end(), key.str()) != known.end()) continue;
      const std::string_view near = nearest(key.str(), known);
      std::string hint = near.empty() ? std::string() : fmt::format(" ({}{}?)", prefix, near);
      if (const auto inner = nearest(key.str(), kValidateKeys); hint.empty() && prefix.empty() && !inner.empty())
        hint = fmt::format(" (validate.{}?)", inner);
      fail(value, say("知らないキー {}{} です{}", "unknown key {}{}{}", prefix, key.str(), hint));
    }
  }

  [[nodiscard]] const toml::table* table(const toml::table& root, std::string_view key) const {
    const toml::node* node = root.get(key);
    if (node == nullptr) return nullptr;
    if (!node->is_table()) fail(*node, say("{} は [{}] の表です", "{} is a table: [{}]", key, key));
    return node->as_table();
  }

  [[nodiscard]] std::string text(const toml::node& node, std::string_view key) const {
    const auto value = node.value<std::string>();
    if (!node.is_string() || !value) fail(node, say("{} は文字列です", "{} is a string", key));
    return *value;
  }

  [[nodiscard]] std::vector<std::string> texts(const toml::node& node, std::string_view key) const {
    const toml::array* array = node.as_array();
    if (array == nullptr) fail(node, say("{} は文字列の配列です", "{} is an array of strings", key));
    std::vector<std::string> out;
    for (const toml::node& one : *array) out.push_back(text(one, key));
    return out;
  }

  void note(const toml::node& node, std::string key, std::string value) {
    config_.settings.push_back(
        {std::move(key), std::move(value), fmt::format("{}:{}", path_, node.source().begin.line)});
  }

  static std::string joined(const std::vector<std::string>& words) {
    return fmt::format("[{}]", fmt::join(words, ", "));
  }

  void check_word(const toml::node& node, const std::string& word, std::span<const std::string_view> known) const {
    if (std::find(known.begin(), known.end(), word) != known.end()) return;
    fail(node, say("「{}」は使えません: {}", "\"{}\" is none of {}", word, fmt::to_string(fmt::join(known, ", "))));
  }

  void read_validate(const toml::table& table) {
    allow_only(table, kValidateKeys, "validate.");
    constexpr std::array<std::string_view, 4> kFailOn = {"error", "warning", "info", "never"};
    constexpr std::array<std::string_view, 4> kFormats = {"text", "json", "sarif", "github"};
    if (const toml::node* node = table.get("select"))
      note(*node, "validate.select", joined(config_.select = texts(*node, "select")));
    if (const toml::node* node = table.get("ignore"))
      note(*node, "validate.ignore", joined(config_.ignore = texts(*node, "ignore")));
    if (const toml::node* node = table.get("fail-on")) {
      config_.fail_on = text(*node, "fail-on");
      check_word(*node, *config_.fail_on, kFailOn);
      note(*node, "validate.fail-on", *config_.fail_on);
    }
    if (const toml::node* node = table.get("format")) {
      config_.format = text(*node, "format");
      check_word(*node, *config_.format, kFormats);
      note(*node, "validate.format", *config_.format);
    }
    if (const toml::node* node = table.get("baseline")) {
      // beside the configuration, wherever the command is started
      config_.baseline = (std::filesystem::path(path_).parent_path() / text(*node, "baseline")).string();
      note(*node, "validate.baseline", *config_.baseline);
    }
  }

  void read_severity(const toml::table& table) {
    std::vector<std::string_view> codes;
    for (const Rule* rule : all_rules()) codes.push_back(rule->info.code);
    allow_only(table, codes, "severity.");
    for (const auto& [key, value] : table) {
      const auto severity = severity_of(text(value, key.str()));
      if (!severity)
        fail(value, say("{} は error, warning, info のどれかです", "{} is one of error, warning, info", key.str()));
      config_.severity[std::string(key.str())] = *severity;
      note(value, "severity." + std::string(key.str()), std::string(name(*severity)));
    }
  }

  void read_suppress(const toml::node& node) {
    const toml::array* array = node.as_array();
    if (array == nullptr)
      fail(node, say("suppress は [[suppress]] の表の並びです", "suppress is an array of tables: [[suppress]]"));
    for (const toml::node& entry : *array) {
      const toml::table* one = entry.as_table();
      if (one == nullptr)
        fail(entry, say("suppress は [[suppress]] の表の並びです", "suppress is an array of tables: [[suppress]]"));
      allow_only(*one, kSuppressKeys, "suppress.");
      for (const std::string_view key : kSuppressKeys)
        if (one->get(key) == nullptr) fail(entry, say("suppress には {} が要ります", "suppress needs {}", key));
      const std::vector<std::string> rules = texts(*one->get("rules"), "rules");
      auto codes = codes_of(rules);
      if (!codes) fail(*one->get("rules"), codes.error().message);
      if (codes->empty())
        fail(*one->get("rules"), say("規則を書いてください (例 TXT014)", "name a rule, such as TXT014"));
      FileSuppression out{text(*one->get("files"), "files"), *std::move(codes), text(*one->get("reason"), "reason")};
      if (out.reason.empty()) fail(*one->get("reason"), say("理由を書いてください", "say why"));
      note(entry, "suppress", fmt::format("{} {}: {}", out.files, joined(rules), out.reason));
      config_.suppress.push_back(std::move(out));
    }
  }

  const std::string& path_;
  Config config_;
};

}  // namespace

std::optional<Severity> severity_of(std::string_view word) {
  for (const Severity severity : {Severity::kError, Severity::kWarning, Severity::kInfo})
    if (word == name(severity)) return severity;
  return std::nullopt;
}

std::optional<std::string> find_config(const std::string& input) {
  namespace fs = std::filesystem;
  std::error_code error;
  fs::path folder = fs::absolute(input == "-" ? "." : input, error);
  if (error) return std::nullopt;
  if (!fs::is_directory(folder, error)) folder = folder.parent_path();
  for (;; folder = folder.parent_path()) {
    if (fs::is_regular_file(folder / kFileName, error)) return fs::proximate(folder / kFileName, error).string();
    if (folder == folder.parent_path()) return std::nullopt;
  }
}

Result<Config> parse_config(std::string_view text, const std::string& path) {
  try {
    return Reader(path).run(toml::parse(text, path));
  } catch (const Fault& fault) {
    return Error{ErrorCode::kUsage, fault.message};
  } catch (const toml::parse_error& error) {
    const auto line = error.source().begin.line;
    return Error{ErrorCode::kUsage,
                 say("{}:{}: TOML として読めません: {}", "{}:{}: no TOML: {}", path, line, error.description())};
  }
}

Result<Config> load_config(const std::string& path) {
  if (path.empty() || path == "none") return Config{};
  std::ifstream in(path, std::ios::binary);
  if (!in) return Error{ErrorCode::kUsage, say("{} を読めません", "cannot read {}", path)};
  const std::string text(std::istreambuf_iterator<char>(in), {});
  return parse_config(text, path);
}

std::string show_config(const Config& config, bool origin) {
  std::vector<Setting> all = config.settings;
  const std::array<Setting, 5> defaults = {
      Setting{"validate.select", "[]", "default"}, Setting{"validate.ignore", "[]", "default"},
      Setting{"validate.fail-on", "error", "default"}, Setting{"validate.format", "text", "default"},
      Setting{"validate.baseline", "-", "default"}};
  for (const Setting& setting : defaults)
    if (std::none_of(config.settings.begin(), config.settings.end(),
                     [&](const Setting& one) { return one.key == setting.key; }))
      all.push_back(setting);
  std::string out;
  for (const Setting& setting : all) {
    out += fmt::format("{} = {}", setting.key, setting.value);
    out += origin ? fmt::format("  # {}\n", setting.origin) : "\n";
  }
  return out;
}

}  // namespace torikomi::cli
