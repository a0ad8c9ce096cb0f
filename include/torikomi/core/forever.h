// Values that the end of the process makes an end of.
#pragma once

namespace torikomi {

/// The one T of the process, made by the first caller; thread-safe. It is never destroyed: giving back thousands of
/// small texts one by one takes longer than reading a short report, and nobody waits for the memory but the system.
template <class T>
[[nodiscard]] T& forever() {
  static T& value = *new T;
  return value;
}

}  // namespace torikomi
