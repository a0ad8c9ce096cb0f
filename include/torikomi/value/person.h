// Names of persons among titles and posts: 地域活性化センターシニアフェロー 箕浦 龍一 氏, 山田太郎委員長.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace torikomi {

/// Bytes of the words that were read.
struct PersonSpan {
  std::uint32_t begin = 0, end = 0;
};

/// The person that `words` (normalised, one entry of a list) end with, without titles, posts and 氏: family and given
/// name where a blank parts them, else the last word. Nothing where no name is left (副会長, 会長 様) or where the last
/// word is longer than a name. Says nothing of whether the words are a name: see looks_like_person().
[[nodiscard]] std::optional<PersonSpan> find_person(std::string_view words);

/// 石山 哲夫 of 石山 哲夫 白川大学名誉教授: family and given name at the begin of the words, before a post or a body.
[[nodiscard]] std::optional<PersonSpan> find_leading_person(std::string_view words);

/// The name without the blanks between letters printed one by one: 清 野 和 美, 田 島 千代松, 福 原   稔. Nothing where
/// the blanks part words (山田 太郎) or where there are more letters than a name has. Says nothing of whether the words
/// are a name: 委 員 長 is closed up, too.
[[nodiscard]] std::optional<std::string> close_letters(std::string_view words);

/// Family and given name by their form: three to six letters of kanji and kana, or two short words of them, and no
/// ending that makes a post, a group or a body of them (自治会長, 市議会議員, 保護者).
[[nodiscard]] bool looks_like_person(std::string_view words);

}  // namespace torikomi
