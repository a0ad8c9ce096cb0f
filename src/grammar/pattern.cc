#include "torikomi/grammar/pattern.h"

#include <re2/re2.h>

#include <map>

namespace torikomi {

struct Pattern::Compiled {
  explicit Compiled(std::string_view text, const re2::RE2::Options& options)
      : re(re2::StringPiece(text.data(), text.size()), options) {
    names.resize(static_cast<std::size_t>(re.NumberOfCapturingGroups()) + 1);
    for (const auto& [name, group] : re.NamedCapturingGroups()) names[static_cast<std::size_t>(group)] = name;
  }
  re2::RE2 re;
  std::vector<std::string> names;  ///< by group number; empty for a group without a name
};

namespace {

/// What people write out of habit and RE2 has not, with the way round it.
Message remedy_for(std::string_view text, const std::string& error) {
  if (text.find("(?=") != text.npos || text.find("(?!") != text.npos || text.find("(?<=") != text.npos ||
      text.find("(?<!") != text.npos) {
    return say(
        "RE2 には先読み・後読みがありません ({})。前後の文字も型に含め、(?P<名前>…) で必要な部分を取り出してください",
        "RE2 has no look-around ({}); match the neighbours too and take the part you need with (?P<name>…)", error);
  }
  if (text.find("(?<") != text.npos && text.find("(?P<") == text.npos) {
    return say("名前付きグループは (?P<名前>…) と書きます ({})", "write a named group as (?P<name>…) ({})", error);
  }
  return say("正規表現を読めません: {} (構文は github.com/google/re2/wiki/Syntax)",
             "cannot read the regular expression: {} (syntax: github.com/google/re2/wiki/Syntax)", error);
}

}  // namespace

Result<Pattern, Message> Pattern::compile(std::string_view text) {
  re2::RE2::Options options;
  options.set_log_errors(false);
  options.set_max_mem(std::int64_t{8} << 20);
  auto compiled = std::make_shared<const Compiled>(text, options);
  if (!compiled->re.ok()) return remedy_for(text, compiled->re.error());
  if (re2::RE2::FullMatch("", compiled->re)) {
    return say("この正規表現は空の文字列にも一致するため、どこにでも当てはまります。少なくとも 1 文字を求めてください",
               "this pattern matches the empty text, so it fits everywhere; make it ask for at least one character");
  }
  return Pattern(std::move(compiled));
}

bool Pattern::matches(std::string_view text) const {
  return re2::RE2::PartialMatch(re2::StringPiece(text.data(), text.size()), compiled_->re);
}

std::optional<PatternMatch> Pattern::find(std::string_view text, std::size_t from) const {
  std::vector<re2::StringPiece> groups(compiled_->names.size());
  const re2::StringPiece piece(text.data(), text.size());
  if (!compiled_->re.Match(piece, from, text.size(), re2::RE2::UNANCHORED, groups.data(),
                           static_cast<int>(groups.size()))) {
    return std::nullopt;
  }
  const auto offset = [&](const re2::StringPiece& part) {
    return static_cast<std::uint32_t>(part.data() - text.data());
  };
  PatternMatch found;
  found.begin = offset(groups[0]);
  found.end = found.begin + static_cast<std::uint32_t>(groups[0].size());
  for (std::size_t i = 1; i < groups.size(); ++i) {
    if (compiled_->names[i].empty() || groups[i].data() == nullptr) continue;
    const std::uint32_t begin = offset(groups[i]);
    found.groups.push_back({compiled_->names[i], begin, begin + static_cast<std::uint32_t>(groups[i].size())});
  }
  return found;
}

const std::string& Pattern::source() const { return compiled_->re.pattern(); }

std::vector<std::string> Pattern::group_names() const {
  std::vector<std::string> out;
  for (const std::string& name : compiled_->names)
    if (!name.empty()) out.push_back(name);
  return out;
}

}  // namespace torikomi
