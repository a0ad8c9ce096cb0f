#include "check/misread_terms.h"

#include <algorithm>
#include <array>
#include <cstdint>

#include "torikomi/core/letter_set.h"

namespace torikomi {
namespace {

constexpr auto kTerms = std::to_array<std::string_view>({
#include "check/terms.inc"
});
static_assert(std::is_sorted(kTerms.begin(), kTerms.end()));
constexpr std::size_t kKanji = 3;  // bytes

/// Kanji that are typed for one another because they sound alike, or read for one another because they look alike.
constexpr std::array<std::u32string_view, 102> kGroups = {
    U"方法",     U"創想層", U"績積責",   U"議義儀護", U"制製",   U"環観感歓還", U"講構購溝", U"健険検建", U"証障償賞",
    U"衛営宮",   U"効郊",   U"供共協脇", U"収取",     U"修習収", U"設説投",     U"整製",     U"画劃面",   U"期機基規",
    U"対体",     U"象像照", U"適的摘",   U"務矛",     U"補保捕", U"助序",       U"域城或",   U"住往佳",   U"宅託詫",
    U"福副復",   U"祉社杜", U"童重",     U"校交較",   U"教数",   U"害割",       U"災炎",     U"防妨坊",   U"犯氾",
    U"救求球",   U"急究",   U"療寮僚",   U"介界",     U"齢令",   U"農濃晨",     U"漁魚",     U"産彦",     U"商両",
    U"光公",     U"流留",   U"客各容",   U"定停",     U"境鏡",   U"全金",       U"廃排発",   U"処所",     U"理里利埋",
    U"水氷永",   U"道導",   U"路露跡",   U"財材",     U"源原減", U"税説祝",     U"費資貸",   U"負員貝",   U"担但坦",
    U"委季",     U"県具",   U"総統綜",   U"計針許",   U"指脂",   U"標票漂",     U"目日",     U"値植置",   U"達建",
    U"成政正性", U"評許",   U"討計付",   U"推椎堆",   U"情精清", U"報服",       U"発祭",     U"連速蓮",   U"働動",
    U"形型",     U"組祖租", U"織職識",   U"実美",     U"施旋",   U"策索",       U"支技枝",   U"援緩媛",   U"市布",
    U"図因",     U"館飾官", U"傷症",     U"慣貫",     U"耕講",   U"販版",       U"徴微",     U"納網",     U"滞帯",
    U"除徐",     U"徹撤",   U"啓敬"};

/// One kanji of one term.
struct Place {
  char32_t kanji = 0;
  std::uint16_t term = 0;
  std::uint8_t offset = 0;  ///< in kanji
};

constexpr char32_t kanji_at(std::string_view term, std::size_t number) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(term[number * kKanji + i]); };
  return static_cast<char32_t>((byte(0) & 0x0FU) << 12U | (byte(1) & 0x3FU) << 6U | (byte(2) & 0x3FU));
}

constexpr std::size_t kPlaces = [] {
  std::size_t out = 0;
  for (const std::string_view term : kTerms) out += term.size() / kKanji;
  return out;
}();

/// By kanji.
constexpr auto kIndex = [] {
  std::array<Place, kPlaces> out;
  std::size_t n = 0;
  for (std::size_t t = 0; t < kTerms.size(); ++t) {
    const std::string_view term = kTerms[t];
    for (std::size_t k = 0; k < term.size() / kKanji; ++k)
      out[n++] = {kanji_at(term, k), static_cast<std::uint16_t>(t), static_cast<std::uint8_t>(k)};
  }
  std::sort(out.begin(), out.end(), [](const Place& a, const Place& b) { return a.kanji < b.kanji; });
  return out;
}();

/// `printed` stands where `meant` should.
struct Confusion {
  char32_t printed = 0, meant = 0;
};

constexpr std::size_t kConfusionCount = [] {
  std::size_t out = 0;
  for (const std::u32string_view group : kGroups) out += group.size() * (group.size() - 1);
  return out;
}();

/// By the printed kanji.
constexpr auto kConfusions = [] {
  std::array<Confusion, kConfusionCount> out;
  std::size_t n = 0;
  for (const std::u32string_view group : kGroups)
    for (const char32_t printed : group)
      for (const char32_t meant : group)
        if (printed != meant) out[n++] = {printed, meant};
  std::sort(out.begin(), out.end(), [](Confusion a, Confusion b) { return a.printed < b.printed; });
  return out;
}();

