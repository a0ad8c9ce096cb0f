// Where a name may begin and end in running text: parts of longer words are not names.
#pragma once

#include <cstdint>
#include <string_view>

namespace torikomi::names {

/// True where a name [begin, end) may begin: after the begin of the text, a blank, punctuation, ASCII, hiragana
/// (は岡山市) or katakana. A kana name (さいたま市) needs a particle where hiragana stands before it. After another
/// kanji it depends on the length of the name, since 津市 is in 今津市民 but 瀬戸内市 in hardly any other word: two
/// characters never; three or more after a word that ends there (平成29年度, 会場, 旧, 県); four or more after any
/// kanji but those that make place names of place names (東西南北新大小 …).
[[nodiscard]] bool may_begin(std::string_view text, std::uint32_t begin, std::uint32_t end);

/// True where a name may end at `end`: what follows does not make its last character the begin of another word, such as
/// 市場, 市街, 町内会, 町3丁目, 区域, 都市, 道路. 大阪市民, 岡山市長, 早島町役場 and 東京都内 begin with a name.
[[nodiscard]] bool may_end(std::string_view text, std::uint32_t end);

/// True where `between`, the words between the end of a municipality and the next name, only go on with its address
/// (川崎市 中原区木月 住吉町): kanji, katakana, digits and hyphens, without a word that tells what the next name does
/// (主催).
[[nodiscard]] bool goes_on_with_address(std::string_view between);

/// True where 旧 or 元 (former) stands right before `begin`.
[[nodiscard]] bool marked_former(std::string_view text, std::uint32_t begin);

}  // namespace torikomi::names
