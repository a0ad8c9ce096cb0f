#include "title_publisher.h"

#include <algorithm>
#include <array>
#include <utility>
#include <vector>

#include "torikomi/core/utf8.h"
#include "torikomi/value/date.h"

namespace torikomi {
namespace {

/// How the name of a body without a code ends inside of a title.
constexpr std::array<std::string_view, 7> kBodyEnds = {"組合",   "広域連合", "連携中枢都市圏", "定住自立圏",
                                                       "協議会", "推進会議", "連携会議"};
/// Organs that publish under their own name.
constexpr std::array<std::string_view, 7> kOrgans = {"議会",     "教育委員会", "農業委員会",    "選挙管理委員会",
                                                     "監査委員", "協議会",     "社会福祉協議会"};
/// Behind a name these say that the report is about the body, not by it.
constexpr std::array<std::string_view, 9> kAbout = {"・",   "、",     "と", "及び", "における",
                                                    "での", "の事例", "等", "ほか"};

std::size_t skip_blanks(std::string_view title, std::size_t at) {
  while (at < title.size() && (title[at] == ' ' || title[at] == '\v' || title[at] == '\x1f')) ++at;
  return at;
}

bool may_name_body(std::string_view words) {
  constexpr std::array<std::string_view, 8> kLast = {"市", "町", "村", "区", "県", "都", "道", "府"};
  return std::any_of(kLast.begin(), kLast.end(), [&](std::string_view last) { return words.find(last) != words.npos; });
}

/// Behind 【…】, 資料1, 第2回 and 令和5年度(の).
std::size_t begin_of_name(std::string_view title) {
  std::size_t at = 0;
  for (bool again = true; again;) {
    again = false;
    at = skip_blanks(title, at);
    const std::string_view rest = title.substr(at);
    for (const auto& [open, close] :
         {std::pair<std::string_view, std::string_view>{"【", "】"}, {"(", ")"}, {"<", ">"}}) {
      const std::size_t end = rest.starts_with(open) ? rest.find(close) : rest.npos;
      if (end == rest.npos) continue;
      at += end + close.size();
      again = true;
    }
    if (rest.starts_with("第")) {
      const std::size_t end = rest.find("回");
      const bool number = end != rest.npos && rest.substr(0, end).find_first_of("0123456789") != rest.npos && end < 16;
      if (number) at += end + std::string_view("回").size();
      again = again || number;
    }
    const auto dates = find_dates(rest);
    if (!dates.empty() && dates.front().begin == 0) {
      at += dates.front().end;
      if (title.substr(at).starts_with("の")) at += std::string_view("の").size();
      again = true;
    }
  }
  return at;
}

/// The nearest of the endings, with two letters and more before it, and nothing that parts words.
template <std::size_t N>
std::size_t end_of_body(std::string_view words, const std::array<std::string_view, N>& endings) {
  std::size_t nearest = words.npos;
  for (const std::string_view ending : endings) {
    const std::size_t found = words.find(ending);
    if (found != words.npos) nearest = std::min(nearest, found + ending.size());
  }
  if (nearest == words.npos) return words.npos;
  const std::string_view name = words.substr(0, nearest);
  for (const std::string_view apart : {" ", "の", "を", "に", "、", "「", "(", "が", "・"})
    if (name.find(apart) != name.npos) return words.npos;
  const bool bare =
      std::any_of(endings.begin(), endings.end(), [&](std::string_view ending) { return name == ending; });
  return bare || utf8::count(name) < 4 ? words.npos : nearest;
}

}  // namespace

std::optional<TitlePublisher> find_publisher(std::string_view title, const NameContext& context) {
  const std::size_t begin = begin_of_name(title);
  const std::string_view rest = title.substr(begin);
  // the table of names is loaded when first asked: not for titles that hold none
  const auto names = may_name_body(rest) ? find_names(rest, context) : std::vector<NameMatch>();
  const NameMatch* name =
      !names.empty() && names.front().begin == 0 && names.front().body != nullptr ? &names.front() : nullptr;
  if (name != nullptr) {
    const std::string_view behind = rest.substr(name->end);
    if (std::any_of(kAbout.begin(), kAbout.end(), [&](std::string_view word) { return behind.starts_with(word); }))
      return std::nullopt;
  }
  const std::size_t organ = name != nullptr ? end_of_body(rest, kOrgans) : rest.npos;
  const std::size_t body = organ != rest.npos ? organ : (name != nullptr ? name->end : end_of_body(rest, kBodyEnds));
  if (body == rest.npos) return std::nullopt;
  return TitlePublisher{static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(begin + body),
                        name == nullptr || name->former ? nullptr : name->body};
}

}  // namespace torikomi
