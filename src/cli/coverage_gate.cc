#include "coverage_gate.h"

namespace torikomi::cli {
namespace {

constexpr int kPercent = -2;  ///< power of ten from percent to a share

std::string in_percent(Decimal share) { return share.scaled(-kPercent).value_or(share).to_string(); }

}  // namespace

Result<CoverageGate> CoverageGate::open(const std::string& percent) {
  CoverageGate gate;
  if (percent.empty()) return gate;
  const auto number = Decimal::parse(percent);
  if (!number || number->is_negative() || *number > Decimal(100))
    return Error{ErrorCode::kUsage, say("--fail-under は 0 から 100 の数 (％) で指定してください (「{}」は使えません)",
                                        "--fail-under takes a percentage from 0 to 100, not \"{}\"", percent)};
  gate.limit_ = number->scaled(kPercent);
  return gate;
}

std::optional<Message> CoverageGate::complaint(const Records& document) const {
  const Table& facts = document[TableId::documents];
  if (!limit_ || facts.size() == 0) return std::nullopt;
  const auto coverage = facts.row(0)[col::documents::coverage].decimal();
  if (!coverage || *coverage >= *limit_) return std::nullopt;
  return say("{}: 使用率 {} % は --fail-under {} % に届きません (未使用 {} 行。--dump ledger で確認できます)",
             "{}: coverage {} % is below --fail-under {} % ({} lines unclaimed; --dump ledger lists them)",
             facts.row(0)[col::documents::source].text(), in_percent(*coverage), in_percent(*limit_),
             document.unclaimed.size());
}

}  // namespace torikomi::cli
