#include "write/xlsx/info_sheets.h"

#include <fmt/format.h>

#include <algorithm>
#include <initializer_list>

#include "torikomi/record/dictionary.h"
#include "write/xlsx/cell_text.h"

namespace torikomi::xlsx {
namespace {

constexpr std::size_t kExampleWidth = 76;  // of the second and third column of the first sheet, in letters
constexpr std::size_t kSourceWidth = 34;
constexpr std::array<std::string_view, 3> kSeverities = {"error", "warning", "info"};

/// Rows of text from left to right, one below the other.
class Lines {
 public:
  Lines(Sheet& sheet, Language language) : sheet_(&sheet), language_(language) {}

  void title(Text2 text) {
    sheet_->row_lines(row_, 2);
    sheet_->text(row_++, 0, text.in(language_), Look::kTitle);
  }
  void line(std::string_view text) { sheet_->text(row_++, 0, text, Look::kPlain); }
  void header(std::initializer_list<Text2> names) {
    std::uint16_t column = 0;
    for (const Text2 name : names) sheet_->text(row_, column++, name.in(language_), Look::kHeader);
    ++row_;
  }
  void blank() { ++row_; }
  void text(std::uint16_t column, std::string_view text, Look look = Look::kPlain) {
    if (!text.empty()) sheet_->text(row_, column, text, look);
  }
  /// Text that may take several lines of a column of so many letters.
  void wrapped(std::uint16_t column, std::string_view text, std::size_t letters) {
    this->text(column, text, Look::kWrapped);
    lines_ = std::max(lines_, wrapped_lines(text, letters));
  }
  void number(std::uint16_t column, std::size_t value) {
    sheet_->number(row_, column, static_cast<double>(value), Look::kNumber);
  }
  void link(std::uint16_t column, const Sheet& to) { sheet_->linked_text(row_, column, to.name(), to.place(0, 0)); }
  void next() {
    if (lines_ > 1) sheet_->row_lines(row_, lines_);
    lines_ = 1;
    ++row_;
  }
  [[nodiscard]] std::uint32_t row() const { return row_; }

