// Who is named at one event: 参加市町:全市町, 出席者:山田会長、鈴木委員, 出席委員 山田太郎、佐藤花子.
#include <algorithm>
#include <array>
#include <string>
#include <utility>
#include <vector>

#include "builder.h"
#include "torikomi/core/utf8.h"
#include "torikomi/layout/items.h"
#include "torikomi/value/group.h"
#include "torikomi/value/headcount.h"
#include "torikomi/value/people_lists.h"
#include "torikomi/value/person.h"

namespace torikomi {
namespace {

constexpr std::array<std::string_view, 5> kOffices = {"課", "部", "局", "室", "係"};

class PeopleBuilder {
 public:
  PeopleBuilder(Builder& builder, const CardContext& card, const EventPeople& people)
      : builder_(builder), card_(card), people_(people), words_(builder.words(people.words)) {}

  void run() {
    absent_ = find_absent(words_);
    counts_ = every_entry_counts();
    family_names_ = words_.find("各委員") != words_.npos || words_.find("各議員") != words_.npos;
    std::uint32_t at = 0;
    while (at < words_.size()) {
      const auto [begin, end] = people_.persons ? next_token(at, ",():\t") : next_token(at, " ,():\t");
      if (words_.substr(at, begin - at).find("、") != words_.npos) in_entry_ = 0;
      at = end;
      if (begin == end) continue;
      if (words_.substr(0, begin).ends_with('(')) behind_office_ = false;
      if (people_.persons) {
        take_person(begin, end);
      } else if (const std::uint32_t behind = take_behind_post(begin, end)) {
        at = behind;
      } else {
        take_counted(begin, end);
      }
    }
  }

 private:
  /// Names stand between 、 ・ ,  brackets and line ends, and blanks where `separators` holds one.
  [[nodiscard]] std::pair<std::uint32_t, std::uint32_t> next_token(std::uint32_t at,
                                                                   std::string_view separators) const {
    const auto separator = [&](std::uint32_t i) -> std::uint32_t {
      if (separators.find(words_[i]) != std::string_view::npos && static_cast<unsigned char>(words_[i]) < 0x80)
        return 1;
      if (words_[i] == '\v' || words_[i] == '\x1f' || words_[i] == '\n' || words_[i] == '\r') return 1;
      for (const std::string_view mark : {"、", "・", "及び", "並びに"})
        if (words_.substr(i).starts_with(mark)) return static_cast<std::uint32_t>(mark.size());
      return people_.persons ? mark_of_member(i) : 0;
    };
    while (at < words_.size() && separator(at) > 0) at += separator(at);
    std::uint32_t end = at;
    while (end < words_.size() && separator(end) == 0) ++end;
    return {at, end};
  }

  /// ◎ of the chair, 12番 and 3番議員 of a seat: bytes of what stands before a name; 0: nothing.
  [[nodiscard]] std::uint32_t mark_of_member(std::uint32_t at) const {
    const std::string_view words = words_.substr(at);
    for (const std::string_view mark : {"◎", "○", "〇", "●"})
      if (words.starts_with(mark)) return static_cast<std::uint32_t>(mark.size());
    std::size_t end = 0;
    while (end < words.size() && words[end] >= '0' && words[end] <= '9') ++end;
    if (end == 0 || !words.substr(end).starts_with("番")) return 0;
    end += std::string_view("番").size();
    for (const std::string_view seat : {"議員", "委員"})
      if (words.substr(end).starts_with(seat)) return static_cast<std::uint32_t>(end + seat.size());
    return static_cast<std::uint32_t>(end);
  }

  /// 3名, 12人 at the end of the words; where the count begins, npos where there is none.
  [[nodiscard]] static std::size_t count_at_end(std::string_view words) {
    while (words.ends_with(' ')) words.remove_suffix(1);
    if (!words.ends_with("名") && !words.ends_with("人")) return words.npos;
    const std::size_t unit = words.size() - std::string_view("名").size();
    const std::size_t before = words.substr(0, unit).find_last_not_of("0123456789,");
    const std::size_t begin = before == words.npos ? 0 : before + 1;
    return begin == unit ? words.npos : begin;
  }

  /// 新庄市 12名; 港区6名、センター2名: each count is that of the body before it. One count behind several is their
  /// sum.
  [[nodiscard]] bool every_entry_counts() const {
    constexpr std::string_view kMark = "、";
    for (std::size_t at = 0; at <= words_.size();) {
      const std::size_t end = std::min(words_.find(kMark, at), words_.size());
      if (count_at_end(words_.substr(at, end - at)) == words_.npos) return false;
      at = end + kMark.size();
    }
    return true;
  }

