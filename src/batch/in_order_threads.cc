#include <condition_variable>
#include <deque>
#include <exception>
#include <mutex>
#include <thread>
#include <vector>

#include "torikomi/batch/in_order.h"

namespace torikomi {
namespace {

/// The tasks in flight, oldest first. Workers add and run them, the calling thread takes finished ones off the front.
class Flight {
 public:
  Flight(unsigned jobs, const TaskSource& source) : most_(tasks_in_flight(jobs)), source_(source) {
    for (unsigned i = 0; i < jobs; ++i) workers_.emplace_back([this] { work(); });
  }

  ~Flight() {
    close();
    for (std::thread& worker : workers_) worker.join();
  }

  /// The oldest task once it is done; nullptr when there are no more.
  std::unique_ptr<Task> next() {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [this] { return failure_ || (slots_.empty() ? ended_ : slots_.front().done); });
    if (failure_) std::rethrow_exception(failure_);
    if (slots_.empty()) return nullptr;
    auto task = std::move(slots_.front().task);
    slots_.pop_front();
    changed_.notify_all();
    return task;
  }

 private:
  struct Slot {
    std::unique_ptr<Task> task;
    bool done = false;
  };

  void close() {
    const std::lock_guard lock(mutex_);
    ended_ = true;
    changed_.notify_all();
  }

  void work() {
    std::unique_lock lock(mutex_);
    while (true) {
      changed_.wait(lock, [this] { return ended_ || slots_.size() < most_; });
      if (ended_) return;
      try {
        auto task = source_();  // under the lock: calls never overlap
        if (task == nullptr) {
          ended_ = true;
          break;
        }
        Slot& slot = slots_.emplace_back(Slot{std::move(task), false});  // a deque does not move its elements
        lock.unlock();
        slot.task->run();
        lock.lock();
        slot.done = true;
        changed_.notify_all();
      } catch (...) {
        if (!lock.owns_lock()) lock.lock();
        failure_ = std::current_exception();
        ended_ = true;
        break;
      }
    }
    changed_.notify_all();
  }

  const std::size_t most_;
  const TaskSource& source_;
  std::mutex mutex_;
  std::condition_variable changed_;
  std::deque<Slot> slots_;
  bool ended_ = false;
  std::exception_ptr failure_;
  std::vector<std::thread> workers_;
};

}  // namespace

void run_in_order_threads(unsigned jobs, const TaskSource& source, const TaskSink& sink) {
  Flight flight(jobs, source);
  while (const auto task = flight.next())
    if (!sink(*task)) return;
}

}  // namespace torikomi
