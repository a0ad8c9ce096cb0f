// Safe repairs: what they change, that they are idempotent, and that no value gets worse.
#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <array>

#include "golden/support.h"
#include "torikomi/check/repair.h"
#include "torikomi/text/decode.h"

namespace torikomi {
namespace {

struct Case {
  std::string_view name, before, after;
};

constexpr std::array kRepaired = {
    Case{"Kangxi radical", "⼤阪府", "大阪府"},
    Case{"radical of the supplement", "⺠間と⻑野", "民間と長野"},
    Case{"half-width kana", "ﾃﾞｰﾀとﾊﾟﾝ", "データとパン"},
    Case{"decomposed dakuten", "か\u3099く", "がく"},
    Case{"minus in a word", "サ−ビス", "サービス"},
    Case{"kanji one in a word", "デ一タ", "データ"},
    Case{"era in one character", "㍻29年", "平成29年"},
    Case{"blanks in a date", "平成 30 年 3 月 22 日", "平成30年3月22日"},
    Case{"blanks in a short date", "R6. 6. 7", "R6.6.7"},
    Case{"a list of months behind a date", "平成 30 年 3 月 4 月", "平成30年3月 4 月"},
    Case{"one repair behind another", "ﾃ−ﾃ", "テーテ"},
    Case{"blanks in a date of radicals", "令和 6 年 3 ⽉", "令和6年3月"},
    Case{"small kana of a reading", "すみたちよう 住田町", "すみたちょう 住田町"},
};

constexpr std::array<std::string_view, 11> kLeftAlone = {
    "6月 7月", "11月 12月 1月", "平成29年 30年 31年", "大阪府",  "サービス", "一般会計 一つ", "3 年次計画",
    "2 回",    "3.5 6.5",       "ももちよう とは",    "髙橋 﨑",
};

std::string repaired(std::string_view text) { return apply_repairs(text, find_repairs(text)); }

TEST(Repair, MendsWhatItShould) {
  for (const Case& one : kRepaired) EXPECT_EQ(repaired(one.before), one.after) << one.name;
}

TEST(Repair, LeavesTheRestAlone) {
  for (const std::string_view text : kLeftAlone) EXPECT_EQ(repaired(text), text);
}

TEST(Repair, ASecondRunChangesNothing) {
  constexpr std::array<std::string_view, 22> kPieces = {
      "⼤", "⺠", "ﾃ",      "ﾞ",      "サ", "−",        "一", "タ", "㍻",     "30",       " ",
      "年", "月", "ちよう", "住田町", "\n", "か\u3099", "⽉", "⽇", "住⽥町", "カ\u3099", "⼀"};
  EXPECT_TRUE(rc::check([&] {
    std::string text;
    const auto pieces = *rc::gen::container<std::vector<std::size_t>>(rc::gen::inRange<std::size_t>(0, kPieces.size()));
    for (const std::size_t piece : pieces) text += kPieces[piece];
    const auto repairs = find_repairs(text);
    std::uint32_t done = 0;
    for (const Repair& repair : repairs) {
      RC_ASSERT(done <= repair.span.begin && repair.span.begin < repair.span.end && repair.span.end <= text.size());
      done = repair.span.end;
    }
    const std::string once = apply_repairs(text, repairs);
    RC_ASSERT(find_repairs(once).empty());
    RC_ASSERT(std::count(once.begin(), once.end(), '\n') == std::count(text.begin(), text.end(), '\n'));
  }));
}

/// What a value is, whatever its place: ids, spans and the printed words aside.
bool is_value(const ColumnInfo& column) {
  return column.type != ColumnType::id && !column.name.ends_with("raw") && column.name != "findings";
}

TEST(Repair, ValuesOfEveryReportAreTheSameOrBetter) {
  for (const auto& path : testing::all_reports()) {
    auto decoded = decode(testing::read_file(path), "report");
    ASSERT_TRUE(decoded);
    const auto before = testing::ingest_bytes(decoded->text);
    const auto after = testing::ingest_bytes(repaired(decoded->text));
    ASSERT_TRUE(before && after) << path;
    for (const Table& table : before->records.tables()) {
      const Table& mended = after->records[table.info().id];
      if (table.info().name == "diagnostics") {
        EXPECT_LE(mended.size(), table.size()) << path;
        continue;
      }
      ASSERT_EQ(mended.size(), table.size()) << path << " " << table.info().name;
      for (std::size_t i = 0; i < table.size(); ++i) {
        for (std::size_t c = 0; c < table.info().columns.size(); ++c) {
          const ColumnInfo& column = table.info().columns[c];
          // words may lose blanks; everything that was read from them may not change
          const bool words = column.type == ColumnType::text || column.type == ColumnType::narrative;
          if (!is_value(column) || words || table.row(i)[c].empty()) continue;
          std::string left, right;
          table.row(i)[c].append_to(left);
          mended.row(i)[c].append_to(right);
          EXPECT_EQ(left, right) << path << " " << table.info().name << "." << column.name << " row " << i;
        }
      }
    }
  }
}

}  // namespace
}  // namespace torikomi
