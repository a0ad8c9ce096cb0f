#include "torikomi/record/build.h"

#include <fmt/format.h>

#include <vector>

#include "builder.h"

namespace torikomi {
namespace {

/// part / whole with four decimals; 1 for an empty document, of which nothing was missed.
Decimal share(std::int64_t part, std::int64_t whole) {
  return whole == 0 ? Decimal(1) : Decimal(part).divided(whole, 4).value_or(Decimal(0));
}

/// Blank lines, and the lines that nobody took. Blocks may share a line, and a row may have several. A line of which no
/// block holds anything was markup alone, and is blank.
void settle_ledger(Builder& builder) {
  if (builder.layout.blocks.empty()) builder.use.resize(1);  // an empty file has no line
  std::uint32_t listed = 0;
  std::vector<bool> held(builder.use.size());
  for (const Block& block : builder.layout.blocks) {
    for (std::uint32_t line = block.line; line <= block.line_end; ++line) {
      LineUse& use = builder.use[line];
      held[line] = true;
      if (block.kind == BlockKind::kBlank) {
        use = LineUse::kBlank;
      } else if (use == LineUse::kUnclaimed && line > listed) {
        listed = line;
        builder.records.unclaimed.push_back({line, builder.source_span(block.span)});
      }
    }
  }
  for (std::size_t line = 1; line < held.size(); ++line)
    if (!held[line] && builder.use[line] == LineUse::kUnclaimed) builder.use[line] = LineUse::kBlank;
}

}  // namespace

void finish_document(Builder& builder) {
  settle_ledger(builder);
  std::int64_t filled = 0;
  std::int64_t used = 0;
  std::int64_t structured = 0;
  for (std::size_t line = 1; line < builder.use.size(); ++line) {
    const LineUse use = builder.use[line];
    filled += use != LineUse::kBlank ? 1 : 0;
    used += use != LineUse::kBlank && use != LineUse::kUnclaimed ? 1 : 0;
    structured += use == LineUse::kRecord ? 1 : 0;
  }
  Row row = builder.records[TableId::documents].row(0);
  row[col::documents::lines] = static_cast<std::int64_t>(builder.use.size()) - 1;
  row[col::documents::lines_used] = used;
  row[col::documents::coverage] = share(used, filled);
  row[col::documents::structured] = share(structured, filled);
  // the fiscal year of the document is that of its cards, where they agree
  const Table& measures = builder.records[TableId::measures];
  Cell year;
  for (std::size_t i = 0; i < measures.size(); ++i) {
    const Cell& own = measures.row(i)[col::measures::fiscal_year];
    if (own.empty()) continue;
    if (!year.empty() && year.integer() != own.integer()) return;
    year = own;
  }
  if (row[col::documents::fiscal_year].empty()) row[col::documents::fiscal_year] = year;
}

Records build_records(const NormText& text, const Layout& layout, const DocumentMatch& match, const SourceFacts& facts,
                      Diagnostics& diagnostics) {
  Builder builder(text, layout, facts, diagnostics);
  build_front_matter(builder, match);
  build_listed(builder, match);
  build_cards(builder, match);
  build_leftovers(builder, match);
  finish_document(builder);
  return std::move(builder.records);
}

}  // namespace torikomi
