#include "check/near_duplicates.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <string_view>

#include "torikomi/core/find.h"
#include "torikomi/core/utf8.h"

namespace torikomi {
namespace {

enum class Word {
  kAny,
  kBeginning,  ///< the letter is a kanji in the first words of a list item, behind its mark
  kKanji,      ///< the letter is a kanji, its context kanji or katakana: one long word
  kKatakana,   ///< the letter and its context are katakana
  kCompound,   ///< the letter is a kanji that begins a word of two
};

/// How many letters of context must be the same before and behind a letter.
struct Window {
  std::size_t left, right;
  Word word;
};
constexpr Window kBothSides = {4, 4, Word::kAny};
constexpr Window kAfterMark = {3, 4, Word::kBeginning};  ///< ・担当[国|者]会議の開催
constexpr Window kLongBefore = {6, 1, Word::kCompound};  ///< …への参加、情報の[取|収]集
constexpr Window kLongWord = {1, 4, Word::kKanji};       ///< 建[設|築]基準行政
constexpr Window kLoanWord = {0, 5, Word::kKatakana};    ///< [ブ|プ]ロモーション
constexpr std::size_t kNeighbours = 2;  ///< letters shown on each side of a finding, where they are the same
/// Pairs that are looked at closely; more of them mean that the text is a list of variants by design.
constexpr std::size_t kMostPairs = 64;
/// A kanji is judged against a phrase that occurs this often, and this many times as often.
constexpr int kUsualKanji = 3, kUsualFactor = 2;
/// Long words are seldom: one that is not this many times as often as the other is judged by which comes first.
constexpr int kSureFactor = 3;

bool is_letter(char32_t c) {
  return c == U'々' || utf8::is_han(c) || utf8::is_hiragana(c) || (utf8::is_katakana(c) && c != U'・');
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
  explicit Finder(const Letters& letters) : letters_(letters) {}

  std::vector<NearDuplicate> run() {
    look_through<kBothSides>();
    look_through<kAfterMark>();
    look_through<kLongBefore>();
    look_through<kLongWord>();
    look_through<kLoanWord>();
    report_pairs();
    std::sort(found_.begin(), found_.end(),
              [](const auto& a, const auto& b) { return a.letter.begin < b.letter.begin; });
    return std::move(found_);
  }

 private:
  static constexpr std::uint32_t kNone = UINT32_MAX;

  template <Window window>
  void look_through() {
    if (letters_.size() < window.left + window.right + 1) return;
    word_ = window.word;
    collect<window>();
    fill_table<window>();
    for (const std::uint32_t last : mixed_) judge_phrase(last);
  }

  struct Candidate {
    std::uint32_t letter;
    std::uint64_t hash;  ///< of its context
  };

  /// The letters that the window looks at and whose context may occur again.
  template <Window window>
  void collect() {
    candidates_.clear();
    for (std::size_t i = std::max<std::size_t>(window.left, 1); i + window.right < letters_.size(); ++i)
      if (letters_.is(i, Letters::kCandidate) && fits<window>(i))
        candidates_.push_back({static_cast<std::uint32_t>(i), context_hash<window>(i)});
    drop_single_contexts();
  }

  /// Most contexts of a text occur once. Two bits for each that may be there tell most of them without the table,
  /// which is too large for the nearest cache.
  void drop_single_contexts() {
    std::size_t size = 512;
    while (size < candidates_.size() * 8) size *= 2;
    std::vector<std::uint64_t> once(size / 64), again(size / 64);
    const auto place = [size](std::uint64_t hash) { return (hash >> 12U) & (size - 1); };
    for (const Candidate& one : candidates_) {
      const std::size_t at = place(one.hash);
      const std::uint64_t bit = std::uint64_t{1} << (at % 64);
      again[at / 64] |= once[at / 64] & bit;
      once[at / 64] |= bit;
    }
    std::erase_if(candidates_, [&](const Candidate& one) {
      const std::size_t at = place(one.hash);
      return (again[at / 64] >> (at % 64) & 1U) == 0;
    });
  }

  /// One pass: letters in the same context are chained through previous_. The table holds the newest letter of each
  /// context and nothing else, so that it stays in the cache; the hash of a context is made again where it is asked
  /// for.
  template <Window window>
  void fill_table() {
    std::size_t size = 64;
    while (size * 3 < candidates_.size() * 4) size *= 2;
    std::vector<std::uint32_t> table(size, kNone);
    previous_.resize(letters_.size(), kNone);
    std::vector<bool> is_mixed(size);
    std::vector<std::size_t> mixed_slots;
    for (const auto [i, hash] : candidates_) {
      std::size_t at = (hash >> 20U) & (size - 1);
      while (table[at] != kNone && context_hash<window>(table[at]) != hash) at = (at + 1) & (size - 1);
      previous_[i] = table[at];
      if (table[at] != kNone && letters_[table[at]] != letters_[i] && !is_mixed[at]) {
        is_mixed[at] = true;
        mixed_slots.push_back(at);
      }
      table[at] = i;
    }
    mixed_.clear();
    for (const std::size_t at : mixed_slots) mixed_.push_back(table[at]);
  }

  [[nodiscard]] bool are(std::size_t first, std::size_t count, std::uint8_t flags) const {
    for (std::size_t i = first; i < first + count; ++i)
      if (!letters_.is(i, flags)) return false;
    return true;
  }

  /// True where the letter and its context are of the kind that the window looks for. A context holds one sign that is
  /// no letter, and no line end.
  template <Window window>
  [[nodiscard]] bool fits(std::size_t i) const {
    constexpr std::uint8_t kLongWordLetter = Letters::kHan | Letters::kKatakana;
    const std::size_t first = i - window.left;
    switch (window.word) {
      case Word::kKanji:
        return letters_.is(i, Letters::kHan) && are(i + 1, window.right, kLongWordLetter) &&
               are(first, window.left, kLongWordLetter);
      case Word::kKatakana:
        return letters_.is(i, Letters::kKatakana) && are(i + 1, window.right, Letters::kKatakana);
      case Word::kCompound:
        if (!letters_.is(i, Letters::kHan) || !letters_.is(i + 1, Letters::kHan) || letters_.is(i - 1, Letters::kHan))
          return false;
        break;
      case Word::kBeginning:
        if (!letters_.is(i, Letters::kHan) || letters_.is(first, Letters::kWord)) return false;
        break;
      case Word::kAny:
        break;
    }
    const std::size_t end = i + window.right + 1;
    const std::uint32_t others = letters_.others_before(end) - letters_.others_before(first);
    if (others != 1) return others == 0;
    for (std::size_t k = first; k < end; ++k)
      if (letters_.is(k, Letters::kControl)) return false;
    return true;
  }

  template <Window window>
  [[nodiscard]] std::uint64_t context_hash(std::size_t i) const {
    const std::uint64_t left = letters_.hash(i - window.left, window.left);
    const std::uint64_t right = letters_.hash(i + 1, window.right);
    std::uint64_t hash = (left * 0xFF51AFD7ED558CCDU) ^ right;
    hash *= 0xC4CEB9FE1A85EC53U;
    return hash ^ (hash >> 32U);
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
          std::find_if(choices.begin(), choices.end(), [&](const Choice& one) { return one.c == letters_[i]; });
      if (known == choices.end()) {
        choices.push_back({letters_[i], 1, i, i});
      } else {
        ++known->count;
        known->first = i;
      }
    }
    // the usual letter is the most frequent one, of equals the one that comes first
    const auto usual = std::max_element(choices.begin(), choices.end(), [&](const Choice& a, const Choice& b) {
      const bool sure = word_ != Word::kKanji || a.count >= b.count * kSureFactor || b.count >= a.count * kSureFactor;
      return sure && a.count != b.count ? a.count < b.count : a.first > b.first;
    });
    for (const Choice& one : choices)
      if (one.c != usual->c && is_suspect(one, *usual)) add_pair(one, *usual);
  }

