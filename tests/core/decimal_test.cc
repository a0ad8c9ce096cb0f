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
                  {"999999999999999999", "999999999999999999"}};
  for (const auto& c : accepted) {
    const auto value = Decimal::parse(c.text);
    ASSERT_TRUE(value) << c.text;
    EXPECT_EQ(value->to_string(), c.printed) << c.text;
  }
  for (const char* text : {"", "-", ".5", "5.", "1e5", "1,000", "+1", "1.2.3", " 1", "1000000000000000000", "１"}) {
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
  const Decimal huge = *Decimal::parse("999999999999999999");
  EXPECT_FALSE(huge.plus(1));
  EXPECT_FALSE(huge.times(2));
  EXPECT_FALSE(huge.scaled(1));
  EXPECT_EQ(Decimal::parse("1.2")->scaled(8)->to_string(), "120000000");
  EXPECT_EQ(Decimal(125).scaled(-2)->to_string(), "1.25");
}

RC_GTEST_PROP(DecimalProperty, PrintedFormParsesToTheSameValue, ()) {
  const auto coefficient = *rc::gen::inRange<std::int64_t>(-1'000'000'000'000, 1'000'000'000'000);
  const auto scale = *rc::gen::inRange(0, 12);
  const Decimal value = Decimal::of(coefficient, scale);
  RC_ASSERT(Decimal::parse(value.to_string()) == value);
}

RC_GTEST_PROP(DecimalProperty, OrderAgreesWithSubtraction, (int a, int b)) {
  const Decimal x = Decimal::of(a, 3);
  const Decimal y = Decimal::of(b, 1);
  RC_ASSERT((x < y) == x.minus(y)->is_negative());
}

}  // namespace
}  // namespace torikomi
