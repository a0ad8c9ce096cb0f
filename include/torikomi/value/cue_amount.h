// Sums of money that a word before or behind them names: 上限額:500万円(複数団体の連携事業の場合700万円),
// H30年度予算額:約2.5億円, 100万円を上限.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "torikomi/value/event.h"

namespace torikomi {

/// Words that name an amount. The longest that fits counts.
struct AmountCues {
  std::vector<std::string> before;  ///< 上限額, 予算額, 概算要求額
  std::vector<std::string> behind;  ///< を上限, を限度: they stand behind the amount
};

/// One amount. Ranges that are empty were not printed.
struct CueAmount {
  TextRange cue;     ///< the word itself
  TextRange amount;  ///< 約2.5億円
  TextRange note;    ///< 複数団体の連携事業の場合: the case that it holds for
  TextRange year;    ///< 平成30年度 right before the word
};

struct CueAmounts {
  std::vector<CueAmount> amounts;  ///< in reading order
  bool whole = false;              ///< the text tells nothing but these
};

/// Every amount in `text` (normalised) that one of the words names, in yen. A number without a unit of money is none; a
/// range of amounts neither. Pure, linear in the text.
[[nodiscard]] CueAmounts find_cue_amounts(std::string_view text, const AmountCues& cues);

/// The word before an amount that `text` is, brackets around it aside: <概算要求額>. Empty if it is none.
[[nodiscard]] TextRange amount_cue(std::string_view text, const AmountCues& cues);

/// The amount that `text` begins with: 2.0億円, 約5千万円(税込). Empty if there is none.
[[nodiscard]] TextRange leading_amount(std::string_view text);

}  // namespace torikomi
