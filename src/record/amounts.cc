// Rows of amounts, and those of labelled fields (予算額 100千円).
#include <algorithm>
#include <optional>
#include <vector>

#include "amount_row.h"
#include "torikomi/core/find.h"
#include "torikomi/layout/items.h"
#include "torikomi/value/cue_amount.h"
#include "torikomi/value/heading.h"
#include "torikomi/value/kpi.h"
#include "torikomi/value/number.h"

namespace torikomi {
namespace {

constexpr std::string_view kYen = "円";

/// A sum of money, or a number whose unit nobody names. A unit that is no money gives nothing, nor does a price of one
/// (1件につき 200円), unless it may stand there.
std::optional<NumberValue> read_money(std::string_view words, std::string_view unit, bool rates) {
  NumberContext context;
  context.unit = unit;
  auto number = parse_number(words, context);
  if (!number || number->denominator || (!number->per.empty() && !rates)) return std::nullopt;
  if (!number->is_money && number->unit != kYen && !number->unit.empty()) return std::nullopt;
  return number;
}

/// 1通あたり450円, 1時間につき 1,500円: the price of one, behind a count.
std::optional<NumberValue> read_price(std::string_view words) {
  const std::vector<NumberValue> numbers = find_numbers(words);
  if (numbers.size() != 2 || numbers[0].begin != 0 || numbers[1].end != words.size()) return std::nullopt;
  if (numbers[0].is_money || !is_heading_unit(numbers[0].unit) || !numbers[1].is_money) return std::nullopt;
  std::string_view between = words.substr(numbers[0].end, numbers[1].begin - numbers[0].end);
  for (const std::string_view each : {"につき", "あたり", "当たり", "当り", "ごとに", "毎に"})
    if (const std::size_t at = between.find(each); at != between.npos) between = between.substr(at + each.size());
  return between.find_first_not_of(" \v") == between.npos ? std::optional(numbers[1]) : std::nullopt;
}

/// 4,670万, 1億6,569万 below a heading of money that names no unit: 円 is what is left out.
bool leaves_yen_out(const NumberValue& number, std::string_view words, std::string_view unit) {
  return unit.empty() && number.unit.empty() && (words.ends_with("万") || words.ends_with("億"));
}

}  // namespace

bool add_amount(Builder& builder, const CardContext& card, NormSpan words, const AmountRow& facts) {
  using namespace col::amounts;
  if (is_none_mark(builder.words(words)) || is_heading_unit(builder.words(words))) return false;
  auto number = read_money(builder.words(words), facts.unit, facts.rates || facts.kind == "fee");
  if (!number && facts.money_by_label) number = read_price(builder.words(words));
  if (!number) return false;
  const bool known =
      number->is_money || number->unit == kYen || leaves_yen_out(*number, builder.words(words), facts.unit);
  if (!known && !facts.money_by_label) return false;
  const std::string_view id = builder.next_id('a');
  Row row = builder.add(TableId::amounts);
  row[measure_id] = card.measure_id;
  row[amount_id] = id;
  row[fiscal_year] = facts.fiscal_year;
  row[kind] = builder.records.keep(facts.kind);
  row[item] = facts.item;
  row[raw] = builder.raw_cell(words);
  if (known) row[value_yen] = builder.value_cell(number->value, words);
  row[approximate] = number->approximate;
  row[note] = facts.note;
  row[line] = builder.line_of(words);
  return true;
}

/// 令和3年度 3,120千円、令和4年度 3,345千円: sums behind their years. False where the words do not begin with a year.
bool add_by_year(Builder& builder, const CardContext& card, NormSpan text, const AmountRow& facts) {
  constexpr std::string_view kComma = "、";
  const std::string_view words = builder.words(text);
  bool added = false;
  for (std::size_t at = 0; at < words.size();) {
    const std::size_t end = std::min({words.find(kComma, at), words.find_first_of("\n\v\x1f", at), words.size()});
    const std::string_view part = words.substr(at, end - at);
    const auto year = find_heading_year(part);
    const auto number = year && year->words.begin == 0 ? fiscal_year_of_heading(*year) : std::nullopt;
    if (!number) return added;
    AmountRow own = facts;
    const auto begin = static_cast<std::uint32_t>(at);
    own.fiscal_year = builder.value_cell(*number, within(text, begin, begin + year->words.end));
    const std::size_t sum = part.find_first_not_of(" :", year->words.end);
    if (sum == part.npos) return added;
    added |= add_amount(builder, card,
                        within(text, begin + static_cast<std::uint32_t>(sum), static_cast<std::uint32_t>(end)), own);
    at = words.substr(end).starts_with(kComma) ? end + kComma.size() : end + 1;
  }
  return added;
}

void build_amount_field(Builder& builder, const CardContext& card, const FieldMatch& field, NormSpan text) {
  AmountRow facts;
  facts.item = builder.value_cell(builder.records.keep(label_key(builder.words(field.label))), field.label);
  facts.kind = field.rule->kind;
  facts.unit = money_unit(builder.words(field.note));
  // 令和4年度決算額: the year stands in the label, before its heading, or is that of the card
  for (const NormSpan place : {field.note, field.section}) {
    const auto year = find_heading_year(builder.words(place));
    const auto number = year ? fiscal_year_of_heading(*year) : fiscal_year_of(builder.words(place));
    if (number && facts.fiscal_year.empty()) facts.fiscal_year = builder.value_cell(*number, place);
  }
  // 交付額(千円) beats (単位:円) above the table
  if (facts.unit.empty() && builder.words(field.unit).ends_with(kYen)) facts.unit = builder.words(field.unit);
  if (facts.fiscal_year.empty() && card.fiscal_year) facts.fiscal_year = *card.fiscal_year;
  if (!add_by_year(builder, card, text, facts)) add_amount(builder, card, text, facts);
}

void build_told_amounts(Builder& builder, const CardContext& card, NormSpan text, const AmountRules& rules) {
  if (find_words(builder.words(text), kYen) == std::string_view::npos) return;
  for (const CellItem& item : builder.items_of(text)) {
    const auto global = [&](TextRange range) { return within(item.text, range.begin, range.end); };
    std::vector<std::uint32_t> told;  // an amount that several rules know a word for is that of the first
    for (const AmountRule& rule : rules.cues) {
      for (const CueAmount& amount : find_cue_amounts(builder.words(item.text), rule.cues).amounts) {
        if (std::find(told.begin(), told.end(), amount.amount.begin) != told.end()) continue;
        told.push_back(amount.amount.begin);
        AmountRow facts;
        facts.kind = rule.kind;
        facts.item = builder.line_cell(global(amount.cue));
        const bool heads = amount.note.empty() && amount.cue.begin > 0 && amount.cue.begin < amount.amount.begin;
        TextRange note = heads ? TextRange{0, amount.cue.begin} : amount.note;
        // 負担金の支出(負担金:120万円): the bracket belongs to the words behind it
        while (heads && note.end > 0 && note.of(builder.words(item.text)).ends_with('(')) --note.end;
        facts.note = builder.line_cell(global(note));
        const auto year = fiscal_year_of(builder.words(global(amount.year)));
        if (year) facts.fiscal_year = builder.value_cell(*year, global(amount.year));
        if (!year && card.fiscal_year) facts.fiscal_year = *card.fiscal_year;
        add_amount(builder, card, global(amount.amount), facts);
      }
    }
  }
}

std::optional<int> fiscal_year_of(std::string_view words) {
  for (const DateValue& date : find_dates(words)) {
    if (date.precision != Precision::kFiscalYear || !date.first) continue;
    return static_cast<int>(date.first->year());
  }
  return std::nullopt;
}

}  // namespace torikomi
