#include "value/number_unit.h"

#include <algorithm>
#include <array>

#include "value/scan.h"

namespace torikomi {
namespace {

using scan::at_any;

/// A counter with its first character, which the look-up goes by.
struct Counter {
  std::uint32_t first = 0;
  std::string_view word;
};

constexpr std::uint32_t first_character(std::string_view text) {
  return static_cast<std::uint32_t>(static_cast<unsigned char>(text[0])) << 16U |
         static_cast<std::uint32_t>(static_cast<unsigned char>(text[1])) << 8U |
         static_cast<std::uint32_t>(static_cast<unsigned char>(text[2]));
}

// clang-format off
/// Counters and units of administrative text.
constexpr auto kCounterWords = std::to_array<std::string_view>({
      "人", "名", "者", "世帯", "戸", "棟", "件", "回", "個", "本", "台", "社", "店", "店舗", "箇所", "ヶ所", "カ所", "か所", "ヵ所",
      "ケ所", "個所", "団体", "組織", "組合", "法人", "企業", "事業者", "事業所", "事業", "施設", "学校", "校", "園", "教室", "講座", "学級",
      "クラス", "冊", "枚", "部", "点", "種類", "種", "品目", "項目", "倍", "市町村", "市町", "市区町村", "市", "町村", "町", "村", "区",
      "県", "都道府県", "府県", "自治体", "地方公共団体", "圏域", "地域", "地区", "集落", "箇国", "か国", "ヶ国", "カ国", "国", "円", "ドル",
      "ユーロ", "元", "ウォン", "年間", "年", "か年", "ヶ年", "カ年", "箇年", "ヵ年", "か月間", "か月", "ヶ月間", "ヶ月", "カ月間", "カ月", "ヵ月",
      "箇月", "ケ月", "月", "週間", "週", "日間", "日", "時間", "時", "分間", "分", "秒間", "秒", "歳", "才", "代", "泊", "食", "席",
      "室", "床", "部屋", "便", "路線", "車両", "両", "隻", "艘", "機", "基", "頭", "匹", "羽", "尾", "株", "束", "箱", "袋", "缶",
      "杯", "足", "着", "通", "票", "問", "題", "文字", "字", "語", "行", "頁", "ページ", "章", "節", "段", "段階", "位", "番目",
      "等", "度", "組", "班", "チーム", "グループ", "ブース", "セット", "コース", "メニュー", "プラン", "モデル", "ポイント", "ダース", "キログラム",
      "グラム", "トン", "リットル", "キロメートル", "メートル", "センチメートル", "センチ", "ミリメートル", "ミリ", "キロ", "ヘクタール", "アール",
      "平方メートル", "平方キロメートル", "立方メートル", "キロワット", "ワット", "カロリー", "坪", "反", "町歩", "里", "尺", "寸", "ミリリットル", "ミリグラム", "キロリットル", "デシリットル", "メガワット", "ギガワット", "キロワット時", "平方センチメートル", "立方センチメートル", "メガヘルツ", "マイル", "ヤード", "フィート", "インチ", "ポンド", "オンス", "バレル", "カラット", "デシベル", "ノット", "合", "升", "俵",
      "つ", "拠点", "会場", "会議", "圏", "連合", "株式", "口", "世代", "周年", "期", "丁", "桁", "色", "曲", "作品", "作",
      "試合", "勝", "敗", "得点", "人泊", "人日", "人月", "延べ人", "名様", "畳", "膳", "軒", "筆", "区画", "区間", "方面", "社会", "割",
      "人民元", "米ドル", "平米", "平方米", "帖", "銭", "セント", "光年", "分野", "取組", "研修", "往復", "巡", "周", "階", "階建", "号室", "年度", "貫"
});
// clang-format on

/// By first character, longer words first.
constexpr auto kCounters = [] {
  std::array<Counter, kCounterWords.size()> counters;
  for (std::size_t i = 0; i < counters.size(); ++i) counters[i] = {first_character(kCounterWords[i]), kCounterWords[i]};
  std::sort(counters.begin(), counters.end(), [](const Counter& a, const Counter& b) {
    return a.first != b.first ? a.first < b.first : a.word.size() > b.word.size();
  });
  return counters;
}();

constexpr auto sorted_latin() {
  std::array units = std::to_array<std::string_view>(
      {"m",   "km", "cm",  "mm",  "nm",  "m2",  "km2",  "cm2",  "mm2",  "m3",    "cm3", "g",   "kg",  "mg",
       "t",   "ha", "a",   "L",   "l",   "ml",  "mL",   "dL",   "kL",   "kl",    "cc",  "W",   "kW",  "MW",
       "GW",  "Wh", "kWh", "MWh", "GWh", "V",   "kV",   "A",    "Hz",   "kHz",   "MHz", "GHz", "B",   "KB",
       "kB",  "MB", "GB",  "TB",  "PB",  "bps", "kbps", "Mbps", "Gbps", "h",     "s",   "min", "ms",  "kcal",
       "cal", "J",  "kJ",  "MJ",  "GJ",  "PJ",  "Pa",   "hPa",  "kPa",  "MPa",   "N",   "dB",  "ppm", "ppb",
       "pt",  "P",  "px",  "dpi", "lx",  "Bq",  "kBq",  "Sv",   "mSv",  "t-CO2", "kt",  "Mt",  "yen"});
  std::sort(units.begin(), units.end());
  return units;
}
constexpr auto kLatin = sorted_latin();

std::size_t counter_end(std::string_view text, std::size_t pos) {
  if (text.size() - pos < 3) return pos;
  const std::uint32_t first = first_character(text.substr(pos));
  const auto* it = std::lower_bound(kCounters.begin(), kCounters.end(), first,
                                    [](const Counter& c, std::uint32_t key) { return c.first < key; });
  for (; it != kCounters.end() && it->first == first; ++it) {
    if (scan::at(text, pos, it->word)) return pos + it->word.size();
  }
  return pos;
}

/// 4,131km ²: the power stands apart. Nothing that could be counted follows it.
std::size_t apart_power_end(std::string_view text, std::size_t pos, std::size_t end) {
  if (text[end - 1] != 'm' || end - pos > 2 || !at_any(text, end, {" 2", " 3"})) return end;
  const std::size_t after = end + 2;
  if (after == text.size()) return after;
  const bool stops =
      at_any(text, after, {" ", ")", "(", "、", "。", "\v", "\t", "\n"}) && !scan::digit_at(text, after + 1);
  return stops ? after : end;
}

std::size_t latin_end(std::string_view text, std::size_t pos) {
  std::size_t end = pos;
  while (end < text.size() && end - pos < 8 &&
         (scan::is_letter(text[end]) || (end > pos && (text[end] == '2' || text[end] == '3'))))
    ++end;
  if (scan::at(text, pos, "USドル")) return pos + std::string_view("USドル").size();
  if (scan::at(text, pos, "t-CO2")) end = pos + 5;
  if (scan::letter_at(text, end) || scan::digit_at(text, end)) return pos;
  if (!std::binary_search(kLatin.begin(), kLatin.end(), text.substr(pos, end - pos))) return pos;
  return apart_power_end(text, pos, end);
}

/// The word of kanji or katakana at `pos`, if it is short and ends by itself.
std::size_t word_end(std::string_view text, std::size_t pos) {
  constexpr int kMostChars = 4;
  std::size_t end = pos;
  int chars = 0;
  while (true) {
    const utf8::Decoded c = utf8::decode(text, end);
    const bool part =
        c.size != 0 && (utf8::is_han(c.code_point) || (utf8::is_katakana(c.code_point) && c.code_point != U'・') ||
                        c.code_point == U'々');
    if (!part) break;
    if (at_any(text, end, {"以上", "以下", "未満", "以内", "程度", "超", "前後", "当", "半", "第"}) && end > pos) break;
    end += c.size;
    if (++chars > kMostChars) return pos;
  }
  return end;
}

}  // namespace

std::size_t unit_end(std::string_view text, std::size_t pos, bool* known) {
  if (known != nullptr) *known = true;
  if (pos >= text.size()) return pos;
  const auto c = static_cast<unsigned char>(text[pos]);
  if (c == '%') return pos + (scan::at(text, pos, "%ポイント") ? 13 : 1);
  if (c < 0x80) return scan::is_letter(text[pos]) ? latin_end(text, pos) : pos;
  std::size_t end = pos;
  if (scan::eat_any(text, end, {"℃", "°C", "‰", "℉", "°"})) return end;
  if (scan::eat(text, end, "パーセント")) {
    (void)scan::eat(text, end, "ポイント");
    return end;
  }
  if (at_any(text, pos, {"以上", "以下", "未満", "以内", "程度", "超", "前後", "半", "弱", "強", "余", "第", "ー"}))
    return pos;
  end = counter_end(text, pos);
  if (end > pos) return end;
  if (known != nullptr) *known = false;
  return word_end(text, pos);
}

// clang-format off
/// What a lone kanji numeral may count: 三件, 二人. Counters that are as often part of a word (一次, 三番, 二重, 四国) are
/// left out.
constexpr auto kKanjiCounters = std::to_array<std::string_view>({
    "人", "名", "円", "件", "回", "個", "本", "台", "社", "点", "匹", "羽", "頭", "杯", "軒", "隻", "冊", "枚", "倍", "割", "泊", "歳", "つ", "%",
    "店舗", "箇所", "か所", "ヶ所", "カ所", "箇国", "か国", "団体", "事業所", "世帯", "市町村", "市町",
    "畳", "ドル", "ユーロ", "ダース", "種類", "項目", "品目", "平方メートル", "平方キロメートル", "立方メートル",
    "年間", "年半", "か年", "箇年", "か月", "ヶ月", "カ月", "箇月", "週間", "日間", "日半", "時間", "分間", "秒間", "メートル", "キロ", "パーセント"});

/// Words and names that begin like one of them: 一人ひとり, 一本化, 二本松, 一点張り.
constexpr auto kNoCount = std::to_array<std::string_view>({
    "人きり", "匹狼", "羽織", "羽鶴", "羽根", "羽毛", "羽島", "羽田", "人ひとり", "人一人", "人暮", "軒家", "つ葉", "つ返事", "つ巴", "人三脚", "人前", "人親", "人称", "回り", "件落着", "円満", "円滑", "個人", "台頭", "社会", "社員", "枚岩",
    "枚看板", "倍増", "泊まり", "名山", "つひとつ", "つ一つ", "つ子", "割方", "点張", "杯目", "頭筋",
    "軒町", "軒茶屋", "軒屋", "頭郡", "頭市", "頭町", "ヶ所村", "ケ所村", "カ所村", "人町", "人四脚", "人十色", "つ橋", "つ当たり", "つ裂き", "本柳",
    "年半ば", "年半期", "年半減", "年半数", "日半ば", "日半額", "日半減", "日半数", "本松", "本木", "本化", "本立", "本足", "本槍", "本釣", "本調子", "本勝負", "本格", "本部", "本州", "本来", "本音", "本気", "本人", "本町", "本庄",
    "本杉", "本柱", "本の矢", "本締", "人針", "人っ子", "人官女", "人組", "枚貝", "枚おろし", "件書類", "点突破", "つ星", "つ墓", "回忌", "個荘"});
// clang-format on

bool counts_kanji(std::string_view text, std::size_t pos) {
  const auto stands = [&](std::string_view word) { return scan::at(text, pos, word); };
  // 八トン, 三メートル: a unit in katakana begins no word with the numeral.
  bool counts = false;
  if (utf8::is_katakana(utf8::decode(text, pos).code_point)) {
    const std::size_t end = counter_end(text, pos);
    counts = end > pos + 3 && !utf8::is_katakana(utf8::decode(text, end).code_point);
  }
  return (counts || std::any_of(kKanjiCounters.begin(), kKanjiCounters.end(), stands)) &&
         std::none_of(kNoCount.begin(), kNoCount.end(), stands);
}

bool names_not_counts(std::string_view text, std::size_t pos) {
  // The first character of every word below: most numbers are done with one look.
  static constexpr scan::CharSet kFirst(u"番丁項条目階 号次級年等型類駆款推世均東西南北");
  if (!kFirst.contains(utf8::decode(text, pos).code_point)) return false;
  if (scan::at(text, pos, "番")) return !scan::at(text, pos, "番組");                  // 5番6号, 9番ホール
  if (scan::at(text, pos, "丁") && scan::digit_at(text, pos + 3)) return true;         // 4丁1-8
  if (scan::at(text, pos, "項") && !scan::at(text, pos, "項目")) return true;          // 2款1項6目
  if (scan::at(text, pos, "条") && !scan::at(text, pos, "条件")) return true;          // 第 is lost: 5条, but 3条件
  if (scan::at(text, pos, "目") && !at_any(text, pos, {"目標", "目的"})) return true;  // 2款1項6目
  if (scan::at(text, pos, "階") && !at_any(text, pos, {"階建", "階層", "階級", "階段"})) return true;  // 3階会議室
  if (scan::at(text, pos, "等") && !scan::at(text, pos, "等分")) return true;                          // 1等, 2等地
  if (scan::at(text, pos, "均")) return !at_any(text, pos, {"均一", "均等"});                          // 100均
  if (at_any(text, pos, {"東", "西", "南", "北"})) return scan::digit_at(text, pos + 3);               // 北3西1
  if (at_any(text, pos, {" 号", " 丁目", " 番地"})) return true;                                       // 国道 53 号
  return at_any(text, pos,
                {"号", "丁目", "次", "級", "年生", "等賞", "等級", "等星", "型", "類感染", "駆", "款", "推計", "世紀"});
}

}  // namespace torikomi
