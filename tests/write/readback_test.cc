// Other programs read what the writers wrote: Python's csv and sqlite3, openpyxl, Miller. Each is skipped where it is
// not installed. tests/e2e/readback_test.sh does the same with the samples.
#include <gtest/gtest.h>
#include <sys/wait.h>

#include <cstdlib>
#include <string>
#include <vector>

#include "write/support.h"
#include "write/xlsx/xlsx.h"

namespace torikomi {
namespace {

using testing::sample_document;
using testing::TemporaryFolder;
using testing::write_all;

int run(const std::string& command) {
  const int status = std::system(command.c_str());  // NOLINT(concurrency-mt-unsafe)
  return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

/// Debian's own Python, which sees Debian's modules.
std::string python() { return std::filesystem::exists("/usr/bin/python3") ? "/usr/bin/python3" : "python3"; }

/// Texts that formats trip over.
Records nasty_document(std::string& source) {
  Records out = sample_document("feedfacecafe");
  for (int i = 1; i <= 40; ++i) source += "第" + std::to_string(i) + "行\n";
  out.source_text = source;
  const std::string_view texts[] = {"  blanks before and after  ",
                                    "<a href=\"x\">&amp;</a>",
                                    "=1+1",
                                    "-",
                                    "'quoted'",
                                    "1,234",
                                    "007",
                                    "1E5",
                                    "\ttab",
                                    "𠮷野家 ①★",
                                    "— ～ −",
                                    "https://example.jp/",
                                    "TRUE",
                                    "2017-10-01",
                                    "_x0041_",
                                    "a\r\nb\rc\n\nd",
                                    "the last one is replaced"};
  std::string many_lines;
  for (int i = 0; i < 600; ++i) many_lines += "・項目\n";
  std::string endless;
  for (int i = 0; i < 40'000; ++i) endless += "長";
  for (const std::string_view text : texts) {
    const auto row = out[TableId::sections].add();
    row[col::sections::document_id] = "feedfacecafe";
    row[col::sections::section_id] = out.keep("feedfacecafe-h" + std::to_string(out[TableId::sections].size()));
    row[col::sections::heading] = Cell(text).at({1, 2});
    row[col::sections::text] = out.keep(text);
    row[col::sections::line_start] = 1;
  }
  const auto last = [&] { return out[TableId::sections].row(out[TableId::sections].size() - 1); };
  last()[col::sections::text] = out.keep(many_lines);
  last()[col::sections::heading] = out.keep(endless);
  const auto value = out[TableId::kpi_values].add();
  value[col::kpi_values::document_id] = "feedfacecafe";
  value[col::kpi_values::value] = *Decimal::parse("123456.789012345");
  return out;
}

class Readback : public ::testing::TestWithParam<const char*> {
 protected:
  void check(const char* what) {
    const int code =
        run(python() + " " + TORIKOMI_REPOSITORY "/tests/write/readback.py " + folder_.path() + " " + what);
    if (code == 77 || code == 127) GTEST_SKIP() << "no Python with the module for " << what;
    EXPECT_EQ(code, 0);
  }

  TemporaryFolder folder_;
  std::string source_;
};

TEST_P(Readback, EveryFormatEqualsTheJsonCellByCell) {
  const Records nasty = nasty_document(source_);
  Records plain = sample_document();
  plain.source_text = source_;
  const std::vector<const Records*> documents = {&plain, &nasty};
  ASSERT_TRUE(write_all("json", folder_ / "a.json", documents));
  WriteOptions options;
  options.header = HeaderStyle::kName;
  ASSERT_TRUE(write_all("csv", folder_ / "data", documents, options));
  options.profile = CsvProfile::kExcel;
  ASSERT_TRUE(write_all("csv", folder_ / "excel", documents, options));
  options.encoding = CsvEncoding::kCp932;
  ASSERT_TRUE(write_all("csv", folder_ / "cp932", {&plain}, options));
  ASSERT_TRUE(write_all("sqlite", folder_ / "a.sqlite", documents));
  ASSERT_TRUE(write_all("xlsx", folder_ / "tables.xlsx", documents, options));
  auto streamed = open_xlsx_with(folder_ / "streamed.xlsx", options, 0);
  ASSERT_TRUE(streamed);
  for (const Records* document : documents) ASSERT_TRUE((*streamed)->write(*document));
  ASSERT_TRUE((*streamed)->finish());
  check(GetParam());
}

INSTANTIATE_TEST_SUITE_P(Programs, Readback, ::testing::Values("csv", "package", "sqlite", "xlsx"),
                         [](const auto& test) { return std::string(test.param); });

}  // namespace
}  // namespace torikomi