  /// A token whose count is that of the body before it, or in it.
  void take_counted(std::uint32_t begin, std::uint32_t end) {
    const std::size_t count = counts_ ? count_at_end(words_.substr(begin, end - begin)) : words_.npos;
    if (count == words_.npos) {
      take(begin, end);
      return;
    }
    const auto number = begin + static_cast<std::uint32_t>(count);
    if (count > 0 && is_body(words_.substr(begin, count))) take(begin, number);
    if (count > 0 && in_entry_ == 0) return;  // 市民50名
    const std::string_view before = words_.substr(begin, count);
    if (before == "計" || before == "合計" || before == "総勢") return;  // the sum of all
    const auto people = find_headcount(words_.substr(number, end - number));
    if (in_entry_ == 1 && last_ && people)
      (*last_)[col::participants::headcount] = builder_.value_cell(people->people, within(people_.words, number, end));
  }

  /// Words before a count that name somebody: 港区6名, not 市民50名.
  [[nodiscard]] bool is_body(std::string_view name) const {
    return has_kind(name) || !find_groups(name).empty() || look_up(builder_, card_, name);
  }

  /// A list of persons: everything that looks like a name is one.
  void take_person(std::uint32_t begin, std::uint32_t end) {
    if (in_absent_list(begin, end) || holds_absent(begin, end)) return;
    // 高橋委員(オンライン): a remark to the one before it
    const bool remark = person_end_ > 0 && begin == person_end_ + 1 && words_[person_end_] == '(';
    if (remark) return;
    const std::size_t before = in_entry_;
    take_names(begin, end);
    if (in_entry_ > before) person_end_ = end;
  }

  void take_names(std::uint32_t begin, std::uint32_t end) {
    if (names_member(words_.substr(begin, end - begin)) && take_titled(begin, end)) return;
    if (is_printed_wide(words_.substr(begin, end - begin))) {
      add_person(begin, end);
      return;
    }
    if (take_names_between_gaps(begin, end) || take_names_between_blanks(begin, end)) return;
    if (take_pairs_among_names(begin, end)) return;
    const std::string_view token = words_.substr(begin, end - begin);
    const auto found = find_person(token);
    if (found && !names_office(token, *found)) add_person(begin + found->begin, begin + found->end);
  }

  /// 藤井副会長, 浅井委員: the family name alone.
  [[nodiscard]] static bool names_member(std::string_view token) {
    constexpr std::array<std::string_view, 9> kMembers = {"部会長", "委員長", "会長", "職務代理者", "教育長",
                                                          "座長",   "議長",   "委員", "議員"};
    /// 農業委員, 副会長: of what kind the member is, and no name.
    constexpr std::array<std::string_view, 22> kKinds = {
        "副", "農業", "専門", "臨時", "公募", "市民", "特別", "教育", "民生", "児童", "運営",
        "各", "全",   "外部", "推進", "出席", "欠席", "代理", "署名", "名誉", "監査", "主任児童"};
    constexpr std::size_t kLongest = 7;  // letters
    if (token.find(' ') != token.npos || utf8::count(token) > kLongest) return false;
    const auto title = std::find_if(kMembers.begin(), kMembers.end(), [&](auto one) { return token.ends_with(one); });
    if (title == kMembers.end()) return false;
    const std::string_view name = token.substr(0, token.size() - title->size());
    return !name.empty() && std::find(kKinds.begin(), kKinds.end(), name) == kKinds.end();
  }

  /// 議会総務課長: what stands before the post is an office; a name has a blank in it (山田 太郎課長).
  [[nodiscard]] static bool names_office(std::string_view token, const PersonSpan& found) {
    const std::string_view name = token.substr(found.begin, found.end - found.begin);
    const std::string_view behind = token.substr(found.end);
    return name.find(' ') == name.npos && (behind.starts_with("課長") || behind.starts_with("部長") ||
                                           behind.starts_with("局長") || behind.starts_with("室長"));
  }

  void add_person(std::uint32_t begin, std::uint32_t end) {
    const std::string_view name = builder_.records.keep(line_text(words_.substr(begin, end - begin)));
    if (looks_like_person(name) || (family_names_ && is_family_name(name)))
      add(name, nullptr, "person", within(people_.words, begin, end));
  }

