// NUM001: a letter inside a number.
#include <string>

#include "check/facts.h"
#include "torikomi/check/check.h"

namespace torikomi {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_look_alike(char c) { return c == 'O' || c == 'o' || c == 'l' || c == 'I'; }
bool is_part(char c) { return is_digit(c) || is_look_alike(c) || c == ','; }

/// 655,500: groups of three behind commas.
bool is_grouped(std::string_view number) {
  const std::size_t first = number.find(',');
  if (first == number.npos || first == 0 || first > 3 || (number.size() - first) % 4 != 0) return false;
  for (std::size_t i = first; i < number.size(); ++i)
    if ((number[i] == ',') != ((i - first) % 4 == 0)) return false;
  return true;
}

std::string with_digits(std::string_view number) {
  std::string out(number);
  for (char& c : out)
    if (is_look_alike(c)) c = c == 'O' || c == 'o' ? '0' : '1';
  return out;
}

void run(const TextInput& input, Diagnostics& diagnostics) {
  const std::string_view text = input.text.text();
  std::uint32_t done = 0;
  for (const NormSpan digits : input.facts.digits) {
    if (digits.begin < done || digits.end >= text.size() || !is_look_alike(text[digits.end])) continue;
    NormSpan span = digits;
    while (span.begin > 0 && is_part(text[span.begin - 1])) --span.begin;
    while (span.end < text.size() && is_part(text[span.end])) ++span.end;
    done = span.end;
    const std::string right = with_digits(slice(text, span));
    // letters at the end count only where commas say how many digits are due
    const bool inside = digits.end + 1 < text.size() && (is_digit(text[digits.end + 1]) || text[digits.end + 1] == ',');
    if (!inside && !is_grouped(right)) continue;
    const auto is_letter = [](char c) {
      return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '-' || c == '_';
    };
    if ((span.begin > 0 && is_letter(text[span.begin - 1])) || (span.end < text.size() && is_letter(text[span.end])))
      continue;
    diagnostics.add("NUM001", source_span(input, span), slice(text, span), right).suggestion = right;
  }
}

}  // namespace

extern const Rule rule_NUM001;
const Rule rule_NUM001 = {
    {.code = "NUM001",
     .name = "letter-in-number",
     .severity = Severity::kError,
     .summary = {"数字の中に文字がある", "a letter inside a number"},
     .message = {"「{}」は数として読めません。「{}」ではありませんか",
                 "\"{}\" cannot be read as a number; perhaps \"{}\""},
     .explain = {"数字の 0 と文字の O、1 と l や I は形が似ていて、抽出で入れ替わることがあります。",
                 "Extraction may confuse 0 with O, and 1 with l or I."},
     .bad = "1O,000人",
     .good = "10,000人"},
    run};

}  // namespace torikomi
