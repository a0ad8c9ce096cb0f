#include "torikomi/value/headcount.h"

#include <gtest/gtest.h>

namespace torikomi {
namespace {

struct Case {
  const char* words;
  std::int64_t people;
};

TEST(Headcount, IsTheFirstNumberOfPeople) {
  for (const Case& one : {Case{"23名", 23}, Case{"出席者:23名、傍聴者2名", 23}, Case{"1,204人", 1204}, Case{"57", 57},
                          Case{"3回、延べ120人", 120}}) {
    const auto found = find_headcount(one.words);
    ASSERT_TRUE(found) << one.words;
    EXPECT_EQ(found->people, one.people) << one.words;
  }
}

TEST(Headcount, IsThePartThatCame) {
  for (const Case& one : {Case{"委員15名中13名出席(別紙名簿のとおり)", 13}, Case{"委員20人のうち、18人が出席", 18},
                          Case{"20名中 18名", 18}, Case{"中学生30名", 30}, Case{"15名(うち女性4名)", 15}}) {
    const auto found = find_headcount(one.words);
    ASSERT_TRUE(found) << one.words;
    EXPECT_EQ(found->people, one.people) << one.words;
  }
}

TEST(Headcount, OtherNumbersAreNone) {
  for (const char* words : {"", "委員全員", "3回", "2時間", "3.5人", "1/2"})
    EXPECT_FALSE(find_headcount(words)) << words;
}

}  // namespace
}  // namespace torikomi
