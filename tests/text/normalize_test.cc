// The whole stage: texts, and the exact edits that lead to them.
#include "torikomi/text/normalize.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace torikomi {
namespace {

/// Makes kBreak and kItem readable: ⏎ and •.
std::string visible(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == kBreak) {
      out += "⏎";
    } else if (c == kItem) {
      out += "•";
    } else {
      out += c;
    }
  }
  return out;
}

std::string normal(std::string_view text) {
  const Source source("a.txt", std::string(text));
  return visible(normalize(source).text());
}

struct Case {
  const char* text;
  const char* normal;
};

void expect_all(std::initializer_list<Case> cases) {
  for (const Case& c : cases) EXPECT_EQ(normal(c.text), c.normal) << c.text;
}

TEST(Normalize, NormalTextIsNotCopied) {
  const Source source("a.txt", "施策\t事務事業\r\n■津山市 ①会議(10月)<抜粋> 2~3回 A&B ※*\n");
  const NormText text = normalize(source);
  EXPECT_EQ(text.text().data(), source.text().data());
  EXPECT_TRUE(text.map().edits().empty());
  EXPECT_EQ(text.to_source({3, 6}), (Span{3, 6}));
}

TEST(Normalize, CheckBoxes) {
  expect_all(
      {{"<input checked=\"checked\" type=\"checkbox\"/>津山市 <input type=\"checkbox\"/>玉野市", "☑津山市 ☐玉野市"},
       {"<INPUT TYPE=checkbox CHECKED>可", "☑可"},
       {":selected: 津山市 :unselected:玉野市", "☑ 津山市 ☐玉野市"},
       {"様式:selected :unselected", "様式:selected :unselected"},
       {"<input type=\"text\">名", "名"},
       {"<input 様式>", "<input 様式>"}});
}

TEST(Normalize, BreaksStandBetweenWords) {
  expect_all({{"a<br>b", "a⏎b"},
              {"a <br/> b", "a⏎b"},
              {"a<BR><br />b", "a⏎b"},
              {"a<br>\tb", "a\tb"},
              {"<br>a", "a"},
              {"\t<p>・方針</p> <p>(岡山市の役割)</p>\t<p>x</p>\n", "\t・方針⏎(岡山市の役割)\tx\n"},
              {"<div style=\"a\">x</div>y", "x⏎y"},
              {"x<div>\n</div>\ny", "x\n\ny"},
              {"|<p>a</p>|<p>b</p> |", "|a|b|"},
              {"a　<br>　b", "a⏎b"},
              {"a&nbsp;<br>b", "a⏎b"},
              {"<td><p>a</p><p>b</p></td>", "<td>a⏎b</td>"},
              {"<h2>題</h2>文", "題⏎文"},
              {"a<br><span>b</span>", "a⏎b"}});
}

TEST(Normalize, Lists) {
  expect_all({{"<ul style=\"x\"> <li>・A</li> <li>B</li> </ul> text", "⏎•・A⏎•B⏎text"},
              {"前文 <ul><li>A</li></ul>", "前文⏎•A"},
              {"<ol><li>A<ul><li>B</li></ul></li><li>C</li></ol>", "⏎•A⏎••B⏎•C"},
              {"<li>A</li>", "⏎•A"},
              {"<ul>「会員」のうち", "「会員」のうち"},
              {"<ul>x\t<ul>y\t<li>z", "x\ty\t⏎•z"},
              {"<ul>\n<li>A\n<ul>\n<li>B</li>\n</ul>\n<li>C\n</ul>\n", "\n⏎•A\n\n⏎••B\n\n⏎•C\n\n"},
              {"<ul><li></li></ul>", ""},
              {"<ul><li></li><li>A</li></ul>", "⏎•A"},
              {"</ul></ul>a<li>b", "a⏎•b"},
              {"a<br>&nbsp;<li>b", "a⏎•b"},
              {"a<p>&nbsp;<p>b", "a⏎b"},
              {"<li>&nbsp;<p>b</p></li>", "⏎•b"}});
}

