// Rows of participants: the roster of a card, and who is named at one event.
#include <algorithm>
#include <array>
#include <string>

#include "builder.h"
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
    if (match && match->body != nullptr) card_.bodies.push_back(match->body);
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
  const Municipality* named = nullptr;
  std::size_t count = 0;
  for (const Municipality* body : candidates) {
    if (!builder.is_named_in_full(*body)) continue;
    named = body;
    ++count;
  }
  if (count == 1) finding.suggestion = std::string(named->prefecture) + std::string(named->name);
}

std::string_view kind_of(std::string_view name, const NameMatch* match) {
  if (match != nullptr && match->body != nullptr) return match->body->kind;
  if (match != nullptr && !match->candidates.empty()) return match->candidates.front()->kind;
  for (const KindEnding& known : kKindEndings)
    if (name.ends_with(known.ending)) return known.kind;
  return "organization";
}

bool has_kind(std::string_view name) {
  // also a name by itself, which 組合 and 会 are not
  constexpr std::array<std::string_view, 6> kNames = {"消防団", "消防署", "警察署", "自衛隊", "保健所", "気象台"};
  constexpr std::array<std::string_view, 21> kBodies = {"企業団", "事業団",   "公社", "会",   "組合",   "大学", "会社",
                                                        "銀行",   "センター", "機構", "法人", "事務所", "学校", "財団",
                                                        "クラブ", "支部",     "支所", "省",   "庁",     "組織", "病院"};
  const auto ends = [&](std::string_view ending) { return name.size() > ending.size() && name.ends_with(ending); };
  return std::any_of(kNames.begin(), kNames.end(), [&](auto body) { return name.ends_with(body); }) ||
         std::any_of(kBodies.begin(), kBodies.end(), ends) ||
         std::any_of(kKindEndings.begin(), kKindEndings.end(),
                     [&](const KindEnding& known) { return ends(known.ending); });
}

std::optional<NameMatch> look_up(const Builder& builder, const CardContext& card, std::string_view name) {
  return parse_name(name, {builder.document.prefecture, builder.document.date, card.bodies});
}

void build_roster(Builder& builder, CardContext& card, const FieldMatch& field) {
  for (const NormSpan text : field.texts) RosterBuilder(builder, card, text).run();
}

void build_lead_department(Builder& builder, const CardContext& card, NormSpan text) {
  using namespace col::participants;
  if (utf8::count(builder.words(text)) < 2) return;  // 課, cut off by the edge of its cell
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

}  // namespace torikomi
