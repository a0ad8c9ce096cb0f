#include "torikomi/record/records.h"

#include <fmt/format.h>

#include <cstring>
#include <iterator>

namespace torikomi {

void Cell::append_to(std::string& out) const {
  switch (scalar_.index()) {
    case 1:
      out += std::get<bool>(scalar_) ? "true" : "false";
      break;
    case 2:
      fmt::format_to(std::back_inserter(out), "{}", std::get<std::int64_t>(scalar_));
      break;
    case 3:
      out += std::get<Decimal>(scalar_).to_string();
      break;
    case 4:
      out += std::get<std::string_view>(scalar_);
      break;
    default:
      break;
  }
}

std::string_view TextArena::keep(std::string_view text) {
  if (text.empty()) return {};
  if (text.size() > left_) {
    blocks_.emplace_back(text.size() > kBlock ? text.size() : kBlock);
    left_ = blocks_.back().size();
  }
  char* place = blocks_.back().data() + (blocks_.back().size() - left_);
  std::memcpy(place, text.data(), text.size());
  left_ -= text.size();
  return {place, text.size()};
}

Records::Records() {
  for (const TableInfo& info : all_tables()) tables_.emplace_back(info);
}

}  // namespace torikomi
