#include "check/facts.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "check/columns.h"
#include "check/letters.h"
#include "check/missing_letters.h"
#include "torikomi/core/find.h"
#include "torikomi/core/low_bytes.h"
#include "torikomi/core/utf8.h"
#include "torikomi/value/number.h"

namespace torikomi {
namespace {

/// A cell that holds a number holds few other words.
constexpr std::uint32_t kLongestNumberCell = 48;
constexpr Day kReiwaBegins = Day(std::chrono::year(2019), std::chrono::month(5), std::chrono::day(1));

bool is_digit(char c) { return c >= '0' && c <= '9'; }

std::vector<NormSpan> find_digits(std::string_view text) {
  std::vector<NormSpan> out;
  for (std::uint32_t i = 0; i < text.size();) {
    if (!is_digit(text[i])) {
      ++i;
      continue;
    }
    const std::uint32_t begin = i;
    while (i < text.size() && is_digit(text[i])) ++i;
    out.push_back({begin, i});
  }
  return out;
}

/// Lines without a digit hold no date that a rule can judge.
std::vector<FoundDate> find_all_dates(const NormText& text, const Layout& layout, std::span<const NormSpan> digits) {
  std::vector<FoundDate> out;
  auto digit = digits.begin();
  for (const Block& block : layout.blocks) {
    while (digit != digits.end() && digit->begin < block.span.begin) ++digit;
    if (digit == digits.end()) break;
    if (digit->begin >= block.span.end) continue;
    for (DateValue& value : find_dates(text.slice(block.span))) {
      const NormSpan span = {block.span.begin + value.begin, block.span.begin + value.end};
      out.push_back({std::move(value), block.span, span});
    }
  }
  return out;
}

/// How far apart two printed neighbours of this number are.
Decimal step_of(std::string_view printed) {
  int digits_after_point = 0;
  bool after_point = false;
  for (const char c : printed) {
    if (c == '.') after_point = true;
    if (after_point && is_digit(c)) ++digits_after_point;
  }
  int power = 0;
  for (const auto& [word, zeros] : {std::pair{"百万", 6}, {"千", 3}, {"億", 8}, {"万", 4}}) {
    if (printed.find(word) == printed.npos) continue;
    power = zeros;
    break;
  }
  return Decimal(1).scaled(power - std::min(digits_after_point, 9)).value_or(Decimal(1));
}

std::optional<CellNumber> read_number(std::string_view words) {
  if (words.size() > kLongestNumberCell || std::none_of(words.begin(), words.end(), is_digit)) return std::nullopt;
  const auto number = parse_number(words);
  if (!number || number->denominator || number->low) return std::nullopt;
  return CellNumber{number->value, step_of(words), number->unit == "%", number->approximate};
}

std::vector<std::optional<CellNumber>> find_numbers(const NormText& text, const Layout& layout) {
  std::vector<std::optional<CellNumber>> out(layout.cells.size());
  for (const Block& block : layout.blocks) {
    if (block.kind != BlockKind::kRow) continue;
    for (std::size_t c = block.first_cell; c < block.first_cell + block.cell_count; ++c)
      out[c] = read_number(text.slice(layout.cells[c].span));
  }
  return out;
}

bool declares_unit(std::string_view words) { return find_words(words, "単位") != words.npos; }
/// (単位:千円): 千, 万 or 億 right behind 単位; 単位当たりコスト declares nothing.
bool declares_scale(std::string_view words) {
  constexpr std::string_view kUnit = "単位";
  constexpr std::size_t kReach = 16;
  for (std::size_t at = find_words(words, kUnit); at != words.npos; at = find_words(words, kUnit, at + 1)) {
    std::string_view behind = words.substr(at + kUnit.size(), kReach);
    if (behind.find_first_of(": ") != 0 && !words.substr(0, at).ends_with("(")) continue;
    behind = behind.substr(0, behind.find(')'));
    for (const std::string_view scale : {"千", "万", "億"})
      if (behind.find(scale) != behind.npos) return true;
  }
  return false;
}

std::vector<Grid> find_grids(const NormText& text, const Layout& layout) {
  std::vector<Grid> out;
  const auto& blocks = layout.blocks;
  bool unit_declared = false;
  for (std::uint32_t i = 0; i < blocks.size(); ++i) {
    const std::string_view words = text.slice(blocks[i].span);
    const bool row = blocks[i].kind == BlockKind::kRow;
    if (!row) {
      if (declares_unit(words)) unit_declared = true;
      continue;
    }
    Grid grid{i, i, false, false, {}};
    for (std::uint32_t above = i; above-- > 0 && i - above <= 3;)
      if (declares_scale(text.slice(blocks[above].span))) grid.scaled = true;
    while (i < blocks.size() && (blocks[i].kind == BlockKind::kRow || blocks[i].kind == BlockKind::kSeparator)) {
      const std::string_view row_words = text.slice(blocks[i].span);
      if (declares_scale(row_words)) grid.scaled = true;
      if (declares_unit(row_words)) unit_declared = true;
      grid.last = i++;
    }
    grid.unit_known = unit_declared;
    out.push_back(grid);
  }
  return out;
}

}  // namespace

std::shared_ptr<const CheckFacts> gather_facts(const NormText& text, const Layout& layout) {
  auto out = std::make_shared<CheckFacts>();
  CheckFacts& facts = *out;
  facts.characters = scan_characters(text.source().text());
  facts.digits = find_digits(text.body());
  facts.dates = find_all_dates(text, layout, facts.digits);
  facts.grids = find_grids(text, layout);
  facts.numbers = find_numbers(text, layout);
  for (Grid& grid : facts.grids) grid.heads = read_heads(text, layout, facts.numbers, grid);
  const Letters letters(text.body());
  facts.near_duplicates = find_near_duplicates(letters);
  facts.missing_letters = find_missing_letters(letters);
  facts.misread_terms = find_misread_terms(letters);
  return out;
}

Publication publication_of(const NormText& text, const Records& records) {
  Publication out;
  const Table& documents = records[TableId::documents];
  if (documents.size() > 0) {
    const std::string_view edtf = documents.row(0)[col::documents::published_edtf].text();
    if (edtf.size() == 10) {
      out.first = out.last = parse_day(edtf);
    } else if (edtf.size() == 7) {
      out.first = parse_day(std::string(edtf) + "-01");
      if (out.first) out.last = Day(out.first->year() / out.first->month() / std::chrono::last);
    }
  }
  out.after_heisei = out.first ? *out.first >= kReiwaBegins : find_words(text.body(), "令和") != std::string_view::npos;
  return out;
}

RowRange rows_of(const Table& table, std::size_t measure_column, std::string_view measure_id) {
  RowRange out{table.size(), table.size()};
  for (std::size_t i = 0; i < table.size(); ++i) {
    const bool mine = table.row(i)[measure_column].text() == measure_id;
    if (mine && out.begin == table.size()) out.begin = i;
    if (mine) out.end = i + 1;
    if (!mine && out.begin != table.size()) break;
  }
  return out;
}

std::string bare(std::string_view words) {
  if (find_low_byte(words, 0) == words.size() && find_words(words, "\u3000") == words.npos) return std::string(words);
  std::string out(words.size(), '\0');
  std::size_t size = 0;
  for (std::size_t i = 0; i < words.size(); ++i) {
    const char c = words[i];
    if (c == ' ' || c == '\t') continue;
    if (c == '\xE3' && words.substr(i, 3) == "\u3000") {
      i += 2;
      continue;
    }
    out[size++] = c;
  }
  out.resize(size);
  return out;
}

Span source_span(const TextInput& input, NormSpan span) { return input.text.to_source(span); }

std::optional<Day> parse_day(std::string_view text) {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
  const auto number = [&](std::size_t at, std::size_t count) {
    int out = 0;
    for (std::size_t i = at; i < at + count; ++i) out = is_digit(text[i]) ? out * 10 + (text[i] - '0') : -100000;
    return out;
  };
  const Day day(std::chrono::year(number(0, 4)), std::chrono::month(static_cast<unsigned>(number(5, 2))),
                std::chrono::day(static_cast<unsigned>(number(8, 2))));
  return day.ok() ? std::optional(day) : std::nullopt;
}

std::string format_day(Day day) {
  return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(day.year()), static_cast<unsigned>(day.month()),
                     static_cast<unsigned>(day.day()));
}

Span word_around(std::string_view text, Span at, int reach) {
  const auto is_letter = [](char32_t c) {
    return utf8::is_han(c) || utf8::is_hiragana(c) || utf8::is_katakana(c) || c >= 0x2E80;
  };
  const auto wanted = [&](char32_t c) {
    return is_letter(c) && !(c >= 0x3000 && c <= 0x303F && c != 0x3005) && c < 0xFF00;
  };
  Span out = at;
  for (int i = 0; i < reach; ++i) {
    const auto before = utf8::decode_before(text, out.begin);
    if (before.size == 0 || !wanted(before.code_point)) break;
    out.begin -= before.size;
  }
  for (int i = 0; i < reach; ++i) {
    const auto after = utf8::decode(text, out.end);
    if (after.size == 0 || !wanted(after.code_point)) break;
    out.end += after.size;
  }
  return out;
}

}  // namespace torikomi
