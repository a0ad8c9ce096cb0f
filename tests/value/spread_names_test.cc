#include "value/spread_names.h"

#include <gtest/gtest.h>

#include <string>

namespace torikomi {
namespace {

std::string names(std::string_view entry) {
  std::string out;
  for (const PersonSpan& name : spread_names(entry)) {
    out += entry.substr(name.begin, name.end - name.begin);
    out += '|';
  }
  return out;
}

TEST(SpreadNames, AreDealtOutInOneWay) {
  struct Row {
    const char* entry;
    const char* expected;
  };
  for (const Row& row : {
           Row{"高 木 正 明 三 浦   剛", "高 木 正 明|三 浦   剛|"},
           Row{"副 会 長 大 野 明 夫 田 代 みどり", "大 野 明 夫|田 代 みどり|"},
           Row{"五十嵐   進 森     弘", "五十嵐   進|森     弘|"},
           Row{"山 村 洋 二 長谷部 良 三", "山 村 洋 二|長谷部 良 三|"},
           Row{"高 木 正 明", ""},     // one name: others read it
           Row{"大 森 林 正 明", ""},  // five letters make no names
           Row{"大 田 み ど り 三 浦 剛", ""},
           Row{"議 事 録 作 成 者", ""},
           Row{"", ""},
       })
    EXPECT_EQ(names(row.entry), row.expected) << row.entry;
}

}  // namespace
}  // namespace torikomi
