#include "label_finder.h"

#include <algorithm>
#include <optional>

#include "torikomi/core/utf8.h"
#include "torikomi/layout/marker.h"
#include "torikomi/text/normalize.h"

namespace torikomi {
namespace {

/// Longer cells are never labels; spares the look-up of narratives. Bytes.
constexpr std::uint32_t kLongestLabel = 150;

/// What label_key() takes out.
constexpr std::string_view kBlanks = " \t\n\r\f\v\x1f";

/// Splits 事業計画(平成29年度) into label and note.
void split_note(std::string_view text, NormSpan cell, NormSpan& label, NormSpan& note) {
  label = cell;
  note = {cell.end, cell.end};
  if (cell.empty() || text[cell.end - 1] != ')') return;
  const std::size_t open = slice(text, cell).rfind('(');
  if (open == std::string_view::npos || open == 0) return;
  note = {cell.begin + static_cast<std::uint32_t>(open) + 1, cell.end - 1};
  label = {cell.begin, cell.begin + static_cast<std::uint32_t>(open)};
  while (label.end > label.begin && text[label.end - 1] == ' ') --label.end;
}

/// Bytes of a fiscal year at the begin of a label: 平成29年度 of 平成29年度の事業計画; 0 for none.
std::size_t year_before(std::string_view words) {
  constexpr std::string_view kSign = "年度";
  const std::size_t sign = words.substr(0, 24).find(kSign);
  if (sign == words.npos || sign == 0) return 0;
  std::string_view year = words.substr(0, sign);
  for (const std::string_view era : {"令和", "平成", "昭和", "R", "H", "S"}) {
    if (!year.starts_with(era)) continue;
    year.remove_prefix(era.size());
    break;
  }
  const bool figures = !year.empty() && year.find_first_not_of("0123456789 ") == year.npos;
  return figures || year == "元" ? sign + kSign.size() : 0;
}

}  // namespace

const FieldRule* LabelHit::field(const Grammar* family) const {
  for (const LabelTarget& target : targets)
    if (target.grammar == family && target.at.kind == Grammar::LabelTarget::Kind::kField)
      return &target.grammar->fields[target.at.index];
  return nullptr;
}

bool LabelFinder::look_up(NormSpan label, LabelHit& hit) const {
  return !label.empty() && look_up(slice(text_, label), hit);
}

bool LabelFinder::look_up(std::string_view words, LabelHit& hit) const {
  const char32_t begin = utf8::decode(words, words.find_first_not_of(kBlanks)).code_point;
  std::string key;
  for (const Grammar* grammar : grammars_) {
    if (!grammar->label_begins.may_hold(begin)) continue;
    if (key.empty()) key = label_key(words);
    const auto [first, last] = grammar->labels.equal_range(key);
    for (auto at = first; at != last; ++at) hit.targets.push_back({grammar, at->second});
  }
  return !hit.targets.empty();
}

std::optional<LabelHit> LabelFinder::find_parted(NormSpan upper, NormSpan lower) const {
  if (upper.empty() || lower.empty() || upper.size() + lower.size() > kLongestLabel) return std::nullopt;
  LabelHit hit;
  hit.label = lower;
  hit.note = {lower.end, lower.end};
  const std::string key = label_key(slice(text_, upper)) + label_key(slice(text_, lower));
  for (const Grammar* grammar : grammars_) {
    const auto [first, last] = grammar->labels.equal_range(key);
    for (auto at = first; at != last; ++at) hit.targets.push_back({grammar, at->second});
  }
  return hit.targets.empty() ? std::nullopt : std::optional(std::move(hit));
}

std::optional<LabelHit> LabelFinder::find(NormSpan cell) const {
  if (cell.empty() || cell.size() > kLongestLabel) return std::nullopt;
  LabelHit hit;
  const auto try_both = [&](NormSpan words) {
    split_note(text_, words, hit.label, hit.note);
    const NormSpan bare = hit.label;
    if (look_up(words, hit)) {
      hit.label = words;
      hit.note = {words.end, words.end};
      return true;
    }
    return !(bare == words) && look_up(bare, hit);
  };
  if (try_both(cell)) return hit;
  const auto marker = read_marker(slice(text_, cell));
  if (marker && marker->kind != MarkerKind::kBullet && try_both({cell.begin + marker->text_at, cell.end})) return hit;
  // No 氏名: the heads of two narrow columns in one cell
  for (const std::string_view number : {"No ", "No. ", "番号 "})
    if (slice(text_, cell).starts_with(number) &&
        try_both({cell.begin + static_cast<std::uint32_t>(number.size()), cell.end}))
      return hit;
  if (find_behind_year(cell, hit)) return hit;
  if (look_up_joined(cell, hit)) return hit;
  if (const NormSpan bare = without_reference(cell); !(bare == cell) && try_both(bare)) return hit;
  return std::nullopt;
}

/// 節 / 区分: whoever read the page wrote the line break of a heading as a slash.
bool LabelFinder::look_up_joined(NormSpan cell, LabelHit& hit) const {
  constexpr std::string_view kSlash = " / ";
  std::string words(slice(text_, cell));
  if (words.find(kSlash) == words.npos) return false;
  for (std::size_t at = words.find(kSlash); at != words.npos; at = words.find(kSlash)) words.erase(at, kSlash.size());
  hit.label = cell;
  hit.note = {cell.end, cell.end};
  return look_up(words, hit);
}

/// 当初値※1: the label without the number of its note.
NormSpan LabelFinder::without_reference(NormSpan cell) const {
  constexpr std::string_view kNote = "※";
  const std::string_view words = slice(text_, cell);
  const std::size_t digits = words.find_last_not_of("0123456789") + 1;
  if (digits <= kNote.size() || !words.substr(0, digits).ends_with(kNote)) return cell;
  return {cell.begin, cell.begin + static_cast<std::uint32_t>(digits - kNote.size())};
}

/// Only fields: 令和4年度実績 over a column says more than 実績, and heads are read as a whole. Sums of money of a
/// family stand in rows and in heads: 令和4年度予算 keeps both.
bool LabelFinder::find_behind_year(NormSpan cell, LabelHit& hit) const {
  constexpr std::string_view kOf = "の";
  const std::uint32_t year = cell.begin + static_cast<std::uint32_t>(year_before(slice(text_, cell)));
  NormSpan label = {year, cell.end};
  if (slice(text_, label).starts_with(kOf)) label.begin += static_cast<std::uint32_t>(kOf.size());
  if (year == cell.begin || !look_up(label, hit)) return false;
  const auto type_of = [](const LabelTarget& target) {
    return target.at.kind == Grammar::LabelTarget::Kind::kField
               ? std::optional(target.grammar->fields[target.at.index].type)
               : std::nullopt;
  };
  const bool money = std::any_of(hit.targets.begin(), hit.targets.end(), [&](const LabelTarget& target) {
    return type_of(target) == FieldType::kAmount && !target.grammar->supplements;
  });
  std::erase_if(hit.targets, [&](const LabelTarget& target) {
    const auto type = type_of(target);
    return !money && type != FieldType::kText && type != FieldType::kEvents;
  });
  hit.label = label;
  hit.note = {cell.begin, year};
  return !hit.targets.empty();
}

std::optional<LabelHit> LabelFinder::find_at_begin(NormSpan cell, std::uint32_t& rest) const {
  constexpr int kMostStops = 4;  // letters of a label may be printed wide: 日 時
  const auto is_field = [](const LabelTarget& target) { return target.at.kind == Grammar::LabelTarget::Kind::kField; };
  const std::string_view words = slice(text_, cell);
  std::size_t stop = 0;
  for (int i = 0; i < kMostStops; ++i) {
    const std::string_view label = words.substr(0, kLongestLabel);
    const auto end = std::find_if(label.begin() + static_cast<std::ptrdiff_t>(stop + (i == 0 ? 0 : 1)), label.end(),
                                  [](char c) { return c == ' ' || c == ':' || c == kBreak; });
    stop = static_cast<std::size_t>(end - label.begin());
    if (end == label.end() || stop == 0) return std::nullopt;
    auto hit = find({cell.begin, cell.begin + static_cast<std::uint32_t>(stop)});
    if (!hit || std::none_of(hit->targets.begin(), hit->targets.end(), is_field)) continue;
    rest = cell.begin + static_cast<std::uint32_t>(stop) + 1;
    while (rest < cell.end && (text_[rest] == ' ' || text_[rest] == ':')) ++rest;
    return hit;
  }
  return std::nullopt;
}

}  // namespace torikomi
