// A run that is asked to stop ends between two documents.
#pragma once

#include <atomic>

namespace torikomi::cli {

/// While it lives, the first SIGINT or SIGTERM only sets the flag; the second one ends the process at once. One at a
/// time.
class StopSignals {
 public:
  StopSignals();
  ~StopSignals();
  StopSignals(const StopSignals&) = delete;
  StopSignals& operator=(const StopSignals&) = delete;

  /// 0, or the number of the signal.
  [[nodiscard]] const std::atomic<int>& flag() const;
};

/// What shells show for a process that a signal ended: 130 for SIGINT.
[[nodiscard]] constexpr int exit_code_of(int signal) { return 128 + signal; }

}  // namespace torikomi::cli
