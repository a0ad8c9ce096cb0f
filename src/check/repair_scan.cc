#include "check/repair_scan.h"

#include <array>
#include <cstdint>

namespace torikomi {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_ascii_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

constexpr std::array<std::string_view, 3> kEras = {"平成", "令和", "昭和"};
/// Largest first; "." stands for any.
constexpr std::array<std::string_view, 4> kSigns = {"年", "月", "日", "."};

/// One date that is being read, from its era or its first number on.
class DateReader {
 public:
  DateReader(std::string_view text, std::size_t begin) : text_(text), at_(begin), end_(begin) {}

  /// The end of the date, or its begin where there is none with blanks inside.
  std::size_t read() {
    const std::size_t begin = at_;
    read_era();
    constexpr int kMostSigns = 3;  // year, month and day
    while (signs_ < kMostSigns && read_number() && read_sign()) {
    }
    const bool enough = signs_ >= 2 || (era_ && signs_ >= 1);
    return enough && blanks_ ? end_ : begin;
  }

 private:
  void read_era() {
    for (const std::string_view era : kEras)
      if (text_.substr(at_).starts_with(era)) return take_era(era.size());
    if (at_ < text_.size() && (text_[at_] == 'R' || text_[at_] == 'H' || text_[at_] == 'S') && at_ + 1 < text_.size() &&
        is_digit(text_[at_ + 1]))
      take_era(1);
  }

  void take_era(std::size_t size) {
    at_ += size;
    era_ = true;
  }

  bool skip_blanks() {
    const std::size_t begin = at_;
    while (at_ < text_.size() && text_[at_] == ' ') ++at_;
    return at_ > begin;
  }

  bool read_number() {
    const bool blank = skip_blanks();
    const std::size_t begin = at_;
    while (at_ < text_.size() && is_digit(text_[at_])) ++at_;
    if (at_ == begin || at_ - begin > 4) return false;
    pending_ = pending_ || (blank && (era_ || signs_ > 0));
    if (dotted_) commit();
    return true;
  }

  /// What has been read so far belongs to the date.
  void commit() {
    end_ = at_;
    blanks_ = blanks_ || pending_;
  }

  bool read_sign() {
    const bool blank = skip_blanks();
    for (std::size_t i = 0; i < kSigns.size(); ++i) {
      const std::string_view sign = kSigns[i];
      if (!text_.substr(at_).starts_with(sign)) continue;
      if (sign == "." && (!era_ || blank)) return false;
      if (sign != "." && i < next_sign_) return false;  // 6月 7月 are two
      next_sign_ = i + 1;
      at_ += sign.size();
      dotted_ = sign == ".";
      ++signs_;
      pending_ = pending_ || blank;
      if (!dotted_) commit();
      return true;
    }
    return false;
  }

  std::string_view text_;
  std::size_t at_, end_;
  bool era_ = false, blanks_ = false, pending_ = false, dotted_ = false;
  std::size_t next_sign_ = 0;  ///< of kSigns: years, months and days come in this order, each once
  int signs_ = 0;
};

/// The bytes that a date can begin with: figures, the letters of eras, and the lead bytes of 平 令 昭.
constexpr auto kStarts = [] {
  std::array<bool, 256> out{};
  for (const char c : std::string_view("0123456789RHS\xE4\xE5\xE6")) out[static_cast<unsigned char>(c)] = true;
  return out;
}();

bool may_begin(std::string_view text, std::size_t at) {
  const char c = text[at];
  if (static_cast<unsigned char>(c) >= 0x80) {
    if (text.size() - at < 3) return false;
    const auto is = [&](std::string_view first) { return text[at + 1] == first[1] && text[at + 2] == first[2]; };
    return c == '\xE4' ? is("令") : c == '\xE5' ? is("平") : is("昭");
  }
  const char before = at == 0 ? ' ' : text[at - 1];
  if (is_digit(c)) return !is_digit(before) && before != '.' && before != ',' && !is_ascii_letter(before);
  return !is_ascii_letter(before);
}

}  // namespace

std::vector<Span> spaced_dates(std::string_view text) {
  std::vector<Span> out;
  for (std::size_t at = 0; at < text.size();) {
    if (!kStarts[static_cast<unsigned char>(text[at])]) {
      ++at;
      continue;
    }
    const std::size_t end = may_begin(text, at) ? DateReader(text, at).read() : at;
    if (end > at) out.push_back({static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(end)});
    at = end > at ? end : at + 1;
  }
  return out;
}

}  // namespace torikomi
