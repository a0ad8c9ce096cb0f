#include "stop.h"

#include <signal.h>  // NOLINT(modernize-deprecated-headers): sigaction() is POSIX's
#include <unistd.h>

namespace torikomi::cli {
namespace {

// A handler can reach nothing else. (POSIX: lock-free atomics and _exit are safe in handlers.)
std::atomic<int> received = 0;
static_assert(std::atomic<int>::is_always_lock_free);

extern "C" void on_stop(int signal) {
  if (received.exchange(signal) != 0) _exit(exit_code_of(signal));
}

void handle(int signal, void (*handler)(int)) {
  struct sigaction action {};
  action.sa_handler = handler;
  action.sa_flags = SA_RESTART;
  sigemptyset(&action.sa_mask);
  sigaction(signal, &action, nullptr);
}

}  // namespace

StopSignals::StopSignals() {
  received = 0;
  handle(SIGINT, on_stop);
  handle(SIGTERM, on_stop);
}

StopSignals::~StopSignals() {
  handle(SIGINT, SIG_DFL);
  handle(SIGTERM, SIG_DFL);
}

const std::atomic<int>& StopSignals::flag() const { return received; }

}  // namespace torikomi::cli
