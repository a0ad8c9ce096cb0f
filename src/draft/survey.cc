#include "survey.h"

#include <algorithm>
#include <cctype>

#include "torikomi/core/utf8.h"
#include "torikomi/layout/marker.h"
#include "torikomi/value/date.h"
#include "torikomi/value/number.h"

namespace torikomi {
namespace {

constexpr std::size_t kLongestLabel = 20;  ///< characters
constexpr std::string_view kMarks[] = {"■", "□", "☑", "☐", "★"};

bool holds_any(std::string_view words, std::span<const std::string_view> parts) {
  return std::any_of(parts.begin(), parts.end(),
                     [words](std::string_view part) { return words.find(part) != words.npos; });
}

/// 令和4年度の事業計画 -> 事業計画
std::string_view behind_year(std::string_view label) {
  constexpr std::string_view kOf = "の";
  const auto dates = find_dates(label, {});
  if (dates.empty() || dates.front().begin != 0 || dates.front().precision != Precision::kFiscalYear) return label;
  std::string_view out = label.substr(dates.front().end);
  if (out.starts_with(kOf)) out.remove_prefix(kOf.size());
  return out.empty() ? label : out;
}

/// 1 テーマ -> テーマ, 事業計画(平成29年度) -> 事業計画, 令和4年度予算 -> 予算, as labels are matched.
std::string_view bare(std::string_view cell) {
  const auto marker = read_marker(cell);
  if (marker && marker->kind != MarkerKind::kBullet) cell.remove_prefix(marker->text_at);
  cell = behind_year(cell);
  const std::size_t open = cell.ends_with(')') ? cell.rfind('(') : cell.npos;
  if (open != cell.npos && open > 0) cell = cell.substr(0, open);
  while (cell.ends_with(' ')) cell.remove_suffix(1);
  return cell;
}

/// 1,200, △30, 45.1%
bool is_figure(std::string_view cell) {
  constexpr std::string_view kSigns[] = {"△", "▲", "%", "-", "+"};
  std::string rest(cell);
  for (const std::string_view sign : kSigns)
    for (std::size_t at = rest.find(sign); at != rest.npos; at = rest.find(sign)) rest.erase(at, sign.size());
  return !cell.empty() && rest.find_first_not_of("0123456789,. ") == rest.npos;
}

bool names_office(std::string_view words) {
  constexpr std::string_view kEnds[] = {"課", "室", "係", "局", "部", "支所", "センター"};
  return utf8::count(words) > 2 &&
         std::any_of(std::begin(kEnds), std::end(kEnds), [&](std::string_view end) { return words.ends_with(end); });
}

void count_value(std::string_view words, ValueCounts& counts) {
  constexpr std::string_view kYen[] = {"円"};
  if (holds_any(words, kMarks)) ++counts.marks;
  const auto number = parse_number(words, {});
  if (number && number->is_money && holds_any(words, kYen)) ++counts.money;
  const auto dates = find_dates(words, {});
  if (!dates.empty() && (dates.front().precision == Precision::kDay || dates.front().precision == Precision::kMonth))
    ++counts.dates;
  if (names_office(words)) ++counts.offices;
}

class Surveyor {
 public:
  Survey run(std::span<const Document> reports) {
    for (std::uint32_t r = 0; r < reports.size(); ++r) {
      report_ = r;
      document_ = &reports[r];
      find_figures();
      for (std::uint32_t b = 0; b < document_->layout.blocks.size(); ++b) read(b);
    }
    return std::move(out_);
  }

 private:
  [[nodiscard]] std::string_view words(NormSpan span) const { return document_->text->slice(span); }

  [[nodiscard]] bool taken(std::uint32_t block) const {
    const BlockClaim& claim = document_->match.claims[block];
    if (claim.claim == Claim::kBlank || claim.claim == Claim::kIgnored) return true;
    const Block& of_block = document_->layout.blocks[block];
    if (of_block.table < figures_.size() && figures_[of_block.table]) return true;
    for (const CardMatch& sheet : document_->match.sheets)
      for (const TableMatch& table : sheet.tables)
        if (claim.claim == Claim::kCard && claim.rule == table.rule->name) return true;
    return false;
  }

  /// Tables that hold figures below and beside their headings have no labels of cards.
  void find_figures() {
    figures_.assign(document_->layout.tables.size(), false);
    for (std::size_t t = 0; t < figures_.size(); ++t) {
      const TableUnit& unit = document_->layout.tables[t];
      std::size_t rows = 0, cells = 0, figures = 0;
      for (std::uint32_t b = unit.first_block; b <= unit.last_block; ++b) {
        const Block& block = document_->layout.blocks[b];
        if (block.kind != BlockKind::kRow || ++rows == 1) continue;
        for (const GridCell& cell : document_->layout.cells_of(block))
          if (!cell.span.empty() && cell.column > 0) {
            ++cells;
            figures += is_figure(words(cell.span)) ? 1 : 0;
          }
      }
      figures_[t] = rows >= 3 && figures * 10 >= cells * 7 && figures > 0;
    }
  }

