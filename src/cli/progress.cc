#include "progress.h"

#include <fmt/format.h>
#include <unistd.h>

#include <cmath>
#include <cstdio>

namespace torikomi::cli {
namespace {

using namespace std::chrono_literals;

constexpr auto kFirstBar = 500ms;
constexpr auto kNextBar = 100ms;
constexpr auto kNextLine = 5s;
constexpr std::size_t kBarWidth = 24;
constexpr double kMega = 1e6;

std::string clock_text(double seconds) {
  const auto whole = static_cast<std::uint64_t>(std::llround(seconds));
  return whole < 3600 ? fmt::format("{}:{:02}", whole / 60, whole % 60)
                      : fmt::format("{}:{:02}:{:02}", whole / 3600, whole / 60 % 60, whole % 60);
}

}  // namespace

ProgressMode progress_mode(const std::string& word) {
  if (word == "never") return ProgressMode::kNever;
  return word == "always" ? ProgressMode::kAlways : ProgressMode::kAuto;
}

std::string progress_line(const ProgressState& state, Language language, bool bar) {
  std::string out;
  if (bar && state.total > 0) {
    const std::size_t filled = kBarWidth * state.done / state.total;
    out = fmt::format("[{}{}] ", std::string(filled, '#'), std::string(kBarWidth - filled, '.'));
  }
  const double rate = state.seconds > 0 ? static_cast<double>(state.bytes) / kMega / state.seconds : 0;
  const double left =
      state.done > 0 ? state.seconds / static_cast<double>(state.done) * static_cast<double>(state.total - state.done)
                     : 0;
  const bool japanese = language == Language::kJa;
  out += japanese ? fmt::format("{}/{} 件  {:.1f} MB/秒", state.done, state.total, rate)
                  : fmt::format("{}/{} documents  {:.1f} MB/s", state.done, state.total, rate);
  if (state.done < state.total)
    out += japanese ? fmt::format("  残り {}", clock_text(left)) : fmt::format("  {} left", clock_text(left));
  return out;
}

Progress::Progress(ProgressMode mode, std::size_t total, Language language)
    : mode_(mode), language_(language), terminal_(isatty(STDERR_FILENO) == 1), begin_(Clock::now()) {
  state_.total = total;
  next_ = begin_ + (terminal_ ? Clock::duration(kFirstBar) : Clock::duration(kNextLine));
}

void Progress::advance(std::uint64_t bytes) {
  if (mode_ == ProgressMode::kNever) return;
  ++state_.done;
  state_.bytes += bytes;
  const auto now = Clock::now();
  if (now < next_) return;
  next_ = now + (terminal_ ? Clock::duration(kNextBar) : Clock::duration(kNextLine));
  show();
}

void Progress::show() {
  state_.seconds = std::chrono::duration<double>(Clock::now() - begin_).count();
  const std::string line = progress_line(state_, language_, terminal_);
  if (terminal_) {
    fmt::print(stderr, "\r{}\x1b[K", line);
  } else {
    fmt::print(stderr, "{}\n", line);
  }
  std::fflush(stderr);
  shown_ = terminal_;
}

void Progress::clear() {
  if (shown_) fmt::print(stderr, "\r\x1b[K");
  shown_ = false;
}

void Progress::finish() {
  clear();
  if (mode_ != ProgressMode::kAlways) return;
  show();
  if (terminal_) fmt::print(stderr, "\n");
  shown_ = false;
}

}  // namespace torikomi::cli
