// KPI004: a target moves against the direction of its indicator.
#include "check/facts.h"
#include "torikomi/check/check.h"

namespace torikomi {
namespace {

bool goes_down(std::string_view name) {
  for (const std::string_view word :
       {"の削減", "の減少", "の抑制", "の縮減", "の解消", "(下向き)", "待機児童数", "死亡者数", "事故件数"})
    if (name.find(word) != name.npos) return true;
  return false;
}

void run(const CheckInput& input, Diagnostics& diagnostics) {
  using namespace col::kpis;
  const Table& kpis = input.records[TableId::kpis];
  for (std::size_t i = 0; i < kpis.size(); ++i) {
    const ConstRow row = kpis.row(i);
    const std::string_view name = row[indicator].text();
    const auto from = row[baseline_value].decimal();
    const auto to = row[target_value].decimal();
    // a reduction counted as such (削減数, 削減率) is to go up
    const bool counts_reduction =
        name.ends_with("削減数") || name.ends_with("削減量") || name.ends_with("削減率") || name.ends_with("減少率");
    if (!goes_down(name) || counts_reduction || !from || !to || *to <= *from || !row[target_raw].span()) continue;
    diagnostics.add("KPI004", *row[target_raw].span(), name, row[target_raw].text(), row[baseline_raw].text());
  }
}

}  // namespace

extern const Rule rule_KPI004;
const Rule rule_KPI004 = {
    {.code = "KPI004",
     .name = "target-against-direction",
     .severity = Severity::kWarning,
     .summary = {"目標が指標の向きと逆", "a target moves against the direction of its indicator"},
     .message = {"指標「{}」は減らすものですが、目標「{}」は基準「{}」より大きい値です",
                 "the indicator \"{}\" is to go down, but the target {} is above the baseline {}"},
     .explain = {"減少・抑制を目指す指標の目標が基準値より大きくなっています。値の入れ替わりか、指標名の誤りです。",
                 "An indicator that is to go down has a target above its baseline: values swapped, or a wrong name."},
     .bad = "待機児童数の削減 50人 → 80人",
     .good = "待機児童数の削減 50人 → 20人"},
    run};

}  // namespace torikomi
