// Rows of participants: the roster of a card, and who is named at one event.
#include <algorithm>
#include <array>
#include <string>

#include "builder.h"
#include "torikomi/core/find.h"
#include "torikomi/core/utf8.h"
#include "torikomi/layout/items.h"
#include "torikomi/value/group.h"
#include "torikomi/value/kpi.h"
#include "torikomi/value/marks.h"

namespace torikomi {
namespace {

struct KindEnding {
  std::string_view ending, kind;
};

/// How names of bodies without a code end. Posts (総務部人事課長) count as departments.
constexpr std::array kKindEndings = {
    KindEnding{"課", "department"},   KindEnding{"部", "department"},   KindEnding{"局", "department"},
    KindEnding{"室", "department"},   KindEnding{"係", "department"},   KindEnding{"課長", "department"},
    KindEnding{"部長", "department"}, KindEnding{"局長", "department"}, KindEnding{"室長", "department"},
    KindEnding{"職員", "group"},      KindEnding{"氏", "person"},       KindEnding{"市", "city"},
    KindEnding{"町", "town"},         KindEnding{"村", "village"},      KindEnding{"県", "prefecture"},
};

NameContext name_context(const Builder& builder, const std::vector<const Municipality*>& roster) {
  return {builder.document.prefecture, builder.document.date, roster};
}

std::vector<const Municipality*> bodies_of(const CardContext& card) {
  std::vector<const Municipality*> out;
  for (const RosterEntry& entry : card.roster)
    if (entry.body != nullptr) out.push_back(entry.body);
  return out;
}

class RosterBuilder {
 public:
  RosterBuilder(Builder& builder, CardContext& card, NormSpan text) : builder_(builder), card_(card), text_(text) {}

  void run() {
    MarkRow marks = parse_marks(builder_.words(text_));
    if (marks.entries.empty() && marks.marks == 0) read_names(marks);
    for (const MarkedName& entry : marks.entries) add(entry, marks);
    report(marks);
  }

 private:
  /// A row without marks names those that take part and nobody else.
  void read_names(MarkRow& row) const {
    const std::string_view words = builder_.words(text_);
    for (std::size_t at = 0; at < words.size();) {
      const auto [end, next] = name_end(words, at);
      if (end > at && !is_none_mark(words.substr(at, end - at))) {
        const auto begin = static_cast<std::uint32_t>(at);
        row.entries.push_back({begin, begin, begin, static_cast<std::uint32_t>(end), {}});
      }
      at = next;
    }
  }

  /// Where the name at `at` ends, and where the next one begins.
  static std::pair<std::size_t, std::size_t> name_end(std::string_view words, std::size_t at) {
    for (std::size_t end = at; end < words.size(); ++end) {
      if (std::string_view(" ,/\t\v\x1f\n").find(words[end]) != std::string_view::npos) return {end, end + 1};
      for (const std::string_view mark : {"、", "・", "及び"})
        if (words.substr(end).starts_with(mark)) return {end, end + mark.size()};
    }
    return {words.size(), words.size()};
  }

  [[nodiscard]] Cell mark_cell(const MarkedName& entry) {
    if (entry.mark.empty()) return {};
    const NormSpan span = within(text_, entry.mark_begin, entry.mark_end);
    return builder_.value_cell(builder_.records.keep(builder_.words(span)), span);
  }

  void add(const MarkedName& entry, const MarkRow& marks) {
    using namespace col::participants;
    const NormSpan span = within(text_, entry.name_begin, entry.name_end);
    // a mark that neither its shape nor the legend explains leaves the role unknown, and the body on the roster
    const auto known_role = marks.marks == 0 ? MarkRole::kPartner : mark_role(entry.mark, marks.legends);
    const std::string_view role_word = known_role ? torikomi::name(*known_role) : std::string_view();
    const bool takes_part = known_role != MarkRole::kNotInvolved;
    const Cell body_name = builder_.line_cell(span);
    const auto match = look_up(builder_, card_, body_name.text());
    const Cell printed = builder_.raw_cell(cover(span, within(text_, entry.mark_begin, entry.mark_end)));
    const Cell sign = mark_cell(entry);
    const std::string_view id = builder_.next_id('p');
    Row row = builder_.add(TableId::participants);
    row[measure_id] = card_.measure_id;
    row[participant_id] = id;
    row[col::participants::name] = body_name;
    row[kind] = find_groups(body_name.text()).empty() ? kind_of(body_name.text(), match ? &*match : nullptr) : "group";
    row[role] = role_word;
    row[involved] = takes_part;
    row[mark] = sign;
    row[raw] = printed;
    row[line] = builder_.line_of(span);
    if (match && match->body != nullptr) row[code] = builder_.value_cell(match->body->code, span);
    if (match && match->body == nullptr)
      report_ambiguous(builder_, body_name.text(), builder_.source_span(span), match->candidates);
    card_.roster.push_back({body_name.text(), match ? match->body : nullptr, takes_part});
  }

  void report(const MarkRow& marks) {
    const Span row = builder_.source_span(text_);
    if (marks.stray_marks > 0) builder_.diagnostics.add("PAR008", row, marks.marks, marks.entries.size());
    const auto has = [&](std::string_view one, std::string_view other) {
      return std::any_of(marks.entries.begin(), marks.entries.end(),
                         [&](const MarkedName& entry) { return entry.mark == one || entry.mark == other; });
    };
    for (const Legend& legend : marks.legends) {
      if (has("☑", "☐") && !has(legend.symbol, legend.symbol))
        builder_.diagnostics.add("PAR004", row, legend.symbol, legend.meaning);
    }
  }