constexpr LetterSet kSuspects = [] {
  LetterSet out;
  for (const Confusion& one : kConfusions) out.add(one.printed);
  return out;
}();

/// A set of two kanji side by side, with some more that nobody put in.
class PairSet {
 public:
  constexpr void add(char32_t a, char32_t b) { bits_[place(a, b) / 64] |= std::uint64_t{1} << (place(a, b) % 64); }
  [[nodiscard]] constexpr bool may_hold(char32_t a, char32_t b) const {
    return (bits_[place(a, b) / 64] >> (place(a, b) % 64) & 1U) != 0;
  }

 private:
  static constexpr std::size_t kBits = 1U << 15U;
  static constexpr std::size_t place(char32_t a, char32_t b) { return (a * 0x9E3779B1U ^ b * 0x85EBCA6BU) >> 17U; }

  std::array<std::uint64_t, kBits / 64> bits_{};
};

/// A kanji that is wrong, and the one of its term that stands before it; where it begins the term, the one behind.
struct Neighbours {
  PairSet before, behind;
};

constexpr Neighbours kNeighbours = [] {
  Neighbours out;
  for (const Place& place : kIndex) {
    const std::string_view term = kTerms[place.term];
    for (const Confusion& one : kConfusions) {
      if (one.meant != place.kanji) continue;
      if (place.offset > 0) {
        out.before.add(kanji_at(term, place.offset - 1U), one.printed);
      } else {
        out.behind.add(one.printed, kanji_at(term, 1));
      }
    }
  }
  return out;
}();

bool is_term(std::string_view words) { return std::binary_search(kTerms.begin(), kTerms.end(), words); }

class Finder {
 public:
  explicit Finder(const Letters& letters) : letters_(letters), text_(letters.text()) {}

  std::vector<MisreadTerm> run() {
    for (std::size_t i = 0; i < letters_.size(); ++i) {
      if (!kSuspects.may_hold(letters_[i])) continue;
      const bool before = i > 0 && kNeighbours.before.may_hold(letters_[i - 1], letters_[i]);
      const bool behind = i + 1 < letters_.size() && kNeighbours.behind.may_hold(letters_[i], letters_[i + 1]);
      if (before || behind) try_confusions(letters_.at(i), letters_[i]);
    }
    return std::move(found_);
  }

 private:
  void try_confusions(std::uint32_t at, char32_t printed) {
    auto one = std::lower_bound(kConfusions.begin(), kConfusions.end(), printed,
                                [](const Confusion& c, char32_t kanji) { return c.printed < kanji; });
    for (; one != kConfusions.end() && one->printed == printed; ++one)
      if (try_kanji(at, one->meant)) return;
  }

  /// True where a term stands if the kanji at `at` is `meant`.
  bool try_kanji(std::uint32_t at, char32_t meant) {
    auto place = std::lower_bound(kIndex.begin(), kIndex.end(), meant,
                                  [](const Place& p, char32_t kanji) { return p.kanji < kanji; });
    for (; place != kIndex.end() && place->kanji == meant; ++place) {
      const std::string_view term = kTerms[place->term];
      const std::size_t before = place->offset * kKanji;
      if (at < before || !fits(at - before, term, before)) continue;
      const auto begin = static_cast<std::uint32_t>(at - before);
      const NormSpan printed = {begin, begin + static_cast<std::uint32_t>(term.size())};
      if (is_term(slice(text_, printed))) continue;
      found_.push_back({{at, at + static_cast<std::uint32_t>(kKanji)}, printed, term.substr(before, kKanji), term});
      return true;
    }
    return false;
  }

  /// The term stands at `begin` but for the kanji that begins at byte `but` of it.
  [[nodiscard]] bool fits(std::size_t begin, std::string_view term, std::size_t but) const {
    const std::string_view words = text_.substr(begin, term.size());
    return words.size() == term.size() && words.substr(0, but) == term.substr(0, but) &&
           words.substr(but + kKanji) == term.substr(but + kKanji);
  }

  const Letters& letters_;
  std::string_view text_;
  std::vector<MisreadTerm> found_;
};

}  // namespace

std::vector<MisreadTerm> find_misread_terms(const Letters& letters) { return Finder(letters).run(); }

}  // namespace torikomi
