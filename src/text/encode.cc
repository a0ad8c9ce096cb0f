#include "torikomi/text/encode.h"

#include <unicode/ucnv.h>

#include <array>
#include <cstdint>
#include <memory>

#include "torikomi/core/utf8.h"

namespace torikomi {
namespace {

struct CloseConverter {
  void operator()(UConverter* converter) const { ucnv_close(converter); }
};

struct Same {
  char32_t from, to;
};
/// One character of JIS X 0208 each, which Unicode tables of different makers number differently.
constexpr std::array kSame = {Same{0x2014, 0x2015}, Same{0x301C, 0xFF5E}, Same{0x2212, 0xFF0D}, Same{0x2016, 0x2225},
                              Same{0x00A2, 0xFFE0}, Same{0x00A3, 0xFFE1}, Same{0x00AC, 0xFFE2}, Same{0x00A0, 0x0020}};

/// Code of every character of the Basic Multilingual Plane; 0: none. CP932 has nothing beyond that plane.
using CodeTable = std::array<std::uint16_t, 0x10000>;

std::unique_ptr<CodeTable> make_table() {
  auto table = std::make_unique<CodeTable>();
  table->fill(0);
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<UConverter, CloseConverter> converter(ucnv_open("windows-31j", &status));
  if (U_FAILURE(status)) return table;  // ICU without data: every character is then reported
  ucnv_setFallback(converter.get(), false);
  ucnv_setFromUCallBack(converter.get(), UCNV_FROM_U_CALLBACK_STOP, nullptr, nullptr, nullptr, &status);
  for (char32_t c = 1; c < 0x10000; ++c) {
    if (c >= 0xD800 && c <= 0xF8FF) continue;  // surrogates, and private use, which means nothing elsewhere
    const auto unit = static_cast<UChar>(c);
    char bytes[8];
    status = U_ZERO_ERROR;
    const int size = ucnv_fromUChars(converter.get(), bytes, sizeof bytes, &unit, 1, &status);
    if (U_FAILURE(status) || size < 1 || size > 2) continue;
    const auto first = static_cast<std::uint8_t>(bytes[0]);
    const auto second = static_cast<std::uint8_t>(bytes[1]);
    (*table)[c] = static_cast<std::uint16_t>(size == 1 ? first : first << 8 | second);
  }
  for (const Same same : kSame) {
    if ((*table)[same.from] == 0) (*table)[same.from] = (*table)[same.to];
  }
  return table;
}

}  // namespace

std::vector<Unencodable> append_cp932(std::string& out, std::string_view text) {
  static const std::unique_ptr<const CodeTable> kTable = make_table();  // some 10 ms, once
  std::vector<Unencodable> missing;
  for (std::size_t at = 0; at < text.size();) {
    const auto [code_point, size] = utf8::decode(text, at);
    const std::uint16_t code = code_point < 0x10000 ? (*kTable)[code_point] : 0;
    if (code == 0) {
      missing.push_back({at, code_point});
    } else {
      if (code > 0xFF) out += static_cast<char>(code >> 8);
      out += static_cast<char>(code & 0xFF);
    }
    at += size;
  }
  return missing;
}

}  // namespace torikomi
