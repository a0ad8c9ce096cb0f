// One row of measures a card, and everything that hangs on it.
#include <algorithm>
#include <optional>

#include "builder.h"
#include "mixed_table.h"
#include "torikomi/layout/items.h"

namespace torikomi {
namespace {

/// The columns of measures that a field of the same name fills.
std::optional<std::size_t> measure_column(std::string_view field) {
  using namespace col::measures;
  static constexpr struct {
    std::string_view name;
    std::size_t column;
  } kColumns[] = {{"policy_area", policy_area},   {"measure", measure}, {"project", project},
                  {"department", department},     {"purpose", purpose}, {"plan", plan},
                  {"achievements", achievements}, {"issues", issues},   {"lead_role", lead_role},
                  {"partner_role", partner_role}};
  for (const auto& known : kColumns)
    if (known.name == field) return known.column;
  return std::nullopt;
}

bool is_line(std::size_t column) {
  return column == col::measures::policy_area || column == col::measures::measure || column == col::measures::project ||
         column == col::measures::department;
}

/// A stretch of a field's words with the part rule that names it; nullptr for what stands before the first part.
struct Part {
  const PartRule* rule = nullptr;
  NormSpan heading, text;
};

class CardBuilder {
 public:
  CardBuilder(Builder& builder, const DocumentMatch& match, const CardMatch& card, int number)
      : builder_(builder), grammar_(*match.grammar), card_(card) {
    context_.measure_id = builder.next_id('m');
    row_ = builder.records[TableId::measures].size();
    Row row = builder.add(TableId::measures);
    row[col::measures::measure_id] = context_.measure_id;
    row[col::measures::card_no] = number;
  }

  void run() {
    for (const ContextValue& value : card_.contexts)
      if (const auto column = measure_column(value.name)) add(*column, value.text);
    if (const auto column = measure_column(grammar_.card.text))
      for (const NormSpan text : card_.texts) add(*column, text);
    read_heading_year();
    read_notes();
    read_section_year();
    if (grammar_.card.document_year && !context_.fiscal_year) take_document_year();
    // the roster first: the words for groups in the other cells mean it
    for (const FieldMatch& field : card_.fields)
      if (field.rule->type == FieldType::kMarks) build_roster(builder_, context_, field);
    for (const FieldMatch& field : card_.fields) build_field(field);
    build_bodies_fields();
    build_kpi_series(builder_, context_, card_);
    build_sheet(builder_, context_, card_);
    for (const TableMatch& table : card_.tables) build_table(builder_, context_, table);
    set(col::measures::fiscal_year, fiscal_year_);
    set(col::measures::line_start, builder_.layout.blocks[card_.first_block].line);
    set(col::measures::line_end, builder_.layout.blocks[card_.last_block].line);
  }

 private:
  /// The words of a column, behind those that it has.
  void add(std::size_t column, NormSpan text) {
    if (!is_set(column)) {
      set(column, is_line(column) ? builder_.line_cell(text) : builder_.text_cell(text));
    } else {
      append(column, text);
    }
  }
  void take_document_year() {
    context_.fiscal_year = builder_.document.fiscal_year;
    if (context_.fiscal_year) fiscal_year_ = *context_.fiscal_year;
  }

  void set(std::size_t column, Cell cell) { builder_.records[TableId::measures].row(row_)[column] = cell; }
  [[nodiscard]] bool is_set(std::size_t column) const {
    return !builder_.records[TableId::measures].row(row_)[column].empty();
  }

  /// A heading above the card that names its year.
  void read_heading_year() {
    for (const ContextValue& value : card_.contexts) {
      if (value.name != "fiscal_year") continue;
      context_.fiscal_year = fiscal_year_of(builder_.words(value.text));
      if (context_.fiscal_year) fiscal_year_ = builder_.value_cell(*context_.fiscal_year, value.text);
    }
  }

  void build_bodies_fields() {
    std::string_view prefecture;
    for (const FieldMatch& field : card_.fields)
      if (field.rule->type == FieldType::kPrefecture && !field.texts.empty())
        prefecture = builder_.words(field.texts.front());
    std::vector<const Municipality*> known;  // of the fields before: they say where the others lie
    for (const FieldMatch& field : card_.fields) {
      if (field.rule->type != FieldType::kBodies) continue;
      for (const NormSpan text : field.texts) {
        const std::string title =
            build_bodies(builder_, context_, text, {field.rule->role, field.rule->inner_role}, {prefecture, known});
        if (field.rule->names_card && !is_set(col::measures::project) && !title.empty())
          set(col::measures::project, builder_.value_cell(builder_.records.keep(title), text));
      }
    }
  }

  /// 事業計画(平成29年度): the brackets behind a label give the fiscal year of the card.
  void read_notes() {
    for (const FieldMatch& field : card_.fields) {
      if (field.rule->note_to != "fiscal_year" || field.note.empty() || context_.fiscal_year) continue;
      const auto date = parse_date(builder_.words(field.note));
      if (!date || !date->first) continue;
      // a fiscal year begins on 1 April (地方自治法 208条)
      context_.fiscal_year =
          static_cast<int>(date->first->year()) - (static_cast<unsigned>(date->first->month()) < 4 ? 1 : 0);
      fiscal_year_ = builder_.value_cell(*context_.fiscal_year, field.note);
    }
  }

