#include "torikomi/text/decode.h"

#include <array>

#include "text/convert.h"
#include "text/detect.h"
#include "text/signature.h"
#include "text/utf8_check.h"

namespace torikomi {
namespace {

struct Bom {
  std::string_view bytes;
  Encoding encoding;
};
constexpr std::array<Bom, 3> kBoms = {
    {{"\xEF\xBB\xBF", Encoding::kUtf8}, {"\xFF\xFE", Encoding::kUtf16Le}, {"\xFE\xFF", Encoding::kUtf16Be}}};

/// The byte order mark that `bytes` begins with; none: UTF-8 without bytes.
Bom bom_of(std::string_view bytes) {
  for (const Bom& bom : kBoms) {
    if (bytes.starts_with(bom.bytes)) return bom;
  }
  return {"", Encoding::kUtf8};
}

/// Offset of the first character U+0000 that is `width` bytes wide; npos if there is none.
std::size_t find_nul(std::string_view bytes, std::size_t width) {
  std::size_t at = bytes.find('\0');
  while (width == 2 && at != bytes.npos && (at % 2 != 0 || bytes.substr(at, 2) != std::string_view("\0\0", 2))) {
    at = bytes.find('\0', at + 1);
  }
  return at;
}

Error too_big(std::string_view name, std::size_t size) {
  return {ErrorCode::kInput,
          say("{}: {} MiB あります。一つの文書は {} MiB までです。分けて渡してください",
              "{}: {} MiB; one document may have {} MiB. Split it", name, size >> 20, kMaxTextBytes >> 20)};
}

Error binary(std::string_view name, const Signature& found) {
  return {ErrorCode::kInput,
          {fmt::format("{}: テキストではなく{}です。{}", name, found.kind.ja, found.remedy.ja),
           fmt::format("{}: this is {}, not text; {}", name, found.kind.en, found.remedy.en)}};
}

Error nul_byte(std::string_view name, std::size_t offset) {
  return {ErrorCode::kInput,
          say("{}: テキストではありません（{} バイト目に NUL があります）。PDF なら pdftotext -layout "
              "で文字を取り出し、Word や Excel ならテキストとして保存してから渡してください",
              "{}: not a text file (NUL at byte {}); take the text of a PDF out with `pdftotext -layout`, save Word or "
              "Excel files as text",
              name, offset)};
}

/// The name that the contract gives to an encoding.
std::string contract_name(Encoding encoding, std::string_view bytes) {
  switch (encoding) {
    case Encoding::kUtf8:
      return "utf-8";
    case Encoding::kCp932:
      return has_windows31j_characters(bytes) ? "windows-31j" : "shift_jis";
    case Encoding::kEucJp:
      return "euc-jp";
    case Encoding::kIso2022Jp:
      return "iso-2022-jp";
    case Encoding::kUtf16Le:
      return "utf-16le";
    case Encoding::kUtf16Be:
      return "utf-16be";
  }
  return {};
}

/// ICU's converters with Microsoft's reading of the characters that vendors map differently (～ U+FF5E, － U+FF0D).
const char* icu_name(Encoding encoding) {
  switch (encoding) {
    case Encoding::kUtf8:
      break;
    case Encoding::kCp932:
      return "windows-31j";
    case Encoding::kEucJp:
      return "euc-jp-2007";
    case Encoding::kIso2022Jp:
      return "ISO-2022-JP";
    case Encoding::kUtf16Le:
      return "UTF-16LE";
    case Encoding::kUtf16Be:
      return "UTF-16BE";
  }
  return "UTF-8";
}

/// `valid`: the bytes are valid UTF-8.
Encoding choose(std::string_view bytes, bool valid) {
  if (looks_like_iso2022jp(bytes)) return Encoding::kIso2022Jp;
  return valid && !may_be_euc(bytes) ? Encoding::kUtf8 : detect_8bit(bytes);
}

Result<DecodedText> decode_as(Encoding encoding, std::string bytes, std::size_t bom, bool valid) {
  DecodedText decoded;
  decoded.had_bom = bom > 0;
  decoded.encoding = contract_name(encoding, bytes);
  if (encoding == Encoding::kUtf8) {
    if (bom > 0) bytes.erase(0, bom);
    decoded.text = valid ? std::move(bytes) : repair_utf8(bytes, decoded.bad);
  } else {
    auto text = convert(std::string_view(bytes).substr(bom), icu_name(encoding), decoded.bad);
    if (!text) return text.error();
    decoded.text = std::move(*text);
  }
  for (BadBytes& bad : decoded.bad) bad.offset += bom;
  return decoded;
}

}  // namespace

Result<DecodedText> decode(std::string bytes, std::string_view name) {
  if (const auto found = find_signature(bytes)) return binary(name, *found);
  if (bytes.size() > kMaxTextBytes) return too_big(name, bytes.size());
  const Bom bom = bom_of(bytes);
  Encoding encoding = bom.encoding;
  const bool has_nul = bytes.find('\0') != bytes.npos;
  if (bom.bytes.empty() && has_nul) encoding = detect_utf16(bytes);
  const bool wide = encoding == Encoding::kUtf16Le || encoding == Encoding::kUtf16Be;
  if (has_nul) {
    if (const std::size_t nul = find_nul(bytes, wide ? 2 : 1); nul != bytes.npos) return nul_byte(name, nul);
  }
  const bool valid = !wide && find_bad_utf8(bytes, bom.bytes.size()) == bytes.size();
  if (!wide && bom.bytes.empty()) encoding = choose(bytes, valid);
  auto decoded = decode_as(encoding, std::move(bytes), bom.bytes.size(), valid);
  if (decoded && decoded->text.size() > kMaxTextBytes) return too_big(name, decoded->text.size());
  return decoded;
}

}  // namespace torikomi
