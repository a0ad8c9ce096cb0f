// No allocation for a candidate that is rejected: text full of figures and words that are no dates and no numbers is
// read without one, so that speed depends on the text alone.
#include <gtest/gtest.h>

#include <cstdlib>
#include <new>
#include <string>

#include "torikomi/value/date.h"
#include "torikomi/value/number.h"

namespace {
thread_local std::size_t allocations = 0;
}  // namespace

void* operator new(std::size_t size) {
  ++allocations;
  if (void* memory = std::malloc(size != 0 ? size : 1)) return memory;
  throw std::bad_alloc();
}
void* operator new(std::size_t size, const std::nothrow_t& /*tag*/) noexcept {
  ++allocations;
  return std::malloc(size != 0 ? size : 1);
}
void operator delete(void* memory) noexcept { std::free(memory); }
void operator delete(void* memory, std::size_t) noexcept { std::free(memory); }

namespace torikomi {
namespace {

template <class Find>
std::size_t allocations_of(std::string_view text, Find find) {
  (void)find(text);  // tables are built on first need
  const std::size_t before = allocations;
  const std::size_t values = find(text).size();
  EXPECT_EQ(values, 0U) << text;
  return allocations - before;
}

TEST(Allocation, RejectedDatesCostNone) {
  std::string text;
  for (int i = 0; i < 100; ++i) {
    text +=
        "第2回 国道2号 5.9冊 3.5% 平成29年2月30日 令和元年13月1日 R134a M7.3 平成2丁目 100年前 3か月間 1・2位 同社 "
        "翌週 "
        "086-803-1234 192.168.1.1 春日町 秋田県 上下水道 本市 今後 次第 5/19 2年生 前年比 平 成 大正区 昭和町 "
        "午後12時 24時間 第4次計画 一般 三重県 十分 千代田区 10,000台 令和6年度予算案第2号の2年目の3か月前 "
        "平成参加 昭和参 紀元前4年7月 西暦99年5月 2021秋田 同上 ";
  }
  // 令和6年度 is a date: it has to go, the rest must stay silent.
  for (std::size_t at = text.find("令和6年度"); at != std::string::npos; at = text.find("令和6年度", at)) {
    text.erase(at, std::string_view("令和6年度").size());
  }
  EXPECT_EQ(allocations_of(text, [](std::string_view t) { return find_dates(t); }), 0U);
}

TEST(Allocation, RejectedNumbersCostNone) {
  std::string text;
  for (int i = 0; i < 100; ++i) {
    text +=
        "第1回 2回目 国道2号 086-803-1234 R134a COVID-19 A4 1.2.3 1,23 13:30 No.3 数千円 一般 三重県 四万十市 "
        "一人ひとり 二酸化炭素 万全 持参人 1千1000 3丁目 5番6号 001 三平方キロメートル目 "
        "図1 ※2 内線3412 第1-2図 2021-A 三陸 一人一人 1.234,56 4番線 2級河川 単位:千円 P 4 ";
  }
  EXPECT_EQ(allocations_of(text, [](std::string_view t) { return find_numbers(t); }), 0U);
}

TEST(Allocation, IsCounted) {
  const std::size_t before = allocations;
  const std::string long_enough(1000, 'x');
  EXPECT_EQ(long_enough.size(), 1000U);
  EXPECT_GT(allocations, before);
}

}  // namespace
}  // namespace torikomi
