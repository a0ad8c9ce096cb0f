#include "torikomi/value/group.h"

#include <algorithm>
#include <span>

#include "torikomi/core/utf8.h"

namespace torikomi {
namespace {

using Group = GroupWord::Group;

struct Prefix {
  std::string_view word;
  Group group;
};
/// Longer ones before those that they begin with.
constexpr Prefix kPrefixes[] = {{"全関係", Group::kInvolved},
                                {"全ての関係", Group::kInvolved},
                                {"すべての関係", Group::kInvolved},
                                {"関係", Group::kInvolved},
                                {"全連携", Group::kAll},
                                {"連携", Group::kAll},
                                {"全構成", Group::kAll},
                                {"構成", Group::kAll},
                                {"圏域内の全", Group::kAll},
                                {"圏域内全", Group::kAll},
                                {"圏域内", Group::kAll},
                                {"圏域全", Group::kAll},
                                {"圏域", Group::kAll},
                                {"全ての", Group::kAll},
                                {"すべての", Group::kAll},
                                {"全", Group::kAll}};

/// Several kinds at once. Longer ones before those that they begin with.
constexpr std::string_view kKinds[] = {"市区町村", "市町村", "市町", "市村", "町村", "自治体"};

/// What may follow a single 市, 町 or 村 when a kanji does: 全関係市参加. With anything else it is another word (市民).
constexpr std::string_view kAfterSingle[] = {"合同", "参加", "出席", "欠席", "連携", "共同", "主催", "共催",
                                             "間",   "職員", "担当", "首長", "及",   "並",   "等"};

/// 市町 makes another word before these: 全市町民, 3市町内会.
constexpr std::string_view kNotAfterKinds[] = {"民", "内会", "会", "村民"};

/// What makes a 全 another word (安全), and the places that are more than a roster (県内全市町).
constexpr std::string_view kNotBeforeAll[] = {"安",   "完",   "健",   "保",     "万",      "県内",   "国内",
                                              "全国", "都内", "道内", "府内",   "県内の",  "国内の", "全国の",
                                              "管内", "日本", "県下", "県内で", "都道府県"};

bool begins_with_any(std::string_view text, std::span<const std::string_view> words) {
  return std::ranges::any_of(words, [&](std::string_view word) { return text.starts_with(word); });
}

bool single_may_end(std::string_view after) {
  return !utf8::is_han(utf8::decode(after, 0).code_point) || begins_with_any(after, kAfterSingle);
}

/// A number as a count is written: up to four digits of either width, or kanji up to 九十九.
struct Number {
  int value = 0;
  bool kanji = false;
  std::size_t size = 0;  ///< bytes; 0: none
};

int digit_of(char32_t c) {
  if (c >= U'0' && c <= U'9') return static_cast<int>(c - U'0');
  if (c >= U'０' && c <= U'９') return static_cast<int>(c - U'０');
  return -1;
}

Number read_kanji_number(std::string_view text) {
  constexpr std::u32string_view kDigits = U"一二三四五六七八九";
  Number number{.kanji = true};
  bool ten = false;
  int last = 0;
  while (true) {
    const utf8::Decoded c = utf8::decode(text, number.size);
    if (c.code_point == U'十' && !ten) {
      ten = true;
      number.value = 10 * std::max(last, 1);
      last = 0;
    } else if (const std::size_t digit = kDigits.find(c.code_point); digit != kDigits.npos && last == 0) {
      last = static_cast<int>(digit) + 1;
    } else {
      number.value += last;
      return number;
    }
    number.size += c.size;
  }
}

Number read_number(std::string_view text) {
  Number number;
  for (int digits = 0; digits <= 4; ++digits) {
    const utf8::Decoded c = utf8::decode(text, number.size);
    const int digit = digit_of(c.code_point);
    if (digit < 0) break;
    if (digits == 4) return {};
    number.value = number.value * 10 + digit;
    number.size += c.size;
  }
  return number.size > 0 ? number : read_kanji_number(text);
}

/// Takes `word` off the front of `text` if it stands there.
bool take(std::string_view& text, std::string_view word) {
  if (!text.starts_with(word)) return false;
  text.remove_prefix(word.size());
  return true;
}

bool take_range_sign(std::string_view& text) {
  constexpr std::string_view kSigns[] = {"~", "～", "〜", "-", "－", "―", "から"};
  return std::ranges::any_of(kSigns, [&](std::string_view sign) { return take(text, sign); });
}

/// Reads one group word at the begin of `text`.
class GroupReader {
 public:
  explicit GroupReader(std::string_view text) : rest_(text) {}

