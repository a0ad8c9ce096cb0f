// Work on many threads whose results come out in the order in which the work went in.
#pragma once

#include <functional>
#include <memory>

namespace torikomi {

/// One piece of work. run() may happen on any thread; nothing else does.
class Task {
 public:
  Task() = default;
  Task(const Task&) = delete;
  Task& operator=(const Task&) = delete;
  virtual ~Task() = default;
  virtual void run() = 0;
};

/// The next piece of work, or nullptr at the end; not asked again after that. Calls never overlap.
using TaskSource = std::function<std::unique_ptr<Task>()>;
/// Takes finished work in the order in which it came from the source. Calls never overlap. False: no more is wanted,
/// and what is still in flight is dropped.
using TaskSink = std::function<bool(Task&)>;

/// Runs every task of `source` on `jobs` threads (at least 1) and hands it to `sink`. At most tasks_in_flight(jobs)
/// exist at once, so memory does not grow with the number of tasks. With one job everything happens on the calling
/// thread. An exception of a task, the source or the sink ends the run and is thrown again.
void run_in_order(unsigned jobs, const TaskSource& source, const TaskSink& sink);

/// Two for each thread: one being worked on, one waiting for its turn to be written.
[[nodiscard]] constexpr unsigned tasks_in_flight(unsigned jobs) { return jobs <= 1 ? 1 : 2 * jobs; }

/// What run_in_order() uses for several jobs: oneTBB, or plain threads in builds for ThreadSanitizer, which sees false
/// races in TBB as Debian builds it. Both are always there, so that both are tested.
void run_in_order_tbb(unsigned jobs, const TaskSource& source, const TaskSink& sink);
void run_in_order_threads(unsigned jobs, const TaskSource& source, const TaskSink& sink);

}  // namespace torikomi
