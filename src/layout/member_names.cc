#include "layout/member_names.h"

#include <algorithm>
#include <string>

#include "layout/cell_words.h"
#include "layout/spaced_name.h"
#include "torikomi/core/utf8.h"

namespace torikomi::shapes {
namespace {

/// 会長, 委  員, 3番, 15番委員: what stands before the name of a member.
bool stands_before_member(std::string_view letters) {
  const std::size_t seat = letters.find_first_not_of("0123456789");
  if (seat == 0 || seat == letters.npos) return seat == 0 && utf8::count(letters) == post_letters(letters);
  const std::string_view behind = letters.substr(seat);
  return behind == "番" || behind == "番委員" || behind == "番議員";
}

/// 2番 小林   剛: the seat one blank before the family name, and a given name of one letter behind a gap.
bool join_behind_seat(std::string_view text, WordLine& line, std::size_t i) {
  constexpr std::uint32_t kWidest = 3;
  constexpr std::size_t kMostFamily = 4;  // letters
  Segment& seat = line.segments[i];
  const Segment given = line.segments[i + 1];
  if (seat.last != seat.first + 1 || given.first != given.last || line.words[given.first].gap > kWidest) return false;
  if (!is_letter(slice(text, line.words[given.first].span)) ||
      utf8::count(slice(text, line.words[seat.last].span)) > kMostFamily ||
      !stands_before_member(slice(text, line.words[seat.first].span)))
    return false;
  seat.last = given.last;
  line.segments.erase(line.segments.begin() + static_cast<std::ptrdiff_t>(i) + 1);
  return true;
}

}  // namespace

void join_names_of_members(std::string_view text, WordLine& line) {
  constexpr std::uint32_t kTimesWider = 3, kWidest = 3;
  constexpr std::size_t kMostFamily = 3, kMostGiven = 3;  // letters
  const auto letters = [&](const Segment& part) {
    std::string out;
    for (std::uint32_t w = part.first; w <= part.last; ++w) out += slice(text, line.words[w].span);
    return out;
  };
  const auto is_ascii = [](char c) { return static_cast<unsigned char>(c) < 0x80; };
  for (std::size_t i = 0; i + 1 < line.segments.size(); ++i) {
    if (join_behind_seat(text, line, i) || i + 2 >= line.segments.size()) continue;
    Segment& family = line.segments[i + 1];
    const Segment given = line.segments[i + 2];
    const std::string name = letters(given);
    if (utf8::count(name) > kMostGiven || std::any_of(name.begin(), name.end(), is_ascii)) continue;
    const std::size_t own = utf8::count(letters(family));
    const std::uint32_t words = family.last - family.first + 1;
    const bool spread = words > 1 && words == own && own <= kMostFamily &&
                        line.words[given.first].gap <= kTimesWider * line.words[family.last].gap;
    // 三好   昇: two letters and more, and one behind a gap
    const bool short_name = words == 1 && own > 1 && own <= kMostFamily && utf8::count(name) == 1 &&
                            line.words[given.first].gap <= kWidest && is_letter(name);
    if ((!spread && !short_name) || !stands_before_member(letters(line.segments[i]))) continue;
    family.last = given.last;
    line.segments.erase(line.segments.begin() + static_cast<std::ptrdiff_t>(i) + 2);
  }
}

}  // namespace torikomi::shapes
