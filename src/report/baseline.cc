#include "torikomi/report/baseline.h"

#include <rapidjson/document.h>
#include <rapidjson/prettywriter.h>
#include <rapidjson/stringbuffer.h>

#include "torikomi/core/sha256.h"

namespace torikomi {
namespace {

constexpr std::size_t kDigits = 16;
constexpr int kTypedPaths = 1;  // version of the format, as below
constexpr int kVersion = 2;

std::string key_of(const Source& source, const Diagnostic& diagnostic) {
  return std::string(diagnostic.rule->code) + " " + fingerprint(source, diagnostic);
}

Error bad_baseline(std::string_view name) {
  return {ErrorCode::kUsage, say("{} は torikomi のベースラインとして読めません。--write-baseline で作り直してください",
                                 "{} is no baseline of torikomi; write it again with --write-baseline", name)};
}

}  // namespace

std::string fingerprint(const Source& source, const Diagnostic& diagnostic) {
  const Span line = source.line_span(source.line_of(diagnostic.span.begin));
  std::string words(diagnostic.rule->code);
  words += '\0';
  words += source.slice(diagnostic.span);
  words += '\0';
  if (!diagnostic.span.empty()) words += source.slice(line);
  return sha256_hex(words).substr(0, kDigits);
}

Result<Baseline> Baseline::parse(std::string_view json, std::string_view name) {
  rapidjson::Document tree;
  tree.Parse(json.data(), json.size());
  if (tree.HasParseError() || !tree.IsObject() || !tree.HasMember("version") || !tree["version"].IsInt() ||
      tree["version"].GetInt() < kTypedPaths || tree["version"].GetInt() > kVersion || !tree.HasMember("findings") ||
      !tree["findings"].IsObject())
    return bad_baseline(name);
  Baseline out;
  out.typed_paths_ = tree["version"].GetInt() == kTypedPaths;
  for (const auto& file : tree["findings"].GetObject()) {
    if (!file.value.IsObject()) return bad_baseline(name);
    for (const auto& entry : file.value.GetObject()) {
      if (!entry.value.IsInt()) return bad_baseline(name);
      out.known_[file.name.GetString()][entry.name.GetString()] = entry.value.GetInt();
    }
  }
  return out;
}

void Baseline::add(const FindingSet& set, const std::string& path) {
  if (set.source == nullptr) return;
  for (const Finding& finding : set.findings) ++known_[path][key_of(*set.source, finding.diagnostic)];
}

std::size_t Baseline::remove_known(FindingSet& set, const std::string& path) const {
  const auto file = known_.find(path);
  if (file == known_.end() || set.source == nullptr) return 0;
  auto left = file->second;
  return std::erase_if(set.findings, [&](const Finding& finding) {
    const auto known = left.find(key_of(*set.source, finding.diagnostic));
    return known != left.end() && known->second-- > 0;
  });
}

std::string Baseline::to_json() const {
  rapidjson::StringBuffer buffer;
  rapidjson::PrettyWriter<rapidjson::StringBuffer> json(buffer);
  json.SetIndent(' ', 2);
  json.StartObject();
  json.Key("version");
  json.Int(kVersion);
  json.Key("findings");
  json.StartObject();
  for (const auto& [path, entries] : known_) {
    json.Key(path.c_str());
    json.StartObject();
    for (const auto& [key, count] : entries) {
      json.Key(key.c_str());
      json.Int(count);
    }
    json.EndObject();
  }
  json.EndObject();
  json.EndObject();
  return std::string(buffer.GetString(), buffer.GetSize()) + "\n";
}

}  // namespace torikomi
