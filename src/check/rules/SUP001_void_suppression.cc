// SUP001: a suppression without a rule or a reason.
#include "check/facts.h"
#include "torikomi/check/check.h"
#include "torikomi/check/suppress.h"

namespace torikomi {
namespace {

void run(const TextInput& input, Diagnostics& diagnostics) {
  const Source& source = input.text.source();
  for (const Suppression& one : find_suppressions(source))
    if (one.rules.empty() || one.reason.empty()) diagnostics.add("SUP001", one.span, source.slice(one.span));
}

}  // namespace

extern const Rule rule_SUP001;
const Rule rule_SUP001 = {
    {.code = "SUP001",
     .name = "void-suppression",
     .severity = Severity::kWarning,
     .summary = {"理由または規則のない抑制", "a suppression without a rule or a reason"},
     .message = {"「{}」には規則と理由が要ります。書き方: torikomi:ignore DAT002 理由",
                 "\"{}\" needs a rule and a reason: torikomi:ignore DAT002 reason"},
     .explain = {"指摘を抑えるときは、あとで見た人が分かるように理由を書きます。理由のない抑制は効きません。",
                 "A suppression says why, for whoever reads it later. Without a reason it has no effect."},
     .bad = "torikomi:ignore DAT002",
     .good = "torikomi:ignore DAT002 原本どおり"},
    run};

}  // namespace torikomi
