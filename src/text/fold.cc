#include "text/fold.h"

#include <array>
#include <cstdint>

#include "text/fold_table.h"
#include "torikomi/core/utf8.h"

namespace torikomi::folding {
namespace {

/// More marks on one character than any language has (Unicode's stream-safe text, UAX #15, allows 30): they stay as
/// they are, which keeps hostile input linear.
constexpr std::size_t kMaxMarks = 32;

template <bool markup>
constexpr std::array<bool, 128> ascii_attention() {
  std::array<bool, 128> table = {};
  for (std::size_t c = 0; c < table.size(); ++c) {
    table[c] = c == 0x7F || (c < 0x20 && c != '\t' && c != '\n' && c != '\f' && c != '\r');
  }
  if (markup) {
    for (const char c : std::string_view("<&*_[$\\:")) table[static_cast<std::size_t>(c)] = true;
  }
  return table;
}

bool is_kana_of_word(char32_t c) {
  return (c >= 0x30A1 && c <= 0x30FA) || (c >= 0x30FC && c <= 0x30FE) || (c >= 0xFF66 && c <= 0xFF9F);
}

/// A dash between two katakana is a misprinted ー (サ−ビス), but not between two single ones (ア－ウ: from ア to ウ).
bool is_long_vowel(std::string_view before, std::string_view after) {
  const auto kana_before = [&](std::size_t end) {
    return is_kana_of_word(utf8::decode_before(before, end).code_point);
  };
  const auto kana_after = [&](std::size_t at) { return is_kana_of_word(utf8::decode(after, at).code_point); };
  if (!kana_before(before.size()) || !kana_after(0)) return false;
  return kana_before(before.size() - 3) || kana_after(3);
}

struct Run {
  std::size_t end = 0;
  std::size_t count = 0;
  std::string folded;
};

Run mark_run(std::string_view source, std::size_t at) {
  Run run{at, 0, {}};
  for (;;) {
    const utf8::Decoded next = utf8::decode(source, run.end);
    if (next.size == 0 || !needs_attention(next.code_point)) return run;
    const Fold fold = fold_of(next.code_point);
    if (fold.kind != Kind::kMark) return run;
    run.end += next.size;
    if (++run.count <= kMaxMarks) run.folded.append(fold.text());
  }
}

void take(FoldedText& out, std::string_view source, std::size_t begin, std::size_t end, const Fold& fold) {
  switch (fold.kind) {
    case Kind::kPlain:
    case Kind::kReplaced:
      return out.replace(begin, end, fold.text());
    case Kind::kRemoved:
      return out.replace(begin, end, "");
    case Kind::kMark:
      return out.join(begin, end, fold.text());
    case Kind::kVoiced:
    case Kind::kSemiVoiced:
      if (!out.voice(begin, end, fold.kind == Kind::kSemiVoiced)) out.join(begin, end, fold.text());
      return;
    case Kind::kDash:
      return out.replace(begin, end, is_long_vowel(out.text_until(begin), source.substr(end)) ? "ー" : "-");
  }
}

}  // namespace

template <bool markup>
std::size_t find_attention(std::string_view source, std::size_t from) {
  static constexpr std::array<bool, 128> kAscii = ascii_attention<markup>();
  const auto* bytes = reinterpret_cast<const unsigned char*>(source.data());
  const std::size_t size = source.size();
  const auto page_bit = [](std::size_t page, unsigned char last) {
    return ((kAttention[page] >> (last & 63U)) & 1U) != 0;
  };
  for (std::size_t at = from; at < size;) {
    const unsigned char lead = bytes[at];
    if (lead < 0x80) {
      if (kAscii[lead]) return at;
      ++at;
    } else if (lead >= 0xF0) {
      if (needs_attention(utf8::decode(source, at).code_point)) return at;
      at += 4;
    } else if (lead >= 0xE0) {
      if (page_bit((lead & 0x0FU) << 6U | (bytes[at + 1] & 0x3FU), bytes[at + 2])) return at;
      at += 3;
    } else {
      if (page_bit(lead & 0x1FU, bytes[at + 1])) return at;
      at += 2;
    }
  }
  return size;
}
template std::size_t find_attention<false>(std::string_view, std::size_t);
template std::size_t find_attention<true>(std::string_view, std::size_t);

std::size_t fold_next(FoldedText& out, std::string_view source, std::size_t at) {
  const utf8::Decoded next = utf8::decode(source, at);
  const std::size_t end = at + next.size;
  if (const char ascii = ascii_of(next.code_point)) {
    out.replace(at, end, {&ascii, 1});
    return end;
  }
  const Fold fold = fold_of(next.code_point);
  if (fold.kind == Kind::kPlain) return end;
  if (fold.kind != Kind::kMark) {
    take(out, source, at, end, fold);
    return end;
  }
  const Run run = mark_run(source, at);
  if (run.count <= kMaxMarks) out.join(at, run.end, run.folded);
  return run.end;
}

void fold_as(FoldedText& out, std::string_view source, std::size_t begin, std::size_t end, char32_t c) {
  Fold fold = fold_of(c);
  out.keep_until(begin);
  take(out, source, begin, end, fold);
}

}  // namespace torikomi::folding

namespace torikomi {

std::string fold(std::string_view text) {
  FoldedText out(text);
  for (std::size_t at = 0; (at = folding::find_attention<false>(text, at)) < text.size();) {
    at = folding::fold_next(out, text, at);
  }
  return out.changed() ? out.finish().first : std::string(text);
}

std::string label_key(std::string_view normalized) {
  std::string key = fold(normalized);
  std::erase_if(key, [](char c) {
    return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f' || c == kBreak || c == kItem;
  });
  if (key.ends_with(':')) key.pop_back();
  return key;
}

}  // namespace torikomi
