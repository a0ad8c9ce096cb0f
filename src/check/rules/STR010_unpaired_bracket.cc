// STR010: a quotation mark or bracket has no partner.
#include <array>
#include <string_view>
#include <utility>
#include <vector>

#include "check/facts.h"
#include "torikomi/check/check.h"
#include "torikomi/core/utf8.h"

namespace torikomi {
namespace {

constexpr std::u32string_view kOpening = U"「『【〔", kClosing = U"」』】〕";
/// The first two bytes of each of them.
constexpr std::string_view kLead = "\xE3\x80";

/// The first bracket without a partner in one cell, or in the lines of one paragraph.
class Pairing {
 public:
  void read(std::string_view text, NormSpan span) {
    for (std::uint32_t at = span.begin; at + kLead.size() < span.end; ++at) {
      if (text[at] != kLead[0] || text[at + 1] != kLead[1]) continue;
      const auto letter = utf8::decode(text, at);
      const NormSpan here = {at, at + letter.size};
      if (kOpening.find(letter.code_point) != kOpening.npos) open_.push_back({letter.code_point, here});
      const std::size_t closing = kClosing.find(letter.code_point);
      if (closing == kClosing.npos) continue;
      if (!open_.empty() && open_.back().letter == kOpening[closing])
        open_.pop_back();
      else
        lonely_.push_back(here);
    }
  }

  /// What has stayed alone; forgets everything.
  std::vector<NormSpan> finish() {
    for (const Open& one : open_) lonely_.push_back(one.span);
    open_.clear();
    return std::exchange(lonely_, {});
  }

 private:
  struct Open {
    char32_t letter;
    NormSpan span;
  };
  std::vector<Open> open_;
  std::vector<NormSpan> lonely_;
};

void report(const TextInput& input, std::vector<NormSpan> lonely, Diagnostics& diagnostics) {
  // more of them in one paragraph are a text that was cut
  if (lonely.size() != 1) return;
  const Span span = source_span(input, lonely.front());
  constexpr int kReach = 8;
  const std::string_view text = input.text.source().text();
  const Span before = word_around(text, {span.begin, span.begin}, kReach);
  const Span behind = word_around(text, {span.end, span.end}, kReach);
  diagnostics.add("STR010", span, text.substr(before.begin, behind.end - before.begin),
                  input.text.slice(lonely.front()));
}

void run(const TextInput& input, Diagnostics& diagnostics) {
  Pairing paragraph;
  for (const Block& block : input.layout.blocks) {
    if (block.kind == BlockKind::kRow) {
      report(input, paragraph.finish(), diagnostics);
      for (const GridCell& cell : input.layout.cells_of(block)) {
        if (cell.continued) continue;
        Pairing alone;
        alone.read(input.text.text(), cell.span);
        report(input, alone.finish(), diagnostics);
      }
      continue;
    }
    if (block.kind == BlockKind::kBlank) report(input, paragraph.finish(), diagnostics);
    paragraph.read(input.text.text(), block.span);
  }
  report(input, paragraph.finish(), diagnostics);
}

}  // namespace

extern const Rule rule_STR010;
const Rule rule_STR010 = {
    {.code = "STR010",
     .name = "unpaired-bracket",
     .severity = Severity::kWarning,
     .summary = {"かぎ括弧などの片方がない", "a quotation mark or bracket has no partner"},
     .message = {"「{}」の {} に対になる括弧がありません", "the {1} in \"{0}\" has no partner"},
     .explain =
         {"同じセルや段落の中に対になる 「」『』【】 が見つかりません。抽出で括弧が落ちたか、文が途中で切れています。",
          "No partner of 「」, 『』 or 【】 stands in the same cell or paragraph: extraction lost it, or the text "
          "was cut."},
     .bad = "「関係人口」創出事業」",
     .good = "「「関係人口」創出事業」"},
    run};

}  // namespace torikomi