  /// 中田 among 日野委員長、中田、保田の各委員.
  [[nodiscard]] static bool is_family_name(std::string_view name) {
    return utf8::count(name) == 2 && utf8::is_han(utf8::decode(name, 0).code_point) &&
           utf8::is_han(utf8::decode_before(name, name.size()).code_point);
  }

  /// 委員  新 田 加 代       野 口 たつお: names that wide gaps part, with blanks of their own.
  bool take_names_between_gaps(std::uint32_t begin, std::uint32_t end) {
    std::vector<std::pair<std::uint32_t, std::uint32_t>> names;
    for (std::uint32_t at = begin; at < end;) {
      const auto gap = static_cast<std::uint32_t>(
          std::min<std::size_t>({words_.find("  ", at), words_.find('\t', at), std::size_t{end}}));
      if (looks_like_person(words_.substr(at, gap - at))) names.emplace_back(at, gap);
      at = gap;
      while (at < end && (words_[at] == ' ' || words_[at] == '\t')) ++at;
    }
    if (names.size() < 2) return false;
    for (const auto& [from, until] : names) add_person(from, until);
    return true;
  }

  /// 福 田   実: one name, most letters of which stand alone.
  [[nodiscard]] static bool is_printed_wide(std::string_view token) {
    constexpr std::size_t kMost = 6;  // letters of a name
    std::size_t parts = 0;
    std::size_t alone = 0;
    std::size_t letters = 0;
    for (std::size_t at = token.find_first_not_of(' '); at < token.size(); at = token.find_first_not_of(' ', at)) {
      const std::size_t end = std::min(token.find(' ', at), token.size());
      const std::size_t size = utf8::count(token.substr(at, end - at));
      letters += size;
      alone += size == 1 ? 1 : 0;
      ++parts;
      at = end;
    }
    return parts > 2 && alone > 1 && letters <= kMost;
  }

  /// 大島 隆 斉木哲夫 小川明仁: beside whole names two short words are family and given name, and so are those of a
  /// list of persons that are all short (大久根 典子 崎山 優子).
  bool take_pairs_among_names(std::uint32_t begin, std::uint32_t end) {
    std::vector<std::pair<std::uint32_t, std::uint32_t>> words;
    bool whole = false;
    for (std::uint32_t at = begin; at < end;) {
      const auto [from, until] = next_token(at, " ,()\t");
      if (from >= end) break;
      at = until;
      const std::string_view word = words_.substr(from, until - from);
      // 委員 相田 好男 浅井 直之
      if (words.empty() && people_.persons && (word.ends_with("委員") || word.ends_with("長"))) continue;
      words.emplace_back(from, until);
      whole = whole || (utf8::count(words_.substr(from, until - from)) > 3 &&
                        looks_like_person(words_.substr(from, until - from)));
    }
    if (!whole && !(people_.persons && words.size() > 3 && words.size() % 2 == 0)) return false;
    std::vector<std::pair<std::uint32_t, std::uint32_t>> names;
    const auto letters = [&](std::size_t i) {
      return utf8::count(words_.substr(words[i].first, words[i].second - words[i].first));
    };
    for (std::size_t i = 0; i < words.size(); ++i) {
      if (letters(i) > 3) {
        names.push_back(words[i]);
      } else if (i + 1 < words.size() && letters(i + 1) < 4 && (whole || letters(i) + letters(i + 1) > 2)) {
        names.emplace_back(words[i].first, words[i + 1].second);
        ++i;
      } else {
        return false;
      }
      if (!looks_like_person(words_.substr(names.back().first, names.back().second - names.back().first))) return false;
    }
    for (const auto& [from, until] : names) add_person(from, until);
    return true;
  }

  /// 山田太郎 鈴木花子: whole names that only blanks part.
  bool take_names_between_blanks(std::uint32_t begin, std::uint32_t end) {
    std::vector<std::pair<std::uint32_t, std::uint32_t>> names;
    for (std::uint32_t at = begin; at < end;) {
      const auto [from, until] = next_token(at, " ,()\t");
      if (from >= end) break;
      // the last of them may have the title of all: 田村富雄 清田謙次各委員
      if (names_member(words_.substr(from, until - from))) {
        names.emplace_back(from, until);
        at = until;
        continue;
      }
      const auto person = find_person(words_.substr(from, until - from));
      if (!person || !looks_like_person(words_.substr(from + person->begin, person->end - person->begin))) return false;
      names.emplace_back(from + person->begin, from + person->end);
      at = until;
    }
    if (names.size() < 2) return false;
    for (const auto& [from, until] : names)
      if (!names_member(words_.substr(from, until - from)) || !take_titled(from, until)) add_person(from, until);
    return true;
  }

