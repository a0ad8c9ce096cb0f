// PAR001: a municipality that is in no table of codes.
#include <set>
#include <string>

#include "check/facts.h"
#include "torikomi/check/check.h"
#include "torikomi/value/municipality.h"

namespace torikomi {
namespace {

bool is_municipality(std::string_view kind) { return kind == "city" || kind == "town" || kind == "village"; }

void run(const CheckInput& input, Diagnostics& diagnostics) {
  using namespace col::participants;
  const Table& participants = input.records[TableId::participants];
  std::set<std::string_view> done;
  for (std::size_t i = 0; i < participants.size(); ++i) {
    const ConstRow row = participants.row(i);
    const std::string_view words = row[col::participants::name].text();
    const auto span = row[col::participants::name].span();
    if (!row[code].empty() || !is_municipality(row[kind].text()) || !span || parse_name(words)) continue;
    const auto near = nearest_names(words);
    if (near.empty() || !done.insert(words).second) continue;
    std::string list;
    for (const Municipality* body : near)
      list += (list.empty() ? "" : ", ") + std::string(body->prefecture) + std::string(body->name);
    Diagnostic& finding = diagnostics.add("PAR001", *span, words, list);
    if (near.size() == 1) finding.suggestion = std::string(near.front()->name);
  }
}

}  // namespace

extern const Rule rule_PAR001;
const Rule rule_PAR001 = {
    {.code = "PAR001",
     .name = "unknown-name",
     .severity = Severity::kError,
     .summary = {"全国の団体名の表にない市町村名", "a municipality that is in no table of codes"},
     .message = {"「{}」という市町村はありません。「{}」ではありませんか",
                 "there is no municipality \"{}\"; perhaps {}"},
     .explain =
         {"市・町・村で終わる名前が団体コードの表になく、一文字違いの団体があります。抽出の読み誤りか、書き誤りです。",
          "The name ends like a municipality, is in no table of codes and is one letter away from a real one: misread "
          "or misspelt."},
     .bad = "大湯村",
     .good = "大潟村"},
    run};

}  // namespace torikomi
