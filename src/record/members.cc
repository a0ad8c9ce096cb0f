// Rows of participants from member lists: 団体名 | 職名 | 氏名.
#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "builder.h"
#include "table_cells.h"
#include "torikomi/core/utf8.h"
#include "torikomi/layout/items.h"
#include "torikomi/value/group.h"
#include "torikomi/value/headcount.h"
#include "torikomi/value/kpi.h"
#include "torikomi/value/person.h"
#include "torikomi/value/person_list.h"

namespace torikomi {
namespace {

class MemberTable {
 public:
  MemberTable(Builder& builder, const CardContext& card, const TableMatch& table)
      : builder_(builder), card_(card), table_(table) {}

  void run() {
    headless_ = std::all_of(table_.columns.begin(), table_.columns.end(),
                            [](const ColumnMatch& column) { return column.label.empty(); });
    posts_ = !table_.rows.empty() && std::all_of(table_.rows.begin(), table_.rows.end(), [&](const TableRow& row) {
      return !cell(row, ColumnRole::kPost).empty();
    });
    bool absent = false;
    for (const TableRow& row : table_.rows) {
      absent = absent || tells_absence(row);
      if (absent || did_not_come(row)) {
        builder_.rest.push_back({row.block, &table_});
      } else if (names() > 1) {
        build_names(row);
      } else {
        build(row);
      }
    }
  }

 private:
  [[nodiscard]] NormSpan cell(const TableRow& row, ColumnRole role) const { return cell_of(table_, row, role); }

  /// 欠席した委員 in a column that is none of names: the rows from here on name those who did not come.
  [[nodiscard]] bool tells_absence(const TableRow& row) const {
    constexpr std::string_view kAbsent = "欠席";
    const std::string_view first = row.cells.empty() ? std::string_view() : builder_.words(row.cells.front());
    return table_.columns.front().role == ColumnRole::kOther && first.starts_with(kAbsent) && first != kAbsent;
  }

  /// 出欠 | × or 欠席(代理出席なし); nothing, where others have a mark.
  [[nodiscard]] bool did_not_come(const TableRow& row) const {
    const auto is_empty = [&](const TableRow& one) { return cell(one, ColumnRole::kPresence).empty(); };
    if (is_empty(row)) return !std::all_of(table_.rows.begin(), table_.rows.end(), is_empty);
    const std::string_view words = builder_.words(cell(row, ColumnRole::kPresence));
    constexpr std::array<std::string_view, 6> kAbsent = {"欠", "×", "✕", "✖", "不参加", "-"};
    return std::any_of(kAbsent.begin(), kAbsent.end(), [&](auto mark) { return words.starts_with(mark); });
  }

  [[nodiscard]] std::ptrdiff_t names() const {
    return std::count_if(table_.columns.begin(), table_.columns.end(),
                         [](const ColumnMatch& column) { return column.role == ColumnRole::kName; });
  }

  /// 番号 | 氏名 | 番号 | 氏名: a list in two columns.
  void build_names(const TableRow& row) {
    bool gave = false;
    for (std::size_t c = 0; c < row.cells.size(); ++c) {
      if (table_.columns[c].role != ColumnRole::kName || row.cells[c].empty()) continue;
      const NormSpan person = name_in(row.cells[c]);
      if (person.empty() || is_none_mark(builder_.words(person)) || is_vacant(builder_.words(person))) continue;
      add(person, true, {}, {});
      gave = true;
    }
    if (!gave) builder_.rest.push_back({row.block, &table_});
  }

  /// 黒田 直美、村瀬 静江 in one cell: each is a member, where all of them are names by their form.
  bool take_list(NormSpan cell) {
    constexpr std::string_view kComma = "、";
    const std::string_view words = builder_.words(cell);
    if (words.find(kComma) == words.npos) return false;
    std::vector<NormSpan> people;
    for (std::size_t at = 0; at <= words.size();) {
      const std::size_t end = std::min(words.find(kComma, at), words.size());
      people.push_back(name_in(within(cell, static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(end))));
      if (!looks_like_person(builder_.words(people.back()))) return false;
      at = end + kComma.size();
    }
    for (const NormSpan person : people) add(person, true, {}, {});
    return true;
  }