  /// 上越市企画政策課 風間課長、山岸副課長: behind the name of an office the word before a post is a family name.
  bool take_officer(std::uint32_t begin, std::uint32_t end) {
    constexpr std::array<std::string_view, 16> kPosts = {"副課長", "課長補佐", "副部長", "副主幹", "専門員", "課長",
                                                         "部長",   "局長",     "次長",   "室長",   "係長",   "所長",
                                                         "主幹",   "主査",     "主任",   "主事"};
    constexpr std::size_t kLongest = 3;  // letters of a family name
    const std::string_view token = words_.substr(begin, end - begin);
    if (!behind_office_ || !card_.measure_id.empty()) return false;
    for (const std::string_view post : kPosts) {
      if (!token.ends_with(post)) continue;
      const std::string_view name = token.substr(0, token.size() - post.size());
      if (name.empty() || utf8::count(name) > kLongest || has_kind(name)) return false;
      add(builder_.records.keep(name), nullptr, "person",
          within(people_.words, begin, begin + static_cast<std::uint32_t>(name.size())));
      return true;
    }
    return false;
  }

  /// 企画課長 渡辺誠: a post and the person that has it, outside of cards. Gives where the person ends; 0: none.
  std::uint32_t take_behind_post(std::uint32_t begin, std::uint32_t end) {
    const std::string_view post = words_.substr(begin, end - begin);
    if (!card_.measure_id.empty() || end >= words_.size() || words_[end] != ' ') return 0;
    if (kind_of(post, nullptr) != "department") return 0;
    const auto [name, name_end] = next_token(end, " ,()\t");
    const std::string_view person = words_.substr(name, name_end - name);
    if (name != end + 1 || !looks_like_person(person) || has_kind(person) || look_up(builder_, card_, person)) return 0;
    add(builder_.records.keep(person), nullptr, "person", within(people_.words, name, name_end));
    return name_end;
  }

  void take(std::uint32_t begin, std::uint32_t end) {
    if (in_absent_list(begin, end)) return;
    const std::string_view token = words_.substr(begin, end - begin);
    const NormSpan span = within(people_.words, begin, end);
    if (token == "同上" || token == "計" || token == "合計") return;
    if (token.starts_with("その他")) {
      add(builder_.records.keep(line_text(token)), nullptr, "group", span);
      return;
    }
    if (const auto groups = find_groups(token); !groups.empty()) {
      if (groups.front().group == GroupWord::Group::kCount && card_.roster.empty()) {
        add(builder_.records.keep(line_text(token)), nullptr, "group", span);
        return;
      }
      // 連携中枢都市圏構成市町: what stands before the word only says whose they are
      if (groups.front().begin == 0 || groups.back().end == token.size()) {
        expand(groups.front(), span);
        return;
      }
    }
    if (holds_absent(begin, end)) return;
    // words with numbers in them (市民50名) count people and name nobody
    if (token.find_first_of("0123456789:") != token.npos) return;
    const bool in_minutes = card_.measure_id.empty();
    if (take_officer(begin, end)) return;
    if (in_minutes && take_titled(begin, end)) return;
    const bool office =
        std::any_of(kOffices.begin(), kOffices.end(), [&](auto ending) { return token.ends_with(ending); });
    behind_office_ = office && end < words_.size() && words_[end] == ' ';
    const std::string_view name = builder_.records.keep(line_text(token));
    const auto match = look_up(builder_, card_, name);
    if (match && match->body == nullptr)
      report_ambiguous(builder_, name, builder_.source_span(span), match->candidates);
    // outside of cards, where nothing says that bodies are named, only what is one by its form
    if (in_minutes && !match && !has_kind(name)) return;
    add(name, match ? match->body : nullptr, kind_of(name, match ? &*match : nullptr), span);
  }

