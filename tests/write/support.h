// What the tests of the writers share: a folder that goes away, an operating system with faults, documents, texts.
#pragma once

#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <cerrno>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <string_view>
#include <vector>

#include "torikomi/core/utf8.h"
#include "torikomi/write/writer.h"

namespace torikomi::testing {

/// A new empty folder, removed with all that is in it.
class TemporaryFolder {
 public:
  TemporaryFolder() {
    std::string pattern = (std::filesystem::temp_directory_path() / "torikomi-test-XXXXXX").string();
    if (::mkdtemp(pattern.data()) == nullptr) std::abort();
    path_ = pattern;
  }
  TemporaryFolder(const TemporaryFolder&) = delete;
  TemporaryFolder& operator=(const TemporaryFolder&) = delete;
  ~TemporaryFolder() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
  }
  [[nodiscard]] std::string operator/(std::string_view name) const { return path_ + "/" + std::string(name); }
  [[nodiscard]] const std::string& path() const { return path_; }
  /// Names of everything in it, hidden ones too, sorted.
  [[nodiscard]] std::vector<std::string> names() const { return names_in(path_); }
  static std::vector<std::string> names_in(const std::string& folder) {
    std::vector<std::string> out;
    for (const auto& entry : std::filesystem::directory_iterator(folder)) out.push_back(entry.path().filename());
    std::sort(out.begin(), out.end());
    return out;
  }

 private:
  std::string path_;
};

