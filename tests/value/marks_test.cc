#include "torikomi/value/marks.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <string>
#include <vector>

namespace torikomi {
namespace {

std::string_view words(std::string_view text, std::uint32_t begin, std::uint32_t end) {
  return text.substr(begin, end - begin);
}

/// "★津山市 ■玉野市 -早島町": mark (- for none) and name of every entry.
std::string entries(std::string_view text, const MarkRow& row) {
  std::string out;
  for (const MarkedName& entry : row.entries) {
    if (!out.empty()) out += '|';
    out += entry.mark.empty() ? "-" : std::string(entry.mark);
    EXPECT_EQ(entry.mark, words(text, entry.mark_begin, entry.mark_end));
    out += words(text, entry.name_begin, entry.name_end);
  }
  return out;
}

std::string legends(const MarkRow& row) {
  std::string out;
  for (const Legend& legend : row.legends) {
    if (!out.empty()) out += '|';
    out += std::string(legend.symbol) + "=" + std::string(legend.meaning);
  }
  return out;
}

struct Case {
  const char* text;
  const char* entries;
  const char* legends;
  std::uint32_t marks;
  std::uint32_t stray;
};

class Marks : public testing::TestWithParam<Case> {};

TEST_P(Marks, AreReadWithTheirNames) {
  const Case& c = GetParam();
  const MarkRow row = parse_marks(c.text);
  EXPECT_EQ(entries(c.text, row), c.entries) << c.text;
  EXPECT_EQ(legends(row), c.legends) << c.text;
  EXPECT_EQ(row.marks, c.marks) << c.text;
  EXPECT_EQ(row.stray_marks, c.stray) << c.text;
}

INSTANTIATE_TEST_SUITE_P(
    Accepted, Marks,
    testing::Values(
        Case{"■津山市 □玉野市 ★瀬戸内市 ※提案市町は★印", "■津山市|□玉野市|★瀬戸内市", "★=提案市町", 3, 0},
        Case{"■ 津山市　□ 玉野市\t★ 瀬戸内市", "■津山市|□玉野市|★瀬戸内市", "", 3, 0},
        Case{"☐ 津山市 ☑ 赤磐市 ☐ 吉備中央町 ※提案市町は★印", "☐津山市|☑赤磐市|☐吉備中央町", "★=提案市町", 3, 0},
        // A box at the legend belongs to no name.
        Case{"☐ 津山市 ☑ 赤磐市 ☐ ※提案市町は★印", "☐津山市|☑赤磐市", "★=提案市町", 3, 1},
        Case{"☑ ☐ 津山市 ☑ 赤磐市 ☐", "☐津山市|☑赤磐市", "", 4, 2},
        Case{"■津山市、□玉野市、★瀬戸内市", "■津山市|□玉野市|★瀬戸内市", "", 3, 0},
        Case{"■津山市・□玉野市・", "■津山市|□玉野市", "", 2, 0},
        Case{"■津山市■玉野市□早島町", "■津山市|■玉野市|□早島町", "", 3, 0},
        Case{"\v\x1f☑津山市\v\x1f☐玉野市\v", "☑津山市|☐玉野市", "", 2, 0},
        Case{"関係市町 ●津山市 ○玉野市", "●津山市|○玉野市", "", 2, 0},
        Case{"○津山市 ×玉野市 ◎早島町", "○津山市|×玉野市|◎早島町", "", 3, 0},
        Case{"レ津山市 レ 玉野市", "レ津山市|レ玉野市", "", 2, 0},
        Case{"✔津山市 ☑\uFE0F玉野市", "✔津山市|☑\uFE0F玉野市", "", 2, 0},
        // Any body can be a name, blanks inside included.
        Case{"■岡山県 □東備消防組合 ☑岡山 県立大学", "■岡山県|□東備消防組合|☑岡山 県立大学", "", 3, 0},
        Case{"■まち・ひと推進協議会 □玉野市", "■まち・ひと推進協議会|□玉野市", "", 2, 0},
        Case{"(■岡山市(代表) □玉野市)", "■岡山市(代表)|□玉野市", "", 2, 0},
        // A name that has lost its mark.
        Case{"■津山市 玉野市 □早島町", "■津山市|-玉野市|□早島町", "", 2, 0},
        Case{"津山市 ☐ 玉野市", "-津山市|☐玉野市", "", 1, 0}, Case{"■津山市、玉野市", "■津山市|-玉野市", "", 1, 0},
        // Marks behind the names.
        Case{"津山市○ 玉野市× 早島町◎", "○津山市|×玉野市|◎早島町", "", 3, 0},
        // Legends.
        Case{"★津山市 ■玉野市 ★:提案市町", "★津山市|■玉野市", "★=提案市町", 2, 0},
        Case{"★津山市 ■玉野市 (★は提案市町)", "★津山市|■玉野市", "★=提案市町", 2, 0},
        Case{"★津山市 ■玉野市 （★印：提案市町）", "★津山市|■玉野市", "★=提案市町", 2, 0},
        Case{"★津山市 ■玉野市 提案市町は★印", "★津山市|■玉野市", "★=提案市町", 2, 0},
        Case{"★津山市 ■玉野市 ※★は提案市町を示す", "★津山市|■玉野市", "★=提案市町を示す", 2, 0},
        Case{"★津山市 ■玉野市 ※★印が提案市町、■は参加市町", "★津山市|■玉野市", "★=提案市町|■=参加市町", 2, 0},
        Case{"※提案市町は★印 ■津山市 ★玉野市", "■津山市|★玉野市", "★=提案市町", 2, 0},
        Case{"◎:幹事市 ○:参加 ×:不参加 ◎津山市 ×玉野市", "◎津山市|×玉野市", "◎=幹事市|○=参加|×=不参加", 2, 0},
        // A colon before a name is no legend; a note that explains no symbol is no name.
        Case{"★:津山市 ■:玉野市", "★津山市|■玉野市", "", 2, 0},
        Case{"■津山市 □玉野市 ※詳細は別紙", "■津山市|□玉野市", "=詳細は別紙", 2, 0}));

INSTANTIATE_TEST_SUITE_P(Rejected, Marks,
                         testing::Values(Case{"", "", "", 0, 0}, Case{"津山市、玉野市", "", "", 0, 0},
                                         Case{"キャレット 津山市", "", "", 0, 0},
                                         Case{"※提案市町は★印", "", "★=提案市町", 0, 0}, Case{"関係市町", "", "", 0, 0},
                                         Case{"■", "", "", 1, 1}, Case{"■ □ ☑", "", "", 3, 3}));

TEST(MarkRole, ComesFromTheLegendThenFromTheShape) {
  const std::string_view text = "★津山市 ※提案市町は★印";
  const MarkRow row = parse_marks(text);
  const struct {
    const char* symbol;
    std::optional<MarkRole> role;
  } with_legend[] = {{"★", MarkRole::kProposer},    {"■", MarkRole::kPartner},
                     {"☑", MarkRole::kPartner},     {"□", MarkRole::kNotInvolved},
                     {"☐", MarkRole::kNotInvolved}, {"●", MarkRole::kPartner},
                     {"◆", std::nullopt},           {"", std::nullopt}};
  for (const auto& c : with_legend) EXPECT_EQ(mark_role(c.symbol, row.legends), c.role) << c.symbol;

  EXPECT_EQ(mark_role("★", {}), std::nullopt);  // nothing says what it means
  EXPECT_EQ(mark_role("☆", row.legends), std::nullopt);

  const MarkRow other = parse_marks("●津山市 ○玉野市 ◎早島町 ※○は不参加、◎は幹事市、●は色付き");
  EXPECT_EQ(mark_role("○", other.legends), MarkRole::kNotInvolved);
  EXPECT_EQ(mark_role("◎", other.legends), MarkRole::kLead);
  EXPECT_EQ(mark_role("●", other.legends), std::nullopt);  // a meaning that is no role
  EXPECT_EQ(name(MarkRole::kNotInvolved), "not_involved");
}

RC_GTEST_PROP(MarksProperty, SpansLieInTheTextInOrderAndEveryMarkIsCounted, ()) {
  static const std::vector<std::string> kPieces = {"■",   "□",  "★",  "☑", "☐",      "レ",     " ",
                                                   "、",  "・", "\v", "※", "津山市", "玉野市", "は",
                                                   "★印", ":",  "(",  ")", "大学",   "\xE3"};
  const auto pieces = *rc::gen::container<std::vector<std::string>>(rc::gen::elementOf(kPieces));
  std::string text;
  for (const std::string& piece : pieces) text += piece;
  const MarkRow row = parse_marks(text);
  std::uint32_t at = 0;
  std::uint32_t marked = 0;
  for (const MarkedName& entry : row.entries) {
    const bool behind = entry.name_begin < entry.mark_begin;
    RC_ASSERT(at <= (behind ? entry.name_begin : entry.mark_begin));
    RC_ASSERT(entry.mark_begin <= entry.mark_end);
    RC_ASSERT(entry.name_begin < entry.name_end);
    at = behind ? entry.mark_end : entry.name_end;
    RC_ASSERT(at <= text.size());
    marked += entry.mark.empty() ? 0 : 1;
  }
  RC_ASSERT(row.marks == marked + row.stray_marks);
}

}  // namespace
}  // namespace torikomi
