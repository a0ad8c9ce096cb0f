// What must hold for every report, samples and references alike.
#include <gtest/gtest.h>
#include <unicode/localpointer.h>
#include <unicode/ucnv.h>
#include <unicode/unistr.h>

#include <optional>
#include <string>

#include "support.h"

namespace torikomi {
namespace {

using testing::all_reports;
using testing::ingest_bytes;
using testing::read_file;

bool is_raw(std::string_view column) { return column == "raw" || column.ends_with("_raw"); }

TEST(Properties, RawCellsAreTheSourceAtTheirSpan) {
  std::size_t checked = 0;
  for (const auto& path : all_reports()) {
    const auto document = ingest_bytes(read_file(path));
    ASSERT_TRUE(document) << path;
    for (const Table& table : document->records.tables()) {
      for (std::size_t i = 0; i < table.size(); ++i) {
        const ConstRow row = table.row(i);
        for (std::size_t c = 0; c < row.size(); ++c) {
          if (!row[c].span()) continue;
          ASSERT_LE(row[c].span()->end, document->source->text().size());
          ASSERT_LT(row[c].span()->begin, row[c].span()->end);
          if (!is_raw(table.info().columns[c].name)) continue;
          EXPECT_EQ(row[c].text(), document->source->slice(*row[c].span()))
              << path << " " << table.info().name << " " << i;
          ++checked;
        }
      }
    }
  }
  EXPECT_GT(checked, 50U);
}

TEST(Properties, EveryLineIsAccountedFor) {
  for (const auto& path : all_reports()) {
    const auto document = ingest_bytes(read_file(path));
    ASSERT_TRUE(document) << path;
    EXPECT_TRUE(document->records.unclaimed.empty()) << path;
    EXPECT_EQ(document->records[TableId::documents].row(0)[col::documents::coverage].decimal(), Decimal(1)) << path;
  }
}

/// Every cell but what names the bytes: ids, source, encoding, the further lines of an excerpt, which is cut at a
/// number of bytes.
std::string comparable(const Document& document) {
  std::string out;
  const std::string_view id = document.records[TableId::documents].row(0)[col::documents::document_id].text();
  for (const Table& table : document.records.tables()) {
    for (std::size_t i = 0; i < table.size(); ++i) {
      out += std::string(table.info().name) + "\n";
      const ConstRow row = table.row(i);
      for (std::size_t c = 0; c < row.size(); ++c) {
        const std::string_view name = table.info().columns[c].name;
        if (name == "source" || name == "encoding") continue;
        std::string value;
        row[c].append_to(value);
        if (value.starts_with(id)) value.erase(0, id.size());
        if (name == "excerpt") value.resize(std::min(value.find_first_of("\r\n"), value.size()));
        if (name.ends_with("raw")) std::erase(value, '\r');  // the characters that were printed, line ends and all
        out += std::string(name) + "=" + value + "\n";
      }
    }
  }
  return out;
}

std::string with_crlf(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == '\n') out += '\r';
    out += c;
  }
  return out;
}

TEST(Properties, LineEndsChangeNothing) {
  for (const auto& path : all_reports()) {
    const std::string bytes = read_file(path);
    if (bytes.find('\r') != std::string::npos) continue;
    const auto lf = ingest_bytes(bytes);
    const auto crlf = ingest_bytes(with_crlf(bytes));
    ASSERT_TRUE(lf && crlf) << path;
    EXPECT_EQ(comparable(*lf), comparable(*crlf)) << path;
  }
}

/// CP932 has no U+2014 and takes U+FF5E for a tilde; texts with other characters that it lacks are left out.
std::optional<std::string> as_cp932(std::string text) {
  for (std::size_t at = text.find("—"); at != std::string::npos; at = text.find("—", at)) text.replace(at, 3, "－");
  UErrorCode status = U_ZERO_ERROR;
  const icu::LocalUConverterPointer converter(ucnv_open("ibm-943_P15A-2003", &status));
  ucnv_setFromUCallBack(converter.getAlias(), UCNV_FROM_U_CALLBACK_STOP, nullptr, nullptr, nullptr, &status);
  const icu::UnicodeString wide = icu::UnicodeString::fromUTF8(text);
  std::string out(static_cast<std::size_t>(wide.length()) * 2 + 16, '\0');
  const int32_t size = ucnv_fromUChars(converter.getAlias(), out.data(), static_cast<int32_t>(out.size()),
                                       wide.getBuffer(), wide.length(), &status);
  if (U_FAILURE(status)) return std::nullopt;
  out.resize(static_cast<std::size_t>(size));
  return out;
}

TEST(Properties, TheEncodingChangesNothing) {
  std::size_t compared = 0;
  for (const auto& path : all_reports()) {
    std::string text = read_file(path);
    const auto bytes = as_cp932(text);
    if (!bytes) continue;
    for (std::size_t at = text.find("—"); at != std::string::npos; at = text.find("—", at)) text.replace(at, 3, "－");
    const auto utf8 = ingest_bytes(text);
    const auto cp932 = ingest_bytes(*bytes);
    ASSERT_TRUE(utf8 && cp932) << path;
    const std::string_view encoding = cp932->records[TableId::documents].row(0)[col::documents::encoding].text();
    EXPECT_TRUE(encoding == "shift_jis" || encoding == "windows-31j") << path << " " << encoding;
    EXPECT_EQ(comparable(*utf8), comparable(*cp932)) << path;
    ++compared;
  }
  EXPECT_GT(compared, 0U);
}

TEST(Properties, TheSameBytesGiveTheSameRecords) {
  for (const auto& path : all_reports()) {
    const std::string bytes = read_file(path);
    const auto first = ingest_bytes(bytes);
    const auto second = ingest_bytes(bytes);
    ASSERT_TRUE(first && second) << path;
    EXPECT_EQ(dump(*first, DumpStage::kRecords), dump(*second, DumpStage::kRecords)) << path;
  }
}

TEST(Properties, ASecondThreadChangesNothing) {
  for (const auto& path : all_reports()) {
    const std::string bytes = read_file(path);
    const auto alone = ingest_bytes(bytes, "report.txt", false);
    const auto helped = ingest_bytes(bytes, "report.txt", true);
    ASSERT_TRUE(alone && helped) << path;
    EXPECT_EQ(dump(*alone, DumpStage::kRecords), dump(*helped, DumpStage::kRecords)) << path;
    EXPECT_EQ(alone->diagnostics.all().size(), helped->diagnostics.all().size()) << path;
  }
}

}  // namespace
}  // namespace torikomi
