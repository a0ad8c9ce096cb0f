#include "pattern_words.h"

#include <algorithm>
#include <optional>

#include "torikomi/core/utf8.h"

namespace torikomi {
namespace {

using Words = std::vector<std::string>;

/// How few texts hold the word: by its length, and a label that ends its cell is seldom.
std::size_t worth(std::string_view word) {
  constexpr std::size_t kCellEnd = 6;  // as two kanji more
  return word.size() + (word.size() > 1 && word.find('\t') != word.npos ? kCellEnd : 0);
}

/// The better of two sets of words is the one whose most common word is worth more; of two equal ones, the smaller set.
bool better(const Words& a, const Words& b) {
  const auto shortest = [](const Words& words) {
    std::size_t out = words.empty() ? 0 : worth(words.front());
    for (const std::string& word : words) out = std::min(out, worth(word));
    return out;
  };
  const std::size_t x = shortest(a);
  const std::size_t y = shortest(b);
  return x != y ? x > y : a.size() < b.size();
}

/// Bytes of the character class that begins `text`: [a-z], []x], [[:alpha:]]. All of it where the class does not end.
std::size_t class_size(std::string_view text) {
  std::size_t at = 1;
  if (at < text.size() && text[at] == '^') ++at;
  if (at < text.size() && text[at] == ']') ++at;
  while (at < text.size() && text[at] != ']') {
    if (text.substr(at).starts_with("[:")) {
      at = std::min(text.find(":]", at), text.size() - 2) + 2;
    } else {
      at += text[at] == '\\' ? 2 : 1;
    }
  }
  return std::min(at, text.size() - 1) + 1;
}

/// What follows one part of a pattern: how often it may stand there.
struct Repeat {
  bool optional = false;
  bool many = false;
};

/// Reads a pattern once from left to right. Where it meets what it does not know it gives up: no words.
class WordReader {
 public:
  explicit WordReader(std::string_view text) : text_(text) {}

  Words read() {
    Words out = alternatives();
    return given_up_ || at_ < text_.size() ? Words() : out;
  }

 private:
  [[nodiscard]] bool ended() const { return given_up_ || at_ >= text_.size(); }
  [[nodiscard]] bool looking_at(char c) const { return at_ < text_.size() && text_[at_] == c; }
  [[nodiscard]] bool looking_at(std::string_view words) const {
    return at_ < text_.size() && text_.substr(at_).starts_with(words);
  }
  /// Moves behind the next `words`, or to the end.
  void pass(std::string_view words) {
    at_ = std::min(text_.find(words, at_), text_.size() - words.size()) + words.size();
  }

  /// a|b|c: a word of each, or nothing if one has none.
  Words alternatives() {
    Words out;
    bool sure = true;
    for (;;) {
      const Words words = sequence();
      sure = sure && !words.empty();
      out.insert(out.end(), words.begin(), words.end());
      if (ended() || !looking_at('|')) return sure ? out : Words();
      ++at_;
    }
  }

  /// abc(…)d: the best of its runs of letters and of its groups.
  Words sequence() {
    Words best;
    run_.clear();
    while (!ended() && !looking_at('|') && !looking_at(')')) part(best);
    end_run(best);
    return best;
  }

  void end_run(Words& best) {
    if (!run_.empty() && better({run_}, best)) best = {run_};
    run_.clear();
  }

  void part(Words& best) {
    if (looking_at('(')) {
      end_run(best);
      const Words words = group();
      if (!repeat().optional && !words.empty() && better(words, best)) best = words;
      run_.clear();
    } else if (const std::optional<std::string> letter = one()) {
      const Repeat times = repeat();
      if (!times.optional) run_ += *letter;
      if (times.optional || times.many) end_run(best);
    } else {
      end_run(best);
      (void)repeat();
    }
  }

  /// After "(": a group with or without a name, or flags. Flags other than m and s change what letters mean.
  Words group() {
    ++at_;
    if (looking_at('?')) {
      ++at_;
      if (looking_at("P<")) {
        pass(">");
      } else {
        while (looking_at('m') || looking_at('s')) ++at_;
        if (looking_at(')')) return ++at_, Words();
        if (!looking_at(':')) return given_up_ = true, Words();
        ++at_;
      }
    }
    Words words = alternatives();
    if (!looking_at(')')) given_up_ = true;
    ++at_;
    return words;
  }

