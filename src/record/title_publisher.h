// Who published a report, where only its title tells.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "torikomi/value/municipality.h"

namespace torikomi {

struct TitlePublisher {
  std::uint32_t begin = 0, end = 0;    ///< bytes of the title
  const Municipality* body = nullptr;  ///< the municipality that it is, or is an organ of; null: a body without a code
};

/// 令和5年度 天童市事務事業評価 -> 天童市; 山形市議会だより -> 山形市議会; 最上広域事務組合 事業報告書 ->
/// 最上広域事務組合. The name must begin the title, behind the year, the number of a meeting or brackets (【資料1】).
[[nodiscard]] std::optional<TitlePublisher> find_publisher(std::string_view title, const NameContext& context);

}  // namespace torikomi
