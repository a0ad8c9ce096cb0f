// Where the time goes: runs files through the stages of the line, one after the other, on one thread.
//
//   stage_times [--until STAGE] FOLDER-FOR-OUTPUT FILE...
//
// Prints a line "name TAB seconds of processor time" for each stage and writer, then "peak TAB KiB". With --until, no
// later stage is run, so that the peak is that of the stages up to it. What scripts/bench makes its table of.
#include <fmt/format.h>
#include <sys/resource.h>
#include <time.h>  // NOLINT(modernize-deprecated-headers): clock_gettime() is POSIX's

#include <algorithm>
#include <array>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "bench/plain_writers.h"
#include "torikomi/check/check.h"
#include "torikomi/core/sha256.h"
#include "torikomi/grammar/match.h"
#include "torikomi/layout/block.h"
#include "torikomi/record/build.h"
#include "torikomi/text/decode.h"
#include "torikomi/text/normalize.h"
#include "torikomi/write/writer.h"

namespace torikomi::bench {
namespace {

constexpr std::array<std::string_view, 13> kStages = {"decode",
                                                      "normalise",
                                                      "blocks",
                                                      "cards",
                                                      "records",
                                                      "checks",
                                                      "ndjson",
                                                      "json",
                                                      "csv",
                                                      "xlsx",
                                                      "sqlite",
                                                      "xlsx, plain loop",
                                                      "sqlite, plain loop"};
enum Stage : std::size_t { kDecode, kNormalise, kBlocks, kCards, kRecords, kChecks, kFirstWriter, kPlainXlsx = 11 };

double processor_seconds() {
  timespec now{};
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
  return static_cast<double>(now.tv_sec) + static_cast<double>(now.tv_nsec) * 1e-9;
}

class Run {
 public:
  Run(std::string folder, std::size_t until) : folder_(std::move(folder)), until_(until) {
    for (const Grammar& grammar : grammars_)
      if (grammar.supplements) supplements_.push_back(&grammar);
    for (std::size_t i = kFirstWriter; i <= until_; ++i) open(i);
  }

  void take(const std::string& path) {
    std::ifstream file(path, std::ios::binary);
    std::string bytes(std::istreambuf_iterator<char>(file), {});
    SourceFacts facts{{}, path, {}};
    std::optional<DecodedText> decoded;
    time(kDecode, [&] {
      facts.document_id = sha256_hex(bytes).substr(0, 12);
      if (auto done = decode(std::move(bytes), path)) decoded = *std::move(done);
    });
    if (!decoded || until_ < kNormalise) return;
    facts.encoding = decoded->encoding;
    const Source source(path, std::move(decoded->text));
    std::optional<NormText> text;
    time(kNormalise, [&] { text.emplace(normalize(source)); });
    if (until_ < kBlocks) return;
    Layout layout;
    time(kBlocks, [&] { layout = split_blocks(*text); });
    if (until_ < kCards) return;
    DocumentMatch match;
    time(kCards, [&] {
      const auto scores = score_families(*text, layout, grammars_);
      const Grammar* family = scores.empty() || scores.front().score == 0 ? nullptr : scores.front().grammar;
      match = match_cards(*text, layout, family, supplements_);
    });
    if (until_ < kRecords) return;
    Diagnostics diagnostics(all_rule_infos(), Language::kEn);
    std::optional<Records> records;
    time(kRecords, [&] { records.emplace(build_records(*text, layout, match, facts, diagnostics)); });
    if (until_ < kChecks) return;
    time(kChecks, [&] {
      run_checks(*text, layout, *records, check_text(*text, layout, {}, {}, Language::kEn), {}, diagnostics);
      add_findings(*records, source, diagnostics);
    });
    for (std::size_t i = 0; i < writers_.size(); ++i)
      time(kFirstWriter + i, [&] { failed_ = !writers_[i]->write(*records) || failed_; });
  }

  /// Exit code.
  int finish() {
    for (std::size_t i = 0; i < writers_.size(); ++i)
      time(kFirstWriter + i, [&] { failed_ = !writers_[i]->finish() || failed_; });
    for (std::size_t i = 0; i <= until_; ++i) fmt::print("{}\t{:.6f}\n", kStages[i], seconds_[i]);
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    fmt::print("peak\t{}\n", usage.ru_maxrss);
    return failed_ ? 1 : 0;
  }

 private:
  template <class Work>
  void time(std::size_t stage, const Work& work) {
    const double begin = processor_seconds();
    work();
    seconds_[stage] += processor_seconds() - begin;
  }

  void open(std::size_t stage) {
    constexpr std::array<std::string_view, 7> kTargets = {"/x.ndjson", "/x.json",     "/csv",         "/x.xlsx",
                                                          "/x.sqlite", "/plain.xlsx", "/plain.sqlite"};
    const std::string target = folder_ + std::string(kTargets[stage - kFirstWriter]);
    if (stage >= kPlainXlsx) {
      writers_.push_back(stage == kPlainXlsx ? plain_xlsx(target) : plain_sqlite(target));
      return;
    }
    WriteOptions options;
    options.force = true;
    auto writer = open_writer(kStages[stage], target, options);
    if (!writer) fmt::print(stderr, "{}\n", writer.error().message.en);
    if (writer) writers_.push_back(*std::move(writer));
  }

  std::string folder_;
  std::size_t until_;
  std::vector<Grammar> grammars_ = built_in_grammars();
  std::vector<const Grammar*> supplements_;
  std::vector<std::unique_ptr<Writer>> writers_;
  std::array<double, kStages.size()> seconds_{};
  bool failed_ = false;
};

int run(std::vector<std::string> words) {
  std::size_t until = kStages.size() - 1;
  if (words.size() > 1 && words[0] == "--until") {
    const auto found = std::find(kStages.begin(), kStages.end(), words[1]);
    if (found == kStages.end()) {
      fmt::print(stderr, "no such stage: {}\n", words[1]);
      return 2;
    }
    until = static_cast<std::size_t>(found - kStages.begin());
    words.erase(words.begin(), words.begin() + 2);
  }
  if (words.size() < 2) {
    fmt::print(stderr, "usage: stage_times [--until STAGE] FOLDER FILE...\n");
    return 2;
  }
  Run line(words[0], until);
  for (std::size_t i = 1; i < words.size(); ++i) line.take(words[i]);
  return line.finish();
}

}  // namespace
}  // namespace torikomi::bench

int main(int argc, char** argv) { return torikomi::bench::run({argv + 1, argv + argc}); }
