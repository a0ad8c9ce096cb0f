// Lines that are nothing but a page number.
#include "layout/lines.h"
#include "torikomi/core/utf8.h"

namespace torikomi::shapes {
namespace {

constexpr std::size_t kLongest = 40;  ///< bytes

/// Digits at `at`; moves it behind them. Nothing where there are none or more than four.
std::optional<std::uint32_t> read_digits(std::string_view words, std::size_t& at) {
  std::uint32_t number = 0;
  std::size_t digits = 0;
  for (; at < words.size() && words[at] >= '0' && words[at] <= '9'; ++at, ++digits) {
    if (digits == 4) return std::nullopt;
    number = number * 10 + static_cast<std::uint32_t>(words[at] - '0');
  }
  if (digits == 0) return std::nullopt;
  return number;
}

void skip(std::string_view words, std::size_t& at, std::string_view what) {
  while (at < words.size() && what.find(words[at]) != std::string_view::npos) ++at;
}

bool eat(std::string_view words, std::size_t& at, std::string_view what) {
  if (!words.substr(at).starts_with(what)) return false;
  at += what.size();
  return true;
}

/// - 12 - or ― 12 ―, with the dash that the line opened with.
bool eat_dash(std::string_view words, std::size_t& at) {
  for (const std::string_view dash : {"-", "—", "―", "ー", "~", "・"})
    if (eat(words, at, dash)) {
      while (eat(words, at, dash)) {
      }
      skip(words, at, " ");
      return true;
    }
  return false;
}

}  // namespace

std::optional<PageNumber> read_page_number(std::string_view words) {
  if (words.empty() || words.size() > kLongest) return std::nullopt;
  std::size_t at = 0;
  const bool dashed = eat_dash(words, at);
  bool certain = false;
  if (!dashed) {
    for (const std::string_view head : {"Page", "page", "PAGE", "P", "p"}) {
      if (!eat(words, at, head)) continue;
      eat(words, at, ".");
      certain = true;
      break;
    }
  }
  skip(words, at, " ");
  const auto number = read_digits(words, at);
  if (!number) return std::nullopt;
  skip(words, at, " ");
  if (dashed) {
    if (!eat_dash(words, at)) return std::nullopt;
    certain = true;
  } else if (eat(words, at, "/")) {
    // 3/12: page of pages. It may be a date, so that the text must tell
    skip(words, at, " ");
    const auto pages = read_digits(words, at);
    if (!pages || *pages < *number) return std::nullopt;
    certain = certain || *pages > 31;
  } else if (eat(words, at, "ページ") || eat(words, at, "頁")) {
    certain = true;
  }
  if (at != words.size()) return std::nullopt;
  return PageNumber{*number, certain};
}

}  // namespace torikomi::shapes
