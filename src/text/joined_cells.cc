// Cells whose words stand in several places of the text, put together behind it.
#include <algorithm>
#include <cassert>

#include "torikomi/text/normalize.h"

namespace torikomi {

NormSpan NormText::join(std::span<const CellPiece> pieces) {
  assert(!pieces.empty());
  if (!changed_) {
    storage_ = source_->text();
    changed_ = true;
  }
  if (joined_.empty()) body_end_ = storage_.size();
  storage_ += '\n';  // what reads on beyond a cell ends here
  const auto begin = static_cast<std::uint32_t>(storage_.size());
  for (std::size_t i = 0; i < pieces.size(); ++i) {
    if (i > 0) storage_ += pieces[i].glue;
    add_piece(pieces[i].words);
  }
  return {begin, static_cast<std::uint32_t>(storage_.size())};
}

/// A piece that is a joined cell itself is taken apart, so that every piece lies in the body.
void NormText::add_piece(NormSpan words) {
  if (words.end <= body_end_) {
    const auto begin = static_cast<std::uint32_t>(storage_.size());
    storage_.append(storage_, words.begin, words.size());
    joined_.push_back({begin, static_cast<std::uint32_t>(storage_.size()), words});
    return;
  }
  auto at = std::partition_point(joined_.begin(), joined_.end(),
                                 [&](const Joined& piece) { return piece.end <= words.begin; }) -
            joined_.begin();
  std::uint32_t done = words.begin;
  for (; joined_[static_cast<std::size_t>(at)].begin < words.end; ++at) {
    const Joined piece = joined_[static_cast<std::size_t>(at)];
    const std::uint32_t begin = std::max(piece.begin, words.begin);
    const std::uint32_t end = std::min(piece.end, words.end);
    storage_.append(storage_, done, begin - done);  // the glue
    const auto to = static_cast<std::uint32_t>(storage_.size());
    storage_.append(storage_, begin, end - begin);
    const std::uint32_t from = piece.words.begin + (begin - piece.begin);
    joined_.push_back({to, static_cast<std::uint32_t>(storage_.size()), {from, from + (end - begin)}});
    done = end;
  }
}

Span NormText::joined_to_source(NormSpan span) const {
  // a range that begins in the body and ends behind it is no cell: what it holds of the body counts
  if (span.begin < body_end_) return map_.to_source({span.begin, static_cast<std::uint32_t>(body_end_)});
  auto piece =
      std::partition_point(joined_.begin(), joined_.end(), [&](const Joined& one) { return one.end <= span.begin; });
  if (piece == joined_.end()) --piece;
  const auto place = [](const Joined& one, std::uint32_t at) {
    return one.words.begin + (std::clamp(at, one.begin, one.end) - one.begin);
  };
  Span out = map_.to_source({place(*piece, span.begin), place(*piece, span.end)});
  for (++piece; piece != joined_.end() && piece->begin < span.end; ++piece)
    out = cover(out, map_.to_source({piece->words.begin, place(*piece, span.end)}));
  return out;
}

}  // namespace torikomi
