#include "text/folded_text.h"

#include <unicode/unorm2.h>
#include <unicode/ustring.h>

#include <array>

#include "text/fold_table.h"
#include "torikomi/core/utf8.h"

namespace torikomi {
namespace {

/// A character with more marks than fit here is no character of any language; it stays as it is.
constexpr std::size_t kMaxTail = 256;

std::string nfc(std::string_view text) {
  std::array<UChar, 2 * kMaxTail> wide;
  std::array<UChar, 2 * kMaxTail> composed;
  std::array<char, 6 * kMaxTail> bytes;
  UErrorCode status = U_ZERO_ERROR;
  std::int32_t size = 0;
  u_strFromUTF8(wide.data(), static_cast<std::int32_t>(wide.size()), &size, text.data(),
                static_cast<std::int32_t>(text.size()), &status);
  size = unorm2_normalize(unorm2_getNFCInstance(&status), wide.data(), size, composed.data(),
                          static_cast<std::int32_t>(composed.size()), &status);
  std::int32_t length = 0;
  u_strToUTF8(bytes.data(), static_cast<std::int32_t>(bytes.size()), &length, composed.data(), size, &status);
  return U_FAILURE(status) ? std::string(text) : std::string(bytes.data(), static_cast<std::size_t>(length));
}

/// The kana with (han)dakuten, or 0.
char32_t voiced(char32_t kana, bool semi) {
  const bool katakana = kana >= 0x30A0;
  const char32_t c = katakana ? kana - 0x60 : kana;
  const bool ha_row = c >= 0x306F && c <= 0x307B && (c - 0x306F) % 3 == 0;
  if (ha_row) return kana + (semi ? 2 : 1);
  if (semi) return 0;
  if (c >= 0x304B && c <= 0x3061 && c % 2 == 1) return kana + 1;
  if (c == 0x3064 || c == 0x3066 || c == 0x3068 || c == 0x309D) return kana + 1;
  if (c == 0x3046) return kana + 0x4E;
  if (kana >= 0x30EF && kana <= 0x30F2) return kana + 8;
  return 0;
}

}  // namespace

void FoldedText::keep_until(std::size_t at) {
  if (at <= taken_) return;
  if (text_.empty() && taken_ == 0) text_.reserve(source_.size() + source_.size() / 16 + 16);
  text_.append(source_.substr(taken_, at - taken_));
  taken_ = at;
}

void FoldedText::replace(std::size_t begin, std::size_t end, std::string_view with) {
  keep_until(begin);
  if (source_.substr(begin, end - begin) == with) return keep_until(end);
  const auto norm_begin = static_cast<std::uint32_t>(text_.size());
  text_.append(with);
  edits_.push_back({norm_begin, static_cast<std::uint32_t>(text_.size()), static_cast<std::uint32_t>(begin),
                    static_cast<std::uint32_t>(end)});
  taken_ = end;
}

std::optional<FoldedText::Tail> FoldedText::tail() const {
  if (text_.empty()) return std::nullopt;
  Tail tail{text_.size(), taken_, edits_.size()};
  while (text_.size() - tail.norm_begin < kMaxTail) {
    if (tail.edits > 0 && edits_[tail.edits - 1].norm_end == tail.norm_begin) {
      const OffsetMap::Edit& edit = edits_[--tail.edits];
      tail.norm_begin = edit.norm_begin;
      tail.source_begin = edit.source_begin;
      if (edit.norm_begin == edit.norm_end) continue;
    } else {
      const utf8::Decoded before = utf8::decode_before(text_, tail.norm_begin);
      if (before.size == 0) break;
      tail.norm_begin -= before.size;
      tail.source_begin -= before.size;
    }
    if (!folding::is_mark(utf8::decode(text_, tail.norm_begin).code_point)) return tail;
  }
  return tail;
}

void FoldedText::retract(Tail to) {
  text_.resize(to.norm_begin);
  edits_.resize(to.edits);
  taken_ = to.source_begin;
}

void FoldedText::retake(Tail from, std::size_t end, std::string_view with) {
  retract(from);
  replace(from.source_begin, end, with);
}

void FoldedText::join(std::size_t begin, std::size_t end, std::string_view marks) {
  keep_until(begin);
  const bool crowded = crowd_end_ != 0 && crowd_end_ == text_.size();
  const auto last = crowded ? std::nullopt : tail();
  const std::size_t before = last ? text_.size() - last->norm_begin : 0;
  if (crowded || before + marks.size() >= kMaxTail) {
    replace(begin, end, marks);
    crowd_end_ = text_.size();
    return;
  }
  if (before == 0) return replace(begin, end, nfc(marks));
  const std::string apart = text_.substr(last->norm_begin).append(marks);
  const std::string joined = nfc(apart);
  if (joined == apart) return replace(begin, end, marks);
  retake(*last, end, joined);
}

bool FoldedText::voice(std::size_t begin, std::size_t end, bool semi) {
  keep_until(begin);
  const utf8::Decoded before = utf8::decode_before(text_, text_.size());
  const char32_t kana = before.size == 3 ? voiced(before.code_point, semi) : 0;
  if (kana == 0) return false;
  const auto last = tail();
  std::string with = text_.substr(last->norm_begin, text_.size() - last->norm_begin - before.size);
  utf8::append(with, kana);
  retake(*last, end, with);
  return true;
}

std::size_t FoldedText::trim_blanks() {
  Tail tail{text_.size(), taken_, edits_.size()};
  for (;;) {
    const bool edited = tail.edits > 0 && edits_[tail.edits - 1].norm_end == tail.norm_begin;
    const OffsetMap::Edit* edit = edited ? &edits_[tail.edits - 1] : nullptr;
    if (edited && edit->norm_begin == edit->norm_end) {
      tail = {tail.norm_begin, edit->source_begin, tail.edits - 1};
    } else if (tail.norm_begin == 0 || text_[tail.norm_begin - 1] != ' ') {
      break;
    } else if (edited) {
      if (edit->norm_end - edit->norm_begin != 1) break;
      tail = {edit->norm_begin, edit->source_begin, tail.edits - 1};
    } else {
      tail = {tail.norm_begin - 1, tail.source_begin - 1, tail.edits};
    }
  }
  retract(tail);
  return taken_;
}

std::string_view FoldedText::text_until(std::size_t at) {
  keep_until(at);
  return text_;
}

std::pair<std::string, OffsetMap> FoldedText::finish() {
  keep_until(source_.size());
  return {std::move(text_), OffsetMap(std::move(edits_))};
}

}  // namespace torikomi
