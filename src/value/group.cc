#include "torikomi/value/group.h"

#include <algorithm>
#include <array>

#include "torikomi/core/utf8.h"

namespace torikomi {
namespace {

struct KnownWord {
  std::string_view word;
  GroupWord::Group group;
};

using Group = GroupWord::Group;

/// Contract, "Values", schedule_id: longest first, as one may hold another.
constexpr std::array kKnown = {
    KnownWord{"全関係市町村", Group::kInvolved}, KnownWord{"全関係市町", Group::kInvolved},
    KnownWord{"全関係市", Group::kInvolved},     KnownWord{"全関係町村", Group::kInvolved},
    KnownWord{"関係市町村", Group::kInvolved},   KnownWord{"関係市町", Group::kInvolved},
    KnownWord{"全連携市町村", Group::kAll},      KnownWord{"全連携市町", Group::kAll},
    KnownWord{"全構成市町村", Group::kAll},      KnownWord{"全構成市町", Group::kAll},
    KnownWord{"連携市町村", Group::kAll},        KnownWord{"連携市町", Group::kAll},
    KnownWord{"構成市町村", Group::kAll},        KnownWord{"構成市町", Group::kAll},
    KnownWord{"圏域市町村", Group::kAll},        KnownWord{"圏域市町", Group::kAll},
    KnownWord{"全市町村", Group::kAll},          KnownWord{"全市町", Group::kAll},
};

/// What may stand before and behind such a word and belongs to it.
constexpr std::array<std::string_view, 4> kLeads = {"連携中枢都市圏", "圏域内", "定住自立圏", "圏域"};
constexpr std::array<std::string_view, 2> kTails = {"合同", "全て"};

std::uint32_t read_digits(std::string_view text, std::size_t at, int& number) {
  number = 0;
  std::size_t end = at;
  while (end < text.size() && end - at < 4 && text[end] >= '0' && text[end] <= '9')
    number = number * 10 + (text[end++] - '0');
  return static_cast<std::uint32_t>(end - at);
}

std::size_t skip_unit(std::string_view text, std::size_t at) {
  for (const std::string_view unit : {"市町村", "市町", "町村", "市", "町", "村", "自治体", "団体"})
    if (text.substr(at).starts_with(unit)) return at + unit.size();
  return at;
}

/// 3市5町, 12市町合同, 6~7市町; at a digit.
std::optional<GroupWord> count_at(std::string_view text, std::size_t begin) {
  GroupWord found;
  found.begin = static_cast<std::uint32_t>(begin);
  found.group = Group::kCount;
  int sum = 0;
  int parts = 0;
  std::size_t at = begin;
  while (at < text.size()) {
    int number = 0;
    std::size_t behind = at + read_digits(text, at, number);
    if (behind == at) break;
    if (parts == 0 && behind < text.size() && text[behind] == '~') {
      int high = 0;
      const std::uint32_t size = read_digits(text, behind + 1, high);
      if (size > 0) {
        found.total_high = high;
        behind += 1 + size;
      }
    }
    const std::size_t unit = skip_unit(text, behind);
    if (unit == behind) break;
    sum += number;
    ++parts;
    at = unit;
  }
  if (parts == 0) return std::nullopt;
  for (const std::string_view tail : kTails)
    if (text.substr(at).starts_with(tail)) at += tail.size();
  // 3市 alone counts only where 合同 or a second part shows that bodies are meant; 12市町 always does
  const std::string_view words = text.substr(begin, at - begin);
  const bool clear = parts > 1 || words.find("市町") != words.npos || words.find("町村") != words.npos ||
                     words.find("合同") != words.npos;
  if (!clear) return std::nullopt;
  found.end = static_cast<std::uint32_t>(at);
  found.total = sum;
  return found;
}

std::optional<GroupWord> known_at(std::string_view text, std::size_t begin) {
  std::size_t at = begin;
  for (const std::string_view lead : kLeads) {
    if (!text.substr(at).starts_with(lead)) continue;
    at += lead.size();
    break;
  }
  for (const KnownWord& known : kKnown) {
    if (!text.substr(at).starts_with(known.word)) continue;
    std::size_t end = at + known.word.size();
    for (const std::string_view tail : kTails)
      if (text.substr(end).starts_with(tail)) end += tail.size();
    return GroupWord{static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end), known.group, {}, {}};
  }
  return std::nullopt;
}

void add_names(std::string_view text, std::size_t begin, std::size_t end, AbsentName list,
               std::vector<AbsentName>& out) {
  for (std::size_t at = begin; at < end;) {
    std::size_t stop = at;
    std::size_t separator = 0;
    while (stop < end && separator == 0) {
      for (const std::string_view mark : {"、", "・", ",", " ", ")", "(", "\v"})
        if (text.substr(stop).starts_with(mark)) separator = mark.size();
      if (separator == 0) stop += utf8::decode(text, stop).size;
    }
    if (stop > at) {
      list.begin = static_cast<std::uint32_t>(at);
      list.end = static_cast<std::uint32_t>(stop);
      out.push_back(list);
    }
    at = stop + (separator == 0 ? 1 : separator);
  }
}

}  // namespace

std::vector<GroupWord> find_groups(std::string_view text) {
  std::vector<GroupWord> out;
  for (std::size_t at = 0; at < text.size();) {
    const bool digit = text[at] >= '0' && text[at] <= '9';
    const auto found = digit ? count_at(text, at) : known_at(text, at);
    if (found) {
      out.push_back(*found);
      at = found->end;
    } else if (digit) {
      while (at < text.size() && text[at] >= '0' && text[at] <= '9') ++at;
    } else {
      at += utf8::decode(text, at).size;
    }
  }
  return out;
}

std::vector<AbsentName> find_absent(std::string_view text) {
  std::vector<AbsentName> out;
  constexpr std::string_view kAbsent = "欠席";
  for (std::size_t at = text.find(kAbsent); at != text.npos; at = text.find(kAbsent, at + kAbsent.size())) {
    std::size_t begin = at + kAbsent.size();
    for (const std::string_view mark : {"者", "は", ":", " "})
      if (text.substr(begin).starts_with(mark)) begin += mark.size();
    std::size_t end = std::min(text.find(')', begin), text.size());
    const bool opened = at > 0 && text[at - 1] == '(';
    AbsentName list;
    list.list_begin = static_cast<std::uint32_t>(opened ? at - 1 : at);
    list.list_end = static_cast<std::uint32_t>(opened && end < text.size() ? end + 1 : end);
    add_names(text, begin, end, list, out);
  }
  constexpr std::string_view kExcept = "を除く";
  if (const std::size_t stop = text.find(kExcept); stop != text.npos) {
    const std::size_t open = text.rfind('(', stop);
    const std::size_t begin = open == text.npos ? 0 : open + 1;
    AbsentName list;
    list.list_begin = static_cast<std::uint32_t>(open == text.npos ? 0 : open);
    list.list_end = static_cast<std::uint32_t>(stop + kExcept.size());
    add_names(text, begin, stop, list, out);
  }
  return out;
}

}  // namespace torikomi
