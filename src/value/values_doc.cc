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
      "# Values: dates, numbers and names\n\n"
      "<!-- Written from the tables of examples in src/value; do not edit. A test reads every example. -->\n\n"
      "What `torikomi parse date`, `parse number` and `parse name` read, and what they leave alone (—). Several values "
      "of one text are parted by `;`.\n\n"
      "`torikomi parse date`・`parse number`・`parse name` が読むもの、読まないもの（—）。1つの文に値がいくつもあれば "
      "`;` で分ける。\n\n"
      "## Dates / 日付\n\n"
      "The value is EDTF (ISO 8601-2), followed by its precision: `day`, `part_of_month`, `month`, `season`, "
      "`quarter`, "
      "`half`, `year`, `fiscal_year` or `none`. Eras come from ICU.\n\n"
      "値は EDTF（ISO 8601-2）と精度。元号は ICU による。\n";
  add_forms(out, "reading", date_forms());
  out += "\n## Numbers / 数\n";
  add_forms(out, "reading", number_forms());
  out +=
      "\n## Names / 名前\n\n"
      "The value is the 全国地方公共団体コード with its check digit; `?` and the codes of the candidates where the "
      "name is "
      "ambiguous.\n\n"
      "値は検査数字付きの全国地方公共団体コード。決められない名は `?` と候補のコード。\n";
  add_forms(out, "reading", name_forms());
  return out;
}

}  // namespace torikomi
