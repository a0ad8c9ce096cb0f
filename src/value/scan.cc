#include "value/scan.h"

#include <array>

namespace torikomi::scan {

int kanji_numeral(char32_t c) {
  switch (c) {
    case U'〇':
    case U'零':
      return 0;
    case U'一':
      return 1;
    case U'二':
      return 2;
    case U'三':
      return 3;
    case U'四':
      return 4;
    case U'五':
      return 5;
    case U'六':
      return 6;
    case U'七':
      return 7;
    case U'八':
      return 8;
    case U'九':
      return 9;
    case U'十':
      return 10;
    case U'廿':
    case U'卄':
      return 20;
    case U'卅':
    case U'丗':
      return 30;
    case U'卌':
      return 40;
    case U'百':
      return 100;
    case U'千':
      return 1000;
    default:
      return -1;
  }
}

int kanji_numeral_at(std::string_view text, std::size_t pos) {
  if (pos + 3 > text.size()) return -1;
  const auto lead = static_cast<unsigned char>(text[pos]);
  if (lead < 0xE3 || lead > 0xE9) return -1;
  return kanji_numeral(utf8::decode(text, pos).code_point);
}

int legal_numeral(char32_t c) {
  struct Form {
    char32_t first, second, third, fourth;
    int value;
  };
  constexpr std::array<Form, 12> kForms = {{{U'壱', U'壹', U'弌', 0, 1},
                                            {U'弐', U'貳', U'貮', U'弍', 2},
                                            {U'参', U'參', U'弎', 0, 3},
                                            {U'肆', 0, 0, 0, 4},
                                            {U'伍', 0, 0, 0, 5},
                                            {U'陸', 0, 0, 0, 6},
                                            {U'漆', U'柒', 0, 0, 7},
                                            {U'捌', 0, 0, 0, 8},
                                            {U'玖', 0, 0, 0, 9},
                                            {U'拾', U'什', 0, 0, 10},
                                            {U'佰', U'陌', 0, 0, 100},
                                            {U'仟', U'阡', 0, 0, 1000}}};
  if (c == 0) return -1;
  for (const Form& form : kForms) {
    if (c == form.first || c == form.second || c == form.third || c == form.fourth) return form.value;
  }
  return -1;
}

namespace {

Numeral ascii_numeral(std::string_view text, std::size_t pos) {
  Numeral out{.begin = static_cast<std::uint32_t>(pos)};
  int value = 0;
  std::size_t end = pos;
  for (; digit_at(text, end); ++end) {
    if (end - pos < 9) value = value * 10 + (text[end] - '0');
  }
  out.end = static_cast<std::uint32_t>(end);
  out.digits = static_cast<std::uint8_t>(end - pos < 255 ? end - pos : 255);
  out.value = end - pos <= 9 ? value : -1;
  return out;
}

/// Numerals by value: digits before 十 百 千, each power at most once and falling.
class ByValue {
 public:
  void add(int n) {
    if (n >= 20 && n < 100) {  // 廿 卅 卌 hold their digit
      power(10, n / 10);
    } else if (n >= 10) {
      power(n, digit_ < 0 ? 1 : digit_);
    } else if (digit_ >= 0 || n == 0) {
      good_ = false;
    } else {
      digit_ = n;
    }
  }
  [[nodiscard]] int value() const { return good_ ? total_ + (digit_ < 0 ? 0 : digit_) : -1; }

 private:
  void power(int unit, int times) {
    good_ = good_ && unit < last_ && times > 0;
    last_ = unit;
    total_ += unit * times;
    digit_ = -1;
  }

  int total_ = 0, digit_ = -1, last_ = 10000;
  bool good_ = true;
};

int any_kanji_numeral_at(std::string_view text, std::size_t pos) {
  const int plain = kanji_numeral_at(text, pos);
  return plain >= 0 ? plain : legal_numeral(utf8::decode(text, pos).code_point);
}

template <class NumeralAt>
Numeral kanji_run(std::string_view text, std::size_t pos, NumeralAt numeral) {
  Numeral out{.begin = static_cast<std::uint32_t>(pos)};
  ByValue by_value;
  bool powers = false;
  int by_place = 0;
  int count = 0;
  std::size_t end = pos;
  for (int n = numeral(text, end); n >= 0; n = numeral(text, end)) {
    by_value.add(n);
    powers = powers || n >= 10;
    if (count < 9) by_place = by_place * 10 + (n < 10 ? n : 0);
    ++count;
    end += 3;
  }
  out.end = static_cast<std::uint32_t>(end);
  out.value = powers ? by_value.value() : (count <= 9 ? by_place : -1);
  return out;
}

}  // namespace

Numeral numeral_at(std::string_view text, std::size_t pos) {
  if (digit_at(text, pos)) return ascii_numeral(text, pos);
  return kanji_run(text, pos, kanji_numeral_at);
}

Numeral legal_numeral_at(std::string_view text, std::size_t pos) { return kanji_run(text, pos, any_kanji_numeral_at); }

bool begins_word_of_aim(std::string_view text, std::size_t behind) {
  return at_any(text, behind,
                {"標", "的", "途", "処", "安", "指", "玉", "録", "白", "黒", "線", "立", "印", "視", "当て", "覚"});
}

}  // namespace torikomi::scan
