#include "check/missing_letters.h"

#include <cstdint>
#include <unordered_map>

namespace torikomi {
namespace {

constexpr std::size_t kContext = 5;  ///< letters on both sides of the gap together
/// Where more gaps are found, the text is written so by design.
constexpr std::size_t kMostGaps = 32;

class Finder {
 public:
  explicit Finder(const Letters& letters) : letters_(letters) {}

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
      if (!letters_.is(i, Letters::kMayBeLost)) continue;
      for (const std::size_t left : {std::size_t{2}, std::size_t{3}}) {
        const std::size_t right = kContext - left;
        if (letters_.word_run(i - left) < left || letters_.word_run(i + 1) < right) continue;
        const std::uint64_t key = join(letters_.hash(i - left, left), letters_.hash(i + 1, right), left);
        whole_.try_emplace(key, static_cast<std::uint32_t>(i));
        filter_[filter_place(key)] = true;
      }
    }
  }

  static std::uint64_t join(std::uint64_t left, std::uint64_t right, std::size_t left_count) {
    return (left * 0xFF51AFD7ED558CCDU) ^ (right + left_count);
  }
  static std::size_t filter_place(std::uint64_t key) { return (key * 0x9E3779B97F4A7C15U) >> 48U; }

  void look_at(std::size_t first) {
    if (letters_.word_run(first) < kContext) return;
    for (const std::size_t left : {std::size_t{2}, std::size_t{3}}) {
      const std::size_t gap = first + left;
      const std::uint64_t key = join(letters_.hash(first, left), letters_.hash(gap, kContext - left), left);
      if (!filter_[filter_place(key)]) continue;
      const auto whole = whole_.find(key);
      if (whole == whole_.end() || !matches(first, gap, whole->second, left) || !is_new(gap)) continue;
      return add(gap, whole->second);
    }
  }

  [[nodiscard]] bool matches(std::size_t first, std::size_t gap, std::size_t lost, std::size_t left) const {
    if (lost < left || lost + kContext - left >= letters_.size()) return false;
    for (std::size_t k = 0; k < left; ++k)
      if (letters_[first + k] != letters_[lost - left + k]) return false;
    for (std::size_t k = 0; k < kContext - left; ++k)
      if (letters_[gap + k] != letters_[lost + 1 + k]) return false;
    return letters_[lost] != letters_[gap - 1] && letters_[lost] != letters_[gap];
  }

  /// The two letters at the gap, with one more on each side, are the only place where they meet.
  [[nodiscard]] bool is_new(std::size_t gap) const { return letters_.count(gap - 1, 2) == letters_.count(gap - 2, 4); }

  void add(std::size_t gap, std::size_t lost) {
    const NormSpan usual = letters_.span(lost - 1, 3);
    const NormSpan letter = letters_.span(gap - 1, 2);
    if (!found_.empty() && found_.back().letter == letter) return;
    found_.push_back({letter, letters_.span(gap - 2, 4), usual, letters_.span(lost - 2, 5),
                      static_cast<int>(letters_.count(lost - 2, 5))});
  }

  const Letters& letters_;
  std::unordered_map<std::uint64_t, std::uint32_t> whole_;               ///< hash without the letter -> where it stands
  std::vector<bool> filter_ = std::vector<bool>(std::size_t{1} << 16U);  ///< most words are looked up in vain
  std::vector<NearDuplicate> found_;
};

}  // namespace

std::vector<NearDuplicate> find_missing_letters(const Letters& letters) { return Finder(letters).run(); }

}  // namespace torikomi