  /// One letter that stands for itself; nothing for what stands for several (a class) or none (^).
  std::optional<std::string> one() {
    const char c = text_[at_];
    if (c == '\\') return escape();
    if (c == '[') return at_ += class_size(text_.substr(at_)), std::nullopt;
    if (c == '.' || c == '^' || c == '$') return ++at_, std::nullopt;
    const std::size_t begin = at_;
    at_ += utf8::decode(text_, at_).size;
    return std::string(text_.substr(begin, at_ - begin));
  }

  std::optional<std::string> escape() {
    if (at_ + 1 >= text_.size()) return given_up_ = true, std::nullopt;
    const char c = text_[at_ + 1];
    at_ += 2;
    if (c == 't') return "\t";
    if (c == 'n') return "\n";
    const bool word = (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
    if (!word) return std::string(1, c);
    if (c == 'p' || c == 'P' || c == 'x') {
      if (looking_at('{')) {
        pass("}");
      } else {
        at_ += c == 'x' ? 2 : 1;
      }
    } else if (std::string_view("dDsSwWbBAzvfr").find(c) == std::string_view::npos) {
      given_up_ = true;  // \Q and octal numbers
    }
    return std::nullopt;
  }

  Repeat repeat() {
    Repeat out;
    if (looking_at('?') || looking_at('*') || looking_at('+')) {
      out = {text_[at_] != '+', text_[at_] != '?'};
      ++at_;
    } else if (looking_at('{') && at_ + 1 < text_.size() && text_[at_ + 1] >= '0' && text_[at_ + 1] <= '9') {
      out = {text_[at_ + 1] == '0', true};
      pass("}");
    } else {
      return out;
    }
    if (looking_at('?')) ++at_;  // lazy
    return out;
  }

  std::string_view text_;
  std::size_t at_ = 0;
  std::string run_;
  bool given_up_ = false;
};

/// {n}, {n,} and {n,m} at the beginning of `text`. Above 1000 RE2 knows no count: it refuses the pattern, or takes the
/// braces for themselves.
struct Count {
  std::size_t size = 0;  ///< bytes; 0: no count stands here
  int least = 0, most = 0;
};

Count read_count(std::string_view text) {
  constexpr int kMost = 1000;
  Count out;
  std::size_t at = 1;
  const auto number = [&] {
    int value = 0;
    for (; at < text.size() && text[at] >= '0' && text[at] <= '9'; ++at)
      value = std::min(value * 10 + (text[at] - '0'), kMost + 1);
    return value;
  };
  out.least = out.most = number();
  const bool has_number = at > 1;
  if (at < text.size() && text[at] == ',') {
    const std::size_t comma = at++;
    out.most = number();
    if (at == comma + 1) out.most = out.least;
  }
  if (has_number && std::max(out.least, out.most) <= kMost && at < text.size() && text[at] == '}') out.size = at + 1;
  return out;
}

/// Bytes of the escape or class that begins `text`, in which braces count nothing; 0 where neither does.
std::size_t opaque_size(std::string_view text) {
  if (text.front() == '\\') {
    const bool braces = text.size() > 2 && text[2] == '{' && (text[1] == 'p' || text[1] == 'P' || text[1] == 'x');
    return std::min(braces ? text.find('}') : 1, text.size() - 1) + 1;
  }
  return text.front() == '[' ? class_size(text) : 0;
}

}  // namespace

std::vector<std::string> required_words(std::string_view text) { return WordReader(text).read(); }

std::string without_counts(std::string_view text) {
  constexpr int kLong = 8;
  if (text.find("\\Q") != text.npos) return std::string(text);
  std::string out;
  while (!text.empty()) {
    std::size_t size = opaque_size(text);
    const Count count = text.front() == '{' ? read_count(text) : Count();
    if (count.size > 0 && count.most >= kLong) {
      out += count.least == 0 ? '*' : '+';
      size = count.size;
    } else {
      size = std::max<std::size_t>(size, 1);
      out += text.substr(0, size);
    }
    text.remove_prefix(size);
  }
  return out;
}

}  // namespace torikomi
