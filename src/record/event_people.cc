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
#include "torikomi/value/person_list.h"

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
    if (people_.persons && take_spread_name()) return;
    std::uint32_t at = 0;
    while (at < words_.size()) {
      const auto [begin, end] = people_.persons ? next_person(words_, at, ",():\t") : next_name(words_, at, " ,():\t");
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

  /// 小 森   聡   君, also over several cells: one person.
  bool take_spread_name() {
    const auto name = find_spread_name(words_);
    if (!name) return false;
    std::string closed(words_.substr(name->begin, name->end - name->begin));
    std::erase_if(closed, [](char c) { return c == ' ' || c == '\t'; });
    add(builder_.records.keep(closed), nullptr, "person", within(people_.words, name->begin, name->end));
    return true;
  }

  /// A list of persons: everything that looks like a name is one.
  void take_person(std::uint32_t begin, std::uint32_t end) {
    if (in_absent_list(begin, end) || holds_absent(begin, end)) return;
    // 高橋委員(オンライン): a remark to the one before it
    if (words_.substr(end).starts_with("(欠席)") || words_.substr(end).starts_with("(欠)")) return;
    const bool remark = person_end_ > 0 && begin == person_end_ + 1 && words_[person_end_] == '(';
    if (remark) return;
    if (is_called_by_title(begin) && take_called(begin, end)) {
      person_end_ = end;
      return;
    }
    for (const PersonSpan& person : persons_in(words_.substr(begin, end - begin), family_names_)) {
      const std::string printed = line_text(words_.substr(begin + person.begin, person.end - person.begin));
      add(builder_.records.keep(close_letters(printed).value_or(printed)), nullptr, "person",
          within(people_.words, begin + person.begin, begin + person.end));
      person_end_ = end;
    }
  }

  /// 委員長:星山健市, 委員:おのみちよ: what stands behind a title and a colon is a name, whatever its last letter says.
  [[nodiscard]] bool is_called_by_title(std::uint32_t begin) const {
    const std::size_t place = people_.words.begin + begin;
    if (place == 0 || builder_.text()[place - 1] != ':') return false;
    for (const std::string_view title :
         {"委員長", "副委員長", "委員", "会長", "副会長", "議長", "副議長", "座長", "部会長"}) {
      const std::string_view before = builder_.text().substr(0, place - 1);
      if (!before.ends_with(title)) continue;
      const std::string_view rest = before.substr(0, before.size() - title.size());
      if (rest.empty() || rest.ends_with("、") || std::string_view(" \v\n\t>:").find(rest.back()) != rest.npos)
        return true;
    }
    return false;
  }

  /// 委員:喜多方市 is the town, 委員:星山健市 a person.
  bool take_called(std::uint32_t begin, std::uint32_t end) {
    const std::string_view name = builder_.records.keep(words_.substr(begin, end - begin));
    const auto town = look_up(builder_, card_, name);
    if ((!town || town->body == nullptr) && !names_by_letters(name)) return false;
    const Municipality* body = town ? town->body : nullptr;
    add(name, body, "person", within(people_.words, begin, end));
    return true;
  }

  /// Four letters and more, kanji at their begin, up to a comma.
  [[nodiscard]] static bool names_by_letters(std::string_view token) {
    constexpr std::size_t kFewest = 4, kMost = 6;
    const std::size_t letters = utf8::count(token);
    return letters >= kFewest && letters <= kMost && token.find(' ') == token.npos && token.ends_with("市") &&
           utf8::is_han(utf8::decode(token, 0).code_point);
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
    const auto [name, name_end] = next_name(words_, end, " ,()\t");
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
    if (const auto titled = in_minutes ? find_titled(token) : std::nullopt) {
      if (titled->begin < titled->end)
        add(builder_.records.keep(token.substr(titled->begin, titled->end - titled->begin)), nullptr, "person",
            within(people_.words, begin + titled->begin, begin + titled->end));
      return;
    }
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
