// `--preset event` and CSVW: the other forms of CSV.
#include <gtest/gtest.h>

#include <string>

#include "write/csvw.h"
#include "write/support.h"

namespace torikomi {
namespace {

using testing::contents;
using testing::sample_document;
using testing::TemporaryFolder;

/// Two dated events, one of them with a host, and one activity without a date.
Records events() {
  Records out = sample_document();
  out[TableId::documents].row(0)[col::documents::publisher] = "札幌市まちづくり政策局";
  const Row first = out[TableId::schedules].row(0);
  first[col::schedules::activity] = "担当者会議";
  first[col::schedules::date_raw] = "10月頃";
  first[col::schedules::content] = "計画,日程";
  const Row second = out[TableId::schedules].add();
  second[col::schedules::document_id] = "0123456789ab";
  second[col::schedules::measure_id] = "0123456789ab-m1";
  second[col::schedules::schedule_id] = "0123456789ab-s2";
  second[col::schedules::precision] = "day";
  second[col::schedules::date_raw] = "5月1日";
  second[col::schedules::start_date] = "2018-05-01";
  second[col::schedules::end_date] = "2018-05-01";
  second[col::schedules::place] = "市民会館";
  const Row undated = out[TableId::schedules].add();
  undated[col::schedules::activity] = "随時の協議";
  const Row host = out[TableId::participants].add();
  host[col::participants::schedule_id] = "0123456789ab-s2";
  host[col::participants::role] = "host";
  host[col::participants::name] = "札幌市";
  return out;
}

constexpr std::string_view kHeader =
    "都道府県コード又は市区町村コード,NO,都道府県名,市区町村名,イベント名,イベント名_カナ,イベント名_英語,開始日,"
    "終了日,"
    "開始時間,終了時間,開始日時特記事項,説明,料金(基本),料金(詳細),連絡先名称,連絡先電話番号,連絡先内線番号,主催者,"
    "場所名称,住所,方書,緯度,経度,アクセス方法,駐車場情報,定員,参加申込終了日,参加申込終了時間,参加申込方法,URL,備考";

TEST(EventList, HasTheHeaderOfTheStandardAndOneRowForEachDatedEvent) {
  const TemporaryFolder folder;
  WriteOptions options;
  options.preset = Preset::kEvents;
  auto writer = open_writer("csv", folder / "events.csv", options);
  ASSERT_TRUE(writer);
  const Records document = events();
  ASSERT_TRUE((*writer)->write(document));
  ASSERT_TRUE((*writer)->finish());
  EXPECT_EQ(contents(folder / "events.csv"),
            std::string(kHeader) +
                "\n011002,0000000001,北海道,札幌市,担当者会議,,,2017-10-01,2017-10-31,13:30,,10月頃,\"計画,日程\",,,"
                "札幌市まちづくり政策局,,,,,,,,,,,,,,,,\n"
                "011002,0000000002,北海道,札幌市,=合計する事業,,,2018-05-01,2018-05-01,,,,=合計する事業,,,"
                "札幌市まちづくり政策局,,,札幌市,市民会館,,,,,,,,,,,,\n");
  const auto notes = (*writer)->notes();
  ASSERT_EQ(notes.size(), 2U);
  EXPECT_NE(notes[0].en.find("イベント名_カナ (2/2)"), std::string::npos) << notes[0].en;
  EXPECT_NE(notes[0].en.find("場所名称 (1/2)"), std::string::npos) << notes[0].en;
  EXPECT_EQ(notes[0].en.find("開始日 "), std::string::npos) << notes[0].en;
  EXPECT_NE(notes[1].en.find("1 activities"), std::string::npos) << notes[1].en;
}

TEST(EventList, TakesProfilesAndEncodingsAsCsvDoes) {
  const TemporaryFolder folder;
  WriteOptions options;
  options.preset = Preset::kEvents;
  options.profile = CsvProfile::kExcel;
  const Records document = events();
  ASSERT_TRUE(testing::write_all("csv", folder / "a.csv", {&document}, options));
  const std::string text = contents(folder / "a.csv");
  EXPECT_TRUE(text.starts_with("\xEF\xBB\xBF都道府県コード"));
  EXPECT_NE(text.find(",'=合計する事業,"), std::string::npos);
  options.encoding = CsvEncoding::kCp932;
  ASSERT_TRUE(testing::write_all("csv", folder / "b.csv", {&document}, options));
  EXPECT_TRUE(contents(folder / "b.csv").starts_with("\x93\x73"));  // 都
  Records other = events();
  other[TableId::schedules].row(0)[col::schedules::place] = "会場🎪";
  const auto refused = testing::write_all("csv", folder / "c.csv", {&other}, options);
  ASSERT_FALSE(refused);
  EXPECT_NE(refused.error().message.en.find("U+1F3AA"), std::string::npos);
  EXPECT_NE(refused.error().message.en.find("担当者会議"), std::string::npos) << "the place is named";
}

TEST(Csvw, StandsBesideTheTablesOnRequest) {
  const TemporaryFolder folder;
  const Records document = sample_document();
  ASSERT_TRUE(testing::write_all("csv", folder / "plain", {&document}));
  WriteOptions options;
  options.csvw = true;
  ASSERT_TRUE(testing::write_all("csv", folder / "described", {&document}, options));
  EXPECT_EQ(contents(folder / "plain/csv-metadata.json"), "");
  const std::string text = contents(folder / "described/csv-metadata.json");
  EXPECT_EQ(text, csvw_metadata(options));
  EXPECT_EQ(contents(folder / "plain/measures.csv"), contents(folder / "described/measures.csv"));
  for (const TableInfo& table : all_tables()) {
    EXPECT_NE(text.find(fmt::format("\"url\": \"{}.csv\"", table.name)), std::string::npos) << table.name;
  }
}

}  // namespace
}  // namespace torikomi
