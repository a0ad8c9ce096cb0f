// What somebody said in a meeting is no label and its words.
#include <gtest/gtest.h>

#include "layout/split.h"

namespace torikomi {
namespace {

using testing::Split;

/// One letter a line: p a pair, t text, i an item.
std::string kinds(std::string_view text) {
  std::string out;
  for (const Block& block : Split(std::string(text)).layout.blocks)
    out += block.kind == BlockKind::kPair       ? 'p'
           : block.kind == BlockKind::kText     ? 't'
           : block.kind == BlockKind::kListItem ? 'i'
                                                : '.';
  return out;
}

TEST(Speech, IsProse) {
  const struct {
    const char* name;
    const char* text;
    const char* expected;
  } cases[] = {
      {"by office", "会長：それでは始めます。\n事務局：資料1を説明した。\n", "tt"},
      {"with a name or a letter", "田中委員：質問がある。\n委員A：賛成である。\n福祉課長：検討する。\n", "ttt"},
      {"short words between two of them", "会長：異議はないか。\n委員：異議なし\n会長：承認された。\n", "ttt"},
      {"a list of those who came stays one",
       "会長：山田太郎\n事務局：企画課長、係長\n\n会長：始めます。\n委員：はい。質問がある。\n", "pp.tt"},
      {"one alone is a note", "会長：互選により選出した。\n場所：大会議室\n", "pp"},
      {"labels of a form", "目的：災害に備える。\n内容：訓練を行った。\n", "pp"},
      {"a mark stays", "・会長：始めます。\n・委員：質問がある。\n", "ii"},
  };
  for (const auto& c : cases) EXPECT_EQ(kinds(c.text), c.expected) << c.name;
}

}  // namespace
}  // namespace torikomi