  [[nodiscard]] bool is_suspect(const Choice& one, const Choice& usual) const {
    if (!same_script(one.c, usual.c)) return false;
    if (word_ == Word::kKanji) return true;
    if (word_ == Word::kKatakana) return are_look_alikes(one.c, usual.c) && usual.count > one.count;
    if (word_ == Word::kCompound) return is_new_compound(one, usual);
    // ちよう for ちょう in readings of names is a rule of its own
    if (!utf8::is_han(one.c)) return letters_[one.last - 1] != U'ち';
    if (usual.count < kUsualKanji || usual.count < one.count * kUsualFactor) return false;
    const std::size_t here = letters_.count(one.last - 1, 3);
    return letters_.count(one.last - 1, 2) == here && letters_.count(one.last, 2) == here;
  }

  /// True where the letter and the kanji behind it make a word (取集) that stands nowhere else, and the usual one
  /// (収集) is common.
  [[nodiscard]] bool is_new_compound(const Choice& one, const Choice& usual) const {
    if (usual.count < kUsualFactor || usual.count < one.count) return false;
    return letters_.count(one.last, 2) == static_cast<std::size_t>(one.count) &&
           letters_.count(usual.last, 2) >= static_cast<std::size_t>(kUsualKanji);
  }

  struct Pair {
    std::uint32_t suspect, usual;  ///< letters
    int others;
  };

