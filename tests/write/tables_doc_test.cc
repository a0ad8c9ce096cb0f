// docs/tables.md is written from the lists of columns: TORIKOMI_UPDATE=1 writes it anew.
#include "torikomi/record/tables_doc.h"

#include <gtest/gtest.h>

#include <cstdlib>

#include "write/support.h"

namespace torikomi {
namespace {

TEST(TablesDoc, IsWhatTheColumnsSay) {
  const std::string path = TORIKOMI_REPOSITORY "/docs/tables.md";
  if (std::getenv("TORIKOMI_UPDATE") != nullptr) testing::put(path, tables_doc());  // NOLINT(concurrency-mt-unsafe)
  EXPECT_EQ(testing::contents(path), tables_doc()) << "docs/tables.md is out of date: run again with TORIKOMI_UPDATE=1";
}

}  // namespace
}  // namespace torikomi