  /// True where a whole word was read; `word` and rest() are then good.
  bool read(std::string_view before, GroupWord& word) {
    const auto prefix = std::ranges::find_if(kPrefixes, [&](const Prefix& one) { return take(rest_, one.word); });
    if (prefix == std::ranges::end(kPrefixes)) {
      word.group = Group::kCount;
      return may_follow(before) && read_count(word);
    }
    word.group = prefix->group;
    const bool all = prefix->word.starts_with("全") || prefix->word.starts_with("すべて");
    const auto ends_before = [&](std::string_view one) { return before.ends_with(one); };
    if (all && std::ranges::any_of(kNotBeforeAll, ends_before)) return false;
    if (prefix->word == "関係" && before.ends_with("無")) return false;
    return read_kinds() || read_single(prefix->word) || read_count(word);
  }

  [[nodiscard]] std::string_view rest() const { return rest_; }

 private:
  /// A count is no count after another digit, a sign of a date or number, or 第.
  static bool may_follow(std::string_view before) {
    const char32_t c = utf8::decode_before(before, before.size()).code_point;
    return digit_of(c) < 0 && std::u32string_view(U"第.,．，/-−~～〜").find(c) == std::u32string_view::npos;
  }

  bool read_kinds() {
    const auto kind = std::ranges::find_if(kKinds, [&](std::string_view one) { return take(rest_, one); });
    return kind != std::ranges::end(kKinds) && !begins_with_any(rest_, kNotAfterKinds);
  }

  /// 関係市, 構成団体; after 全 alone 市 is the whole of one city.
  bool read_single(std::string_view prefix) {
    if (prefix.ends_with("構成") && take(rest_, "団体")) return true;
    const bool named = prefix.ends_with("関係") || prefix.ends_with("連携") || prefix.ends_with("構成");
    if (!named || !take(rest_, "市")) return false;
    return single_may_end(rest_);
  }

  /// 12市町合同, 6~7市町, 3市5町1村.
  bool read_count(GroupWord& word) {
    const Number first = read_number(rest_);
    if (first.size == 0) return false;
    rest_.remove_prefix(first.size);
    Number high = first;
    if (take_range_sign(rest_)) {
      high = read_number(rest_);
      if (high.size == 0 || high.value <= first.value) return false;
      rest_.remove_prefix(high.size);
      word.total_high = high.value;
    }
    word.total = first.value;
    if (!read_kinds() && !(high.value == first.value && read_parts(word, first))) return false;
    take(rest_, "合同");
    return true;
  }

  /// 3市5町1村 after its first number.
  bool read_parts(GroupWord& word, const Number& first) {
    int parts = 0;
    int sum = 0;
    for (Number number = first; number.size > 0; ++parts) {
      std::optional<int>* const place = part(word);
      if (place == nullptr || place->has_value()) break;
      *place = number.value;
      sum += number.value;
      after_part_ = rest_;
      std::string_view next = rest_;
      take(next, "・");
      number = read_number(next);
      if (number.size > 0) rest_ = next.substr(number.size);
    }
    if (parts == 0) return false;
    rest_ = after_part_;
    word.total = sum;
    return parts > 1 || (!first.kanji && single_may_end(rest_));
  }

  std::optional<int>* part(GroupWord& word) {
    if (take(rest_, "市") || (!rest_.starts_with("区間") && take(rest_, "区"))) return &word.cities;
    if (take(rest_, "町")) return &word.towns;
    if (take(rest_, "村")) return &word.villages;
    return nullptr;
  }

  std::string_view rest_;
  std::string_view after_part_;  // what follows the last unit that was read
};

/// Quick look at the first character: most text begins no group word.
bool may_begin_word(char32_t c) {
  return digit_of(c) >= 0 ||
         std::u32string_view(U"全す関連構圏一二三四五六七八九十").find(c) != std::u32string_view::npos;
}

}  // namespace

std::string_view name(Group group) {
  switch (group) {
    case Group::kAll:
      return "all";
    case Group::kInvolved:
      return "involved";
    case Group::kCount:
      return "count";
  }
  return {};
}

std::vector<GroupWord> find_groups(std::string_view text) {
  std::vector<GroupWord> found;
  for (std::size_t at = 0; at < text.size();) {
    const utf8::Decoded c = utf8::decode(text, at);
    GroupWord word;
    GroupReader reader(text.substr(at));
    if (may_begin_word(c.code_point) && reader.read(text.substr(0, at), word)) {
      word.begin = static_cast<std::uint32_t>(at);
      at = text.size() - reader.rest().size();
      word.end = static_cast<std::uint32_t>(at);
      found.push_back(word);
    } else {
      at += c.size;
    }
  }
  return found;
}

}  // namespace torikomi
