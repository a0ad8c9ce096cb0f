#include "torikomi/value/person.h"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "torikomi/core/utf8.h"

namespace torikomi {
namespace {

constexpr std::size_t kLongestWord = 8;  ///< letters of a name in one word
constexpr std::size_t kLongestPart = 4;  ///< of a family name, of a given name

constexpr std::array<std::string_view, 6> kHonorifics = {"先生", "さん", "氏", "様", "殿", "君"};

/// Titles that are written right behind a name.
constexpr std::array<std::string_view, 22> kTitles = {
    "の各委員", "各委員", "副委員長", "委員長", "職務代理者", "副部会長", "部会長", "副会長", "会長", "副座長", "座長",
    "副議長",   "議長",   "委員",     "准教授", "教授",       "市長",     "町長",   "村長",   "課長", "部長",   "局長"};

/// Titles that are written right before a name, those that hold others first.
constexpr std::array<std::string_view, 23> kLeading = {
    "副委員長", "委員長", "副会長", "会長", "副座長", "座長", "副議長", "議長", "理事長", "理事", "監事", "幹事",
    "委員",     "教育長", "局長",   "部長", "課長",   "室長", "次長",   "所長", "参事",   "市長", "町長"};

/// How posts and bodies end that stand before a name. 部 also ends family names (阿部, 服部).
constexpr std::array<std::string_view, 36> kPostEnds = {
    "長",       "教授",     "講師",         "委員",   "議員",   "職員",   "研究員", "理事",   "監事",
    "参事",     "主事",     "顧問",         "代表",   "主任",   "主査",   "主幹",   "技師",   "博士",
    "課",       "局",       "室",           "係",     "大学",   "会",     "社",     "法人",   "補佐",
    "フェロー", "センター", "アドバイザー", "弁護士", "会計士", "税理士", "診断士", "評論家", "代理"};

/// How words end that name a post, a group or a body and no person.
constexpr std::array<std::string_view, 60> kNoPerson = {
    "員",   "者",   "長",     "民",   "生徒", "学生", "団体", "団",     "会",     "課",     "係",     "局",
    "室",   "署",   "所",     "社",   "校",   "大学", "代表", "関係者", "職員",   "全員",   "その他", "ほか",
    "不同", "同上", "敬称略", "書記", "事務", "主査", "主幹", "主事",   "主任",   "参事",   "監事",   "幹事",
    "教授", "講師", "補佐",   "法人", "組合", "名簿", "別紙", "傍聴",   "市",     "町",     "村",     "県",
    "課等", "公開", "なし",   "省",   "庁",   "君",   "代理", "弁護士", "会計士", "税理士", "診断士", "評論家"};

bool is_name_letter(char32_t c) {
  return utf8::is_han(c) || utf8::is_hiragana(c) || utf8::is_katakana(c) || c == U'々' || c == U'ヶ' || c == U'ヵ';
}

template <std::size_t N>
bool ends_with_any(std::string_view words, const std::array<std::string_view, N>& endings) {
  return std::any_of(endings.begin(), endings.end(), [&](std::string_view ending) { return words.ends_with(ending); });
}

constexpr bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\v' || c == '\x1f' || c == '\n'; }

/// Cuts blanks at the end, a remark in brackets, honorifics and titles: 山田 会長 様 (山形市) -> 山田.
std::size_t end_of_name(std::string_view words) {
  std::size_t end = words.size();
  const auto cut_blanks = [&] {
    while (end > 0 && is_blank(words[end - 1])) --end;
  };
  cut_blanks();
  const std::size_t bracket = words.substr(0, end).ends_with(')') ? words.rfind('(', end) : words.npos;
  if (bracket != words.npos && bracket > 0) end = bracket;
  cut_blanks();
  for (const std::string_view honorific : kHonorifics) {
    if (!words.substr(0, end).ends_with(honorific)) continue;
    end -= honorific.size();
    cut_blanks();
    break;
  }
  for (const std::string_view title : kTitles) {
    if (!words.substr(0, end).ends_with(title)) continue;
    end -= title.size();
    cut_blanks();
    break;
  }
  return end;
}

/// Begin of the last word before `end`.
std::size_t word_begin(std::string_view words, std::size_t end) {
  while (end > 0 && !is_blank(words[end - 1])) --end;
  return end;
}

bool are_name_letters(std::string_view words) {
  for (std::size_t at = 0; at < words.size();) {
    const auto c = utf8::decode(words, at);
    if (!is_name_letter(c.code_point)) return false;
    at += c.size;
  }
  return !words.empty();
}

/// 委員長野口 信雄, 財務局長谷口 健一: where the family name begins in a word that begins with a title; 0 where none
/// stands in it. Of two ways to part it (委員 長野山, 委員長 野山) the name of two letters counts.
std::size_t behind_leading_title(std::string_view word) {
  constexpr std::array<std::size_t, 4> kLikely = {0, 1, 3, 2};  // by letters of a family name
  std::size_t begin = 0;
  std::size_t likely = 0;
  for (const std::string_view title : kLeading) {
    const std::size_t at = word.rfind(title);
    if (at == word.npos) continue;
    const std::size_t letters = utf8::count(word.substr(at + title.size()));
    if (letters >= kLikely.size() || kLikely[letters] <= likely) continue;
    likely = kLikely[letters];
    begin = at + title.size();
  }
  return begin;
}

/// 理事花岡ともかず: where the name begins in a word of a title and a whole name; 0 where it is none.
std::size_t behind_title_of_word(std::string_view word) {
  constexpr std::size_t kFewest = 3, kMost = 6;  // letters of a name in one word
  for (const std::string_view title : kLeading) {
    if (!word.starts_with(title)) continue;
    const std::size_t letters = utf8::count(word.substr(title.size()));
    return letters >= kFewest && letters <= kMost ? title.size() : 0;
  }
  return 0;
}

/// 佐々木 孝 弘: a family name in one word before two letters. The begin of the name, else that of its last letter.
std::size_t begin_of_family_word(std::string_view words, const std::vector<std::size_t>& letters, std::size_t end) {
  const bool given = letters.size() == 2 && utf8::count(words.substr(letters[0], end - letters[0])) == 1;
  if (!given || letters[1] < 2 || words[letters[1] - 1] != ' ') return letters[0];
  const std::size_t family_end = words.find_last_not_of(' ', letters[1] - 1) + 1;
  const std::size_t begin = word_begin(words, family_end);
  const std::string_view family = words.substr(begin, family_end - begin);
  const std::size_t count = utf8::count(family);
  const bool is_name =
      count > 1 && count < kLongestPart && are_name_letters(family) && !ends_with_any(family, kPostEnds);
  return is_name ? begin : letters[0];
}

/// 福 原   稔: letters of one name and nothing else, however far apart; not 会 長  林.
bool is_spaced_name(std::string_view words) {
  const auto closed = close_letters(words);
  return closed &&
         std::none_of(kLeading.begin(), kLeading.end(), [&](auto title) { return closed->starts_with(title); });
}

/// 吉 岡 before a wide gap and 健: two letters one blank apart that are no post, and the only letter of the given name.
bool is_family_apart(std::string_view words, std::size_t family_end, std::size_t given, std::size_t end) {
  constexpr std::size_t kWidest = 4;  // blanks
  if (utf8::count(words.substr(given, end - given)) != 1 || given - family_end > kWidest) return false;
  const std::size_t second = family_end - utf8::decode_before(words, family_end).size;
  if (second < 2 || words[second - 1] != ' ' || is_blank(words[second - 2])) return false;
  const std::size_t first = second - 1 - utf8::decode_before(words, second - 1).size;
  if (first > 0 && !is_blank(words[first - 1])) return false;
  std::string family(words.substr(first, second - 1 - first));
  family += words.substr(second, family_end - second);
  return !ends_with_any(family, kPostEnds) && std::find(kLeading.begin(), kLeading.end(), family) == kLeading.end();
}

/// 清 野 和 美, 東 尾 みさき: where a name printed letter by letter begins whose last word begins at `given`. A post in
/// the same letters (副 議 長 小 川 伸 二) is no part of it. `given` where the name is not printed so.
std::size_t begin_of_spaced_name(std::string_view words, std::size_t given, std::size_t end) {
  constexpr std::size_t kMostLetters = 6, kFewest = 2;
  const bool wide_gaps = is_spaced_name(words.substr(0, end));
  std::vector<std::size_t> begins = {given};
  for (std::size_t at = given; at > 0 && words[at - 1] == ' ';) {
    const std::size_t gap = words.find_last_not_of(' ', at - 1) + 1;
    if (gap == 0 || (at - gap > 1 && !wide_gaps && !(at == given && is_family_apart(words, gap, given, end)))) break;
    const auto letter = utf8::decode_before(words, gap);
    const std::size_t begin = gap - letter.size;
    if (!is_name_letter(letter.code_point) || (begin > 0 && !is_blank(words[begin - 1]))) break;
    begins.push_back(at = begin);
  }
  if (begins.size() < 3) return begin_of_family_word(words, begins, end);
  std::string post;
  std::size_t first = begins.size() - 1;
  for (std::size_t k = begins.size() - 1; k >= kFewest; --k) {
    post += words.substr(begins[k], utf8::decode(words, begins[k]).size);
    if (utf8::count(post) > 1 && ends_with_any(post, kPostEnds)) first = k - 1;
  }
  const std::size_t letters = first + utf8::count(words.substr(given, end - given));
  return letters <= kMostLetters ? begins[first] : given;
}

}  // namespace

std::optional<PersonSpan> find_person(std::string_view words) {
  const std::size_t end = end_of_name(words);
  const std::size_t given = word_begin(words, end);
  if (given == end || utf8::count(words.substr(given, end - given)) > kLongestWord) return std::nullopt;
  const PersonSpan alone{static_cast<std::uint32_t>(given), static_cast<std::uint32_t>(end)};
  if (const std::size_t spaced = begin_of_spaced_name(words, given, end); spaced < given)
    return PersonSpan{static_cast<std::uint32_t>(spaced), alone.end};
  std::size_t family_end = given;
  while (family_end > 0 && is_blank(words[family_end - 1])) --family_end;
  if (family_end == 0) {
    const std::size_t name = behind_title_of_word(words.substr(given, end - given));
    return PersonSpan{static_cast<std::uint32_t>(given + name), alone.end};
  }
  std::size_t family = word_begin(words, family_end);
  family += behind_leading_title(words.substr(family, family_end - family));
  const std::string_view before = words.substr(family, family_end - family);
  const bool two_words = utf8::count(before) <= kLongestPart &&
                         utf8::count(words.substr(given, end - given)) <= kLongestPart && are_name_letters(before) &&
                         !ends_with_any(before, kPostEnds);
  return two_words ? PersonSpan{static_cast<std::uint32_t>(family), alone.end} : alone;
}

namespace {

/// 施策の方向: の between kanji.
bool joins_words(std::string_view words) {
  constexpr std::string_view kOf = "の";
  const std::size_t at = words.find(kOf);
  return at != words.npos && at > 0 && at + kOf.size() < words.size() &&
         utf8::is_han(utf8::decode_before(words, at).code_point) &&
         utf8::is_han(utf8::decode(words, at + kOf.size()).code_point);
}

}  // namespace

std::optional<std::string> close_letters(std::string_view words) {
  constexpr std::size_t kMost = 6;  // letters of a name
  std::string out;
  std::size_t parts = 0;
  std::size_t alone = 0;
  for (std::size_t at = 0; at < words.size();) {
    if (is_blank(words[at])) {
      ++at;
      continue;
    }
    const auto blank = std::find_if(words.begin() + static_cast<std::ptrdiff_t>(at), words.end(), is_blank);
    const auto end = static_cast<std::size_t>(blank - words.begin());
    const std::string_view part = words.substr(at, end - at);
    alone += utf8::count(part) == 1 ? 1 : 0;
    ++parts;
    out += part;
    at = end;
  }
  if (parts < 3 || alone < 2 || utf8::count(out) > kMost) return std::nullopt;
  return out;
}

bool looks_like_person(std::string_view words) {
  if (joins_words(words)) return false;
  if (const auto closed = close_letters(words)) return looks_like_person(*closed);
  const std::size_t blank = words.find(' ');
  if (ends_with_any(words, kNoPerson)) return false;
  if (blank == words.npos) {
    const std::size_t letters = utf8::count(words);
    return letters >= 3 && letters <= 6 && are_name_letters(words);
  }
  const std::string_view family = words.substr(0, blank);
  const std::string_view given = words.substr(std::min(words.find_first_not_of(' ', blank), words.size()));
  if (utf8::count(family) == 1 && utf8::count(given) == 1 && ends_with_any(std::string(family) += given, kNoPerson))
    return false;                      // な し
  constexpr std::size_t kLongest = 7;  // letters: 田村富雄 清田謙次 are two persons
  return are_name_letters(family) && are_name_letters(given) && utf8::count(family) <= kLongestPart &&
         utf8::count(given) <= kLongestPart && utf8::count(family) + utf8::count(given) <= kLongest;
}

std::optional<PersonSpan> find_leading_person(std::string_view words) {
  constexpr std::string_view kBlank = " ";
  const std::size_t family = words.find(kBlank);
  if (family == words.npos || family == 0) return std::nullopt;
  const std::size_t given = words.find_first_not_of(' ', family);
  const std::size_t end = given == words.npos ? words.npos : words.find(kBlank, given);
  if (end == words.npos) return std::nullopt;
  const std::string_view post = words.substr(end);
  const std::string_view name = words.substr(0, end);
  const bool named = utf8::count(words.substr(0, family)) > 1 || utf8::count(words.substr(given, end - given)) > 1;
  if (!named || !looks_like_person(name) || !ends_with_any(post, kPostEnds)) return std::nullopt;
  return PersonSpan{0, static_cast<std::uint32_t>(end)};
}

}  // namespace torikomi
