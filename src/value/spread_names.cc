#include "value/spread_names.h"

#include <algorithm>
#include <array>
#include <string>

#include "torikomi/core/utf8.h"
#include "torikomi/value/person.h"

namespace torikomi {
namespace {

struct Word {
  std::uint32_t begin, end, letters, gap;  ///< `gap`: blanks before it
};

/// Letters of the words of a name; `wide`: the last stands behind two blanks and more.
struct Shape {
  std::array<std::uint32_t, 4> letters;  ///< 0: no more words
  bool wide;
};
constexpr std::array<Shape, 9> kShapes = {{{{1, 1, 1, 1}, false},
                                           {{1, 1, 2, 0}, false},
                                           {{1, 1, 3, 0}, false},
                                           {{2, 1, 1, 0}, false},
                                           {{3, 1, 1, 0}, false},
                                           {{1, 1, 1, 0}, true},
                                           {{1, 1, 0, 0}, true},
                                           {{2, 1, 0, 0}, true},
                                           {{3, 1, 0, 0}, true}}};
constexpr std::size_t kMostWords = 24;

std::vector<Word> words_of(std::string_view entry) {
  std::vector<Word> out;
  std::uint32_t gap = 0;
  for (std::uint32_t at = 0; at < entry.size();) {
    if (entry[at] == ' ') {
      ++gap;
      ++at;
      continue;
    }
    const auto end = static_cast<std::uint32_t>(std::min(entry.find(' ', at), entry.size()));
    out.push_back({at, end, static_cast<std::uint32_t>(utf8::count(entry.substr(at, end - at))), gap});
    gap = 0;
    at = end;
  }
  return out;
}

/// How many words the post at the begin has: 副 会 長, 委員.
std::size_t words_of_post(std::string_view entry, const std::vector<Word>& words) {
  constexpr std::array<std::string_view, 12> kPosts = {"会長",   "副会長", "委員長", "副委員長", "委員",     "座長",
                                                       "副座長", "議長",   "副議長", "幹事長",   "副幹事長", "幹事"};
  std::string letters;
  std::size_t post = 0;
  for (std::size_t w = 0; w < words.size() && letters.size() <= kPosts[3].size(); ++w) {
    letters += entry.substr(words[w].begin, words[w].end - words[w].begin);
    if (std::find(kPosts.begin(), kPosts.end(), letters) != kPosts.end()) post = w + 1;
  }
  return post;
}

/// The number of words that a name of this form takes from word `w` on; 0 where it has another. No kana by itself
/// begins a name.
std::size_t take(std::string_view entry, const std::vector<Word>& words, std::size_t w, const Shape& shape) {
  std::size_t n = 0;
  if (words[w].letters == 1 && !utf8::is_han(utf8::decode(entry, words[w].begin).code_point)) return 0;
  for (; n < shape.letters.size() && shape.letters[n] > 0; ++n) {
    if (w + n == words.size() || words[w + n].letters != shape.letters[n]) return 0;
    const bool last = n + 1 == shape.letters.size() || shape.letters[n + 1] == 0;
    if (n > 0 && (words[w + n].gap > 1) != (shape.wide && last)) return 0;
  }
  return n;
}

}  // namespace

std::vector<PersonSpan> spread_names(std::string_view entry) {
  std::vector<Word> words = words_of(entry);
  words.erase(words.begin(), words.begin() + static_cast<std::ptrdiff_t>(words_of_post(entry, words)));
  if (words.size() < 4 || words.size() > kMostWords) return {};
  // ways[w]: how many ways the words from w on are names, at most two; first[w]: words of the first of them
  std::vector<std::size_t> ways(words.size() + 1), first(words.size() + 1);
  ways[words.size()] = 1;
  for (std::size_t w = words.size(); w-- > 0;)
    for (const Shape& shape : kShapes) {
      const std::size_t n = take(entry, words, w, shape);
      if (n == 0 || ways[w + n] == 0) continue;
      ways[w] = std::min<std::size_t>(2, ways[w] + ways[w + n]);
      first[w] = n;
    }
  if (ways[0] != 1) return {};
  std::vector<PersonSpan> names;
  for (std::size_t w = 0; w < words.size(); w += first[w]) {
    names.push_back({words[w].begin, words[w + first[w] - 1].end});
    if (!looks_like_person(entry.substr(words[w].begin, names.back().end - words[w].begin))) return {};
  }
  return names.size() > 1 ? names : std::vector<PersonSpan>();
}

}  // namespace torikomi