inline std::string contents(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

inline void put(const std::string& path, std::string_view text) { std::ofstream(path, std::ios::binary) << text; }

/// The real file system with faults.
class FaultyFiles final : public FileSystem {
 public:
  std::size_t most_at_once = SIZE_MAX;  ///< bytes that one write takes
  std::size_t space = SIZE_MAX;         ///< bytes until the disk is full
  bool interrupted = false;             ///< every other write is interrupted by a signal
  int sync_error = 0;
  int renames_until_error = -1;  ///< the rename after so many fails; negative: none
  std::vector<std::string> log;  ///< what was renamed to which last name, in order

  Stat stat(const std::string& path) override { return real_files().stat(path); }
  std::string resolve(const std::string& path) override { return real_files().resolve(path); }
  int create(const std::string& path, int permissions) override { return real_files().create(path, permissions); }
  int open_stream(const std::string& path) override { return real_files().open_stream(path); }
  ssize_t write(int descriptor, const char* bytes, std::size_t size) override {
    if (interrupted && (turn_ = !turn_)) return -EINTR;
    if (space == 0) return -ENOSPC;
    const auto written = real_files().write(descriptor, bytes, std::min({size, most_at_once, space}));
    if (written > 0) space -= static_cast<std::size_t>(written);
    return written;
  }
  int sync(int descriptor) override { return sync_error != 0 ? -sync_error : real_files().sync(descriptor); }
  int close(int descriptor) override { return real_files().close(descriptor); }
  int rename(const std::string& from, const std::string& to, bool replace) override {
    if (renames_until_error == 0) return --renames_until_error, -EIO;
    if (renames_until_error > 0) --renames_until_error;
    log.push_back(std::filesystem::path(to).filename());
    return real_files().rename(from, to, replace);
  }
  int remove(const std::string& path) override { return real_files().remove(path); }
  int make_folder(const std::string& path) override { return real_files().make_folder(path); }
  int remove_folder(const std::string& path) override { return real_files().remove_folder(path); }
  int sync_folder(const std::string& path) override { return real_files().sync_folder(path); }

 private:
  bool turn_ = false;
};

/// One card with every type of cell, quotes, commas, line breaks and signs that spreadsheets trip over.
inline Records sample_document(std::string_view id = "0123456789ab") {
  Records out;
  const auto key = [&](const char* suffix) { return out.keep(std::string(id) + suffix); };
  const std::string_view document = out.keep(id);
  const auto documents = out[TableId::documents].add();
  documents[col::documents::document_id] = document;
  documents[col::documents::source] = "報告書/甲,乙.txt";
  documents[col::documents::encoding] = "utf-8";
  documents[col::documents::title] = Cell("連携「要覧」 \"2017\"").at({0, 9});
  documents[col::documents::publisher_code] = "011002";
  documents[col::documents::lines] = 12;
  documents[col::documents::coverage] = *Decimal::parse("0.9167");
  const auto measures = out[TableId::measures].add();
  measures[col::measures::document_id] = document;
  measures[col::measures::measure_id] = key("-m1");
  measures[col::measures::card_no] = 1;
  measures[col::measures::project] = Cell("=合計する事業").at({10, 30});
  measures[col::measures::plan] = "一行目\n・二行目, 続き\n三行目";
  measures[col::measures::line_start] = 2;
  measures[col::measures::line_end] = 9;
  const auto participants = out[TableId::participants].add();
  participants[col::participants::document_id] = document;
  participants[col::participants::measure_id] = key("-m1");
  participants[col::participants::participant_id] = key("-p1");
  participants[col::participants::name] = Cell("札幌市").at({40, 49});
  participants[col::participants::code] = "011002";
  participants[col::participants::involved] = true;
  participants[col::participants::line] = 3;
  const auto schedules = out[TableId::schedules].add();
  schedules[col::schedules::document_id] = document;
  schedules[col::schedules::measure_id] = key("-m1");
  schedules[col::schedules::schedule_id] = key("-s1");
  schedules[col::schedules::edtf] = "2017-10~";
  schedules[col::schedules::start_date] = "2017-10-01";
  schedules[col::schedules::end_date] = "2017-10-31";
  schedules[col::schedules::approximate] = true;
  schedules[col::schedules::year_inferred] = false;
  schedules[col::schedules::start_time] = "13:30";
  schedules[col::schedules::line] = 4;
  const auto amounts = out[TableId::amounts].add();
  amounts[col::amounts::document_id] = document;
  amounts[col::amounts::amount_id] = key("-a1");
  amounts[col::amounts::value_yen] = *Decimal::parse("-123456789012345678");
  amounts[col::amounts::raw] = "— 〜 ―";
  amounts[col::amounts::line] = 5;
  const auto values = out[TableId::kpi_values].add();
  values[col::kpi_values::document_id] = document;
  values[col::kpi_values::comparator] = "=";
  values[col::kpi_values::value] = *Decimal::parse("-0.0004");
  out.unclaimed.push_back({7, {50, 60}});
  return out;
}

/// Any text: ASCII with controls, characters that formats treat specially, the whole of Unicode.
inline rc::Gen<std::string> any_text() {
  const auto code_point = rc::gen::weightedOneOf<char32_t>(
      {{4, rc::gen::inRange<char32_t>(1, 0x80)},
       {3, rc::gen::elementOf(
               std::vector<char32_t>{U'"', U',', U'\n', U'\r', U'\\', U'\'', U'=', U'＝', U'\t', 0x2028, 0x85})},
       {4, rc::gen::inRange<char32_t>(0x3040, 0x9FFF)},
       {1, rc::gen::inRange<char32_t>(0xE000, 0xFFFD)},
       {1, rc::gen::inRange<char32_t>(0x10000, 0x10FFFF)}});
  return rc::gen::map(rc::gen::container<std::vector<char32_t>>(code_point), [](const std::vector<char32_t>& points) {
    std::string out;
    for (const char32_t c : points) utf8::append(out, c);
    return out;
  });
}

/// Writes documents and finishes; the first error stops.
inline Status write_all(std::string_view format, const std::string& target,
                        const std::vector<const Records*>& documents, const WriteOptions& options = {}) {
  auto writer = open_writer(format, target, options);
  if (!writer) return writer.error();
  for (const Records* document : documents) {
    if (auto done = (*writer)->write(*document); !done) return done;
  }
  return (*writer)->finish();
}

}  // namespace torikomi::testing
