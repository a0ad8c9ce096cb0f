// docs/values.md from the tables of examples.
#include <fmt/format.h>

#include <iterator>

#include "torikomi/value/examples.h"

namespace torikomi {
namespace {

void add_forms(std::string& out, std::string_view kind, std::span<const ValueForm> forms) {
  for (const ValueForm& form : forms) {
    fmt::format_to(std::back_inserter(out), "\n### {} / {}\n\n{}\n\n{}\n\n", form.title.en, form.title.ja, form.rule.en,
                   form.rule.ja);
    fmt::format_to(std::back_inserter(out), "| text | context | {} |\n|---|---|---|\n", kind);
    for (const ValueExample& e : form.examples) {
      const std::string context = e.context.empty() ? "" : fmt::format("`{}`", e.context);
      const std::string reading = e.reading.empty() ? "—" : fmt::format("`{}`", e.reading);
      fmt::format_to(std::back_inserter(out), "| {} | {} | {} |\n", e.text, context, reading);
    }
  }
}

}  // namespace

std::string values_doc() {
  std::string out =
      "# Values: dates and numbers\n\n"
      "<!-- Written from the tables of examples in src/value; do not edit. A test reads every example. -->\n\n"
      "What `torikomi parse date` and `torikomi parse number` read, and what they leave alone (—). Several values of "
      "one "
      "text are parted by `;`.\n\n"
      "`torikomi parse date` と `torikomi parse number` が読むもの、読まないもの（—）。1つの文に値がいくつもあれば `;` "
      "で分ける。\n\n"
      "## Dates / 日付\n\n"
      "The value is EDTF (ISO 8601-2), followed by its precision: `day`, `part_of_month`, `month`, `season`, "
      "`quarter`, "
      "`half`, `year`, `fiscal_year` or `none`. Eras come from ICU.\n\n"
      "値は EDTF（ISO 8601-2）と精度。元号は ICU による。\n";
  add_forms(out, "reading", date_forms());
  out += "\n## Numbers / 数\n";
  add_forms(out, "reading", number_forms());
  return out;
}

}  // namespace torikomi
