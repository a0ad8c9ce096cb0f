// CSV in CP932: encodes records and remembers what cannot be encoded, so that the run can stop with a full list.
#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "torikomi/core/result.h"
#include "torikomi/record/records.h"

namespace torikomi {

class Cp932Encoder {
 public:
  /// Appends a record that was read from `row`. `source` is what people call the document.
  void append(std::string& out, std::string_view record, const TableInfo& table, ConstRow row, std::string_view source);
  /// Appends other text; `place` says where it is from.
  void append(std::string& out, std::string_view text, std::string_view place = {});
  /// Which characters stood in the way, and where.
  [[nodiscard]] std::optional<Error> error() const;

 private:
  struct Found {
    std::size_t count = 0;
    std::vector<std::string> places;  // the first few
  };
  void note(char32_t character, std::string place);

  std::map<char32_t, Found> missing_;
};

}  // namespace torikomi
