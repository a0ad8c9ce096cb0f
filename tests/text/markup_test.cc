#include "text/markup.h"

#include <gtest/gtest.h>

#include <string>

namespace torikomi::markup {
namespace {

TEST(Tag, TakesNamesOfTheListInEverySpelling) {
  const struct {
    const char* text;
    TagKind kind;
    std::size_t length;
  } accepted[] = {
      {"<b>x", TagKind::kInline, 3},
      {"</B>", TagKind::kInline, 4},
      {"<BR/>", TagKind::kBreak, 5},
      {"<br />", TagKind::kBreak, 6},
      {"<p class='a>b'>", TagKind::kBreak, 15},
      {"<h3>", TagKind::kBreak, 4},
      {"<ul style=\"list-style-type: none\">", TagKind::kList, 34},
      {"<LI>", TagKind::kItem, 4},
      {"<td colspan=2>", TagKind::kTable, 14},
      {"<a href=\"x\">", TagKind::kInline, 12},
      {"</a>", TagKind::kInline, 4},
      {"<B>太字</B>", TagKind::kInline, 3},
      {"<s>", TagKind::kInline, 3},
  };
  for (const auto& c : accepted) {
    const Tag tag = parse_tag(c.text);
    EXPECT_EQ(tag.kind, c.kind) << c.text;
    EXPECT_EQ(tag.length, c.length) << c.text;
  }
}

TEST(Tag, LeavesTextInAngleBrackets) {
  for (const char* text : {"<赤磐市との連携>",
                           "< パターン(1) >",
                           "<抜粋>",
                           "<★ゆかり型>",
                           "< b>",
                           "<>",
                           "<",
                           "<b",
                           "<b x",
                           "<b\n>",
                           "<p <b>",
                           "<A>",
                           "<B>案",
                           "<S>",
                           "<a>",
                           "<KPI>",
                           "<b1>",
                           "<h7>",
                           "<bold>",
                           "<br-x>",
                           "<2回目>",
                           "<b x=\"1>\n",
                           "<tablets>",
                           "</>"}) {
    EXPECT_EQ(parse_tag(text).kind, TagKind::kNone) << text;
  }
}

TEST(Box, EverySpellingOfACheckBox) {
  for (const char* checked :
       {" type=\"checkbox\" checked", " checked=\"checked\" type=\"checkbox\"/", " CHECKED TYPE=CHECKBOX",
        " type=checkbox checked=''", " type = 'checkbox' checked = checked ",
        " checked=\"\" disabled type=\"checkbox\" /", " type=radio checked/"}) {
    EXPECT_EQ(box_of(checked), "☑") << checked;
  }
  for (const char* open : {" type=\"checkbox\"", " type=checkbox/", " type='checkbox' name='checked'",
                           " type=\"checkbox\" data-checked=\"1\"", " type=\"checkbox\" value=\"checked\" /"}) {
    EXPECT_EQ(box_of(open), "☐") << open;
  }
  for (const char* other : {"", " type=\"text\" checked", " checked", " type", " type=", " value=\"checkbox\""}) {
    EXPECT_EQ(box_of(other), "") << other;
  }
}

TEST(Entity, DecodesNamesAndNumbers) {
  const struct {
    const char* text;
    char32_t code_point;
  } accepted[] = {{"&amp;", '&'},      {"&lt;b", '<'},           {"&nbsp;", 0xA0},
                  {"&#9745;", 0x2611}, {"&#x2611;", 0x2611},     {"&#X3042;", 0x3042},
                  {"&#10;", ' '},      {"&#x10FFFF;", 0x10FFFF}, {"&hellip;", 0x2026}};
  for (const auto& c : accepted) EXPECT_EQ(parse_entity(c.text).code_point, c.code_point) << c.text;
  EXPECT_EQ(parse_entity("&lt;b").length, 4U);
  for (const char* text : {"&", "&;", "&amp", "&AMP;", "& amp;", "A&B;", "&foo;", "&#;", "&#x;", "&#0;", "&#xD800;",
                           "&#x110000;", "&#133;", "&#12a;", "&R&D;", "&#99999999999;"}) {
    EXPECT_EQ(parse_entity(text).length, 0U) << text;
  }
}

TEST(Link, NeedsSomethingLikeAnAddress) {
  for (const char* text : {"[県](https://example.jp/a)", "[県](#p1)", "[県](../a)", "[県](report.pdf)", "[](/a)"}) {
    EXPECT_EQ(parse_link(text, false).length, std::string(text).size()) << text;
  }
  for (const char* text : {"[表1](別紙)", "[1](2)", "[A](1.5)", "[県]", "[県](", "[県](a b)", "[[県](/a)", "[県\n](/a)",
                           "[県] (/a)", "["}) {
    EXPECT_EQ(parse_link(text, false).length, 0U) << text;
  }
  EXPECT_EQ(parse_link("[](_page_1_Figure_2.jpeg)", true).length, 25U);
  EXPECT_EQ(parse_link("[図](img/1)", true).text, "図");
  EXPECT_EQ(parse_link("[注](2)", true).length, 0U);
}

}  // namespace
}  // namespace torikomi::markup
