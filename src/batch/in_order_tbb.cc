#include <tbb/global_control.h>
#include <tbb/parallel_pipeline.h>
#include <tbb/task_arena.h>

#include <atomic>
#include <exception>
#include <memory>
#include <mutex>

#include "torikomi/batch/in_order.h"

namespace torikomi {
namespace {

/// What flows through the filters, which copy what they pass on.
struct Carried {
  std::unique_ptr<Task> task;
  std::exception_ptr failure;
};
using Shared = std::shared_ptr<Carried>;

/// An exception inside parallel_pipeline would leave the tasks in flight behind; so it waits here until all are gone.
class Failure {
 public:
  /// False where `work` threw.
  template <class Work>
  bool guard(const Work& work) {
    try {
      return work();
    } catch (...) {
      const std::lock_guard lock(mutex_);
      if (!first_) first_ = std::current_exception();
      return false;
    }
  }
  void rethrow() const {
    if (first_) std::rethrow_exception(first_);
  }

 private:
  std::mutex mutex_;
  std::exception_ptr first_;
};

}  // namespace

void run_in_order_tbb(unsigned jobs, const TaskSource& source, const TaskSink& sink) {
  const tbb::global_control limit(tbb::global_control::max_allowed_parallelism, jobs);
  tbb::task_arena arena(static_cast<int>(jobs));
  std::atomic<bool> open = true;  // written by the last stage, read by the first
  Failure failure;
  const auto first = tbb::make_filter<void, Shared>(tbb::filter_mode::serial_in_order, [&](tbb::flow_control& flow) {
    auto carried = std::make_shared<Carried>();
    const bool more = open && failure.guard([&] {
      carried->task = source();
      return carried->task != nullptr;
    });
    if (!more) flow.stop();
    return more ? carried : nullptr;
  });
  const auto middle = tbb::make_filter<Shared, Shared>(tbb::filter_mode::parallel, [](Shared carried) {
    try {
      carried->task->run();
    } catch (...) {
      carried->failure = std::current_exception();
    }
    return carried;
  });
  const auto last = tbb::make_filter<Shared, void>(tbb::filter_mode::serial_in_order, [&](const Shared& carried) {
    if (!open) return;
    open = failure.guard([&] {
      if (carried->failure) std::rethrow_exception(carried->failure);
      return sink(*carried->task);
    });
  });
  arena.execute([&] { tbb::parallel_pipeline(tasks_in_flight(jobs), first & middle & last); });
  failure.rethrow();
}

}  // namespace torikomi