TEST(Normalize, InlineTagsVanishAndWordsInBracketsStay) {
  expect_all({{"<u>2 今後の</u>方針", "2 今後の方針"},
              {"<span style=\"color:red\">赤</span><font size=2>x</font><sup>2</sup>", "赤x2"},
              {"<a href=\"http://x/\">県</a><img src=\"a.png\" alt=\"図\">", "県"},
              {"<赤磐市との連携> < パターン（1） > <抜粋>", "<赤磐市との連携> < パターン(1) > <抜粋>"},
              {"<A>案 <B>案 <b>重要</b>", "<A>案 <B>案 重要"},
              {"5<6 6>5 <", "5<6 6>5 <"},
              {"か<b>\u3099</b>", "が"}});
}

TEST(Normalize, TableTagsStayInLowerCase) {
  expect_all({{"<TABLE><TR><TD ColSpan=\"2\">Ａ</TD></TR></TABLE>", "<table><tr><td colspan=\"2\">A</td></tr></table>"},
              {"<thead><tr><th>指標</th></tr></thead>", "<thead><tr><th>指標</th></tr></thead>"},
              {"<CAPTION>表１</CAPTION><COL width=1>", "<caption>表1</caption>"}});
}

TEST(Normalize, CommentsAndScriptsKeepTheirLineEnds) {
  expect_all({{"a<!-- image -->b", "ab"},
              {"a<!-- x\r\n y\n\n-->b", "a\r\n\n\nb"},
              {"a<!-- open", "a<!-- open"},
              {"<style>\np{}\n</style>本文", "\n\n本文"},
              {"<script src=\"x\">var a='<li>';</script>本文", "本文"},
              {"<STYLE>p{}</Style>本文<Style>", "本文<Style>"},
              {"a<!-->b", "a<!-->b"}});
}

TEST(Normalize, Entities) {
  expect_all({{"A&amp;B", "A&B"},
              {"&lt;b&gt;x", "<b>x"},
              {"&amp;lt;", "&lt;"},
              {"a&nbsp;b", "a b"},
              {"&#9745;&#x2611;", "☑☑"},
              {"&#xFF11;", "1"},
              {"か&#x3099;", "が"},
              {"R&D; AT&T", "R&D; AT&T"},
              {"&", "&"}});
}

TEST(Normalize, Emphasis) {
  expect_all({{"「**関係人口**」とは", "「関係人口」とは"},
              {"**「関係人口」**とは", "「関係人口」とは"},
              {"**都道府県**\n**市町村**", "都道府県\n市町村"},
              {"__重要__な", "__重要__な"},
              {"__重要__ な", "重要 な"},
              {"***強調***", "強調"},
              {"| **a** | **b** |", "| a | b |"},
              {"**a<br>b**", "a⏎b"},
              {"※* 印", "※* 印"},
              {"※**", "※**"},
              {"5 ** 3 ** 2", "5 ** 3 ** 2"},
              {"A**、B**", "A**、B**"},
              {"**a\tb**", "**a\tb**"},
              {"**a", "**a"},
              {"*a*", "*a*"},
              {"****", "****"},
              {"年__月__日", "年__月__日"},
              {"__年__月__日", "__年__月__日"},
              {"a__init__b", "a__init__b"},
              {"________", "________"}});
}

TEST(Normalize, LinksAndImages) {
  expect_all({{"[県の資料](https://example.jp/a.pdf)を見る", "県の資料を見る"},
              {"![](_page_1_Figure_1.jpeg)", ""},
              {"![img-0.jpeg](img-0.jpeg)図1", "図1"},
              {"![**図１**](a.png)", "図1"},
              {"[表1](別紙)", "[表1](別紙)"},
              {"重要![注](2)", "重要![注](2)"},
              {"[ ] 未", "[ ] 未"}});
}

