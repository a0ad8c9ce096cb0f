// `--preset event`: the dated activities of all documents as the event list of the municipal open-data standard
// (推奨データセット イベント一覧: one CSV file, these columns, in this order).
#include <array>
#include <map>

#include "torikomi/value/municipality.h"
#include "write/csv_cp932.h"
#include "write/csv_text.h"
#include "write/formats.h"

namespace torikomi {
namespace {

enum Column : std::size_t {
  kBodyCode,
  kNumber,
  kPrefecture,
  kMunicipality,
  kName,
  kNameKana,
  kNameEnglish,
  kStartDate,
  kEndDate,
  kStartTime,
  kEndTime,
  kDateNote,
  kDescription,
  kFee,
  kFeeNote,
  kContact,
  kContactPhone,
  kContactExtension,
  kHost,
  kPlace,
  kAddress,
  kAddressNote,
  kLatitude,
  kLongitude,
  kAccess,
  kParking,
  kCapacity,
  kDeadlineDate,
  kDeadlineTime,
  kHowToApply,
  kUrl,
  kRemarks,
  kColumns
};

constexpr std::array<std::string_view, kColumns> kNames = {"都道府県コード又は市区町村コード",
                                                           "NO",
                                                           "都道府県名",
                                                           "市区町村名",
                                                           "イベント名",
                                                           "イベント名_カナ",
                                                           "イベント名_英語",
                                                           "開始日",
                                                           "終了日",
                                                           "開始時間",
                                                           "終了時間",
                                                           "開始日時特記事項",
                                                           "説明",
                                                           "料金(基本)",
                                                           "料金(詳細)",
                                                           "連絡先名称",
                                                           "連絡先電話番号",
                                                           "連絡先内線番号",
                                                           "主催者",
                                                           "場所名称",
                                                           "住所",
                                                           "方書",
                                                           "緯度",
                                                           "経度",
                                                           "アクセス方法",
                                                           "駐車場情報",
                                                           "定員",
                                                           "参加申込終了日",
                                                           "参加申込終了時間",
                                                           "参加申込方法",
                                                           "URL",
                                                           "備考"};
/// Columns that the standard wants filled.
constexpr std::array kRequired = {kName,    kNameKana,    kStartDate, kEndDate, kStartTime,
                                  kEndTime, kDescription, kPlace,     kAddress};

/// One row, as texts.
using Event = std::array<std::string, kColumns>;

/// What the measures of a document are called, by id.
std::map<std::string_view, std::string_view> projects_of(const Records& document) {
  std::map<std::string_view, std::string_view> out;
  const Table& measures = document[TableId::measures];
  for (std::size_t i = 0; i < measures.size(); ++i) {
    const ConstRow row = measures.row(i);
    const std::string_view project = row[col::measures::project].text();
    out[row[col::measures::measure_id].text()] = project.empty() ? row[col::measures::measure].text() : project;
  }
  return out;
}

/// Hosts of the dated events, by schedule_id, joined with ";".
std::map<std::string_view, std::string> hosts_of(const Records& document) {
  std::map<std::string_view, std::string> out;
  const Table& participants = document[TableId::participants];
  for (std::size_t i = 0; i < participants.size(); ++i) {
    const ConstRow row = participants.row(i);
    const std::string_view event = row[col::participants::schedule_id].text();
    if (event.empty() || row[col::participants::role].text() != "host") continue;
    std::string& hosts = out[event];
    if (!hosts.empty()) hosts += ';';
    hosts += row[col::participants::name].text();
  }
  return out;
}

/// Dates that are no single days or are not sure are told as they are printed.
std::string date_note(ConstRow row) {
  const bool exact = row[col::schedules::precision].text() == "day" && !row[col::schedules::approximate].is_true();
  return exact ? std::string() : std::string(row[col::schedules::date_raw].text());
}

/// One row for each dated activity, in the order of the documents.
class EventList final : public Writer {
 public:
  EventList(OutputFile file, const WriteOptions& options) : file_(std::move(file)), options_(options) {}

  Status write_header() {
    const bool cp932 = options_.encoding == CsvEncoding::kCp932;
    std::string header = options_.profile == CsvProfile::kExcel && !cp932 ? std::string(kByteOrderMark) : "";
    append_csv_header(header, kNames, options_.profile);
    return append(header, "");
  }

