// How far a run has come, on standard error.
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <string>

#include "torikomi/core/result.h"

namespace torikomi::cli {

/// never: nothing. automatic: a bar on a terminal, else a line now and then; nothing for runs that end before anybody
/// wonders. always: as automatic, and a line at the end in any case.
enum class ProgressMode { kNever, kAuto, kAlways };
[[nodiscard]] ProgressMode progress_mode(const std::string& word);

/// One line of progress without its end: `done` of `total` documents after `seconds`.
struct ProgressState {
  std::size_t done = 0, total = 0;
  std::uint64_t bytes = 0;
  double seconds = 0;
};
[[nodiscard]] std::string progress_line(const ProgressState& state, Language language, bool bar);

/// Not for several threads at once.
class Progress {
 public:
  Progress(ProgressMode mode, std::size_t total, Language language);
  /// One more document of `bytes`.
  void advance(std::uint64_t bytes);
  /// Takes the bar off the terminal, so that other lines can be printed.
  void clear();
  /// The last state.
  void finish();

 private:
  using Clock = std::chrono::steady_clock;
  void show();

  ProgressMode mode_;
  Language language_;
  bool terminal_;
  bool shown_ = false;
  ProgressState state_;
  Clock::time_point begin_;
  Clock::time_point next_;
};

}  // namespace torikomi::cli