  /// 山田会長, 鈴木委員: a person by the family name. Contract: titles are not part of a name. True where the token
  /// ends with a title, also if nobody is named (副会長).
  bool take_titled(std::uint32_t begin, std::uint32_t end) {
    constexpr std::array<std::string_view, 17> kTitles = {
        "の各委員", "各委員", "副委員長", "委員長", "副会長", "職務代理者", "会長", "副座長", "教育長",
        "座長",     "副議長", "議長",     "委員",   "教授",   "先生",       "氏",   "様"};
    constexpr std::size_t kLongest = 5;  // characters of a family name, or of family and given name
    const std::string_view token = words_.substr(begin, end - begin);
    for (const std::string_view title : kTitles) {
      if (!token.ends_with(title)) continue;
      const auto length = static_cast<std::uint32_t>(token.size() - title.size());
      const std::string_view name = token.substr(0, length);
      if (name.empty() || utf8::count(name) > kLongest) return true;
      add(builder_.records.keep(name), nullptr, "person", within(people_.words, begin, begin + length));
      return true;
    }
    return false;
  }

  /// Nothing in the words but a part of such a list: 津山市 of (欠席は津山市), not 津山市を除く全市町.
  [[nodiscard]] bool in_absent_list(std::uint32_t begin, std::uint32_t end) const {
    return std::any_of(absent_.begin(), absent_.end(),
                       [=](const AbsentName& name) { return name.list_begin <= begin && end <= name.list_end; });
  }

  [[nodiscard]] bool holds_absent(std::uint32_t begin, std::uint32_t end) const {
    return std::any_of(absent_.begin(), absent_.end(),
                       [=](const AbsentName& name) { return begin < name.end && name.begin < end; });
  }

  [[nodiscard]] bool is_absent(std::string_view name) const {
    return std::any_of(absent_.begin(), absent_.end(),
                       [&](const AbsentName& one) { return words_.substr(one.begin, one.end - one.begin) == name; });
  }

  /// Contract: 全市町, 連携市町, 構成市町 mean the roster; 全関係市町 and 関係市町 those of it that are involved; N市町
  /// is a count.
  void expand(const GroupWord& group, NormSpan span) {
    if (group.group == GroupWord::Group::kCount) {
      compare(group, span);
      return;
    }
    for (const RosterEntry& entry : card_.roster) {
      if (group.group == GroupWord::Group::kInvolved && !entry.involved) continue;
      if (is_absent(entry.name)) continue;
      add(entry.name, entry.body, kind_of(entry.name, nullptr), span);
    }
  }

  void compare(const GroupWord& group, NormSpan span) {
    if (!group.total || card_.roster.empty() || group.total_high) return;
    // fewer may well have come; more than the roster holds cannot
    const auto all = static_cast<std::ptrdiff_t>(card_.roster.size());
    if (*group.total <= all) return;
    builder_.diagnostics.add("PAR006", builder_.source_span(span), builder_.words(span), *group.total, all);
  }

  void add(std::string_view name, const Municipality* body, std::string_view body_kind, NormSpan span) {
    using namespace col::participants;
    const std::string_view id = builder_.next_id('p');
    Row row = builder_.add(TableId::participants);
    row[measure_id] = card_.measure_id;
    row[schedule_id] = people_.schedule_id;
    row[participant_id] = id;
    row[col::participants::name] = builder_.value_cell(name, span);
    if (body != nullptr) row[code] = builder_.value_cell(body->code, span);
    row[kind] = body != nullptr ? body->kind : body_kind;
    row[role] = people_.role;
    row[involved] = true;
    row[raw] = builder_.raw_cell(span);
    row[line] = builder_.line_of(span);
    last_ = row;
    ++in_entry_;
  }

  Builder& builder_;
  const CardContext& card_;
  const EventPeople& people_;
  std::string_view words_;
  std::vector<AbsentName> absent_;
  std::uint32_t person_end_ = 0;  ///< behind the entry that named the last person, with its title; 0: none yet
  bool family_names_ = false;     ///< members are named by their family names alone
  bool counts_ = false;           ///< every entry of the list has a count of its own
  std::size_t in_entry_ = 0;      ///< rows of the entry that is read
  bool behind_office_ = false;    ///< an office is named right before
  std::optional<Row> last_;
};

}  // namespace

void build_event_people(Builder& builder, const CardContext& card, const EventPeople& people) {
  for (const PeopleList& list : people_lists(builder.words(people.words))) {
    if (list.kind == PeopleKind::kAbsent) continue;
    EventPeople part = people;
    part.words = within(people.words, list.begin, list.end);
    part.persons = people.persons || list.kind == PeopleKind::kPersons;
    PeopleBuilder(builder, card, part).run();
  }
}

}  // namespace torikomi