 private:
  Sheet* sheet_;
  Language language_;
  std::uint32_t row_ = 0;
  std::size_t lines_ = 1;  // that the present row needs
};

/// 出典: how the source wants to be named, as far as the report tells.
std::string citation(const DocumentSummary& document, Language language) {
  const std::string title = document.title.empty() ? document.source : document.title;
  const std::string& by = document.publisher;
  if (language == Language::kEn) {
    const std::string who = by.empty() ? "" : by + ", ";
    const std::string when = document.published.empty() ? "" : " (" + document.published + ")";
    return fmt::format("Source: {}\"{}\"{}, processed", who, title, when);
  }
  const std::string when = document.published.empty() ? "" : "（" + document.published + "）";
  return fmt::format("出典：{}「{}」{}を加工して作成", by, title, when);
}

void write_notes(Lines& lines, const Words& words, const std::vector<TableSheets>& tables) {
  const bool ja = words.language == Language::kJa;
  lines.title({"このファイルについて", "About this file"});
  lines.line(ja ? "報告書の文章から torikomi " TORIKOMI_VERSION " が取り込んだ表です。1行が1件、1セルが1つの値です。"
                : "Tables that torikomi " TORIKOMI_VERSION " took in from the text of reports. One row is one record.");
  lines.line(ja ? "空のセルは「不明」を表します。推測した値は入れていません。"
                : "An empty cell means unknown. No value is a guess.");
  lines.line(fmt::format(
      fmt::runtime(ja ? "各行の「行」の数字を押すと、シート「{}」の元の行へ移ります（1シート65,530件まで）。"
                      : "The line numbers lead to the source lines on the sheet \"{}\" (the first 65,530 of a sheet)."),
      words.source_sheet()));
  lines.line(ja ? "列の意味はシート「項目定義」、記号や区分の意味はシート「コード表」にあります。"
                : "The sheets Dictionary and Codes say what columns and code words mean.");
  lines.line(ja ? "利用条件は、それぞれの報告書の発行者が定めるものに従ってください。出典の記載例は下の一覧にあります。"
                : "The licence is that of each report's publisher. The list below has a line to cite each source.");
  std::size_t split = 0;
  for (const TableSheets& table : tables) split += table.split_texts();
  if (split == 0) return;
  lines.line(fmt::format(fmt::runtime(ja ? "1セルの上限（32,767字・改行253個）を超える文章{}"
                                           "件は、切らずに次の行へ続けました。「{}」「{}」が目印です。"
                                         : "{} texts beyond the limit of a cell (32,767 characters, 253 line feeds) go "
                                           "on in the next row, marked \"{}\" and \"{}\"."),
                         split, goes_on_note().in(words.language), continued_note().in(words.language)));
}

void write_sheet_list(Lines& lines, const Words& words, const std::vector<TableSheets>& tables) {
  lines.title({"シート", "Sheets"});
  lines.header({{"シート", "Sheet"}, {"内容", "What a row is"}, {"表名", "Table"}, {"件数", "Rows"}});
  for (const TableSheets& table : tables) {
    lines.link(0, table.first_sheet());
    lines.wrapped(1, describe(table.info().id).in(words.language), kExampleWidth);
    lines.text(2, table.info().name);
    lines.number(3, table.rows());
    lines.next();
  }
}

void write_findings(Lines& lines, const Words& words, const Summary& summary) {
  constexpr std::array<Text2, 3> kAdvice = {
      Text2{"誤りと思われます。原文を確認してください。", "Probably wrong. Check the source."},
      Text2{"確認をお勧めします。", "Worth a check."}, Text2{"参考です。", "For your information."}};
  lines.title({"指摘（報告書に見つかった不審な点）", "Findings"});
  lines.header({{"重大度", "Severity"}, {"意味", "Meaning"}, {"", ""}, {"件数", "Count"}});
  const auto meanings = terms(TableId::diagnostics, "severity");
  for (std::size_t i = 0; i < kSeverities.size(); ++i) {
    lines.text(0, meanings[i].meaning.in(words.language));
    lines.text(1, kAdvice[i].in(words.language));
    lines.number(3, summary.findings[i]);
    lines.next();
  }
  if (summary.rules.empty()) return;
  lines.blank();
  lines.header({{"規則", "Rule"}, {"例", "Example"}, {"重大度", "Severity"}, {"件数", "Count"}});
  for (const auto& [code, rule] : summary.rules) {
    lines.text(0, code);
    lines.wrapped(1, rule.example, kExampleWidth);
    const auto meaning =
        std::find_if(meanings.begin(), meanings.end(),
                     [severity = std::string_view(rule.severity)](const Term& one) { return one.value == severity; });
    lines.text(2, meaning == meanings.end() ? rule.severity : meaning->meaning.in(words.language));
    lines.number(3, rule.count);
    lines.next();
  }
}

void write_sources(Lines& lines, const Words& words, const Summary& summary) {
  lines.title({"出典", "Sources"});
  lines.header({{"文書ID", "Document ID"},
                {"出典の記載例", "Citation"},
                {"ファイル", "File"},
                {"事業", "Measures"},
                {"参加者", "Participants"},
                {"日程", "Schedules"},
                {"KPI", "KPIs"},
                {"金額", "Amounts"},
                {"エラー", "Errors"},
                {"警告", "Warnings"},
                {"情報", "Infos"}});
  for (const DocumentSummary& d : summary.documents) {
    lines.text(0, d.id, Look::kText);
    lines.wrapped(1, citation(d, words.language), kExampleWidth);
    lines.wrapped(2, d.source, kSourceWidth);
    std::uint16_t column = 3;
    for (const std::size_t n :
         {d.measures, d.participants, d.schedules, d.kpis, d.amounts, d.findings[0], d.findings[1], d.findings[2]}) {
      lines.number(column++, n);
    }
    lines.next();
  }
}

void widths(Sheet& sheet, std::initializer_list<std::size_t> letters) {
  std::uint16_t column = 0;
  for (const std::size_t n : letters) sheet.column_width(column++, static_cast<double>(n));
}

}  // namespace

void Summary::add(const Records& document) {
  DocumentSummary d;
  if (const Table& table = document[TableId::documents]; table.size() > 0) {
    const ConstRow row = table.row(0);
    d.id = row[col::documents::document_id].text();
    d.source = row[col::documents::source].text();
    d.title = row[col::documents::title].text();
    d.publisher = row[col::documents::publisher].text();
    d.published = row[col::documents::published_raw].text();
  }
  d.measures = document[TableId::measures].size();
  d.participants = document[TableId::participants].size();
  d.schedules = document[TableId::schedules].size();
  d.kpis = document[TableId::kpis].size();
  d.amounts = document[TableId::amounts].size();
  const Table& found = document[TableId::diagnostics];
  for (std::size_t i = 0; i < found.size(); ++i) {
    const ConstRow row = found.row(i);
    const std::string_view severity = row[col::diagnostics::severity].text();
    const auto at = std::find(kSeverities.begin(), kSeverities.end(), severity) - kSeverities.begin();
    if (at < 3) ++d.findings[static_cast<std::size_t>(at)];
    Rule& rule = rules[std::string(row[col::diagnostics::rule].text())];
    if (rule.count++ == 0) {
      rule.severity = severity;
      rule.example = row[col::diagnostics::message].text().substr(0, row[col::diagnostics::message].text().find('\n'));
    }
    if (d.source.empty()) d.source = row[col::diagnostics::source].text();
  }
  for (std::size_t i = 0; i < findings.size(); ++i) findings[i] += d.findings[i];
  documents.push_back(std::move(d));
}

InfoNames info_names(const Words& words) {
  if (words.language == Language::kJa) return {"このファイルについて", "項目定義", "コード表"};
  return {"About this file", "Dictionary", "Codes"};
}

void write_about(Sheet& sheet, const Words& words, const Summary& summary, const std::vector<TableSheets>& tables) {
  Lines lines(sheet, words.language);
  write_notes(lines, words, tables);
  lines.blank();
  write_sheet_list(lines, words, tables);
  lines.blank();
  write_findings(lines, words, summary);
  lines.blank();
  write_sources(lines, words, summary);
  widths(sheet, {24, kExampleWidth, kSourceWidth, 10, 10, 10, 10, 10, 10, 10, 10});
  sheet.print_setup();
  sheet.codes_are_text();
}

void write_dictionary(Sheet& sheet, const Words& words) {
  Lines lines(sheet, words.language);
  lines.header({{"シート", "Sheet"},
                {"見出し", "Title"},
                {"列名", "Column"},
                {"型", "Type"},
                {"キー", "Key"},
                {"説明", "Description"},
                {"表名", "Table"}});
  for (const TableInfo& table : all_tables()) {
    const auto foreign = foreign_keys(table);
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
      const ColumnInfo& column = table.columns[i];
      lines.text(0, words.sheet(table));
      lines.text(1, column.title.in(words.language));
      lines.text(2, column.name);
      lines.text(3, describe(column.type).in(words.language));
      const auto refers =
          std::find_if(foreign.begin(), foreign.end(), [&](const ForeignKey& k) { return k.column == i; });
      if (primary_key(table) == i) {
        lines.text(4, Text2{"主キー", "primary key"}.in(words.language));
      } else if (refers != foreign.end()) {
        lines.text(4, fmt::format("→ {}", words.sheet(*refers->table)));
      }
      lines.wrapped(5, describe(table.id, column.name).in(words.language), 70);
      lines.text(6, table.name);
      lines.next();
    }
  }
  widths(sheet, {22, 26, 18, 26, 22, 70, 14});
  sheet.autofilter(lines.row() - 1, 6);
  sheet.freeze(1, 0);
  sheet.print_table_setup(1, 0);
}

void write_codes(Sheet& sheet, const Words& words) {
  Lines lines(sheet, words.language);
  lines.header({{"シート", "Sheet"}, {"見出し", "Title"}, {"列名", "Column"}, {"値", "Value"}, {"意味", "Meaning"}});
  for (const TableInfo& table : all_tables()) {
    for (const ColumnInfo& column : table.columns) {
      for (const Term& term : terms(table.id, column.name)) {
        lines.text(0, words.sheet(table));
        lines.text(1, column.title.in(words.language));
        lines.text(2, column.name);
        lines.text(3, term.value, Look::kText);
        lines.text(4, term.meaning.in(words.language));
        lines.next();
      }
    }
  }
  widths(sheet, {22, 20, 18, 18, 40});
  sheet.autofilter(lines.row() - 1, 4);
  sheet.freeze(1, 0);
  sheet.print_table_setup(1, 0);
}

}  // namespace torikomi::xlsx
