#include "torikomi/grammar/pattern.h"

#include <re2/re2.h>

#include <algorithm>
#include <atomic>
#include <map>
#include <mutex>

#include "pattern_words.h"
#include "torikomi/core/find.h"
#include "torikomi/core/utf8.h"

namespace torikomi {

namespace {

std::unique_ptr<const re2::RE2> compile_now(const std::string& text) {
  re2::RE2::Options options;
  options.set_log_errors(false);
  options.set_max_mem(std::int64_t{8} << 20);
  return std::make_unique<const re2::RE2>(text, options);
}

}  // namespace

/// The pattern, and what RE2 made of it once somebody asked.
struct Pattern::Compiled {
  explicit Compiled(std::string_view words) : text(words) {}

  /// False: nothing in `where` from `from` on can match, as the pattern without its long counts tells. Asked behind
  /// has_word(), before RE2 reads the pattern, which many documents then never need.
  [[nodiscard]] bool can_match(std::string_view where, std::size_t from) const {
    if (wide_ == nullptr || ready_.load(std::memory_order_acquire)) return true;
    return wide_->Match(re2::StringPiece(where.data(), where.size()), from, where.size(), re2::RE2::UNANCHORED, nullptr,
                        0);
  }
  /// True where one of the words stands that every match holds.
  [[nodiscard]] bool has_word(std::string_view where, std::size_t from) const {
    std::call_once(sieve_once_, [this] { make_sieve(); });
    return required_.empty() || std::any_of(required_.begin(), required_.end(), [&](const auto& word) {
             return find_words(where, word, from) != where.npos;
           });
  }
  [[nodiscard]] const re2::RE2& re() const {
    std::call_once(once_, [this] {
      re_ = compile_now(text);
      names_.resize(static_cast<std::size_t>(std::max(re_->NumberOfCapturingGroups(), 0)) + 1);
      for (const auto& [name, group] : re_->NamedCapturingGroups()) names_[static_cast<std::size_t>(group)] = name;
      ready_.store(true, std::memory_order_release);
    });
    return *re_;
  }
  /// By group number; empty for a group without a name.
  [[nodiscard]] const std::vector<std::string>& names() const { return (void)re(), names_; }

  const std::string text;

 private:
  void make_sieve() const {
    required_ = required_words(text);
    const std::string wide = without_counts(text);
    if (wide != text) wide_ = compile_now(wide);
  }

  mutable std::once_flag sieve_once_;
  mutable std::vector<std::string> required_;
  mutable std::unique_ptr<const re2::RE2> wide_;  ///< nullptr: the pattern has no long counts
  mutable std::once_flag once_;
  mutable std::atomic<bool> ready_ = false;
  mutable std::unique_ptr<const re2::RE2> re_;
  mutable std::vector<std::string> names_;
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
  if (error.find("escape sequence: \\") != error.npos && std::isdigit(static_cast<unsigned char>(error.back())) != 0) {
    return say("RE2 には後方参照 (\\1) がありません ({})。同じ語の繰り返しは求められません",
               "RE2 has no back-references (\\1) ({}); a pattern cannot ask for the same words again", error);
  }
  return say("正規表現を読めません: {} (構文は github.com/google/re2/wiki/Syntax)",
             "cannot read the regular expression: {} (syntax: github.com/google/re2/wiki/Syntax)", error);
}

}  // namespace

Result<Pattern, Message> Pattern::compile(std::string_view text) {
  auto compiled = std::make_shared<const Compiled>(text);
  if (!compiled->re().ok()) return remedy_for(text, compiled->re().error());
  if (re2::RE2::FullMatch("", compiled->re())) {
    return say("この正規表現は空の文字列にも一致するため、どこにでも当てはまります。少なくとも 1 文字を求めてください",
               "this pattern matches the empty text, so it fits everywhere; make it ask for at least one character");
  }
  return Pattern(std::move(compiled));
}

Pattern Pattern::deferred(std::string_view text) { return Pattern(std::make_shared<const Compiled>(text)); }

Pattern Pattern::up_to(std::uint32_t characters) const {
  Pattern out = *this;
  out.longest_ = characters;
  return out;
}

bool Pattern::may_match(std::string_view text, std::size_t from) const {
  constexpr std::size_t kMostBytes = 4;  // of a character
  const bool limited = longest_ > 0 && text.size() > longest_;
  if (limited && text.size() > longest_ * kMostBytes) return false;
  if (!compiled_->has_word(text, from)) return false;
  return !(limited && utf8::count(text) > longest_) && compiled_->can_match(text, from);
}

bool Pattern::matches(std::string_view text) const {
  return may_match(text, 0) && re2::RE2::PartialMatch(re2::StringPiece(text.data(), text.size()), compiled_->re());
}

std::optional<PatternMatch> Pattern::find(std::string_view text, std::size_t from) const {
  if (!may_match(text, from)) return std::nullopt;
  std::vector<re2::StringPiece> groups(compiled_->names().size());
  const re2::StringPiece piece(text.data(), text.size());
  if (!compiled_->re().Match(piece, from, text.size(), re2::RE2::UNANCHORED, groups.data(),
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
    if (compiled_->names()[i].empty() || groups[i].data() == nullptr) continue;
    const std::uint32_t begin = offset(groups[i]);
    found.groups.push_back({compiled_->names()[i], begin, begin + static_cast<std::uint32_t>(groups[i].size())});
  }
  return found;
}

void Pattern::prepare(std::string_view text) const {
  if (compiled_->has_word(text, 0)) (void)compiled_->re();
}

const std::string& Pattern::source() const { return compiled_->text; }

/// Read off the text, which RE2 need not have read yet.
std::vector<std::string> Pattern::group_names() const {
  constexpr std::string_view kOpening = "(?P<";
  const std::string_view text = compiled_->text;
  std::vector<std::string> out;
  bool in_class = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '\\') {
      ++i;
    } else if (in_class) {
      in_class = text[i] != ']';
    } else if (text[i] == '[') {
      in_class = true;
      i += text.substr(i + 1).starts_with("^]") ? 2 : text.substr(i + 1).starts_with(']') ? 1 : 0;
    } else if (text.substr(i).starts_with(kOpening)) {
      const std::size_t begin = i + kOpening.size();
      out.emplace_back(text.substr(begin, text.find('>', begin) - begin));
    }
  }
  return out;
}

}  // namespace torikomi
