// Values as one line of words, for documents and tests.
#include <fmt/format.h>

#include "torikomi/value/examples.h"

namespace torikomi {
namespace {

void add(std::string& out, std::string_view word) {
  if (!out.empty() && !out.ends_with("; ")) out += ' ';
  out += word;
}

void add_time(std::string& out, const DateValue& value) {
  if (!value.start_time && !value.end_time) return;
  add(out, (value.start_time ? format_time(*value.start_time) : std::string()) + "-" +
               (value.end_time ? format_time(*value.end_time) : std::string()));
}

}  // namespace

std::string describe(std::span<const DateValue> values) {
  std::string out;
  for (const DateValue& v : values) {
    if (!out.empty()) out += "; ";
    if (!v.edtf.empty()) add(out, v.edtf);
    add(out, name(v.precision));
    if (v.approximate) add(out, "approximate");
    if (v.year_inferred) add(out, "year_inferred");
    if (v.era_overflow) add(out, "era_overflow");
    if (v.lunisolar) add(out, "lunisolar");
    if (v.recurring) add(out, "recurring");
    if (v.planned) add(out, "planned");
    if (!v.pair_agrees) add(out, "pair_differs");
    if (!v.weekday_agrees) add(out, "weekday_differs");
    add_time(out, v);
  }
  return out;
}

std::string describe(std::span<const NumberValue> values) {
  std::string out;
  for (const NumberValue& v : values) {
    if (!out.empty()) out += "; ";
    add(out, v.high ? v.value_text() + ".." + v.high->to_string() : v.value_text());
    if (!v.unit.empty()) add(out, v.unit);
    if (!v.per.empty()) add(out, "per " + v.per);
    if (v.comparator != Comparator::kEqual) add(out, name(v.comparator));
    if (v.cumulative) add(out, "cumulative");
    if (v.approximate) add(out, "approximate");
  }
  return out;
}

std::string describe(std::span<const NameMatch> values) {
  std::string out;
  for (const NameMatch& v : values) {
    if (!out.empty()) out += "; ";
    if (v.body == nullptr) add(out, "?");
    for (const Municipality* body : v.candidates) add(out, body->code);
    if (v.former) add(out, "former");
  }
  return out;
}

}  // namespace torikomi
