#include "list_pieces.h"

#include <algorithm>
#include <array>

namespace torikomi::lists {
namespace {

using std::uint32_t;

constexpr std::array<std::string_view, 6> kPartings = {"、", "，", ",", "/", ";", "及び"};
struct BracketPair {
  std::string_view open, close;
};
constexpr std::array kBrackets = {BracketPair{"(", ")"},   BracketPair{"【", "】"}, BracketPair{"[", "]"},
                                  BracketPair{"〔", "〕"}, BracketPair{"<", ">"},   BracketPair{"〈", "〉"}};

class Cutter {
 public:
  explicit Cutter(std::string_view text) : text_(text) {}

  std::vector<Piece> run() {
    while (at_ < text_.size()) step();
    close_piece(at_);
    mark_neighbours();
    return std::move(pieces_);
  }

 private:
  void step() {
    for (std::size_t b = 0; b < kBrackets.size(); ++b) {
      const std::string_view mark = open_ < 0 ? kBrackets[b].open : kBrackets[b].close;
      if ((open_ >= 0 && open_ != static_cast<int>(b)) || !text_.substr(at_).starts_with(mark)) continue;
      if (open_ < 0 && !closes(b)) continue;
      cut(mark.size(), false);
      open_ = open_ < 0 ? static_cast<int>(b) : -1;
      if (open_ >= 0) ++bracket_;
      return;
    }
    for (const std::string_view mark : kPartings) {
      if (!text_.substr(at_).starts_with(mark)) continue;
      cut(mark.size(), true);
      return;
    }
    if (text_[at_] == ':' || (text_[at_] == '\t' && open_ < 0)) {
      const bool words = !trimmed(begin_, at_).empty();
      cut(1, true);
      if (words) pieces_.back().colon = true;
      return;
    }
    ++at_;
  }

  /// True where the bracket is closed further on. Each kind is looked for once beyond the last place where it was
  /// found.
  bool closes(std::size_t bracket) {
    std::size_t& known = closed_at_[bracket];
    if (known != text_.npos && known < at_) known = text_.find(kBrackets[bracket].close, at_);
    return known != text_.npos;
  }

  void cut(std::size_t size, bool parting) {
    close_piece(at_);
    at_ += static_cast<uint32_t>(size);
    begin_ = at_;
    if (parting && open_ < 0) partings_.push_back(static_cast<uint32_t>(pieces_.size()));
  }

  void close_piece(uint32_t end) {
    const Range range = trimmed(begin_, end);
    if (!range.empty()) pieces_.push_back({range, open_ < 0 ? -1 : bracket_});
  }

  [[nodiscard]] Range trimmed(uint32_t begin, uint32_t end) const {
    while (begin < end && kBlanks.find(text_[begin]) != kBlanks.npos) ++begin;
    while (end > begin && kBlanks.find(text_[end - 1]) != kBlanks.npos) --end;
    return {begin, end};
  }

  /// A parting before piece number i ends what brackets can belong to.
  void mark_neighbours() {
    const auto parted = [&](std::size_t i) {
      return std::binary_search(partings_.begin(), partings_.end(), static_cast<uint32_t>(i));
    };
    for (std::size_t first = 0, last = 0; first < pieces_.size(); first = last) {
      last = first + 1;
      if (pieces_[first].bracket < 0) continue;
      while (last < pieces_.size() && pieces_[last].bracket == pieces_[first].bracket) ++last;
      const bool after = first > 0 && !parted(first);
      const bool before = last < pieces_.size() && pieces_[last].bracket < 0 && !parted(last);
      for (std::size_t i = first; i < last; ++i) {
        pieces_[i].after_word = after;
        pieces_[i].before_word = before;
      }
    }
  }

  std::string_view text_;
  std::vector<Piece> pieces_;
  std::vector<uint32_t> partings_;  ///< numbers of the pieces before which a parting stands, in order
  std::array<std::size_t, kBrackets.size()> closed_at_{};
  uint32_t at_ = 0, begin_ = 0;
  int open_ = -1, bracket_ = -1;
};

}  // namespace

std::vector<Piece> cut_list(std::string_view text) { return Cutter(text).run(); }

}  // namespace torikomi::lists
