#include "torikomi/batch/in_order.h"

namespace torikomi {
namespace {

void run_one_by_one(const TaskSource& source, const TaskSink& sink) {
  while (const auto task = source()) {
    task->run();
    if (!sink(*task)) return;
  }
}

}  // namespace

void run_in_order(unsigned jobs, const TaskSource& source, const TaskSink& sink) {
  if (jobs <= 1) return run_one_by_one(source, sink);
#ifdef TORIKOMI_THREAD_EXECUTOR
  run_in_order_threads(jobs, source, sink);
#else
  run_in_order_tbb(jobs, source, sink);
#endif
}

}  // namespace torikomi