// TeX as programs that read images of pages write it for what is printed.
TEST(Normalize, Formulas) {
  expect_all({{R"($\Delta 3,000$)", "△3,000"},
              {R"(\(\triangle 3,000\))", "△3,000"},
              {R"($\triangle$ 3,000)", "△ 3,000"},
              {R"($\triangle$120)", "△120"},
              {R"($-3,000$)", "-3,000"},
              {R"($$\blacktriangle 12.5\%$$)", "▲12.5%"},
              {R"(10 m$^2$)", "10 m2"},
              {R"(3,000 $\mathrm{m}^{2}$)", "3,000 m2"},
              {R"($10^3$ $10^{-3}$)", "10^3 10^-3"},
              {R"($\text{CO}_2$)", "CO2"},
              {R"($\frac{1}{3}$)", "1/3"},
              {R"(35$^{\circ}$C $\circ$)", "35°C ○"},
              {R"($\bigcirc$	$\times$)", "○	×"},
              {R"($20 \sim 30$回)", "20 ~30回"},
              {R"($\textcircled{3}$会議 $\textcircled{21}$)", R"(③会議 \textcircled21)"},
              {R"($\text{第１回}\quad ５人$)", "第1回 5人"},
              {R"(\[x = 5\])", "x = 5"},
              {R"($\unknown{5}$)", R"(\unknown5)"}});
}

// A currency, and brackets that Markdown escapes, are no formula.
TEST(Normalize, WhatIsNoFormulaStays) {
  expect_all({{"$300から$500", "$300から$500"},
              {"US$100、A$200", "US$100、A$200"},
              {"$3,000|$5,000", "$3,000|$5,000"},
              {"$3,000\t\\Delta$", "$3,000\t\\Delta$"},
              {"$10-$20", "$10-$20"},
              {"$人口$", "$人口$"},
              {R"(\(単位:千円\))", "(単位:千円)"},
              {R"(\(1\) 事業)", "(1) 事業"},
              {R"(C:\Users)", R"(C:\Users)"}});
}

TEST(Normalize, EscapesOfMarkdown) {
  expect_all({{R"(12.5\%)", "12.5%"},
              {R"(30\~40人)", "30~40人"},
              {R"(1\. テーマ)", "1. テーマ"},
              {R"(\*\*印)", "**印"},
              {R"(A\_B)", "A_B"},
              {R"(a\|b)", R"(a\|b)"},
              {R"(\3,000)", R"(\3,000)"}});
}

TEST(Normalize, WhatStandsForStructureCannotComeFromTheSource) {
  EXPECT_EQ(normal("a\vb\x1F"
                   "c"),
            "abc");
  EXPECT_EQ(normal("a\x01"
                   "b\x7F"),
            "ab");
  EXPECT_EQ(normal("a\f1\r\nb\rc\n"), "a\f1\r\nb\rc\n");
}

TEST(Normalize, EditsSpelledOut) {
  const struct {
    const char* text;
    std::vector<const char*> edits;
  } cases[] = {
      {"㈱ﾊﾞｽ ２", {"㈱>(株)", "ﾊﾞ>バ", "ｽ>ス", "２>2"}},
      {"岡<b>山</b>市", {"<b>>", "</b>>"}},
      {"x <br> y", {" <br> >⏎"}},
      {"x<ul> <li>・A</li> </ul> z", {"<ul> <li>>⏎•", "</li> </ul> >⏎"}},
      {"カ\u200B\u3099", {"カ\u200B\u3099>ガ"}},
      {"**a** &amp;", {"**>", "**>", "&amp;>&"}},
      {"a\u3000\u3000<br>b", {"\u3000\u3000<br>>⏎"}},
      {"[a](/b)", {"[>", "](/b)>"}},
      {"<TD>x<td>", {"<TD>><td>"}},
      {"\uFEFFa", {"\uFEFF>"}},
      {"1<2 (a) b", {}},
  };
  for (const auto& c : cases) {
    const Source source("a.txt", c.text);
    const NormText text = normalize(source);
    std::vector<std::string> edits, expected(c.edits.begin(), c.edits.end());
    for (const OffsetMap::Edit& e : text.map().edits()) {
      edits.push_back(fmt::format("{}>{}", source.slice({e.source_begin, e.source_end}),
                                  visible(text.slice({e.norm_begin, e.norm_end}))));
    }
    EXPECT_EQ(edits, expected) << c.text;
  }
}

