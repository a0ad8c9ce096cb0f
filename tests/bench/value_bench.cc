// How fast every date, number and name of report text is found. Bytes per second are of normalised UTF-8.
#include <benchmark/benchmark.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <string_view>
#include <vector>

#include "torikomi/core/embedded.h"
#include "torikomi/core/source.h"
#include "torikomi/text/normalize.h"
#include "torikomi/value/date.h"
#include "torikomi/value/municipality.h"
#include "torikomi/value/number.h"

namespace torikomi {
namespace {

std::string repeat(std::string_view part) {
  constexpr std::size_t kSize = std::size_t{1} << 20;
  std::string text;
  while (text.size() < kSize) text.append(part);
  return text;
}

/// Cards as they are printed: a date or number every few words.
std::string card_text() {
  return repeat(
      "施策\t地域資源をいかした観光の振興\t事務事業\t広域観光ルートの形成\n"
      "\t・担当会議の開催 第1回:平成29年5月19日 於:岡山市 参加市町:全市町 内 容:今後のスケジュール及び課題について "
      "(出席者:23名)\t・圏域全体の経済構造を把握し、施策の効果を検証する。 (時期)平成29年11月下旬~平成30年1月\n"
      "\t・セミナーの開催 平成29年8月、9月、10月、12月(予定) 日時:令和7年3月11日(火) 13:30~17:00\n"
      "KPIの状況\t指 標\t基準値\t現状値\t目標値\n\t観光入込客数\t18,513千人 (平成27年)\t▲862人 (平成28年度)\t"
      "10,000台/日以上 (平成33年度)\n予算額 約2.5億円 500人(累計) 30人/回\n\n");
}

/// Prose in which nothing is dated, with the kanji that begin dates and numbers in other words.
std::string prose_text() {
  return repeat(
      "圏域全体の経済構造を把握し、一体的な施策の効果を検証するとともに、第三者の意見を十分に反映しながら、"
      "四国や九州を含む各地の取組を参考として、次の段階に向けた検討を同時に進める。年を追うごとに多様化する住民の"
      "要望に対し、上下水道の一元化や春日町の拠点整備など、今後の方針を本市と協議のうえ決定する。\n");
}

/// The reports of the reference folder, where TORIKOMI_REFERENCE names one.
std::string reference_text() {
  const char* folder = std::getenv("TORIKOMI_REFERENCE");
  if (folder == nullptr) return {};
  std::string text;
  for (const auto& entry : std::filesystem::directory_iterator(std::filesystem::path(folder) / "corpus")) {
    std::ifstream file(entry.path(), std::ios::binary);
    const Source source(entry.path().string(), std::string(std::istreambuf_iterator<char>(file), {}));
    text += normalize(source).text();
  }
  return text;
}

template <class Find>
void run(benchmark::State& state, const std::string& text, Find find) {
  if (text.empty()) {
    state.SkipWithError("TORIKOMI_REFERENCE is not set");
    return;
  }
  std::size_t values = 0;
  for (auto _ : state) values = find(text);
  state.SetBytesProcessed(static_cast<std::int64_t>(state.iterations()) * static_cast<std::int64_t>(text.size()));
  state.counters["values"] = static_cast<double>(values);
}

std::size_t dates(std::string_view text) { return find_dates(text).size(); }
std::size_t numbers(std::string_view text) { return find_numbers(text).size(); }
std::size_t both(std::string_view text) { return dates(text) + numbers(text); }

void cards_dates(benchmark::State& state) { run(state, card_text(), dates); }
void cards_numbers(benchmark::State& state) { run(state, card_text(), numbers); }
void cards_both(benchmark::State& state) { run(state, card_text(), both); }
void prose_both(benchmark::State& state) { run(state, prose_text(), both); }
void reference_dates(benchmark::State& state) { run(state, reference_text(), dates); }
void reference_numbers(benchmark::State& state) { run(state, reference_text(), numbers); }
void reference_both(benchmark::State& state) { run(state, reference_text(), both); }

/// One cell at a time, as records are built.
void parse_one_date(benchmark::State& state) {
  for (auto _ : state) benchmark::DoNotOptimize(parse_date("平成29年11月下旬~平成30年1月"));
}
void parse_one_number(benchmark::State& state) {
  for (auto _ : state) benchmark::DoNotOptimize(parse_number("10,000台/日以上"));
}

/// Every name in force with its prefecture and county, as a cell holds it, one look-up each.
std::vector<std::string> full_names() {
  std::vector<std::string> names;
  for (std::string_view rest = embedded_file("data/municipalities.tsv").value_or(""); !rest.empty();) {
    const std::string_view line = rest.substr(0, rest.find('\n'));
    rest.remove_prefix(std::min(rest.size(), line.size() + 1));
    std::vector<std::string_view> cells;
    for (std::string_view cell = line;; cell.remove_prefix(cells.back().size() + 1)) {
      cells.push_back(cell.substr(0, cell.find('\t')));
      if (cells.back().size() == cell.size()) break;
    }
    if (cells.size() < 8 || cells[0] == "code" || cells[4] == "prefecture") continue;
    names.push_back(std::string(cells[1]) + std::string(cells[7]) + std::string(cells[2]));
  }
  return names;
}

void look_up(benchmark::State& state, const std::vector<std::string>& names) {
  std::size_t found = 0;
  for (auto _ : state) {
    found = 0;
    for (const std::string& name : names) found += parse_name(name) ? 1 : 0;
  }
  state.SetItemsProcessed(static_cast<std::int64_t>(state.iterations()) * static_cast<std::int64_t>(names.size()));
  state.counters["found"] = static_cast<double>(found);
}

void names_with_prefecture(benchmark::State& state) { look_up(state, full_names()); }
/// As a list of participants prints them: 津山市.
void names_alone(benchmark::State& state) {
  std::vector<std::string> names;
  for (const char* name : {"津山市", "玉野市", "笠岡市", "井原市", "総社市", "高梁市", "新見市", "備前市", "瀬戸内市",
                           "赤磐市", "真庭市", "美作市", "和気町", "早島町", "里庄町", "矢掛町"}) {
    names.emplace_back(name);
  }
  look_up(state, names);
}
void reference_names(benchmark::State& state) {
  run(state, reference_text(), [](std::string_view text) { return find_names(text).size(); });
}

BENCHMARK(names_with_prefecture);
BENCHMARK(names_alone);
BENCHMARK(reference_names);
BENCHMARK(cards_dates);
BENCHMARK(cards_numbers);
BENCHMARK(cards_both);
BENCHMARK(prose_both);
BENCHMARK(reference_dates);
BENCHMARK(reference_numbers);
BENCHMARK(reference_both);
BENCHMARK(parse_one_date);
BENCHMARK(parse_one_number);

}  // namespace
}  // namespace torikomi
