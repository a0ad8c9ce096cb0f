// Ways in which the rules about characters group what the scan has found.
#pragma once

#include <cstdint>
#include <map>
#include <utility>

#include "check/facts.h"

namespace torikomi {

/// Calls `report(first, span, count)` once for each line with wanted hits: the first hit, its run of adjoining ones,
/// how many there are.
template <class Wanted, class Report>
void by_line(const TextInput& input, Wanted wanted, Report report) {
  const Source& source = input.text.source();
  const auto& hits = input.facts.characters;
  for (std::size_t i = 0; i < hits.size(); ++i) {
    if (!wanted(hits[i])) continue;
    const CharHit& first = hits[i];
    const std::uint32_t line_end = source.line_span(source.line_of(first.begin)).end;
    Span span = first.span();
    int count = 1;
    for (; i + 1 < hits.size() && hits[i + 1].begin < line_end; ++i) {
      if (!wanted(hits[i + 1])) continue;
      if (hits[i + 1].begin == span.end) span.end = hits[i + 1].end;
      ++count;
    }
    report(first, span, count);
  }
}

struct CharPlaces {
  Span first;
  int count = 0;
};

/// Every character of the class, with its first place and how many there are.
[[nodiscard]] inline std::map<char32_t, CharPlaces> by_character(const TextInput& input, CharClass kind) {
  std::map<char32_t, CharPlaces> out;
  for (const CharHit& hit : input.facts.characters)
    if (hit.kind == kind) ++out.try_emplace(hit.code_point, CharPlaces{hit.span(), 0}).first->second.count;
  return out;
}

}  // namespace torikomi
