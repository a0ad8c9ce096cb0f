// UTF-8 text -> bytes of a legacy encoding, for programs that read nothing else.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace torikomi {

/// A character that the encoding does not have.
struct Unencodable {
  std::size_t offset = 0;  ///< in the text that was given
  char32_t code_point = 0;
};

/// Appends `text` in CP932 (Windows-31J) to `out`. Characters that look the same and only have another number there are
/// mapped: — (U+2014) to ― (U+2015), 〜 (U+301C) to ～ (U+FF5E), − (U+2212) to － (U+FF0D), ‖ (U+2016) to ∥ (U+2225),
/// ¢ £ ¬ to their full-width forms, NBSP to a blank. Nothing else is approximated: every character without a place in
/// CP932 is reported and left out of `out`. REQUIRES: valid UTF-8. Thread-safe.
[[nodiscard]] std::vector<Unencodable> append_cp932(std::string& out, std::string_view text);

}  // namespace torikomi
