#include <tbb/global_control.h>
#include <tbb/parallel_pipeline.h>
#include <tbb/task_arena.h>

#include <atomic>

#include "torikomi/batch/in_order.h"

namespace torikomi {
namespace {

using Shared = std::shared_ptr<Task>;  // filters copy what they pass on

}  // namespace

void run_in_order_tbb(unsigned jobs, const TaskSource& source, const TaskSink& sink) {
  const tbb::global_control limit(tbb::global_control::max_allowed_parallelism, jobs);
  tbb::task_arena arena(static_cast<int>(jobs));
  std::atomic<bool> open = true;  // written by the last stage, read by the first
  const auto first = tbb::make_filter<void, Shared>(tbb::filter_mode::serial_in_order, [&](tbb::flow_control& flow) {
    Shared task = open ? Shared(source()) : nullptr;
    if (task == nullptr) flow.stop();
    return task;
  });
  const auto middle = tbb::make_filter<Shared, Shared>(tbb::filter_mode::parallel, [](Shared task) {
    task->run();
    return task;
  });
  const auto last = tbb::make_filter<Shared, void>(tbb::filter_mode::serial_in_order, [&](const Shared& task) {
    if (open && !sink(*task)) open = false;
  });
  arena.execute([&] { tbb::parallel_pipeline(tasks_in_flight(jobs), first & middle & last); });
}

}  // namespace torikomi
