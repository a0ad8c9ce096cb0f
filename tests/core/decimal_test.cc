#include "torikomi/core/decimal.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <string>

namespace torikomi {
namespace {

TEST(Decimal, ParsesAndPrintsExactly) {
  const struct {
    const char* text;
    const char* printed;
  } accepted[] = {{"0", "0"},
                  {"-0", "0"},
                  {"12.50", "12.5"},
                  {"-3.9", "-3.9"},
                  {"0.004", "0.004"},
                  {"18513000", "18513000"},
                  {"999999999999999999", "999999999999999999"},
                  {"1000000000000000001", "1000000000000000001"},
                  {"-999999999999999999999999999999999999", "-999999999999999999999999999999999999"},
                  {"0.000000000000000000000000000000000001", "0.000000000000000000000000000000000001"},
                  {"-50500000000000000000", "-50500000000000000000"}};
  for (const auto& c : accepted) {
    const auto value = Decimal::parse(c.text);
    ASSERT_TRUE(value) << c.text;
    EXPECT_EQ(value->to_string(), c.printed) << c.text;
  }
  for (const char* text : {"", "-", ".5", "5.", "1e5", "1,000", "+1", "1.2.3", " 1",
                           "1000000000000000000000000000000000001", "0.0000000000000000000000000000000000001", "１"}) {
    EXPECT_FALSE(Decimal::parse(text)) << text;
  }
}

TEST(Decimal, DividesHalfToEven) {
  const auto quotient = [](const char* a, const char* b) {
    return Decimal::parse(a)->divided(*Decimal::parse(b), 4)->to_string();
  };
  EXPECT_EQ(quotient("1", "3"), "0.3333");
  EXPECT_EQ(quotient("2", "3"), "0.6667");
  EXPECT_EQ(quotient("-2", "3"), "-0.6667");
  EXPECT_EQ(quotient("1", "20000"), "0");       // 0.00005 goes to the even 0.0000
  EXPECT_EQ(quotient("3", "20000"), "0.0002");  // 0.00015 goes to the even 0.0002
  EXPECT_EQ(quotient("40", "70"), "0.5714");
  EXPECT_FALSE(Decimal(1).divided(Decimal(0), 4));
}

TEST(Decimal, GivesNothingInsteadOfOverflow) {
  const Decimal huge = *Decimal::parse("999999999999999999999999999999999999");
  EXPECT_FALSE(huge.plus(2));
  EXPECT_FALSE(huge.times(2));
  EXPECT_FALSE(huge.scaled(37));
  EXPECT_FALSE(Decimal::of(1, 36).plus(1));
  EXPECT_FALSE(Decimal(999).scaled(30)->divided(Decimal::of(1, 18), 4));
  EXPECT_EQ(Decimal::parse("1.2")->scaled(8)->to_string(), "120000000");
  EXPECT_EQ(Decimal(125).scaled(-2)->to_string(), "1.25");
}

// A database column and a spreadsheet cell take whole numbers of 18 figures.
TEST(Decimal, IsAnIntegerOfAtMost18Figures) {
  EXPECT_EQ(Decimal::parse("-999999999999999999")->integer(), -999'999'999'999'999'999);
  EXPECT_EQ(Decimal(999).scaled(15)->integer(), 999'000'000'000'000'000);
  EXPECT_FALSE(Decimal::parse("1000000000000000000")->is_integer());
  EXPECT_FALSE(Decimal::parse("2.5")->is_integer());
}

RC_GTEST_PROP(DecimalProperty, PrintedFormParsesToTheSameValue, ()) {
  const auto coefficient = *rc::gen::inRange<std::int64_t>(-1'000'000'000'000, 1'000'000'000'000);
  const auto power = *rc::gen::inRange(-30, 60);
  const auto scaled = Decimal(coefficient).scaled(power);
  RC_PRE(scaled.has_value());
  const Decimal value = *scaled;
  RC_ASSERT(Decimal::parse(value.to_string()) == value);
}

TEST(Decimal, ComparesNumbersOfAnyTwoScales) {
  const char* rising[] = {"-999999999999999999999999999999999999",
                          "-1.5",
                          "-1",
                          "-0.000000000000000000000000000000000001",
                          "0",
                          "0.000000000000000000000000000000000001",
                          "0.99",
                          "1",
                          "1.5",
                          "999999999999999999.5",
                          "999999999999999999999999999999999999"};
  for (std::size_t i = 0; i + 1 < std::size(rising); ++i)
    EXPECT_LT(*Decimal::parse(rising[i]), *Decimal::parse(rising[i + 1])) << rising[i];
}

RC_GTEST_PROP(DecimalProperty, OrderAgreesWithSubtraction, (int a, int b)) {
  const Decimal x = Decimal::of(a, 3);
  const Decimal y = Decimal::of(b, 1);
  RC_ASSERT((x < y) == x.minus(y)->is_negative());
}

}  // namespace
}  // namespace torikomi
