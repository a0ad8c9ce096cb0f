// One row of amounts, for fields and for tables.
#pragma once

#include <string_view>

#include "builder.h"

namespace torikomi {

struct AmountRow {
  Cell fiscal_year, item, note;
  std::string_view kind;        ///< of the contract
  std::string_view unit;        ///< 千円: of a value that prints none itself; empty if nobody says
  bool money_by_label = false;  ///< the heading says that it is money: a number without a unit stays as printed
  bool rates = false;           ///< what one costs is a sum as well (299 円/人)
};

/// False where `words` are no amount: no number, a none mark, another unit than yen. Adds no row then.
bool add_amount(Builder& builder, const CardContext& card, NormSpan words, const AmountRow& facts);

}  // namespace torikomi
