#include "plan.h"

#include <algorithm>
#include <cmath>
#include <optional>
#include <set>

#include "planned_fields.h"

namespace torikomi {
namespace {

/// So large a share of the cards must hold a label; forms leave rows out.
bool in_most(std::uint32_t count, std::uint32_t cards) { return count * 10 >= cards * 6; }

/// Words that always stand in the same place of a row, which the words of a report rarely do.
bool keeps_place(const Candidate& seen) { return std::ranges::max(seen.places) * 10 >= seen.count * 8; }

/// How well so many cards explain the candidates: one for each that stands once in every card, a part for one that most
/// cards hold. 0 where fewer than two labels would come of it.
double fit_of(const Survey& survey, std::uint32_t cards) {
  constexpr double kNearly = 0.3;
  double fit = 0;
  int labels = 0;
  for (const Candidate& seen : survey.candidates) {
    if (!keeps_place(seen) || !in_most(seen.count, cards) || seen.count > cards + cards / 5) continue;
    fit += seen.count == cards ? 1 : kNearly;
    ++labels;
  }
  return labels < 2 ? 0 : fit;
}

/// How many cards there are: the count that explains the candidates best, weighed by its logarithm, since words that
/// stand twice by chance are many. Where nothing recurs every report is one card.
std::uint32_t count_cards(const Survey& survey) {
  std::set<std::uint32_t> counts;
  for (const Candidate& seen : survey.candidates)
    if (seen.count >= 2 && keeps_place(seen)) counts.insert(seen.count);
  std::uint32_t best = 1;
  double weight = 0;
  for (const std::uint32_t count : counts) {
    const double own = fit_of(survey, count) * std::log2(count + 1.0);
    if (own <= weight) continue;
    best = count;
    weight = own;
  }
  return best;
}

/// In one card alone a label is what stands before words; in several, what comes again in most of them and not more
/// often, unless it always stands first (a row that a card has several times).
bool is_label(const Candidate& seen, std::uint32_t cards) {
  if (cards == 1) return seen.before_words > 0;
  if (!in_most(seen.count, cards) || !keeps_place(seen)) return false;
  return seen.count <= cards + cards / 5 || seen.at(LabelPlace::kFirst) == seen.count;
}

/// A label inside of a row stands in a row of labels; what stands behind other words is words.
bool stands_among_labels(const Candidate& seen, const Survey& survey, std::uint32_t cards) {
  if (seen.at(LabelPlace::kInside) * 2 <= seen.count) return true;
  return std::any_of(survey.candidates.begin(), survey.candidates.end(),
                     [&](const Candidate& other) { return other.key == seen.row && is_label(other, cards); });
}

/// The labels of the row in which the first card begins.
std::vector<PlannedLabel> labels_in_row(const Document& report, std::uint32_t block, const Survey& survey,
                                        std::uint32_t cards) {
  std::vector<PlannedLabel> out;
  for (const GridCell& cell : report.layout.cells_of(report.layout.blocks[block])) {
    const std::string key = label_key(report.text->slice(cell.span));
    const auto seen = std::find_if(survey.candidates.begin(), survey.candidates.end(),
                                   [&](const Candidate& candidate) { return candidate.key == key; });
    const bool whole = seen != survey.candidates.end() && is_label(*seen, cards) && seen->count == cards;
    const auto same = [&](const PlannedLabel& label) { return label.key == key; };
    if (whole && std::none_of(out.begin(), out.end(), same)) out.push_back({key, seen->spaced, seen->dated});
  }
  return out;
}

/// What opens a card: the first label that every card has once.
const Candidate* first_of_card(const Survey& survey, std::uint32_t cards) {
  for (const Candidate& seen : survey.candidates)
    if (is_label(seen, cards) && seen.at(LabelPlace::kInside) == 0 && (cards == 1 || seen.count == cards)) return &seen;
  return nullptr;
}

}  // namespace

DraftPlan plan_family(const Survey& survey, std::span<const Document> reports, std::span<const Grammar> known) {
  DraftPlan plan;
  plan.cards = count_cards(survey);
  const Candidate* start = first_of_card(survey, plan.cards);
  if (start == nullptr) return plan;
  plan.starts = start->sites;
  plan.start_is_line = start->at(LabelPlace::kLine) == start->count;
  plan.start_labels = {{start->key, start->spaced, start->dated}};
  if (!plan.start_is_line) {
    auto row = labels_in_row(reports[start->sites.front().report], start->sites.front().block, survey, plan.cards);
    if (plan.cards > 1 && !row.empty()) plan.start_labels = std::move(row);
  }
  if (plan.cards > 1) plan.opener = find_opener(reports, start->sites);
  if (plan.opener) plan.starts = plan.opener->sites;
  for (const Candidate& seen : survey.candidates) {
    const bool opens = plan.start_is_line && !plan.opener && seen.key == start->key;
    if (is_label(seen, plan.cards) && stands_among_labels(seen, survey, plan.cards) && !opens)
      add_field(seen, known, plan.fields);
  }
  if (plan.fields.size() < 2) plan.fields.clear();
  settle_fields(plan);
  for (const Candidate& heading : survey.headings) {
    if (plan.cards < 2 || !in_most(heading.count, plan.cards)) continue;
    if (heading.before_words * 10 >= heading.count * 8)
      add_headed_field(heading, plan.fields);
    else
      plan.headings.push_back({heading.key, heading.spaced, false});
  }
  return plan;
}

}  // namespace torikomi
