#include "check/missing_letters.h"

#include <cstdint>
#include <optional>
#include <unordered_map>

#include "torikomi/core/utf8.h"

namespace torikomi {
namespace {

constexpr std::size_t kContext = 5;  ///< letters on both sides of the gap together
/// Where more gaps are found, the text is written so by design.
constexpr std::size_t kMostGaps = 32;

struct Letter {
  char32_t c;
  std::uint32_t at;
};

bool is_word_letter(char32_t c) {
  return c == 0x3005 || utf8::is_han(c) || utf8::is_hiragana(c) || (utf8::is_katakana(c) && c != U'・');
}

/// Kana that are no particle and no ending, and the sign that joins two names.
bool can_be_lost(char32_t c) {
  constexpr std::u32string_view kKana = U"ぎぐげござじずぜぞだぢづどびぶべぼぱぴぷぺぽっ";
  return c == U'×' || kKana.find(c) != kKana.npos;
}

class Finder {
 public:
  explicit Finder(std::string_view text) : text_(text) {
    letters_.reserve(text.size() / 3 + 1);
    for (std::size_t at = 0; at < text.size();) {
      const auto decoded = utf8::decode(text, at);
      letters_.push_back({decoded.code_point, static_cast<std::uint32_t>(at)});
      at += decoded.size;
    }
  }

  std::vector<NearDuplicate> run() {
    collect();
    if (whole_.empty()) return {};
    for (std::size_t i = 0; i + kContext <= letters_.size() && found_.size() < kMostGaps; ++i) look_at(i);
    return std::move(found_);
  }

 private:
  /// Words with a letter that may be lost, by what they are without it.
  void collect() {
    for (std::size_t i = 3; i + 3 < letters_.size(); ++i) {
      if (!can_be_lost(letters_[i].c)) continue;
      for (const std::size_t left : {std::size_t{2}, std::size_t{3}}) {
        const std::size_t first = i - left;
        if (auto key = hash_of(first, i)) whole_.try_emplace(*key, static_cast<std::uint32_t>(i));
      }
    }
  }

  /// Of kContext letters from `first` on, the one at `without` left out; nothing where they are no word.
  [[nodiscard]] std::optional<std::uint64_t> hash_of(std::size_t first, std::size_t without) const {
    std::uint64_t hash = 0x9E3779B97F4A7C15U;
    std::size_t taken = 0;
    for (std::size_t k = first; taken < kContext; ++k) {
      if (k == without) continue;
      if (k >= letters_.size() || !is_word_letter(letters_[k].c)) return std::nullopt;
      hash = (hash ^ letters_[k].c) * 0xFF51AFD7ED558CCDU;
      hash ^= hash >> 32U;
      ++taken;
    }
    return hash;
  }

  void look_at(std::size_t first) {
    const auto key = hash_of(first, letters_.size());
    const auto whole = key ? whole_.find(*key) : whole_.end();
    if (whole == whole_.end()) return;
    for (const std::size_t left : {std::size_t{2}, std::size_t{3}}) {
      const std::size_t gap = first + left;
      if (matches(first, gap, whole->second, left) && is_new(gap)) return add(gap, whole->second);
    }
  }

  [[nodiscard]] bool matches(std::size_t first, std::size_t gap, std::size_t lost, std::size_t left) const {
    if (lost < left || lost + kContext - left >= letters_.size()) return false;
    for (std::size_t k = 0; k < left; ++k)
      if (letters_[first + k].c != letters_[lost - left + k].c) return false;
    for (std::size_t k = 0; k < kContext - left; ++k)
      if (letters_[gap + k].c != letters_[lost + 1 + k].c) return false;
    return letters_[lost].c != letters_[gap - 1].c && letters_[lost].c != letters_[gap].c;
  }

  /// The two letters at the gap, with one more on each side, are the only place where they meet.
  [[nodiscard]] bool is_new(std::size_t gap) const { return count(gap - 1, 2) == count(gap - 2, 4); }

  [[nodiscard]] std::uint32_t end_of(std::size_t letter) const {
    return letter + 1 < letters_.size() ? letters_[letter + 1].at : static_cast<std::uint32_t>(text_.size());
  }

  [[nodiscard]] NormSpan letters(std::size_t first, std::size_t size) const {
    return {letters_[first].at, end_of(first + size - 1)};
  }

  [[nodiscard]] std::size_t count(std::size_t first, std::size_t size) const {
    const std::string_view wanted = slice(text_, letters(first, size));
    std::size_t out = 0;
    for (std::size_t at = text_.find(wanted); at != text_.npos; at = text_.find(wanted, at + 1)) ++out;
    return out;
  }

  void add(std::size_t gap, std::size_t lost) {
    const NormSpan usual = letters(lost - 1, 3);
    const NormSpan letter = letters(gap - 1, 2);
    if (!found_.empty() && found_.back().letter == letter) return;
    found_.push_back({letter, letters(gap - 2, 4), usual, letters(lost - 2, 5), static_cast<int>(count(lost - 2, 5))});
  }

  std::string_view text_;
  std::vector<Letter> letters_;
  std::unordered_map<std::uint64_t, std::uint32_t> whole_;  ///< hash without the letter -> where it stands
  std::vector<NearDuplicate> found_;
};

}  // namespace

std::vector<NearDuplicate> find_missing_letters(std::string_view text) { return Finder(text).run(); }

}  // namespace torikomi
