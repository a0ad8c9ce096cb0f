#include "check/near_duplicates.h"

#include <algorithm>
#include <cstdint>
#include <optional>

#include "torikomi/core/utf8.h"

namespace torikomi {
namespace {

constexpr std::size_t kReach = 4;  ///< letters of context on each side
/// Pairs that are looked at closely; more of them mean that the text is a list of variants by design.
constexpr std::size_t kMostPairs = 64;
/// A kanji is judged against a phrase that occurs this often, and this many times as often.
constexpr int kUsualKanji = 3, kUsualFactor = 2;

struct Letter {
  char32_t c;
  std::uint32_t at;
};

bool is_letter(char32_t c) { return c == 0x3005 || utf8::is_han(c) || utf8::is_hiragana(c) || utf8::is_katakana(c); }

/// Numbers, directions and the like are changed on purpose.
bool is_variable_kanji(char32_t c) {
  constexpr std::u32string_view kVariable =
      U"一二三四五六七八九十百千万上下前後東西南北左右大小新旧本中高低内外初次当各同県市町村年月日男女";
  return kVariable.find(c) != kVariable.npos;
}

/// Particles and endings of verbs.
bool is_inflection(char32_t c) {
  constexpr std::u32string_view kInflections = U"がのをにでとやもはへかばしすさせたてなりるれ・ー";
  return kInflections.find(c) != kInflections.npos;
}

bool is_candidate(char32_t c) {
  if (utf8::is_han(c)) return !is_variable_kanji(c);
  return (utf8::is_hiragana(c) || utf8::is_katakana(c)) && !is_inflection(c);
}

bool same_script(char32_t a, char32_t b) {
  return utf8::is_han(a) == utf8::is_han(b) && utf8::is_hiragana(a) == utf8::is_hiragana(b);
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
    if (letters_.size() < 2 * kReach + 1) return {};
    fill_table();
    for (const std::uint32_t last : mixed_) judge_phrase(last);
    report_pairs();
    std::sort(found_.begin(), found_.end(),
              [](const auto& a, const auto& b) { return a.letter.begin < b.letter.begin; });
    return std::move(found_);
  }

 private:
  static constexpr std::uint32_t kNone = UINT32_MAX;

  struct Slot {
    std::uint64_t hash = 0;
    std::uint32_t last = kNone;  ///< the newest letter in this context
    bool mixed = false;
  };

  /// One pass: letters in the same context are chained through previous_.
  void fill_table() {
    std::size_t size = 1024;
    while (size < letters_.size() * 2) size *= 2;
    std::vector<Slot> table(size);
    previous_.assign(letters_.size(), kNone);
    std::vector<std::size_t> mixed_slots;
    for (std::size_t i = kReach; i + kReach < letters_.size(); ++i) {
      if (!is_candidate(letters_[i].c)) continue;
      const auto hash = context_hash(i);
      if (!hash) continue;
      std::size_t at = *hash & (size - 1);
      while (table[at].last != kNone && table[at].hash != *hash) at = (at + 1) & (size - 1);
      Slot& slot = table[at];
      slot.hash = *hash;
      previous_[i] = slot.last;
      if (slot.last != kNone && letters_[slot.last].c != letters_[i].c && !slot.mixed) {
        slot.mixed = true;
        mixed_slots.push_back(at);
      }
      slot.last = static_cast<std::uint32_t>(i);
    }
    for (const std::size_t at : mixed_slots) mixed_.push_back(table[at].last);
  }

  /// Nothing where the context leaves the line or holds more than one sign that is no letter.
  [[nodiscard]] std::optional<std::uint64_t> context_hash(std::size_t i) const {
    std::uint64_t hash = 0x9E3779B97F4A7C15U;
    int others = 0;
    for (std::size_t k = i - kReach; k <= i + kReach; ++k) {
      if (k == i) continue;
      const char32_t c = letters_[k].c;
      if (c < 0x20) return std::nullopt;
      if (!is_letter(c) && ++others > 1) return std::nullopt;
      hash = (hash ^ c) * 0xFF51AFD7ED558CCDU;
      hash ^= hash >> 32U;
    }
    return hash;
  }

  struct Choice {
    char32_t c;
    int count;
    std::uint32_t last, first;
  };

