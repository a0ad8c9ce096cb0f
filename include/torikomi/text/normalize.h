// Decoded text -> text that rules and values can read. Second stage of the line.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "torikomi/core/source.h"
#include "torikomi/core/span.h"

namespace torikomi {

/// What stands in the normalised text for structure inside a line. None of them can come from the source itself:
/// control characters of the source other than TAB, LF, CR and FF are removed.
/// kBreak is a line break inside a cell: <br>, the begin and end of <p>, <div>, a heading, a list. It stands between
/// words only: never at the begin or end of a cell (line, TAB, '|', table tag), never twice in a row; the blanks around
/// the tags are gone with them. kItem begins a list item (<li>), one for each level of nesting (16 at most); a kBreak
/// always stands before it, at the begin of a cell too.
inline constexpr char kBreak = '\v';
inline constexpr char kItem = '\x1f';

/// Maps ranges of the normalised text back to the source. Holds only the places that were changed.
class OffsetMap {
 public:
  /// One folded unit: norm [norm_begin, norm_end) came from source [source_begin, source_end). Either may be empty.
  struct Edit {
    std::uint32_t norm_begin, norm_end, source_begin, source_end;
  };

  OffsetMap() = default;
  /// REQUIRES: the edits are in order and do not overlap.
  explicit OffsetMap(std::vector<Edit> edits);

  /// A range that covers part of one folded unit (a letter of ㈱, which became "(株)") maps to the whole unit, so a
  /// source span never splits what was printed. What was removed (a tag, a zero-width character) at an end of the range
  /// is left out, inside it is in: `<b>岡</b>山` is the span of 岡山 without its first tag. An empty range maps to an
  /// empty one. Both ends grow with the range. O(log of the edits in one page).
  [[nodiscard]] Span to_source(NormSpan span) const;

  [[nodiscard]] const std::vector<Edit>& edits() const { return edits_; }

 private:
  static constexpr std::uint32_t kPage = 128;  ///< bytes of the normalised text

  [[nodiscard]] std::size_t first_behind(std::uint32_t norm) const;
  [[nodiscard]] std::uint32_t begin_in_source(std::uint32_t norm) const;
  [[nodiscard]] std::uint32_t end_in_source(std::uint32_t norm) const;

  std::vector<Edit> edits_;
  std::vector<std::uint32_t> pages_;  ///< by page: how many edits begin at or before its first byte
};

/// Part of a cell whose words stand in several places of the text, as where lines of neighbouring cells alternate.
struct CellPiece {
  NormSpan words;
  std::string_view glue;  ///< what stands before it: nothing, a blank or kBreak; of the first piece it counts nothing
};

/// The normalised text of one source. Behind its body stand the cells that join() put together, so that every cell is
/// one range of one text, and to_source() leads each letter back to its own place.
class NormText {
 public:
  /// Nothing needed to change: the text is the source's own. REQUIRES: source outlives *this.
  explicit NormText(const Source& source) : source_(&source), changed_(false) {}
  NormText(const Source& source, std::string text, OffsetMap map)
      : source_(&source), storage_(std::move(text)), map_(std::move(map)), changed_(true) {}

  [[nodiscard]] const Source& source() const { return *source_; }
  [[nodiscard]] std::string_view text() const { return changed_ ? std::string_view(storage_) : source_->text(); }
  [[nodiscard]] std::string_view slice(NormSpan span) const { return torikomi::slice(text(), span); }
  /// The normalised source alone, without joined cells.
  [[nodiscard]] std::string_view body() const { return text().substr(0, body_size()); }
  /// Of words in a joined cell: from the first letter to the last, with whatever stands between them in the source.
  [[nodiscard]] Span to_source(NormSpan span) const {
    return span.end <= body_size() ? map_.to_source(span) : joined_to_source(span);
  }
  [[nodiscard]] const OffsetMap& map() const { return map_; }

  /// Puts the pieces together behind the text and gives the range of the result. Views of text() taken before are void.
  /// REQUIRES: at least one piece; none is empty. Amortised linear in the pieces; the first call copies the text.
  NormSpan join(std::span<const CellPiece> pieces);
  /// 1-based source line on which the range begins.
  [[nodiscard]] std::uint32_t line_of(NormSpan span) const { return source_->line_of(to_source(span).begin); }

 private:
  /// Where the words of one piece stand behind the body.
  struct Joined {
    std::uint32_t begin, end;
    NormSpan words;  ///< in the body
  };
  [[nodiscard]] std::size_t body_size() const { return joined_.empty() ? text().size() : body_end_; }
  [[nodiscard]] Span joined_to_source(NormSpan span) const;
  void add_piece(NormSpan words);

  const Source* source_;
  std::string storage_;
  OffsetMap map_;
  bool changed_;
  std::size_t body_end_ = 0;    ///< if there are joined cells
  std::vector<Joined> joined_;  ///< in order
};

/// Folds characters and markup in one pass of linear time, whatever the input.
///
/// Characters: NFKC of Unicode 15 by ICU, but ① ⑴ ■ □ ★ ☆ ☑ ☐ … and other enclosed numbers and symbols are kept; blanks
/// become one ASCII blank each; invisible characters vanish; tildes, colons and dashes by family and role (サ−ビス ->
/// サービス); half-width kana and loose dakuten join; CJK Radicals Supplement by the table of
/// EquivalentUnifiedIdeograph. src/text/fold_table.h has every rule. Line ends, TAB and FF stay.
///
/// Markup (recognised in the source text only: a '<' that folding or an entity made begins no tag): check boxes become
/// ☑ / ☐; block tags kBreak and kItem; entities their character; other inline tags of a fixed list, comments, scripts,
/// styles and pairs of ** and __ nothing; [text](url) and ![alt](url) their text; formulas of TeX what is printed
/// ($\triangle 300$ is △300); a backslash that Markdown needs before a sign nothing. Tags of tables (table tr td th
/// thead tbody tfoot caption) stay as they are, in lower case, for the block stage. Words in angle brackets that are no
/// tag (<抜粋>) are text. Markdown that shapes lines (# - | ) is left to the block stage.
///
/// A text that is already normal is not copied. Normalising the result again changes nothing as long as it holds no
/// markup: "&lt;b&gt;" and "＜b＞" become "<b>", which a second pass would take for a tag, and kBreak and kItem are
/// control characters to it. fold() is idempotent without exception.
[[nodiscard]] NormText normalize(const Source& source);

/// The character folding alone, markup left as it is, for single strings (grammar labels, municipality names, the
/// arguments of `torikomi parse`).
[[nodiscard]] std::string fold(std::string_view text);

/// Label form: fold, then every blank removed and a trailing colon dropped ("指 標：" -> "指標"). For matching labels
/// only.
[[nodiscard]] std::string label_key(std::string_view normalized);

/// How many terminal columns the text takes: 2 for East Asian Wide and Fullwidth (UAX #11; Ambiguous counts 1), 0 for
/// combining marks, format and control characters.
[[nodiscard]] std::size_t display_width(std::string_view text);

}  // namespace torikomi
