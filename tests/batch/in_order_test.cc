#include "torikomi/batch/in_order.h"

#include <gtest/gtest.h>

#include <atomic>
#include <chrono>
#include <stdexcept>
#include <thread>
#include <vector>

namespace torikomi {
namespace {

using Run = void (*)(unsigned, const TaskSource&, const TaskSink&);

class InOrder : public testing::TestWithParam<Run> {};

class Numbered final : public Task {
 public:
  Numbered(int n, std::atomic<int>& live, int fails_at = -1) : number_(n), fails_at_(fails_at), live_(live) { ++live_; }
  ~Numbered() override { --live_; }
  void run() override {
    if (number_ % 7 == 0) std::this_thread::sleep_for(std::chrono::milliseconds(1));  // others overtake this one
    if (number_ == fails_at_) throw std::runtime_error("task");
    result = number_ * 2;
  }
  int result = -1;

 private:
  int number_;
  int fails_at_;
  std::atomic<int>& live_;
};

TEST_P(InOrder, ResultsComeInTheOrderOfTheSource) {
  for (const unsigned jobs : {1U, 2U, 5U}) {
    std::atomic<int> live = 0;
    int next = 0;
    int most = 0;
    std::vector<int> results;
    GetParam()(
        jobs,
        [&]() -> std::unique_ptr<Task> {
          if (next == 200) return nullptr;
          auto task = std::make_unique<Numbered>(next++, live);
          most = std::max<int>(most, live);
          return task;
        },
        [&](Task& task) {
          results.push_back(static_cast<Numbered&>(task).result);
          return true;
        });
    ASSERT_EQ(results.size(), 200U);
    for (int i = 0; i < 200; ++i) EXPECT_EQ(results[static_cast<std::size_t>(i)], 2 * i);
    EXPECT_EQ(live, 0);
    EXPECT_LE(most, static_cast<int>(tasks_in_flight(jobs)) + 1);
  }
}

TEST_P(InOrder, SinkThatHasEnoughEndsTheRun) {
  std::atomic<int> live = 0;
  int next = 0;
  int taken = 0;
  GetParam()(
      3, [&]() -> std::unique_ptr<Task> { return std::make_unique<Numbered>(next++, live); },
      [&](Task&) { return ++taken < 10; });
  EXPECT_EQ(taken, 10);
  EXPECT_LT(next, 100);
  EXPECT_EQ(live, 0);
}

TEST_P(InOrder, NothingToDo) {
  GetParam()(
      2, []() -> std::unique_ptr<Task> { return nullptr; },
      [](Task&) {
        ADD_FAILURE();
        return true;
      });
}

TEST_P(InOrder, ExceptionsComeOut) {
  std::atomic<int> live = 0;
  int next = 0;
  const auto run = [&] {
    GetParam()(
        2,
        [&]() -> std::unique_ptr<Task> { return next == 50 ? nullptr : std::make_unique<Numbered>(next++, live, 5); },
        [](Task&) { return true; });
  };
  EXPECT_THROW(run(), std::runtime_error);
  EXPECT_EQ(live, 0);
}

#ifdef TORIKOMI_THREAD_EXECUTOR
constexpr Run kExecutors[] = {&run_in_order, &run_in_order_threads};
#else
constexpr Run kExecutors[] = {&run_in_order, &run_in_order_threads, &run_in_order_tbb};
#endif
INSTANTIATE_TEST_SUITE_P(Executors, InOrder, testing::ValuesIn(kExecutors));

}  // namespace
}  // namespace torikomi
