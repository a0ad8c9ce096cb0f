// Records -> files. One writer a format; all of them see the generic tables of record/records.h only.
#pragma once

#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "torikomi/core/result.h"
#include "torikomi/record/records.h"
#include "torikomi/write/output_file.h"

namespace torikomi {

/// data: UTF-8, LF, exact values. excel: UTF-8 with BOM, CRLF, text that would run as a formula gets a leading '.
enum class CsvProfile { kData, kExcel };
/// Characters of CSV files. Windows-31J is what old spreadsheets and municipal systems want.
enum class CsvEncoding { kUtf8, kCp932 };
/// Column headings: the names of the contract, or the Japanese titles. By format: spreadsheets take the Japanese ones
/// where the language is Japanese, everything else the names.
enum class HeaderStyle { kByFormat, kName, kJapanese };
/// How spreadsheets show dates: 2019-05-01, or 令和元年5月1日. The cells hold true dates in both cases.
enum class DateStyle { kIso, kWareki };
/// kEvents: instead of every table one CSV file, the event list of the municipal open-data standard.
enum class Preset { kNone, kEvents };

struct WriteOptions {
  bool force = false;                           ///< replace what is there
  Language language = Language::kJa;            ///< of texts for people: explanations, notes, dictionary
  HeaderStyle header = HeaderStyle::kByFormat;  ///< csv and xlsx; JSON and SQLite always have the names
  CsvProfile profile = CsvProfile::kData;
  CsvEncoding encoding = CsvEncoding::kUtf8;
  bool csvw = false;  ///< csv: csv-metadata.json (CSV on the Web) beside datapackage.json
  DateStyle dates = DateStyle::kIso;
  Preset preset = Preset::kNone;
  FileSystem* files = nullptr;  ///< nullptr: the real one
};

/// Takes documents in the order in which they are to appear. One thread at a time. Nothing of a document is kept as a
/// view, so it may go away after write(). Without finish() no output appears under its name.
/// After an error the writer is of no more use.
class Writer {
 public:
  virtual ~Writer() = default;
  [[nodiscard]] virtual Status write(const Records& document) = 0;
  [[nodiscard]] virtual Status finish() = 0;
  /// What people should know about the finished output: fields that stay empty, texts that were split.
  [[nodiscard]] virtual std::vector<Message> notes() const { return {}; }
};

/// One format. Static storage.
struct WriterEntry {
  std::string_view name;                         ///< what --to takes
  std::span<const std::string_view> extensions;  ///< with the point, lower case; empty: a folder
  Text2 summary;
  /// `target`: a path, or "-" for standard output.
  Result<std::unique_ptr<Writer>> (*open)(const std::string& target, const WriteOptions& options);
};

/// Every format: json, ndjson, csv, xlsx, sqlite.
[[nodiscard]] std::span<const WriterEntry> all_writers();

/// The format for `target`: what --to says, else by the extension (any case), a folder for csv (a path that ends with /
/// or has no extension), and on standard output ("-" or empty) json for one input and ndjson for several.
/// Errors (kUsage): no such format or extension, with what it may have meant.
[[nodiscard]] Result<const WriterEntry*> choose_format(std::string_view target, std::string_view to,
                                                       bool several_inputs);

/// Opens the writer of the format `name`. Errors: kUsage for an unknown name, kOutput where the target cannot be
/// written.
[[nodiscard]] Result<std::unique_ptr<Writer>> open_writer(std::string_view name, const std::string& target,
                                                          const WriteOptions& options);

}  // namespace torikomi
