// `--dump`: what flows between two stages, one thing a line, for people who write grammars.
#include <fmt/format.h>

#include <algorithm>
#include <iterator>

#include "torikomi/layout/items.h"
#include "torikomi/pipeline.h"

namespace torikomi {
namespace {

template <class... Args>
void line(std::string& out, fmt::format_string<Args...> pattern, Args&&... args) {
  fmt::format_to(std::back_inserter(out), pattern, std::forward<Args>(args)...);
  out += '\n';
}

std::string_view kind_name(BlockKind kind) {
  switch (kind) {
    case BlockKind::kBlank:
      return "blank";
    case BlockKind::kSeparator:
      return "separator";
    case BlockKind::kHeading:
      return "heading";
    case BlockKind::kRow:
      return "row";
    case BlockKind::kPair:
      return "pair";
    case BlockKind::kFurniture:
      return "furniture";
    case BlockKind::kCutRow:
      return "cut row";
    case BlockKind::kListItem:
      return "item";
    case BlockKind::kText:
      return "text";
  }
  return "";
}

std::string_view claim_name(Claim claim) {
  switch (claim) {
    case Claim::kNone:
      return "free";
    case Claim::kBlank:
      return "blank";
    case Claim::kIgnored:
      return "ignored";
    case Claim::kContext:
      return "context";
    case Claim::kCard:
      return "card";
  }
  return "";
}

void dump_blocks(std::string& out, const Document& document) {
  for (const Block& block : document.layout.blocks) {
    if (block.has_cells()) {
      line(out, "{}\t{}{}", block.line, kind_name(block.kind), block.repeated_header ? "\trepeated header" : "");
      for (const GridCell& cell : document.layout.cells_of(block))
        if (!cell.span.empty() && !cell.continued)
          line(out, "\t[{}] {}", cell.column, line_text(document.text->slice(cell.span)));
    } else {
      line(out, "{}\t{}\t{}\t{}", block.line, kind_name(block.kind), line_text(document.text->slice(block.marker)),
           line_text(document.text->slice(block.text)));
    }
  }
}

void dump_table(std::string& out, const Document& document, const TableMatch& table) {
  line(out, "  table {}", table.rule->name);
  for (const TableRow& row : table.rows) {
    line(out, "    {}{}", document.layout.blocks[row.block].line, row.fits ? "" : " (shifted)");
    for (std::size_t c = 0; c < row.cells.size(); ++c)
      line(out, "      {} = {}", line_text(document.text->slice(table.columns[c].label)),
           line_text(document.text->slice(row.cells[c])));
  }
}

void dump_cards(std::string& out, const Document& document) {
  int number = 0;
  for (const CardMatch& card : document.match.cards) {
    line(out, "card {} lines {}-{}", ++number, document.layout.blocks[card.first_block].line,
         document.layout.blocks[card.last_block].line);
    for (const ContextValue& value : card.contexts)
      line(out, "  {} = {}", value.name, line_text(document.text->slice(value.text)));
    for (const FieldMatch& field : card.fields)
      for (const NormSpan text : field.texts)
        line(out, "  {} ({}) = {}", field.rule->name, line_text(document.text->slice(field.label)),
             line_text(document.text->slice(text)));
    for (const TableMatch& table : card.tables) dump_table(out, document, table);
  }
}

void dump_records(std::string& out, const Document& document) {
  for (const Table& table : document.records.tables()) {
    for (std::size_t i = 0; i < table.size(); ++i) {
      line(out, "{} {}", table.info().name, i + 1);
      const ConstRow row = table.row(i);
      for (std::size_t c = 0; c < row.size(); ++c) {
        if (row[c].empty()) continue;
        std::string value;
        row[c].append_to(value);
        line(out, "  {} = {}", table.info().columns[c].name, line_text(value));
      }
    }
  }
}

void dump_ledger(std::string& out, const Document& document) {
  for (std::size_t i = 0; i < document.layout.blocks.size(); ++i) {
    const Block& block = document.layout.blocks[i];
    const BlockClaim& claim = document.match.claims[i];
    if (claim.claim == Claim::kBlank) continue;
    const bool lost = std::any_of(document.records.unclaimed.begin(), document.records.unclaimed.end(),
                                  [&](const Unclaimed& one) { return one.line == block.line; });
    line(out, "{}\t{}\t{}", block.line, lost ? "unclaimed" : claim_name(claim.claim), claim.rule);
  }
}

}  // namespace

std::string dump(const Document& document, DumpStage stage) {
  std::string out;
  switch (stage) {
    case DumpStage::kBlocks:
      dump_blocks(out, document);
      break;
    case DumpStage::kCards:
      dump_cards(out, document);
      break;
    case DumpStage::kRecords:
      dump_records(out, document);
      break;
    case DumpStage::kLedger:
      dump_ledger(out, document);
      break;
  }
  return out;
}

}  // namespace torikomi