  /// 吉 | 井 美華子: the letters before, where wide printing has cut them off.
  [[nodiscard]] NormSpan with_letters_before(const TableRow& row, NormSpan name) const {
    const Block& block = builder_.layout.blocks[row.block];
    const auto cells = builder_.layout.cells_of(block);
    for (std::size_t c = 1; c < cells.size(); ++c)
      if (cells[c].span.begin <= name.begin && name.end <= cells[c].span.end &&
          utf8::count(builder_.words(cells[c - 1].span)) == 1)
        return {cells[c - 1].span.begin, name.end};
    return name;
  }

  /// Contract: the person where one is named, else the post where each row has one, else the body.
  void build(const TableRow& row) {
    NormSpan body = cell(row, ColumnRole::kOrganization);
    const NormSpan name = cell(row, ColumnRole::kName);
    const NormSpan person = name_in(headless_ && !name.empty() ? with_letters_before(row, name) : name);
    if (headless_ && take_list(person)) return;
    if (headless_ && table_.columns.size() == 1) {  // 出席委員 山田会長、鈴木委員 in a line
      const std::string_view role = table_.rule->people.empty() ? std::string_view("member") : table_.rule->people;
      build_event_people(builder_, card_, {{}, cell(row, ColumnRole::kName), role, true});
      return;
    }
    if (headless_ && !person.empty() && !looks_like_person(builder_.words(person))) {
      builder_.rest.push_back({row.block, &table_});
      return;
    }
    if (take_list(person)) return;
    const NormSpan post = cell(row, ColumnRole::kPost);
    // 全市町村 | 企画担当課長等: the post is that of many, the group says whose
    const bool by_post = body.empty() || (posts_ && !is_group(body));
    const NormSpan who = !person.empty() ? person : (by_post ? post : body);
    if (who.empty() || is_none_mark(builder_.words(who)) || is_vacant(builder_.words(who))) {
      builder_.rest.push_back({row.block, &table_});
      return;
    }
    if (person.empty() && is_total(builder_.words(who))) {
      builder_.rest.push_back({row.block, &table_});
      return;
    }
    add(who, !person.empty(), post, cell(row, ColumnRole::kHeadcount));
  }

  [[nodiscard]] bool is_group(NormSpan cell) const {
    const auto groups = find_groups(builder_.words(cell));
    return !groups.empty() && groups.front().begin == 0 && groups.front().end == cell.size();
  }

  [[nodiscard]] static bool is_vacant(std::string_view words) {
    constexpr std::array<std::string_view, 5> kVacant = {"欠員", "(欠員)", "未定", "調整中", "選任中"};
    return std::find(kVacant.begin(), kVacant.end(), words) != kVacant.end();
  }

  /// 1 安部 恵美: the number of the row, in one cell with the name.
  [[nodiscard]] NormSpan behind_number(NormSpan cell) const {
    const std::string_view words = builder_.words(cell);
    const std::size_t end = words.find_first_not_of("0123456789");
    if (end == 0 || end == words.npos || (words[end] != ' ' && words[end] != '.')) return cell;
    const std::size_t name = words.find_first_not_of(" .", end);
    return name == words.npos ? cell : NormSpan{cell.begin + static_cast<std::uint32_t>(name), cell.end};
  }

  /// 五十嵐 進(令和5年3月まで): since or until when he was a member.
  [[nodiscard]] NormSpan without_term(NormSpan cell) const {
    const std::string_view words = builder_.words(cell);
    const std::size_t open = words.rfind('(');
    if (open == words.npos || open == 0 || !words.ends_with(')')) return cell;
    const std::string_view term = words.substr(open + 1, words.size() - open - 2);
    if (!term.ends_with("まで") && !term.ends_with("から") && !term.ends_with('~') && !term.starts_with('~'))
      return cell;
    cell.end = cell.begin + static_cast<std::uint32_t>(open);
    return cell;
  }

