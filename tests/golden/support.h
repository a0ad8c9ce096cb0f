// Sample and reference reports for the tests of the whole line.
#pragma once

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <string_view>
#include <vector>

#include "torikomi/grammar/match.h"
#include "torikomi/layout/block.h"
#include "torikomi/pipeline.h"
#include "torikomi/text/normalize.h"

namespace torikomi::testing {

inline std::string read_file(const std::filesystem::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

/// samples/FAMILY/CASE/input.*, and the reports of TORIKOMI_REFERENCE/corpus where that is set.
inline std::vector<std::filesystem::path> all_reports() {
  namespace fs = std::filesystem;
  std::vector<fs::path> out;
  for (const auto& entry : fs::recursive_directory_iterator(fs::path(TORIKOMI_REPOSITORY) / "samples"))
    if (entry.path().stem() == "input") out.push_back(entry.path());
  if (const char* reference = std::getenv("TORIKOMI_REFERENCE"); reference != nullptr && *reference != '\0')
    for (const auto& entry : fs::directory_iterator(fs::path(reference) / "corpus")) out.push_back(entry.path());
  return out;
}

/// The built-in families, and the cards of the tests where none of them reads such cards.
inline std::vector<Grammar> families() {
  std::vector<Grammar> all = built_in_grammars();
  auto cards = load_grammar(read_file(std::filesystem::path(TORIKOMI_REPOSITORY) / "tests" / "families" / "cards.toml"),
                            "cards.toml");
  if (!cards) return all;
  const Source source("cards", cards->examples.front().input);
  NormText text = normalize(source);
  const auto scores = score_families(text, split_blocks(text), all);
  if (scores.empty() || scores.front().score == 0) all.push_back(*std::move(cards));
  return all;
}

inline const std::vector<Grammar>& grammars() {
  static const std::vector<Grammar> all = families();
  return all;
}

/// True for no name as well.
inline bool has_family(std::string_view name) {
  return name.empty() || std::any_of(grammars().begin(), grammars().end(),
                                     [&](const Grammar& grammar) { return grammar.name == name; });
}

inline Result<Document> ingest_bytes(std::string bytes, std::string name = "report.txt", bool spare_core = false) {
  IngestConfig config{grammars(), nullptr, Language::kEn};
  config.spare_core = spare_core;
  return ingest({std::move(name), std::move(bytes)}, config);
}

/// The grammar of that name, as --grammar NAME takes it.
inline Result<Document> ingest_as(std::string_view grammar, std::string bytes) {
  IngestConfig config{grammars(), nullptr, Language::kEn};
  for (const Grammar& one : grammars())
    if (one.name == grammar) config.forced = &one.whole();
  return ingest({"report.txt", std::move(bytes)}, config);
}

/// The cells of some columns of every row, as "a|b" lines.
inline std::string rows(const Records& records, TableId table, const std::vector<std::size_t>& columns) {
  std::string out;
  for (std::size_t i = 0; i < records[table].size(); ++i) {
    for (std::size_t c = 0; c < columns.size(); ++c) {
      if (c > 0) out += '|';
      records[table].row(i)[columns[c]].append_to(out);
    }
    out += "\n";
  }
  return out;
}

/// The same of a report that is given as text; "unread" where it cannot be read.
inline std::string rows_of(std::string_view text, TableId table, const std::vector<std::size_t>& columns) {
  const auto document = ingest_bytes(std::string(text));
  return document ? rows(document->records, table, columns) : "unread";
}

/// A report, and rows of it.
struct Case {
  std::string_view name, input, expected;
};

inline std::string kpi_values_of(std::string_view text) {
  using namespace col::kpi_values;
  return rows_of(text, TableId::kpi_values, {role, value, unit, as_of_edtf});
}

}  // namespace torikomi::testing
