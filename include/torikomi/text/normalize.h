// Decoded text -> text that rules and values can read. Second stage of the line.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "torikomi/core/source.h"
#include "torikomi/core/span.h"

namespace torikomi {

/// What stands in the normalised text for structure inside a line. None of them can come from the source itself:
/// control characters of the source other than TAB, LF, CR and FF are removed.
inline constexpr char kBreak = '\v';  ///< a line break inside a cell: <br>, </p>, </div>, the begin and end of a list
inline constexpr char kItem =
    '\x1f';  ///< begin of a list item (<li>), one for each level of nesting; stands after a kBreak

/// Maps ranges of the normalised text back to the source. Holds only the places that were changed.
class OffsetMap {
 public:
  /// One folded unit: norm [norm_begin, norm_end) came from source [source_begin, source_end). Either may be empty.
  struct Edit {
    std::uint32_t norm_begin, norm_end, source_begin, source_end;
  };

  OffsetMap() = default;
  /// REQUIRES: the edits are in order and do not overlap.
  explicit OffsetMap(std::vector<Edit> edits) : edits_(std::move(edits)) {}

  /// A range that covers part of one folded unit (a letter of ㈱, which became "(株)") maps to the whole unit, so a
  /// source span never splits what was printed. An empty range maps to an empty one.
  [[nodiscard]] Span to_source(NormSpan span) const;

  [[nodiscard]] const std::vector<Edit>& edits() const { return edits_; }

 private:
  std::vector<Edit> edits_;
};

/// The normalised text of one source.
class NormText {
 public:
  /// Nothing needed to change: the text is the source's own. REQUIRES: source outlives *this.
  explicit NormText(const Source& source) : source_(&source), changed_(false) {}
  NormText(const Source& source, std::string text, OffsetMap map)
      : source_(&source), storage_(std::move(text)), map_(std::move(map)), changed_(true) {}

  [[nodiscard]] const Source& source() const { return *source_; }
  [[nodiscard]] std::string_view text() const { return changed_ ? std::string_view(storage_) : source_->text(); }
  [[nodiscard]] std::string_view slice(NormSpan span) const { return torikomi::slice(text(), span); }
  [[nodiscard]] Span to_source(NormSpan span) const { return map_.to_source(span); }
  [[nodiscard]] const OffsetMap& map() const { return map_; }
  /// 1-based source line on which the range begins.
  [[nodiscard]] std::uint32_t line_of(NormSpan span) const { return source_->line_of(to_source(span).begin); }

 private:
  const Source* source_;
  std::string storage_;
  OffsetMap map_;
  bool changed_;
};

/// Folds characters (NFKC of Unicode 15 by ICU, but ① ⑴ ■ □ ★ ☆ ☑ ☐ … and other enclosed numbers and symbols are kept;
/// CJK Radicals Supplement by the table of EquivalentUnifiedIdeograph; tilde, dash, colon and blank families by role)
/// and markup (inline HTML and Markdown): check boxes become ☑ / ☐, <br> and block ends kBreak, <li> kBreak + kItem,
/// entities their character, other inline tags and ** __ nothing. Tags of tables (table tr td th thead tbody tfoot
/// caption) stay as they are, in lower case, for the block stage. Line ends, TAB and FF stay. A text that is already
/// normal is not copied. Idempotent: normalising the result changes nothing.
[[nodiscard]] NormText normalize(const Source& source);

/// The character folding alone, for single strings (grammar labels, municipality names, the arguments of `torikomi
/// parse`).
[[nodiscard]] std::string fold(std::string_view text);

/// Label form: fold, then every blank removed and a trailing colon dropped ("指 標：" -> "指標"). For matching labels
/// only.
[[nodiscard]] std::string label_key(std::string_view normalized);

/// How many terminal columns the text takes: 2 for East Asian Wide and Fullwidth (UAX #11; Ambiguous counts 1), 0 for
/// combining.
[[nodiscard]] std::size_t display_width(std::string_view text);

}  // namespace torikomi