  Status write(const Records& document) override {
    const Table& schedules = document[TableId::schedules];
    if (schedules.size() == 0) return ok();
    const auto projects = projects_of(document);
    const auto hosts = hosts_of(document);
    for (std::size_t i = 0; i < schedules.size(); ++i) {
      const ConstRow row = schedules.row(i);
      Event event = read(row, projects);
      if (event[kStartDate].empty()) {
        ++undated_;
        continue;
      }
      if (const auto host = hosts.find(row[col::schedules::schedule_id].text()); host != hosts.end())
        event[kHost] = host->second;
      add_document(event, document);
      if (auto done = put(event); !done) return done;
    }
    return ok();
  }

  Status finish() override {
    if (auto missing = cp932_.error()) return *std::move(missing);
    return file_.finish();
  }

  [[nodiscard]] std::vector<Message> notes() const override {
    std::vector<Message> out;
    std::string names;
    for (const Column column : kRequired) {
      if (empty_[column] == 0) continue;
      names += fmt::format("{}{} ({}/{})", names.empty() ? "" : ", ", kNames[column], empty_[column], count_);
    }
    if (!names.empty())
      out.push_back(say("標準が必須とする項目のうち、報告書にないため空のもの（空の件数/全件数）: {}",
                        "required by the standard but not in the reports, so empty (empty rows of all): {}", names));
    if (undated_ > 0)
      out.push_back(say("開始日の分からない日程 {} 件は載せていません",
                        "{} activities without a known first day were left out", undated_));
    return out;
  }

 private:
  static Event read(ConstRow row, const std::map<std::string_view, std::string_view>& projects) {
    Event out;
    const auto text = [&](std::size_t column) { return std::string(row[column].text()); };
    const auto project = projects.find(row[col::schedules::measure_id].text());
    const std::string name = project == projects.end() ? std::string() : std::string(project->second);
    out[kName] = text(col::schedules::activity);
    if (out[kName].empty()) out[kName] = text(col::schedules::content);
    if (out[kName].empty()) out[kName] = name;
    out[kName] = out[kName].substr(0, out[kName].find('\n'));
    out[kStartDate] = text(col::schedules::start_date);
    out[kEndDate] = text(col::schedules::end_date);
    out[kStartTime] = text(col::schedules::start_time);
    out[kEndTime] = text(col::schedules::end_time);
    out[kDateNote] = date_note(row);
    out[kDescription] = text(col::schedules::content);
    if (out[kDescription].empty()) out[kDescription] = name;
    out[kPlace] = text(col::schedules::place);
    out[kRemarks] = text(col::schedules::participants_raw);
    return out;
  }

  void add_document(Event& event, const Records& document) const {
    const Table& documents = document[TableId::documents];
    event[kNumber] = fmt::format("{:010}", count_ + 1);
    if (documents.size() == 0) return;
    const ConstRow row = documents.row(0);
    const std::string_view publisher = row[col::documents::publisher].text();
    event[kBodyCode] = row[col::documents::publisher_code].text();
    event[kContact] = publisher;
    for (const NameMatch& match : find_names(publisher)) {
      if (match.body == nullptr || match.body->code != event[kBodyCode]) continue;
      event[kPrefecture] = match.body->prefecture;
      if (match.body->kind != "prefecture")
        event[kMunicipality] = match.body->kind == "ward" ? std::string(match.body->parent) : "";
      if (match.body->kind != "prefecture") event[kMunicipality] += match.body->name;
      break;
    }
  }

  Status put(const Event& event) {
    ++count_;
    for (const Column column : kRequired) empty_[column] += event[column].empty() ? 1 : 0;
    std::string line;
    for (const std::string& field : event) {
      if (!line.empty() || &field != event.data()) line += ',';
      append_csv_text(line, field, options_.profile);
    }
    line += options_.profile == CsvProfile::kExcel ? "\r\n" : "\n";
    return append(line, event[kName]);
  }

  Status append(std::string_view text, std::string_view place) {
    if (options_.encoding != CsvEncoding::kCp932) return file_.append(text);
    std::string encoded;
    cp932_.append(encoded, text, place);
    return file_.append(encoded);
  }

  OutputFile file_;
  WriteOptions options_;
  Cp932Encoder cp932_;
  std::array<std::size_t, kColumns> empty_{};
  std::size_t count_ = 0;
  std::size_t undated_ = 0;
};

}  // namespace

OpenedWriter open_event_list(const std::string& target, const WriteOptions& options) {
  auto file = OutputFile::open(target, options.force, files_of(options));
  if (!file) return file.error();
  auto writer = std::make_unique<EventList>(*std::move(file), options);
  if (auto done = writer->write_header(); !done) return done.error();
  return std::unique_ptr<Writer>(std::move(writer));
}

}  // namespace torikomi