  void read(std::uint32_t b) {
    const Block& block = document_->layout.blocks[b];
    if (taken(b)) return;
    if (block.has_cells()) {
      read_cells(b, block);
    } else if (words(block.span).starts_with("【")) {
      Candidate& heading = note(out_.headings, headings_, words(block.span), b, LabelPlace::kLine);
      if (above_text(b)) ++heading.before_words;
    } else if (block.kind == BlockKind::kHeading || block.kind == BlockKind::kText) {
      if (looks_like_label(words(block.span)) && !names_table(block.span))
        note(out_.candidates, candidates_, words(block.span), b, LabelPlace::kLine);
    }
  }

  [[nodiscard]] bool above_text(std::uint32_t b) const {
    if (b + 1 == document_->layout.blocks.size()) return false;
    const BlockKind below = document_->layout.blocks[b + 1].kind;
    return below == BlockKind::kText || below == BlockKind::kListItem;
  }

  /// 第1表 人口の推移: names a table, not a field.
  [[nodiscard]] bool names_table(NormSpan line) const {
    const auto& tables = document_->layout.tables;
    return std::any_of(tables.begin(), tables.end(), [&](const TableUnit& unit) { return unit.title == line; });
  }

  void read_cells(std::uint32_t b, const Block& block) {
    std::vector<NormSpan> filled;
    for (const GridCell& cell : document_->layout.cells_of(block))
      if (!cell.span.empty() && !cell.continued) filled.push_back(cell.span);
    const bool all =
        (filled.size() > 2 || (filled.size() == 2 && words_below(b))) &&
        std::all_of(filled.begin(), filled.end(), [&](NormSpan cell) { return looks_like_label(bare(words(cell))); });
    for (std::size_t c = 0; c < filled.size(); ++c) {
      const std::string_view label = bare(words(filled[c]));
      if (!looks_like_label(label)) continue;
      const bool last = c + 1 == filled.size();
      if (last && !all && filled.size() > 1) continue;  // words, or a label without any
      const LabelPlace place = filled.size() == 1 ? LabelPlace::kLine
                               : c == 0           ? LabelPlace::kFirst
                                                  : LabelPlace::kInside;
      Candidate& seen = note(out_.candidates, candidates_, label, b, place);
      seen.dated = seen.dated || !behind_year(words(filled[c])).starts_with(words(filled[c]));
      if (seen.count == 1) seen.row = label_key(bare(words(filled[0])));
      if (place == LabelPlace::kFirst && filled.size() == 2) ++seen.before_words;
      if (!last) count_value(words(filled[c + 1]), seen.values);
    }
  }

  /// Two labels side by side are a head only where longer words stand below them; else the second is the words of the
  /// first.
  [[nodiscard]] bool words_below(std::uint32_t b) const {
    if (b + 1 == document_->layout.blocks.size() || !document_->layout.blocks[b + 1].has_cells()) return false;
    const auto cells = document_->layout.cells_of(document_->layout.blocks[b + 1]);
    return std::none_of(cells.begin(), cells.end(), [&](const GridCell& cell) {
      return !cell.span.empty() && looks_like_label(bare(words(cell.span)));
    });
  }

  Candidate& note(std::vector<Candidate>& list, std::unordered_map<std::string, std::size_t>& index,
                  std::string_view printed, std::uint32_t block, LabelPlace place) {
    std::string key = label_key(printed);
    const bool spaced = printed.find(' ') != printed.npos;
    const auto [at, fresh] = index.try_emplace(key, list.size());
    if (fresh) list.push_back({std::move(key), 0, {}, {}, {}, 0, false, false, {}});
    Candidate& seen = list[at->second];
    ++seen.count;
    seen.sites.push_back({report_, block});
    seen.spaced = seen.spaced || spaced;
    ++seen.places[static_cast<std::size_t>(place)];
    return seen;
  }

  Survey out_;
  std::unordered_map<std::string, std::size_t> candidates_, headings_;
  std::vector<bool> figures_;  ///< by table of the report
  const Document* document_ = nullptr;
  std::uint32_t report_ = 0;
};

}  // namespace

bool looks_like_label(std::string_view normalized) {
  constexpr std::string_view kProse[] = {"。", "、", "「", "※", "\v", "\x1f", "http"};
  if (normalized.empty() || normalized.starts_with("・") || holds_any(normalized, kProse) ||
      holds_any(normalized, kMarks))
    return false;
  const std::string key = label_key(normalized);
  if (utf8::count(key) < 2 || utf8::count(key) > kLongestLabel) return false;
  const bool letter = std::isalpha(static_cast<unsigned char>(key.front())) != 0 || key.front() < 0;  // KPIの状況
  if (!letter || std::all_of(key.begin(), key.end(), [](char c) { return c > 0; })) return false;
  return find_dates(key, {}).empty() && find_numbers(key, {}).empty();
}

Survey survey_labels(std::span<const Document> reports) { return Surveyor().run(reports); }

}  // namespace torikomi
