// PAR005: a body took part in an event but is not ticked.
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "check/facts.h"
#include "torikomi/check/check.h"

namespace torikomi {
namespace {

using Key = std::pair<std::string_view, std::string_view>;  // measure, name

std::set<Key> not_involved(const Table& participants) {
  using namespace col::participants;
  std::set<Key> out;
  for (std::size_t i = 0; i < participants.size(); ++i) {
    const ConstRow row = participants.row(i);
    if (row[schedule_id].empty() && row[role].text() == "not_involved")
      out.emplace(row[measure_id].text(), row[col::participants::name].text());
  }
  return out;
}

/// The bodies of one event are one finding.
void run(const CheckInput& input, Diagnostics& diagnostics) {
  using namespace col::participants;
  const Table& participants = input.records[TableId::participants];
  const std::set<Key> open = not_involved(participants);
  for (std::size_t i = 0; i < participants.size() && !open.empty();) {
    const std::string_view event = participants.row(i)[schedule_id].text();
    std::string names;
    std::vector<Span> places;
    std::size_t end = i;
    for (; end < participants.size() && participants.row(end)[schedule_id].text() == event; ++end) {
      const ConstRow row = participants.row(end);
      const auto span = row[raw].span();
      // only bodies that are named themselves; 全市町 names nobody
      if (event.empty() || !span || row[raw].text().find(row[col::participants::name].text()) == std::string_view::npos)
        continue;
      if (!open.contains({row[measure_id].text(), row[col::participants::name].text()})) continue;
      names += (names.empty() ? "" : "、") + std::string(row[col::participants::name].text());
      places.push_back(*span);
    }
    if (!places.empty()) diagnostics.add("PAR005", cover(places.front(), places.back()), names).places = places;
    i = end;
  }
}

}  // namespace

extern const Rule rule_PAR005;
const Rule rule_PAR005 = {
    {.code = "PAR005",
     .name = "named-but-not-ticked",
     .severity = Severity::kWarning,
     .summary = {"会議に参加した団体に関係市町の印がない", "a body took part in an event but is not ticked"},
     .message = {"{} は参加者に挙げられていますが、関係市町の欄に印がありません",
                 "{} took part here but is not ticked on the roster of the card"},
     .explain = {"参加市町に書かれた団体が、同じ事業の関係市町の欄で「関係しない」になっています。印の読み誤りか、どち"
                 "らかの書き誤りです。",
                 "A body named at an event of this card has an open mark on its roster: the mark was misread, or one "
                 "of the two is wrong."},
     .bad = "□備前市 … 参加市町:備前市",
     .good = "■備前市 … 参加市町:備前市"},
    run};

}  // namespace torikomi
