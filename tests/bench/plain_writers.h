// What the libraries cost by themselves: the same cells, written by the shortest loop that does it. No types, widths,
// filters, dictionary, keys or spans.
#pragma once

#include <memory>
#include <string>

#include "torikomi/write/writer.h"

namespace torikomi::bench {

/// One sheet a table, every cell as text or number, constant-memory mode.
[[nodiscard]] std::unique_ptr<Writer> plain_xlsx(const std::string& target);
/// One table a table, prepared inserts in one transaction.
[[nodiscard]] std::unique_ptr<Writer> plain_sqlite(const std::string& target);

}  // namespace torikomi::bench
