#include "torikomi/core/sha256.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <string>
#include <vector>

#include "core/sha256_blocks.h"

namespace torikomi {
namespace {

TEST(Sha256, GivesTheDigestsOfTheStandard) {
  const struct {
    std::string message;
    const char* digest;
  } cases[] = {
      // FIPS 180-4 examples and the NIST short message vectors
      {"", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"},
      {"abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"},
      {"abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
       "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"},
      {"abcdefghbcdefghicdefghijdefghijkefghijklfghijklmghijklmnhijklmnoijklmnopjklmnopqklmnopqrlmnopqrsmnopqrstnopqrst"
       "u",
       "cf5b16a778af8380036ce59e7b0492370b249b11e8f07a51afac45037afee9d1"},
      {std::string("\xbd"), "68325720aabd7c82f30f554b313d0570c95accbb7dc4b5aae11204c08ffe732b"},
      {std::string("\xc9\x8c\x8e\x55"), "7abc22c0ae5af26ce93dbb94433a0e0b2e119d014f8e7f65bd56c61ccccd9504"},
      {std::string(55, '\0'), "02779466cdec163811d078815c633f21901413081449002f24aa3e80f0b88ef7"},
      {std::string(56, '\0'), "d4817aa5497628e7c77e6b606107042bbba3130888c5f47a375e6179be789fbb"},
      {std::string(57, '\0'), "65a16cb7861335d5ace3c60718b5052e44660726da4cd13bb745381b235a1785"},
      {std::string(64, '\0'), "f5a5fd42d16a20302798ef6ed309979b43003d2320d9f0e8ea9831a92759fb4b"},
      {std::string(1000, 'A'), "c2e686823489ced2017f6059b8b239318b6364f6dcd835d0a519105a1eadd6e4"},
      {std::string(1'000'000, 'a'), "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0"},
  };
  for (const auto& c : cases) EXPECT_EQ(sha256_hex(c.message), c.digest) << c.message.substr(0, 60);
}

TEST(Sha256, MayGoOnAfterADigest) {
  Sha256 hash;
  hash.update("a");
  EXPECT_EQ(hash.hex(), sha256_hex("a"));
  hash.update("bc");
  EXPECT_EQ(hash.hex(), sha256_hex("abc"));
}

RC_GTEST_PROP(Sha256Property, PiecesGiveTheDigestOfTheWhole, (const std::vector<std::string>& pieces)) {
  Sha256 hash;
  std::string whole;
  for (const auto& piece : pieces) {
    hash.update(piece);
    whole += piece;
  }
  RC_ASSERT(hash.hex() == sha256_hex(whole));
}

RC_GTEST_PROP(Sha256Property, ProcessorInstructionsAgreeWithPlainCode, ()) {
  const auto fast = detail::sha256_blocks_x86();
  if (fast == nullptr) RC_SUCCEED("this processor has no SHA instructions");
  const auto bytes =
      *rc::gen::container<std::vector<std::uint8_t>>(64 * *rc::gen::inRange(0, 8), rc::gen::arbitrary<std::uint8_t>());
  detail::Sha256State a = {1, 2, 3, 4, 5, 6, 7, 8};
  detail::Sha256State b = a;
  fast(a, bytes.data(), bytes.size() / 64);
  detail::sha256_blocks_portable(b, bytes.data(), bytes.size() / 64);
  RC_ASSERT(a == b);
}

}  // namespace
}  // namespace torikomi
