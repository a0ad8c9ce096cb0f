// How fast bytes become text that rules can read. Bytes per second are of the input.
#include <benchmark/benchmark.h>
#include <unicode/ucnv.h>
#include <unicode/unistr.h>

#include <string>
#include <string_view>

#include "torikomi/text/decode.h"
#include "torikomi/text/normalize.h"

namespace torikomi {
namespace {

constexpr std::size_t kSize = std::size_t{4} << 20;

std::string repeat(std::string_view part) {
  std::string text;
  while (text.size() < kSize) text.append(part);
  return text;
}

/// As extractors write it: nothing to fold.
std::string normal_text() {
  return repeat(
      "施策\t地域資源をいかした観光の振興\t事務事業\t広域観光ルートの形成\n"
      "関係市町\t■津山市 □玉野市 ★備前市 ※提案市町は★印\n"
      "\t・担当会議の開催 第1回:平成29年5月19日 於:岡山市 参加市町:全市町 内 容:今後のスケジュール及び課題について "
      "(出席者:23名)\t・圏域全体の経済構造を把握し、施策の効果を検証する。\n"
      "KPIの状況\t指 標\t基準値\t現状値\t目標値\n\t方針の決定\t—\t—\t方針の決定(平成30年度)\n\n");
}

/// Full-width forms, check boxes and lists: a change every few words.
std::string mixed_text() {
  return repeat(
      "施策\t地域資源をいかした観光の振興\t事務事業\t広域観光ルートの形成\n"
      "関係市町\t<input checked=\"checked\" type=\"checkbox\"/>津山市 <input "
      "type=\"checkbox\"/>玉野市　※提案市町は★印\n"
      "\t<ul style=\"list-style-type: none\"> <li>・担当会議の開催（第１回）：平成２９年５月１９日～</li> "
      "<li>ﾊﾞｽの運行</li> </ul>"
      "\t<p>圏域全体の経済構造を把握し、</p> <p>施策の効果を検証する。</p>\n"
      "「**関係人口**」とは、㈱山田と⺠間との連携（㎡） A&amp;B\n\n");
}

std::string encoded(const std::string& text, const char* charset) {
  const auto wide = icu::UnicodeString::fromUTF8(text);
  std::string bytes(text.size() * 2, '\0');
  UErrorCode status = U_ZERO_ERROR;
  UConverter* converter = ucnv_open(charset, &status);
  const auto size = ucnv_fromUChars(converter, bytes.data(), static_cast<std::int32_t>(bytes.size()), wide.getBuffer(),
                                    wide.length(), &status);
  ucnv_close(converter);
  bytes.resize(static_cast<std::size_t>(size));
  return bytes;
}

void run_decode(benchmark::State& state, const std::string& bytes) {
  for (auto _ : state) {
    auto decoded = decode(bytes, "bench");
    benchmark::DoNotOptimize(decoded);
  }
  state.SetBytesProcessed(static_cast<std::int64_t>(state.iterations() * bytes.size()));
}

void run_normalize(benchmark::State& state, const std::string& text) {
  const Source source("bench", text);
  for (auto _ : state) {
    NormText normal = normalize(source);
    benchmark::DoNotOptimize(normal);
  }
  state.SetBytesProcessed(static_cast<std::int64_t>(state.iterations() * text.size()));
}

void decode_utf8(benchmark::State& state) { run_decode(state, normal_text()); }
void decode_cp932(benchmark::State& state) { run_decode(state, encoded(normal_text(), "windows-31j")); }
void decode_euc_jp(benchmark::State& state) { run_decode(state, encoded(normal_text(), "EUC-JP")); }
void decode_utf16(benchmark::State& state) { run_decode(state, "\xFF\xFE" + encoded(normal_text(), "UTF-16LE")); }
void decode_broken_utf8(benchmark::State& state) { run_decode(state, repeat("施策の取組状況\xFF 関係市町\n")); }
void normalize_normal(benchmark::State& state) { run_normalize(state, normal_text()); }
void normalize_mixed(benchmark::State& state) { run_normalize(state, mixed_text()); }
void normalize_full_width(benchmark::State& state) {
  run_normalize(state, repeat("（２０１７）ＡＢＣ：１２３，４５６　"));
}
void normalize_half_kana(benchmark::State& state) { run_normalize(state, repeat("ﾃﾞｰﾀﾍﾞｰｽのｻｰﾋﾞｽ")); }
void normalize_brackets(benchmark::State& state) { run_normalize(state, repeat("<")); }
void normalize_asterisks(benchmark::State& state) { run_normalize(state, repeat("**a")); }
void normalize_marks(benchmark::State& state) { run_normalize(state, repeat("\u0301\u200B")); }

BENCHMARK(decode_utf8);
BENCHMARK(decode_cp932);
BENCHMARK(decode_euc_jp);
BENCHMARK(decode_utf16);
BENCHMARK(decode_broken_utf8);
BENCHMARK(normalize_normal);
BENCHMARK(normalize_mixed);
BENCHMARK(normalize_full_width);
BENCHMARK(normalize_half_kana);
BENCHMARK(normalize_brackets);
BENCHMARK(normalize_asterisks);
BENCHMARK(normalize_marks);

}  // namespace
}  // namespace torikomi
