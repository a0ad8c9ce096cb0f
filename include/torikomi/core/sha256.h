// SHA-256 (FIPS 180-4): names documents by their content and proves that an output file is whole.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace torikomi {

/// Takes a message in pieces of any size. Not for secrets: no constant time, nothing is wiped.
class Sha256 {
 public:
  using Digest = std::array<std::uint8_t, 32>;

  void update(std::string_view bytes);
  /// The digest of everything so far. *this stays as it is, so more may follow.
  [[nodiscard]] Digest digest() const;
  /// The digest as 64 lower-case hex digits.
  [[nodiscard]] std::string hex() const;

 private:
  static constexpr std::size_t kBlock = 64;
  std::array<std::uint32_t, 8> state_ = {0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a,
                                         0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19};
  std::array<std::uint8_t, kBlock> rest_{};  // the begin of a block that is not full yet
  std::size_t rest_size_ = 0;
  std::uint64_t size_ = 0;  // bytes so far
};

/// The digest of one text as 64 lower-case hex digits.
[[nodiscard]] std::string sha256_hex(std::string_view bytes);

}  // namespace torikomi
