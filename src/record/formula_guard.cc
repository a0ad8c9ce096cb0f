#include "torikomi/record/formula_guard.h"

#include <algorithm>
#include <array>

namespace torikomi {

bool runs_as_formula(std::string_view text) {
  constexpr std::array<std::string_view, 11> kBegins = {"=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠"};
  return std::any_of(kBegins.begin(), kBegins.end(), [&](std::string_view begin) { return text.starts_with(begin); });
}

std::string_view without_guard(std::string_view text) {
  if (!text.starts_with('\'')) return text;
  const std::string_view rest = text.substr(1);
  return runs_as_formula(rest) || rest.starts_with(" / ") ? rest : text;
}

}  // namespace torikomi
