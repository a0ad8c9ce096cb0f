#include "check/near_duplicates.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>

#include "torikomi/core/utf8.h"

namespace torikomi {
namespace {

enum class Word {
  kAny,
  kKanji,     ///< the letter is a kanji, its context kanji or katakana: one long word
  kKatakana,  ///< the letter and its context are katakana
};

/// How many letters of context must be the same before and behind a letter.
struct Window {
  std::size_t left, right;
  Word word;
};
constexpr Window kBothSides = {4, 4, Word::kAny};
constexpr Window kLongBefore = {6, 1, Word::kAny};     ///< …への参加、情報の[取|収]集
constexpr Window kLongWord = {1, 4, Word::kKanji};     ///< 建[設|築]基準行政
constexpr Window kLoanWord = {0, 5, Word::kKatakana};  ///< [ブ|プ]ロモーション
constexpr std::size_t kNeighbours = 2;                 ///< letters shown on each side of a finding
/// Pairs that are looked at closely; more of them mean that the text is a list of variants by design.
constexpr std::size_t kMostPairs = 64;
/// A kanji is judged against a phrase that occurs this often, and this many times as often.
constexpr int kUsualKanji = 3, kUsualFactor = 2;
/// Long words are seldom: one that is not this many times as often as the other is judged by which comes first.
constexpr int kSureFactor = 3;

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

/// Katakana that extraction confuses.
bool are_look_alikes(char32_t a, char32_t b) {
  constexpr std::array<std::u32string_view, 9> kGroups = {U"ハバパ", U"ヒビピ", U"フブプ", U"ヘベペ", U"ホボポ",
                                                          U"シツ",   U"ソン",   U"クケタ", U"ウワフ"};
  return std::any_of(kGroups.begin(), kGroups.end(),
                     [&](auto group) { return group.find(a) != group.npos && group.find(b) != group.npos; });
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
    for (const Window& window : {kBothSides, kLongBefore, kLongWord, kLoanWord}) {
      if (letters_.size() < window.left + window.right + 1) continue;
      window_ = window;
      fill_table();
      for (const std::uint32_t last : mixed_) judge_phrase(last);
    }
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
    mixed_.clear();
    for (std::size_t i = std::max<std::size_t>(window_.left, 1); i + window_.right < letters_.size(); ++i) {
      if (!is_candidate(letters_[i].c) || !fits(letters_[i].c)) continue;
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

  [[nodiscard]] bool fits(char32_t letter) const {
    if (window_.word == Word::kKanji) return utf8::is_han(letter);
    return window_.word == Word::kAny || utf8::is_katakana(letter);
  }

  [[nodiscard]] bool may_surround(char32_t c) const {
    if (window_.word == Word::kAny) return true;
    return (utf8::is_katakana(c) && c != U'・') || (window_.word == Word::kKanji && utf8::is_han(c));
  }

  /// Nothing where the context leaves the line or holds more than one sign that is no letter.
  [[nodiscard]] std::optional<std::uint64_t> context_hash(std::size_t i) const {
    std::uint64_t hash = 0x9E3779B97F4A7C15U;
    int others = 0;
    for (std::size_t k = i - window_.left; k <= i + window_.right; ++k) {
      if (k == i) continue;
      const char32_t c = letters_[k].c;
      if (c < 0x20 || !may_surround(c)) return std::nullopt;
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
    const auto usual = std::max_element(choices.begin(), choices.end(), [&](const Choice& a, const Choice& b) {
      const bool sure =
          window_.word != Word::kKanji || a.count >= b.count * kSureFactor || b.count >= a.count * kSureFactor;
      return sure && a.count != b.count ? a.count < b.count : a.first > b.first;
    });
    for (const Choice& one : choices)
      if (one.c != usual->c && is_suspect(one, *usual)) add_pair(one, *usual);
  }

  [[nodiscard]] bool is_suspect(const Choice& one, const Choice& usual) const {
    if (!same_script(one.c, usual.c)) return false;
    if (window_.word == Word::kKanji) return true;
    if (window_.word == Word::kKatakana) return are_look_alikes(one.c, usual.c) && usual.count > one.count;
    if (window_.left != window_.right) return utf8::is_han(one.c) && is_new_compound(one, usual);
    // ちよう for ちょう in readings of names is a rule of its own
    if (!utf8::is_han(one.c)) return letters_[one.last - 1].c != U'ち';
    if (usual.count < kUsualKanji || usual.count < one.count * kUsualFactor) return false;
    const std::size_t here = count(one.last - 1, 3);
    return count(one.last - 1, 2) == here && count(one.last, 2) == here;
  }

  /// True where the letter and the kanji behind it make a word (取集) that stands nowhere else, and the usual one
  /// (収集) is common.
  [[nodiscard]] bool is_new_compound(const Choice& one, const Choice& usual) const {
    if (usual.count < kUsualFactor || usual.count < one.count || !utf8::is_han(letters_[one.last + 1].c)) return false;
    if (utf8::is_han(letters_[one.last - 1].c)) return false;
    return count(one.last, 2) == static_cast<std::size_t>(one.count) &&
           count(usual.last, 2) >= static_cast<std::size_t>(kUsualKanji);
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
    found_.push_back({{at, at + letter},
                      neighbourhood({at, at + letter}),
                      {usual_at, usual_at + usual},
                      neighbourhood({usual_at, usual_at + usual}),
                      pair.others});
  }

  /// The letter with those beside it on its line.
  [[nodiscard]] NormSpan neighbourhood(NormSpan letter) const {
    NormSpan out = letter;
    for (std::size_t i = 0; i < kNeighbours; ++i) {
      const auto before = utf8::decode_before(text_, out.begin);
      if (is_letter(before.code_point)) out.begin -= before.size;
      const auto behind = utf8::decode(text_, out.end);
      if (is_letter(behind.code_point)) out.end += behind.size;
    }
    return out;
  }

  std::string_view text_;
  Window window_ = kBothSides;
  std::vector<Letter> letters_;
  std::vector<std::uint32_t> previous_;
  std::vector<std::uint32_t> mixed_;  ///< the newest letter of every context that holds several
  std::vector<Pair> pairs_;
  std::vector<NearDuplicate> found_;
};

}  // namespace

std::vector<NearDuplicate> find_near_duplicates(std::string_view text) { return Finder(text).run(); }

}  // namespace torikomi