  void judge_phrase(std::uint32_t last) {
    std::vector<Choice> choices;
    for (std::uint32_t i = last; i != kNone; i = previous_[i]) {
      const auto known =
          std::find_if(choices.begin(), choices.end(), [&](const Choice& one) { return one.c == letters_[i].c; });
      if (known == choices.end()) {
        choices.push_back({letters_[i].c, 1, i, i});
      } else {
        ++known->count;
        known->first = i;
      }
    }
    // the usual letter is the most frequent one, of equals the one that comes first
    const auto usual = std::max_element(choices.begin(), choices.end(), [](const Choice& a, const Choice& b) {
      return a.count != b.count ? a.count < b.count : a.first > b.first;
    });
    for (const Choice& one : choices)
      if (one.c != usual->c && is_suspect(one, *usual)) add_pair(one, *usual);
  }

  [[nodiscard]] bool is_suspect(const Choice& one, const Choice& usual) const {
    if (!same_script(one.c, usual.c)) return false;
    // ちよう for ちょう in readings of names is a rule of its own
    if (!utf8::is_han(one.c)) return letters_[one.last - 1].c != U'ち';
    if (usual.count < kUsualKanji || usual.count < one.count * kUsualFactor) return false;
    const std::size_t here = count(one.last - 1, 3);
    return count(one.last - 1, 2) == here && count(one.last, 2) == here;
  }

  [[nodiscard]] std::string_view words(std::size_t first, std::size_t size) const {
    const std::uint32_t begin = letters_[first].at;
    const std::size_t end = first + size < letters_.size() ? letters_[first + size].at : text_.size();
    return text_.substr(begin, end - begin);
  }

  /// How often the words of `size` letters from `first` on occur.
  [[nodiscard]] std::size_t count(std::size_t first, std::size_t size) const {
    const std::string_view wanted = words(first, size);
    std::size_t out = 0;
    for (std::size_t at = text_.find(wanted); at != text_.npos; at = text_.find(wanted, at + 1)) ++out;
    return out;
  }

  struct Pair {
    std::uint32_t suspect, usual;  ///< letters
    int others;
  };

  void add_pair(const Choice& one, const Choice& usual) {
    if (pairs_.size() >= kMostPairs) return;
    const std::string_view around = words(one.last - 1, 3);
    for (Pair& pair : pairs_) {
      if (words(pair.suspect - 1, 3) != around || letters_[pair.usual].c != usual.c) continue;
      pair.others = std::max(pair.others, usual.count);
      return;
    }
    pairs_.push_back({one.last, usual.last, usual.count});
  }

  /// A kanji that was found misread in one phrase is misread wherever it has these neighbours; kana are reported as
  /// found.
  void report_pairs() {
    for (const Pair& pair : pairs_) {
      if (!utf8::is_han(letters_[pair.suspect].c)) {
        add(pair, letters_[pair.suspect].at);
        continue;
      }
      const std::string_view around = words(pair.suspect - 1, 3);
      const std::uint32_t into = letters_[pair.suspect].at - letters_[pair.suspect - 1].at;
      for (std::size_t at = text_.find(around); at != text_.npos; at = text_.find(around, at + 1))
        add(pair, static_cast<std::uint32_t>(at) + into);
    }
  }

  void add(const Pair& pair, std::uint32_t at) {
    const auto letter = static_cast<std::uint32_t>(words(pair.suspect, 1).size());
    const auto usual = static_cast<std::uint32_t>(words(pair.usual, 1).size());
    const std::uint32_t usual_at = letters_[pair.usual].at;
    const auto before = static_cast<std::uint32_t>(words(pair.suspect - 2, 2).size());
    const auto behind = static_cast<std::uint32_t>(words(pair.suspect + 1, 2).size());
    found_.push_back(
        {{at, at + letter},
         {at >= before ? at - before : at, std::min(at + letter + behind, static_cast<std::uint32_t>(text_.size()))},
         {usual_at, usual_at + usual},
         {usual_at - before, usual_at + usual + behind},
         pair.others});
  }

  std::string_view text_;
  std::vector<Letter> letters_;
  std::vector<std::uint32_t> previous_;
  std::vector<std::uint32_t> mixed_;  ///< the newest letter of every context that holds several
  std::vector<Pair> pairs_;
  std::vector<NearDuplicate> found_;
};

}  // namespace

std::vector<NearDuplicate> find_near_duplicates(std::string_view text) { return Finder(text).run(); }

}  // namespace torikomi
