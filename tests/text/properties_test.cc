// What holds for every text.
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <string>
#include <vector>

#include "text/encode.h"
#include "text/utf8_check.h"
#include "torikomi/core/utf8.h"
#include "torikomi/text/decode.h"
#include "torikomi/text/normalize.h"

namespace torikomi {
namespace {

const std::vector<std::string> kWords = {
    "岡山市", "の", "か",     "ハ",     "ｶ",      "ﾊ",  "ﾞ",  "ﾟ",  "゛",     "\u3099", "\u309A", "\u0301",
    "\u0323", "e",  "Ａ",     "２９",   "㈱",     "㍻", "㎡", "①",  "⑴",      "■",      "～",     "－",
    "−",      "ー", "サ",     "ビス",   "：",     "　", " ",  " ",  "\u00A0", "\u200B", "\u00AD", "\uFEFF",
    "\x01",   "\v", "\x1F",   "\t",     "\n",     "|",  "⺠", "⼤", "神",     "𠮷",     "髙",     "𝐀",
    "é",      "각", "\u1100", "\u1161", "\u0344", "´",  "½",  "、", "。",     "(",      ")"};
const std::vector<std::string> kMarkup = {"<b>",
                                          "</b>",
                                          "<br>",
                                          "<BR/>",
                                          "<p>",
                                          "</p>",
                                          "<ul>",
                                          "<ul style=\"a\">",
                                          "</ul>",
                                          "<li>",
                                          "</li>",
                                          "<div>",
                                          "</div>",
                                          "<td>",
                                          "<TD>",
                                          "</td>",
                                          "<input type=\"checkbox\">",
                                          "<input checked type=checkbox/>",
                                          "<!--",
                                          "-->",
                                          "<!-- a -->",
                                          "<style>",
                                          "</style>",
                                          "&amp;",
                                          "&lt;",
                                          "&nbsp;",
                                          "&#x3099;",
                                          "&#",
                                          "&",
                                          ";",
                                          "**",
                                          "__",
                                          "***",
                                          "*",
                                          "_",
                                          "[",
                                          "]",
                                          "](",
                                          "![",
                                          "[a](/b)",
                                          "![](a.png)",
                                          "<",
                                          ">",
                                          "\"",
                                          "<赤磐市>",
                                          "<B>",
                                          "http://x/"};

std::string text_of(const std::vector<std::string>& pieces, const std::vector<std::uint16_t>& picks) {
  std::string text;
  for (const std::uint16_t pick : picks) text += pieces[pick % pieces.size()];
  return text;
}

std::string any_text(const std::vector<std::uint16_t>& picks) {
  static const std::vector<std::string> all = [] {
    std::vector<std::string> both = kWords;
    both.insert(both.end(), kMarkup.begin(), kMarkup.end());
    return both;
  }();
  return text_of(all, picks);
}

bool is_boundary(std::string_view text, std::size_t at) {
  return at == text.size() || (at < text.size() && !utf8::is_continuation(text[at]));
}

RC_GTEST_PROP(NormalizeProperty, EditsTellTheWholeDifference, (const std::vector<std::uint16_t>& picks)) {
  const Source source("a.txt", any_text(picks));
  const NormText text = normalize(source);
  RC_ASSERT(find_bad_utf8(text.text()) == text.text().size());
  std::uint32_t norm = 0;
  std::uint32_t raw = 0;
  for (const OffsetMap::Edit& e : text.map().edits()) {
    RC_ASSERT(e.norm_begin <= e.norm_end && e.source_begin <= e.source_end);
    RC_ASSERT(e.norm_begin >= norm && e.source_begin >= raw);
    RC_ASSERT(text.slice({norm, e.norm_begin}) == source.slice({raw, e.source_begin}));
    RC_ASSERT(text.slice({e.norm_begin, e.norm_end}) != source.slice({e.source_begin, e.source_end}));
    RC_ASSERT(is_boundary(source.text(), e.source_begin) && is_boundary(source.text(), e.source_end));
    RC_ASSERT(is_boundary(text.text(), e.norm_begin) && is_boundary(text.text(), e.norm_end));
    norm = e.norm_end;
    raw = e.source_end;
  }
  RC_ASSERT(text.text().substr(norm) == source.text().substr(raw));
}

RC_GTEST_PROP(NormalizeProperty, SpansMapInsideTheSourceInOrder, (const std::vector<std::uint16_t>& picks)) {
  const Source source("a.txt", any_text(picks));
  const NormText text = normalize(source);
  Span before{0, 0};
  for (std::uint32_t at = 0; at < text.text().size();) {
    const auto size = utf8::decode(text.text(), at).size;
    const Span span = text.to_source({at, at + size});
    RC_ASSERT(span.begin <= span.end && span.end <= source.text().size());
    RC_ASSERT(span.begin >= before.begin && span.end >= before.end);
    RC_ASSERT(is_boundary(source.text(), span.begin) && is_boundary(source.text(), span.end));
    RC_ASSERT(text.to_source({at, at}).empty());
    const Span from_begin = text.to_source({0, at + size});
    RC_ASSERT(from_begin.end == span.end && from_begin.begin <= span.begin);
    before = span;
    at += size;
  }
}

RC_GTEST_PROP(NormalizeProperty, NormalTextStaysAsItIs, (const std::vector<std::uint16_t>& picks)) {
  const Source source("a.txt", text_of(kWords, picks));
  const NormText once = normalize(source);
  const Source again("b.txt", std::string(once.text()));
  RC_ASSERT(normalize(again).text() == once.text());
  RC_ASSERT(fold(source.text()) == once.text());
}

RC_GTEST_PROP(NormalizeProperty, FoldingTwiceChangesNothing, (const std::vector<std::uint16_t>& picks)) {
  const std::string once = fold(any_text(picks));
  RC_ASSERT(fold(once) == once);
}

RC_GTEST_PROP(NormalizeProperty, AnyCodePointsFoldTwiceTheSame, (const std::vector<std::uint32_t>& picks)) {
  std::string text;
  for (const std::uint32_t pick : picks) {
    const char32_t c = pick % 3 == 0 ? pick % 0x110000 : pick % 0x3400;
    if (c < 0xD800 || c > 0xDFFF) utf8::append(text, c);
  }
  const std::string once = fold(text);
  RC_ASSERT(find_bad_utf8(once) == once.size());
  RC_ASSERT(fold(once) == once);
}

RC_GTEST_PROP(NormalizeProperty, LineEndsMakeNoDifference, (const std::vector<std::uint16_t>& picks)) {
  const std::string lf = any_text(picks);
  std::string crlf;
  for (const char c : lf) crlf += c == '\n' ? std::string("\r\n") : std::string(1, c);
  const Source a("a.txt", lf);
  const Source b("b.txt", crlf);
  const NormText from_lf = normalize(a);
  const NormText from_crlf = normalize(b);
  std::string without_cr(from_crlf.text());
  std::erase(without_cr, '\r');
  RC_ASSERT(without_cr == from_lf.text());
  RC_ASSERT(from_lf.map().edits().size() == from_crlf.map().edits().size());
}

RC_GTEST_PROP(DecodeProperty, AnyBytesGiveTextOrAnError, (const std::string& bytes)) {
  const auto decoded = decode(bytes, "a.txt");
  if (!decoded) return;
  RC_ASSERT(find_bad_utf8(decoded->text) == decoded->text.size());
  std::uint64_t end = 0;
  for (const BadBytes& bad : decoded->bad) {
    RC_ASSERT(bad.offset >= end && bad.length > 0);
    end = bad.offset + bad.length;
    RC_ASSERT(decoded->text.substr(bad.text_begin, 3) == "\uFFFD");
  }
  RC_ASSERT(end <= bytes.size());
}

RC_GTEST_PROP(DecodeProperty, JapaneseTextComesBackFromEveryEncoding, (const std::vector<std::uint16_t>& picks)) {
  static const std::vector<std::string> words = {"岡山市", "の",     "会議を開催", "データ", "平成29年度", "、",  "。",
                                                 "（",     "）",     "■",          "・",     "\r\n",       "\t",  "ABC",
                                                 "　",     "第１回", "協議",       "～",     "連携",       "する"};
  const std::string text = "施策の" + text_of(words, picks);
  for (const char* charset : {"windows-31j", "EUC-JP", "ISO-2022-JP", "UTF-8"}) {
    const auto decoded = decode(*testing::encode(text, charset), "a.txt");
    RC_ASSERT(bool(decoded));
    RC_ASSERT(decoded->text == text);
    RC_ASSERT(decoded->bad.empty());
  }
}

/// Every character that CP932 holds comes back, and the name tells whether Shift_JIS would hold it.
TEST(DecodeProperty, EveryCharacterOfCp932ComesBack) {
  const std::string frame = "この会議の開催";
  int tried = 0;
  for (char32_t c = 0x80; c <= 0xFFFF; ++c) {
    if (c == 0xD800) c = 0xF900;  // surrogates and the user-defined area
    std::string text = frame;
    utf8::append(text, c);
    text += frame;
    const auto bytes = testing::encode(text, "windows-31j");
    if (!bytes || *bytes == testing::encode(frame + frame, "windows-31j")) continue;  // ICU leaves out invisible ones
    ++tried;
    EXPECT_EQ(decode(*bytes, "a.txt")->text, text);
  }
  EXPECT_GT(tried, 7000);
}

}  // namespace
}  // namespace torikomi
