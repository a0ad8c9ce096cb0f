#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "torikomi/core/ascii.h"
#include "torikomi/core/nearest.h"
#include "torikomi/write/writer.h"
#include "write/formats.h"

namespace torikomi {
namespace {

constexpr std::string_view kJsonEndings[] = {".json"};
constexpr std::string_view kNdjsonEndings[] = {".ndjson", ".jsonl"};
constexpr std::string_view kXlsxEndings[] = {".xlsx"};
constexpr std::string_view kSqliteEndings[] = {".sqlite", ".sqlite3", ".db"};

constexpr std::array kWriters = {
    WriterEntry{"json",
                kJsonEndings,
                {"1文書1オブジェクトのJSON（複数なら配列）", "JSON, one object a document (an array for several)"},
                open_json},
    WriterEntry{"ndjson", kNdjsonEndings, {"1行1文書のJSON", "JSON, one document a line"}, open_ndjson},
    WriterEntry{
        "csv",
        {},
        {"表ごとのCSVとdatapackage.jsonを収めたフォルダ", "a folder with one CSV file a table and datapackage.json"},
        open_csv},
    WriterEntry{"xlsx",
                kXlsxEndings,
                {"Excelブック（表ごとのシート、項目定義、原文）",
                 "an Excel workbook: one sheet a table, dictionary, source lines"},
                open_xlsx},
    WriterEntry{"sqlite", kSqliteEndings, {"SQLiteデータベース", "an SQLite database"}, open_sqlite},
};

std::string lower(std::string_view text) {
  std::string out(text);
  for (char& c : out) c = ascii_lower(c);
  return out;
}

std::string_view extension(std::string_view path) {
  const auto slash = path.find_last_of('/');
  const std::string_view name = slash == path.npos ? path : path.substr(slash + 1);
  const auto point = name.find_last_of('.');
  return point == name.npos || point == 0 ? std::string_view() : name.substr(point);  // ".." gives "."
}

const WriterEntry* find_format(std::string_view name) {
  const std::string wanted = lower(name);
  const auto found =
      std::find_if(kWriters.begin(), kWriters.end(), [&](const WriterEntry& entry) { return entry.name == wanted; });
  return found == kWriters.end() ? nullptr : &*found;
}

/// " `x` ではありませんか。" where something near is known.
Message did_you_mean(std::string_view meant) {
  if (meant.empty()) return {};
  return say("「{}」のことですか。", "Did you mean \"{}\"? ", meant);
}

Error unknown_format(std::string_view name) {
  std::vector<std::string_view> names;
  names.reserve(kWriters.size());
  for (const WriterEntry& entry : kWriters) names.push_back(entry.name);
  const Message hint = did_you_mean(nearest(name, names));
  const std::string all = fmt::format("{}", fmt::join(names, " "));
  return {ErrorCode::kUsage,
          {fmt::format("出力形式「{}」はありません。{}使える形式: {}", name, hint.ja, all),
           fmt::format("there is no output format \"{}\". {}Formats: {}", name, hint.en, all)}};
}

Error unknown_extension(std::string_view target, std::string_view ending) {
  if (lower(ending) == ".csv") {
    return {ErrorCode::kUsage,
            say("「{}」: CSVは表ごとに1ファイルになるため、フォルダに書き出します。-o {}/ のように指定してください。",
                "\"{}\": CSV has one file for each table and goes to a folder. Write -o {}/ instead.", target,
                target.substr(0, target.size() - ending.size()))};
  }
  std::vector<std::string_view> endings;
  for (const WriterEntry& entry : kWriters) {
    endings.insert(endings.end(), entry.extensions.begin(), entry.extensions.end());
  }
  const Message hint = did_you_mean(nearest(ending, endings));
  const std::string all = fmt::format("{}", fmt::join(endings, " "));
  return {
      ErrorCode::kUsage,
      {fmt::format("「{}」の拡張子からは出力形式が分かりません。{}使える拡張子: {}、またはフォルダ（CSV）。--to "
                   "でも指定できます。",
                   target, hint.ja, all),
       fmt::format(
           "the extension of \"{}\" names no output format. {}Extensions: {}, or a folder (CSV). --to says it, too.",
           target, hint.en, all)}};
}

}  // namespace

std::span<const WriterEntry> all_writers() { return kWriters; }

Result<const WriterEntry*> choose_format(std::string_view target, std::string_view to, bool several_inputs) {
  if (!to.empty()) {
    const WriterEntry* entry = find_format(to);
    if (entry == nullptr) return unknown_format(to);
    return entry;
  }
  if (target.empty() || target == "-") return find_format(several_inputs ? "ndjson" : "json");
  const std::string_view ending = extension(target);
  if (ending.size() <= 1) return find_format("csv");
  for (const WriterEntry& entry : kWriters) {
    const std::string wanted = lower(ending);
    if (std::find(entry.extensions.begin(), entry.extensions.end(), wanted) != entry.extensions.end()) return &entry;
  }
  return unknown_extension(target, ending);
}

Result<std::unique_ptr<Writer>> open_writer(std::string_view name, const std::string& target,
                                            const WriteOptions& options) {
  const WriterEntry* entry = find_format(name);
  if (entry == nullptr) return unknown_format(name);
  return entry->open(target, options);
}

}  // namespace torikomi