/// Anything that is not linear would take hours here.
TEST(Normalize, HostileInputTakesLinearTime) {
  for (const char* part :
       {"<",   "<b ",  "<a \"",  "<b x='",  "<B>",      "<ul>",     "<li>",         "<p>",      "<br> ",
        "</",  "<!--", "<!-->",  "<style>", "<script>", "&",        "&#",           "&#x1",     "*",
        "**",  "**a",  "a** ",   "__a",     "_ ",       "[",        "![",           "[a](",     "[a](/",
        "[<b", "]",    " ",      "　",      "\u00A0",   "\u0301",   "\u0301\u200B", "か\u3099", "゛",
        "ｶﾞ",  "サ−",  "\u200B", "|<p>",    "\t<ul>",   "<td><li>", "<ul>\n",       "$",        "$^",
        "$5",  "\\",   "\\(",    "$$\\a "}) {
    std::string text = "x";
    while (text.size() < 1'500'000) text += part;
    const Source source("a.txt", std::move(text));
    const NormText once = normalize(source);
    EXPECT_LE(once.text().size(), 6 * source.text().size()) << part;
  }
}

TEST(OffsetMap, ASpanIsWhatWasPrinted) {
  const struct {
    const char* text;
    const char* words;  // in the normalised text
    const char* raw;
  } cases[] = {
      {"㈱山田", "株", "㈱"},
      {"㈱山田", "(株)", "㈱"},
      {"㈱山田", "株)山", "㈱山"},
      {"<b>岡山市</b>は", "岡山市", "岡山市"},
      {"<b>岡</b>山市は", "岡山市", "岡</b>山市"},
      {"a　<br>　b", "b", "b"},
      {"a　<br>　b", "a", "a"},
      {"<input type=\"checkbox\"/>津山", "☐", "<input type=\"checkbox\"/>"},
      {"<input type=\"checkbox\"/>津山", "津山", "津山"},
      {"平成２９年５月", "29年", "２９年"},
      {"ﾊﾞｽの運行", "バス", "ﾊﾞｽ"},
      {"\uFEFFデータ", "データ", "データ"},
      {"**a** b", "a b", "a** b"},
      {"x</b></b>", "x", "x"},
  };
  for (const auto& c : cases) {
    const Source source("a.txt", c.text);
    const NormText text = normalize(source);
    const auto at = static_cast<std::uint32_t>(text.text().find(c.words));
    ASSERT_LT(at, text.text().size()) << c.text;
    const NormSpan span{at, at + static_cast<std::uint32_t>(std::string_view(c.words).size())};
    EXPECT_EQ(source.slice(text.to_source(span)), c.raw) << c.text;
    EXPECT_TRUE(text.to_source({span.begin, span.begin}).empty()) << c.text;
  }
}

TEST(OffsetMap, LinesAreThoseOfTheSource) {
  const Source source("a.txt", "<!-- a\nb\n-->\nＡ\r\n<p>B</p>\n");
  const NormText text = normalize(source);
  EXPECT_EQ(text.text(), "\n\n\nA\r\nB\n");
  EXPECT_EQ(text.line_of({3, 4}), 4U);
  EXPECT_EQ(text.line_of({6, 7}), 5U);
}

}  // namespace
}  // namespace torikomi
