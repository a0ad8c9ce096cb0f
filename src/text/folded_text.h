// Builds a normalised text and its offset map side by side.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "torikomi/text/normalize.h"

namespace torikomi {

/// Takes the source from its begin to its end: each part is either kept or replaced. Holds nothing until the first
/// replacement. Offsets are of the source unless they say norm. REQUIRES: source outlives *this, < 4 GiB.
class FoldedText {
 public:
  explicit FoldedText(std::string_view source) : source_(source) {}

  /// Source [.., at) that is not yet taken stays as it is.
  void keep_until(std::size_t at);
  /// Source [begin, end) becomes `with`; what lies before it is kept. REQUIRES: begin is not taken yet.
  void replace(std::size_t begin, std::size_t end, std::string_view with);
  /// Source [begin, end) is marks whose folded form is `marks`: joins them with what stands before them (NFC).
  void join(std::size_t begin, std::size_t end, std::string_view marks);
  /// Source [begin, end) is a dakuten (or handakuten): makes the kana before it voiced. False if there is none.
  bool voice(std::size_t begin, std::size_t end, bool semi);
  /// Takes back the blanks at the end of what was taken; where the first of them stands in the source.
  std::size_t trim_blanks();

  /// What was taken until now, folded; `at` must be where it ends in the source.
  [[nodiscard]] std::string_view text_until(std::size_t at);
  [[nodiscard]] bool changed() const { return !edits_.empty(); }
  /// The whole text and its map. REQUIRES: changed().
  [[nodiscard]] std::pair<std::string, OffsetMap> finish();

 private:
  /// The last character with its marks: where it begins, in both texts, and how many edits lie before it.
  struct Tail {
    std::size_t norm_begin, source_begin, edits;
  };
  [[nodiscard]] std::optional<Tail> tail() const;
  void retract(Tail to);
  void retake(Tail from, std::size_t end, std::string_view with);

  std::string_view source_;
  std::size_t taken_ = 0;
  std::string text_;
  std::vector<OffsetMap::Edit> edits_;
  std::size_t crowd_end_ = 0;  ///< norm end of marks that were too many to join
};

}  // namespace torikomi