  /// 【Check】令和2年度実績の評価と分析: a section that names the year of the card.
  void read_section_year() {
    for (const FieldMatch& field : card_.fields) {
      if (context_.fiscal_year || field.section.empty()) continue;
      for (const SectionRule& rule : grammar_.sections) {
        if (rule.note_to != "fiscal_year" || !rule.match.matches(builder_.words(field.section))) continue;
        context_.fiscal_year = fiscal_year_of(builder_.words(field.section));
        if (context_.fiscal_year) fiscal_year_ = builder_.value_cell(*context_.fiscal_year, field.section);
      }
    }
  }

  void build_field(const FieldMatch& field) {
    build_fields(builder_, context_, field);
    for (const NormSpan text : field.texts) {
      for (const Part& part : split_parts(*field.rule, text)) build_part(field, part);
      if (field.rule->type == FieldType::kAmount) build_amount_field(builder_, context_, field, text);
      if (field.rule->type == FieldType::kText || field.rule->type == FieldType::kEvents)
        build_told_amounts(builder_, context_, text, grammar_.amounts);
      if (field.rule->type == FieldType::kLeadDepartment) build_lead_department(builder_, context_, text);
    }
  }

  void build_part(const FieldMatch& field, const Part& part) {
    const std::string_view column_name = part.rule == nullptr ? std::string_view(field.rule->name) : part.rule->to;
    if (const auto column = measure_column(column_name); column && !part.text.empty()) add(*column, part.text);
    if (field.rule->type == FieldType::kEvents)
      build_events(builder_, context_, part.text, *field.rule, grammar_.events);
  }

  /// A field that goes on in another row or part: its words are joined, its span covers both.
  void append(std::size_t column, NormSpan text) {
    const Cell old = builder_.records[TableId::measures].row(row_)[column];
    const std::string joined = std::string(old.text()) + "\n" + cell_text(builder_.text(), text);
    Cell cell(builder_.records.keep(joined));
    if (const auto span = old.span()) cell = cell.at(cover(*span, builder_.source_span(text)));
    set(column, cell);
  }

  [[nodiscard]] std::vector<Part> split_parts(const FieldRule& rule, NormSpan text) const {
    std::vector<Part> parts = {{nullptr, {}, text}};
    while (true) {
      std::optional<Part> next;
      for (const PartRule& candidate : rule.parts) {
        const auto found = candidate.heading.find(builder_.words(parts.back().text));
        if (!found || (next && within(parts.back().text, found->begin, found->end).begin >= next->heading.begin))
          continue;
        next = Part{&candidate, within(parts.back().text, found->begin, found->end), {}};
      }
      if (!next) break;
      next->text = builder_.trimmed({next->heading.end, parts.back().text.end});
      parts.back().text = builder_.trimmed({parts.back().text.begin, next->heading.begin});
      parts.push_back(*next);
    }
    return parts;
  }

  Builder& builder_;
  const Grammar& grammar_;
  const CardMatch& card_;
  CardContext context_;
  std::size_t row_ = 0;
  Cell fiscal_year_;
};

void build_one_table(Builder& builder, const CardContext& card, const TableMatch& table) {
  const RowCounts before = row_counts(builder.records);
  switch (table.rule->type) {
    case TableType::kKpi:
      build_kpis(builder, card, table);
      break;
    case TableType::kSchedule:
      build_schedule_table(builder, card, table);
      break;
    case TableType::kAmount:
      build_amount_table(builder, card, table);
      break;
    case TableType::kMember:
      build_member_table(builder, card, table);
      break;
    case TableType::kCards:  // its rows are cards
      break;
  }
  if (table.rule->type != TableType::kCards) keep_untaken_cells(builder, card, table, before);
}

}  // namespace

void build_table(Builder& builder, const CardContext& card, const TableMatch& table) {
  if (auto parts = part_mixed(builder, table)) {
    for (TableMatch* part : {&parts->kpis, &parts->sums}) {
      builder.parted.push_back(std::move(*part));
      build_one_table(builder, card, builder.parted.back());
    }
    return;
  }
  build_one_table(builder, card, table);
}

void build_cards(Builder& builder, const DocumentMatch& match) {
  builder.family = match.grammar;
  if (match.grammar != nullptr) builder.events = &match.grammar->events;
  int number = 0;
  for (const CardMatch& card : match.cards) CardBuilder(builder, match, card, ++number).run();
  const CardContext no_card{{}, builder.document.fiscal_year, {}, {}};
  for (const CardMatch& sheet : match.sheets) {
    for (const FieldMatch& field : sheet.fields) {
      build_fields(builder, no_card, field);
      for (const NormSpan text : field.texts)
        if (field.rule->type == FieldType::kAmount) build_amount_field(builder, no_card, field, text);
    }
    build_kpi_series(builder, no_card, sheet);
    build_sheet(builder, no_card, sheet);
    for (const TableMatch& table : sheet.tables) build_table(builder, no_card, table);
  }
  for (std::size_t i = 0; i < match.claims.size(); ++i) {
    const Claim claim = match.claims[i].claim;
    if (claim == Claim::kCard || claim == Claim::kContext)
      builder.claim(builder.layout.blocks[i].span, LineUse::kRecord);
    if (claim == Claim::kIgnored) builder.claim(builder.layout.blocks[i].span, LineUse::kIgnored);
  }
}

}  // namespace torikomi