  /// ◎唐澤 美穂: the mark of the chair.
  [[nodiscard]] NormSpan behind_mark(NormSpan cell) const {
    for (const std::string_view mark : {"◎", "○", "〇", "●", "☆", "★", "△", "※"}) {
      if (!builder_.words(cell).starts_with(mark)) continue;
      cell.begin += static_cast<std::uint32_t>(mark.size());
      while (!cell.empty() && builder_.words(cell).starts_with(' ')) ++cell.begin;
      break;
    }
    return cell;
  }

  /// Contract: titles and 氏 are not part of a name. 会頭 岡田 浩 氏 -> 岡田 浩.
  [[nodiscard]] NormSpan name_in(NormSpan cell) const {
    cell = without_term(behind_mark(behind_number(cell)));
    if (const auto spread = find_spread_name(builder_.words(cell))) return within(cell, spread->begin, spread->end);
    for (const std::string_view honorific : {"氏", "様", "君", "殿", " 議員", " 委員"}) {
      const std::string_view words = builder_.words(cell);
      if (words.size() > honorific.size() && words.ends_with(honorific))
        cell.end -= static_cast<std::uint32_t>(honorific.size());
    }
    while (!cell.empty() && builder_.words(cell).ends_with(' ')) cell.end -= 1;
    const std::string_view words = builder_.words(cell);
    const std::size_t last = words.rfind(' ');
    if (last == words.npos || last == 0) return cell;
    const std::size_t gap = words.find_last_not_of(' ', last) + 1;
    const std::size_t family = gap == 0 ? words.npos : words.rfind(' ', gap - 1);
    if (family == words.npos) return cell;
    const auto length = [&](std::size_t begin, std::size_t end) {
      return utf8::count(words.substr(begin, end - begin));
    };
    const bool short_names = length(family + 1, gap) <= 4 && length(last + 1, words.size()) <= 4;
    const bool letters = length(family + 1, gap) == 1 && length(last + 1, words.size()) == 1;
    // 岡 田  浩, 瀬戸川 幸 枝 and the like are letters printed wide
    if (!short_names || letters || length(0, words.find(' ')) < 2) return cell;
    return {cell.begin + static_cast<std::uint32_t>(family) + 1, cell.end};
  }

  void add(NormSpan who, bool is_person, NormSpan post, NormSpan count) {
    using namespace col::participants;
    const std::string printed = line_text(builder_.words(who));
    const auto closed = is_person ? close_letters(printed) : std::nullopt;
    const std::string_view words = builder_.records.keep(closed.value_or(printed));
    const bool group = is_group(who);
    const auto match = is_person || group ? std::nullopt : look_up(builder_, card_, words);
    const std::string_view id = builder_.next_id('p');
    Row row = builder_.add(TableId::participants);
    row[measure_id] = card_.measure_id;
    row[participant_id] = id;
    row[col::participants::name] = builder_.value_cell(words, who);
    if (match && match->body != nullptr) row[code] = builder_.value_cell(match->body->code, who);
    row[kind] =
        is_person ? "person"
                  : (group ? "group"
                           : (!post.empty() && post == who ? "department" : kind_of(words, match ? &*match : nullptr)));
    row[role] = table_.rule->people.empty() ? Cell("member") : Cell(builder_.records.keep(table_.rule->people));
    row[involved] = true;
    if (const auto people = find_headcount(builder_.words(count)))
      row[headcount] = builder_.value_cell(people->people, within(count, people->begin, people->end));
    row[raw] = builder_.raw_cell(who);
    row[line] = builder_.line_of(who);
  }

  Builder& builder_;
  const CardContext& card_;
  const TableMatch& table_;
  bool headless_ = false;  ///< rows without a head: only the form of the words says that they are names
  bool posts_ = false;     ///< every row has a post of its own
};

}  // namespace

void build_member_table(Builder& builder, const CardContext& card, const TableMatch& table) {
  MemberTable(builder, card, table).run();
}

}  // namespace torikomi
