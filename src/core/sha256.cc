#include "torikomi/core/sha256.h"

#include <algorithm>
#include <bit>
#include <cstring>

#include "core/sha256_blocks.h"

namespace torikomi {
namespace detail {
namespace {

std::uint32_t big_endian(const std::uint8_t* bytes) {
  return std::uint32_t{bytes[0]} << 24 | std::uint32_t{bytes[1]} << 16 | std::uint32_t{bytes[2]} << 8 | bytes[3];
}

void one_block(Sha256State& state, const std::uint8_t* block) {
  std::array<std::uint32_t, 64> w;
  for (std::size_t i = 0; i < 16; ++i) w[i] = big_endian(block + 4 * i);
  for (std::size_t i = 16; i < 64; ++i) {
    const std::uint32_t s0 = std::rotr(w[i - 15], 7) ^ std::rotr(w[i - 15], 18) ^ (w[i - 15] >> 3);
    const std::uint32_t s1 = std::rotr(w[i - 2], 17) ^ std::rotr(w[i - 2], 19) ^ (w[i - 2] >> 10);
    w[i] = w[i - 16] + s0 + w[i - 7] + s1;
  }
  auto [a, b, c, d, e, f, g, h] = state;
  for (std::size_t i = 0; i < 64; ++i) {
    const std::uint32_t s1 = std::rotr(e, 6) ^ std::rotr(e, 11) ^ std::rotr(e, 25);
    const std::uint32_t choice = (e & f) ^ (~e & g);
    const std::uint32_t t1 = h + s1 + choice + kSha256Round[i] + w[i];
    const std::uint32_t s0 = std::rotr(a, 2) ^ std::rotr(a, 13) ^ std::rotr(a, 22);
    const std::uint32_t majority = (a & b) ^ (a & c) ^ (b & c);
    h = g;
    g = f;
    f = e;
    e = d + t1;
    d = c;
    c = b;
    b = a;
    a = t1 + s0 + majority;
  }
  const Sha256State add = {a, b, c, d, e, f, g, h};
  for (std::size_t i = 0; i < 8; ++i) state[i] += add[i];
}

}  // namespace

void sha256_blocks_portable(Sha256State& state, const std::uint8_t* blocks, std::size_t count) {
  for (; count > 0; --count, blocks += 64) one_block(state, blocks);
}

}  // namespace detail

namespace {

const detail::Sha256Blocks kBlocks = [] {
  const auto fast = detail::sha256_blocks_x86();
  return fast != nullptr ? fast : &detail::sha256_blocks_portable;
}();

}  // namespace

void Sha256::update(std::string_view bytes) {
  size_ += bytes.size();
  if (rest_size_ > 0) {
    const std::size_t take = std::min(kBlock - rest_size_, bytes.size());
    std::copy_n(bytes.begin(), take, rest_.begin() + rest_size_);
    rest_size_ += take;
    bytes.remove_prefix(take);
    if (rest_size_ < kBlock) return;
    kBlocks(state_, rest_.data(), 1);
  }
  const std::size_t whole = bytes.size() / kBlock;
  kBlocks(state_, reinterpret_cast<const std::uint8_t*>(bytes.data()), whole);
  bytes.remove_prefix(whole * kBlock);
  std::copy(bytes.begin(), bytes.end(), rest_.begin());
  rest_size_ = bytes.size();
}

Sha256::Digest Sha256::digest() const {
  auto state = state_;
  std::array<std::uint8_t, 2 * kBlock> last{};  // the rest, 0x80, zeros, the length in bits
  std::copy_n(rest_.begin(), rest_size_, last.begin());
  last[rest_size_] = 0x80;
  const std::size_t blocks = rest_size_ + 9 <= kBlock ? 1 : 2;
  for (std::size_t i = 0; i < 8; ++i) last[blocks * kBlock - 1 - i] = static_cast<std::uint8_t>((size_ * 8) >> (8 * i));
  kBlocks(state, last.data(), blocks);
  Digest out;
  for (std::size_t i = 0; i < out.size(); ++i) out[i] = static_cast<std::uint8_t>(state[i / 4] >> (24 - 8 * (i % 4)));
  return out;
}

std::string Sha256::hex() const {
  constexpr std::string_view kDigits = "0123456789abcdef";
  std::string out;
  out.reserve(64);
  for (const std::uint8_t byte : digest()) {
    out += kDigits[byte >> 4];
    out += kDigits[byte & 15];
  }
  return out;
}

std::string sha256_hex(std::string_view bytes) {
  Sha256 hash;
  hash.update(bytes);
  return hash.hex();
}

}  // namespace torikomi