  Builder& builder_;
  CardContext& card_;
  NormSpan text_;
};

/// A name that is a body's by its form: 観光協会, 商工課.
bool has_kind(std::string_view name) {
  constexpr std::array<std::string_view, 16> kBodies = {"会",   "組合", "大学",   "会社", "銀行", "センター",
                                                        "機構", "法人", "事務所", "学校", "財団", "クラブ",
                                                        "支部", "支所", "省",     "庁"};
  const auto ends = [&](std::string_view ending) { return name.size() > ending.size() && name.ends_with(ending); };
  return std::any_of(kBodies.begin(), kBodies.end(), ends) ||
         std::any_of(kKindEndings.begin(), kKindEndings.end(),
                     [&](const KindEnding& known) { return ends(known.ending); });
}

class PeopleBuilder {
 public:
  PeopleBuilder(Builder& builder, const CardContext& card, const EventPeople& people)
      : builder_(builder), card_(card), people_(people), words_(builder.words(people.words)) {}

  void run() {
    absent_ = find_absent(words_);
    std::uint32_t at = 0;
    while (at < words_.size()) {
      const auto [begin, end] = next_token(at);
      at = end;
      if (begin < end) take(begin, end);
    }
  }

 private:
  /// Names stand between 、 ・ , blanks and brackets.
  [[nodiscard]] std::pair<std::uint32_t, std::uint32_t> next_token(std::uint32_t at) const {
    constexpr std::string_view kOneByte = " ,()\t\v\x1f\n";
    const auto separator = [&](std::uint32_t i) -> std::uint32_t {
      if (kOneByte.find(words_[i]) != std::string_view::npos) return 1;
      for (const std::string_view mark : {"、", "・", "及び", "並びに"})
        if (words_.substr(i).starts_with(mark)) return static_cast<std::uint32_t>(mark.size());
      return 0;
    };
    while (at < words_.size() && separator(at) > 0) at += separator(at);
    std::uint32_t end = at;
    while (end < words_.size() && separator(end) == 0) ++end;
    return {at, end};
  }

  void take(std::uint32_t begin, std::uint32_t end) {
    if (in_absent_list(begin, end)) return;
    const std::string_view token = words_.substr(begin, end - begin);
    const NormSpan span = within(people_.words, begin, end);
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
    if (in_minutes && take_titled(begin, end)) return;
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
    constexpr std::array<std::string_view, 14> kTitles = {"副委員長", "委員長", "副会長", "職務代理者", "会長",
                                                          "副座長",   "座長",   "副議長", "議長",       "委員",
                                                          "教授",     "先生",   "氏",     "様"};
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
  }

  Builder& builder_;
  const CardContext& card_;
  const EventPeople& people_;
  std::string_view words_;
  std::vector<AbsentName> absent_;
};

}  // namespace

void report_ambiguous(Builder& builder, std::string_view name, Span span,
                      const std::vector<const Municipality*>& candidates) {
  std::string list;
  for (const Municipality* body : candidates) {
    if (!list.empty()) list += ", ";
    list += std::string(body->prefecture) + std::string(body->name) + " " + std::string(body->code);
  }
  Diagnostic& finding = builder.diagnostics.add("PAR002", span, name, list);
  // the one that the document names with its prefecture elsewhere
  std::vector<std::string> named;
  for (const Municipality* body : candidates) {
    std::string whole = std::string(body->prefecture) + std::string(body->name);
    if (find_words(builder.text(), whole) != std::string_view::npos) named.push_back(std::move(whole));
  }
  if (named.size() == 1) finding.suggestion = named.front();
}

std::string_view kind_of(std::string_view name, const NameMatch* match) {
  if (match != nullptr && match->body != nullptr) return match->body->kind;
  if (match != nullptr && !match->candidates.empty()) return match->candidates.front()->kind;
  for (const KindEnding& known : kKindEndings)
    if (name.ends_with(known.ending)) return known.kind;
  return "organization";
}

std::optional<NameMatch> look_up(const Builder& builder, const CardContext& card, std::string_view name) {
  const std::vector<const Municipality*> roster = bodies_of(card);
  return parse_name(name, name_context(builder, roster));
}

void build_roster(Builder& builder, CardContext& card, const FieldMatch& field) {
  for (const NormSpan text : field.texts) RosterBuilder(builder, card, text).run();
}

void build_lead_department(Builder& builder, const CardContext& card, NormSpan text) {
  using namespace col::participants;
  const std::string_view id = builder.next_id('p');
  const Cell office = builder.line_cell(text);
  Row row = builder.add(TableId::participants);
  row[measure_id] = card.measure_id;
  row[participant_id] = id;
  row[col::participants::name] = office;
  row[kind] = "department";
  row[role] = "lead";
  row[involved] = true;
  row[raw] = builder.raw_cell(text);
  row[line] = builder.line_of(text);
}

void build_event_people(Builder& builder, const CardContext& card, const EventPeople& people) {
  PeopleBuilder(builder, card, people).run();
}

}  // namespace torikomi
