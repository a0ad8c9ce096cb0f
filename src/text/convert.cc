#include "text/convert.h"

#include <unicode/ucnv.h>
#include <unicode/utf16.h>

#include <array>
#include <memory>

#include "torikomi/core/utf8.h"

namespace torikomi {
namespace {

struct Close {
  void operator()(UConverter* converter) const { ucnv_close(converter); }
};
using Converter = std::unique_ptr<UConverter, Close>;

Converter open(const char* icu_name) {
  UErrorCode status = U_ZERO_ERROR;
  Converter converter(ucnv_open(icu_name, &status));
  if (U_FAILURE(status)) return nullptr;
  ucnv_setToUCallBack(converter.get(), UCNV_TO_U_CALLBACK_STOP, nullptr, nullptr, nullptr, &status);
  return U_FAILURE(status) ? nullptr : std::move(converter);
}

constexpr std::size_t kChunk = 4096;  // UTF-16 units at a time: stays in the first-level cache

/// UTF-16 that comes in chunks -> UTF-8. A surrogate pair may be split between two chunks.
class Utf8Writer {
 public:
  explicit Utf8Writer(std::string& out) : out_(out) {}

  void append(const UChar* begin, const UChar* end) {
    char* at = bytes_.data();
    for (const UChar* unit = begin; unit != end; ++unit) {
      const UChar c = *unit;
      if (c < 0x80) {
        *at++ = static_cast<char>(c);
      } else if (c < 0x800) {
        *at++ = static_cast<char>(0xC0 | (c >> 6));
        *at++ = static_cast<char>(0x80 | (c & 0x3F));
      } else if (!U16_IS_SURROGATE(c)) {
        *at++ = static_cast<char>(0xE0 | (c >> 12));
        *at++ = static_cast<char>(0x80 | ((c >> 6) & 0x3F));
        *at++ = static_cast<char>(0x80 | (c & 0x3F));
      } else if (U16_IS_LEAD(c)) {
        lead_ = c;
      } else {
        const auto point = static_cast<std::uint32_t>(U16_GET_SUPPLEMENTARY(lead_, c));
        *at++ = static_cast<char>(0xF0 | (point >> 18));
        *at++ = static_cast<char>(0x80 | ((point >> 12) & 0x3F));
        *at++ = static_cast<char>(0x80 | ((point >> 6) & 0x3F));
        *at++ = static_cast<char>(0x80 | (point & 0x3F));
      }
    }
    out_.append(bytes_.data(), static_cast<std::size_t>(at - bytes_.data()));
  }

 private:
  std::string& out_;
  std::array<char, 3 * kChunk + 4> bytes_;
  UChar lead_ = 0;
};

std::uint32_t invalid_length(UConverter* converter) {
  std::array<char, 32> bytes;
  auto length = static_cast<std::int8_t>(bytes.size());
  UErrorCode status = U_ZERO_ERROR;
  ucnv_getInvalidChars(converter, bytes.data(), &length, &status);
  return U_SUCCESS(status) && length > 0 ? static_cast<std::uint32_t>(length) : 1;
}

}  // namespace

Result<std::string> convert(std::string_view bytes, const char* icu_name, std::vector<BadBytes>& bad) {
  const Converter converter = open(icu_name);
  if (!converter) {
    return Error{ErrorCode::kInternal,
                 say("文字コード変換表 {} が ICU にありません", "ICU has no converter {}", icu_name)};
  }
  std::string text;
  text.reserve(bytes.size() + bytes.size() / 2);
  Utf8Writer writer(text);
  std::array<UChar, kChunk> buffer;
  const char* const begin = bytes.data();
  const char* const end = begin + bytes.size();
  for (const char* at = begin;;) {
    UChar* target = buffer.data();
    UErrorCode status = U_ZERO_ERROR;
    ucnv_toUnicode(converter.get(), &target, buffer.data() + buffer.size(), &at, end, nullptr, true, &status);
    writer.append(buffer.data(), target);
    if (U_SUCCESS(status)) return text;
    if (status == U_BUFFER_OVERFLOW_ERROR) continue;
    const std::uint32_t length = invalid_length(converter.get());
    const auto stop = static_cast<std::uint64_t>(at - begin);
    bad.push_back({stop - (length < stop ? length : stop), length, static_cast<std::uint32_t>(text.size())});
    utf8::append(text, 0xFFFD);
  }
}

}  // namespace torikomi
