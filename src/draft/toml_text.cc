#include "toml_text.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>

#include "torikomi/core/utf8.h"

namespace torikomi {
namespace {

constexpr std::size_t kDetectLines = 6;

/// The characters of a string with what TOML cannot hold as it is escaped.
std::string escaped(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == '\\' || c == '"') {
      out += '\\';
      out += c;
    } else if (c == '\t') {
      out += "\\t";
    } else if (c == '\n') {
      out += '\n';
    } else if (static_cast<unsigned char>(c) < 0x20 || c == 0x7F) {
      fmt::format_to(std::back_inserter(out), "\\u{:04X}", static_cast<unsigned char>(c));
    } else {
      out += c;
    }
  }
  return out;
}

/// Special characters escaped; blanks between the characters where the label was printed so (指 標).
std::string label_pattern(const PlannedLabel& label) {
  const std::string_view key = label.key;
  std::string out;
  for (std::size_t at = 0; at < key.size();) {
    const std::size_t size = std::max<std::size_t>(utf8::decode(key, at).size, 1);
    if (at > 0 && label.spaced) out += " ?";
    out += pattern_words(key.substr(at, size));
    at += size;
  }
  return out;
}

/// A label at the begin of a line or cell, whatever way the extractor writes cells.
std::string detect_pattern(const PlannedLabel& label) {
  const std::string_view year = label.dated ? "(?:[^\\t|\\n]{1,6}年度の?)?" : "";
  return fmt::format("(?m)(?:^|[\\t|>]|  ) ?{}", year) + label_pattern(label) + "(?: ?[\\t|<:(]|  |$)";
}

/// Patterns are literal strings wherever TOML lets them.
std::string quoted_pattern(const std::string& pattern) {
  return pattern.find('\'') == pattern.npos ? "'" + pattern + "'" : toml_string(pattern);
}

void add_detect(std::string& out, const PlannedLabel& label, bool required) {
  out += fmt::format("[[detect.line]]\nmatch    = {}\n{}weight   = {}\n", quoted_pattern(detect_pattern(label)),
                     required ? "required = true\n" : "", required ? 4 : 1);
}

bool holds(const std::vector<PlannedLabel>& labels, const std::string& key) {
  return std::any_of(labels.begin(), labels.end(), [&](const PlannedLabel& label) { return label.key == key; });
}

void add_detects(std::string& out, const DraftPlan& plan) {
  out +=
      "\n# What tells this family from others. Keep as required what every report of it has and no other report.\n"
      "[detect]\n";
  for (const PlannedLabel& label : plan.start_labels) add_detect(out, label, true);
  std::size_t more = 0;
  for (const PlannedField& field : plan.fields) {
    const PlannedLabel& label = field.labels.front();
    if (more == kDetectLines || holds(plan.start_labels, label.key)) continue;
    add_detect(out, label, false);
    ++more;
  }
}

std::string name_of(const DraftPlan& plan, const std::string& key) {
  for (const PlannedField& field : plan.fields)
    if (holds(field.labels, key)) return field.name;
  return key;
}

void add_card(std::string& out, const DraftPlan& plan) {
  out += fmt::format("\n# What opens a card; {} seen.\n[card]\n", plan.cards);
  if (plan.opener) {
    out += fmt::format("cell = {}\n", quoted_pattern(plan.opener->pattern));
    return;
  }
  if (plan.start_is_line) {
    out += fmt::format("line = {}\n", quoted_pattern("^" + label_pattern(plan.start_labels.front()) + "$"));
    return;
  }
  out += "start = [";
  std::vector<std::string> names;
  for (const PlannedLabel& label : plan.start_labels) {
    const std::string name = name_of(plan, label.key);
    if (std::find(names.begin(), names.end(), name) == names.end()) names.push_back(name);
  }
  for (std::size_t i = 0; i < names.size(); ++i) out += (i == 0 ? "" : ", ") + toml_string(names[i]);
  out += "]\n";
}

void add_fields(std::string& out, const DraftPlan& plan) {
  out +=
      "\n# Labels. A name that is a column of `measures` (measure, project, department, purpose, plan, achievements,\n"
      "# issues) fills it; every field is also a row of `fields`.\n";
  for (const PlannedField& field : plan.fields) {
    out += fmt::format("[[field]]\nname   = {}\nlabels = [", toml_string(field.name));
    for (std::size_t i = 0; i < field.labels.size(); ++i)
      out += (i == 0 ? "" : ", ") + toml_string(field.labels[i].key);
    out += "]\n";
    if (!field.type.empty()) out += fmt::format("type   = {}\n", toml_string(field.type));
    if (!field.status.empty()) out += fmt::format("status = {}\n", toml_string(field.status));
    if (!field.kind.empty()) out += fmt::format("kind   = {}\n", toml_string(field.kind));
  }
}

}  // namespace

std::string pattern_words(std::string_view words) {
  constexpr std::string_view kSpecial = "\\.+*?()|[]{}^$";
  std::string out;
  for (const char c : words) {
    if (kSpecial.find(c) != kSpecial.npos) out += '\\';
    out += c;
  }
  return out;
}

std::string toml_string(std::string_view text) {
  std::string out = "\"";
  for (const char c : escaped(text))
    if (c == '\n')
      out += "\\n";
    else
      out += c;
  return out + '"';
}

std::string grammar_text(std::string_view name, const DraftPlan& plan, std::string_view example) {
  std::string out = fmt::format(
      "# A first draft, made from the labels that recur. Read it, give the fields names and types, and correct the\n"
      "# example; then: torikomi grammar check FILE\n"
      "name    = {0}\nversion = 1\ntitle   = {{ ja = {0}, en = {0} }}\n",
      toml_string(name));
  add_detects(out, plan);
  add_card(out, plan);
  if (!plan.headings.empty()) out += "\n# Headings inside a card that the fields below them belong to.\n";
  for (const PlannedLabel& heading : plan.headings)
    out += fmt::format("[[section]]\nmatch = {}\n", quoted_pattern("^" + label_pattern(heading) + "$"));
  add_fields(out, plan);
  out += fmt::format(
      "\n# What the first card gives today. Correct what is wrong.\n[[example]]\nname  = \"the first card\"\n"
      "input = \"\"\"\n{}\"\"\"\n",
      escaped(example));
  return out;
}

}  // namespace torikomi