  void add_pair(const Choice& one, const Choice& usual) {
    if (pairs_.size() >= kMostPairs) return;
    const std::string_view around = letters_.words(one.last - 1, 3);
    for (Pair& pair : pairs_) {
      if (letters_.words(pair.suspect - 1, 3) != around || letters_[pair.usual] != usual.c) continue;
      pair.others = std::max(pair.others, usual.count);
      return;
    }
    pairs_.push_back({one.last, usual.last, usual.count});
  }

  /// A kanji that was found misread in one phrase is misread wherever it has these neighbours; kana are reported as
  /// found.
  void report_pairs() {
    for (const Pair& pair : pairs_) {
      if (!letters_.is(pair.suspect, Letters::kHan)) {
        add(pair, letters_.at(pair.suspect));
        continue;
      }
      const std::string_view text = letters_.text();
      const std::string_view around = letters_.words(pair.suspect - 1, 3);
      const std::uint32_t into = letters_.at(pair.suspect) - letters_.at(pair.suspect - 1);
      for (std::size_t at = find_words(text, around); at != text.npos; at = find_words(text, around, at + 1))
        add(pair, static_cast<std::uint32_t>(at) + into);
    }
  }

  void add(const Pair& pair, std::uint32_t at) {
    NearDuplicate out;
    out.letter = out.phrase = {at, at + letters_.span(pair.suspect, 1).size()};
    out.usual_letter = out.usual = letters_.span(pair.usual, 1);
    out.others = pair.others;
    grow(out.phrase, out.usual);
    found_.push_back(out);
  }

  /// Takes in the letters beside both on their lines, as far as they are the same: what else stands there is no
  /// evidence.
  void grow(NormSpan& one, NormSpan& other) const {
    const std::string_view text = letters_.text();
    for (std::size_t i = 0; i < kNeighbours; ++i) {
      const auto here = utf8::decode_before(text, one.begin);
      const auto there = utf8::decode_before(text, other.begin);
      if (here.code_point != there.code_point || !is_letter(here.code_point)) break;
      one.begin -= here.size;
      other.begin -= there.size;
    }
    for (std::size_t i = 0; i < kNeighbours; ++i) {
      const auto here = utf8::decode(text, one.end);
      const auto there = utf8::decode(text, other.end);
      if (here.code_point != there.code_point || !is_letter(here.code_point)) break;
      one.end += here.size;
      other.end += there.size;
    }
  }

  const Letters& letters_;
  Word word_ = Word::kAny;  ///< what the present window looks for
  std::vector<Candidate> candidates_;
  std::vector<std::uint32_t> previous_;
  std::vector<std::uint32_t> mixed_;  ///< the newest letter of every context that holds several
  std::vector<Pair> pairs_;
  std::vector<NearDuplicate> found_;
};

}  // namespace

std::vector<NearDuplicate> find_near_duplicates(const Letters& letters) { return Finder(letters).run(); }

}  // namespace torikomi
