// PAR007: a name that had ended by the date of the document.
#include <set>

#include "check/facts.h"
#include "torikomi/check/check.h"
#include "torikomi/value/municipality.h"

namespace torikomi {
namespace {

void run(const CheckInput& input, Diagnostics& diagnostics) {
  if (!input.published.first) return;
  using namespace col::participants;
  const Table& participants = input.records[TableId::participants];
  NameContext context;
  context.date = input.published.first;
  std::set<std::string_view> done;
  for (std::size_t i = 0; i < participants.size(); ++i) {
    const ConstRow row = participants.row(i);
    const std::string_view words = row[col::participants::name].text();
    if (!row[col::participants::name].span() || !row[schedule_id].empty() || !done.insert(words).second) continue;
    const auto match = parse_name(words, context);
    if (match && match->former) diagnostics.add("PAR007", *row[col::participants::name].span(), words);
  }
}

}  // namespace

extern const Rule rule_PAR007;
const Rule rule_PAR007 = {
    {.code = "PAR007",
     .name = "former-name",
     .severity = Severity::kWarning,
     .summary = {"文書の日付では使われていない団体名", "a name that had ended by the date of the document"},
     .message = {"「{}」は文書の日付より前に、合併や改称でなくなった名前です",
                 "\"{}\" had ended by merger or renaming before the date of the document"},
     .explain = {"旧市町村名を今の団体として集計すると、名前もコードも合いません。",
                 "A former name counted as a body of today matches neither name nor code."},
     .bad = "篠山市 (2024年)",
     .good = "丹波篠山市"},
    run};

}  // namespace torikomi
