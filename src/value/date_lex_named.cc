// Days and months with names of their own: 元日, 大晦日, 師走.
#include "value/date_element.h"
#include "value/scan.h"

namespace torikomi {

using scan::at_any;
using scan::eat;
using scan::numeral_at;

namespace {

struct Name {
  std::string_view word;
  int month, day;  ///< day 0: a month
};
constexpr std::array<Name, 16> kNames = {{{"元日", 1, 1},
                                          {"元旦", 1, 1},
                                          {"大晦日", 12, 31},
                                          {"正月", 1, 0},
                                          {"睦月", 1, 0},
                                          {"如月", 2, 0},
                                          {"弥生", 3, 0},
                                          {"卯月", 4, 0},
                                          {"皐月", 5, 0},
                                          {"水無月", 6, 0},
                                          {"文月", 7, 0},
                                          {"葉月", 8, 0},
                                          {"長月", 9, 0},
                                          {"神無月", 10, 0},
                                          {"霜月", 11, 0},
                                          {"師走", 12, 0}}};

bool in_word(char32_t c) { return utf8::is_han(c) || utf8::is_katakana(c); }

}  // namespace

/// After a year.
bool ElementReader::named_day(Element& e, std::size_t pos) const {
  for (const Name& n : kNames) {
    std::size_t end = pos;
    if (!eat(text_, end, n.word)) continue;
    const char32_t next = utf8::decode(text_, end).code_point;
    if (n.day == 0 && utf8::is_han(next) && numeral_at(text_, end).value < 0 &&
        !at_any(text_, end, {"朔日", "晦日", "上旬", "中旬", "下旬"}))
      return false;
    e.month = n.month;
    e.day = n.day;
    e.end = end;
    return n.day != 0 || after_month(e, end) == LexOutcome::kYes;
  }
  return false;
}

/// Without a year only where a day is named: 師走25日, since 弥生 and 葉月 are names of people and places too. 元日
/// also stands in other words (地元日本酒), and 旧正月 is of another calendar.
bool ElementReader::day_of_its_name(Element& e, std::size_t pos) const {
  static constexpr scan::CharSet kFirst(u"元大正睦如弥卯皐水文葉長神霜師");
  if (!kFirst.contains(utf8::decode(text_, pos).code_point)) return false;
  const bool yearly = scan::before(text_, pos, "毎年") || scan::before(text_, pos, "例年");
  if (!yearly && !scan::at(text_, pos, "大晦日") && in_word(utf8::decode_before(text_, pos).code_point)) return false;
  Element probe = e;
  if (!named_day(probe, pos) || probe.day == 0) return false;
  if (at_any(text_, pos, {"元日", "元旦"}) && in_word(utf8::decode(text_, probe.end).code_point)) return false;
  e = probe;
  return true;
}

std::size_t named_month_before(std::string_view text, std::size_t pos) {
  if (!scan::before(text, pos, "月") && !scan::before(text, pos, "走") && !scan::before(text, pos, "生")) return pos;
  for (const Name& n : kNames) {
    if (n.day == 0 && scan::before(text, pos, n.word)) return pos - n.word.size();
  }
  return pos;
}

}  // namespace torikomi
