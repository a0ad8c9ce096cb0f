// Title, publisher and date of a report, from the lines before its first card, heading or table.
#include <algorithm>
#include <array>
#include <optional>
#include <vector>

#include "builder.h"
#include "title_publisher.h"
#include "torikomi/core/utf8.h"
#include "torikomi/layout/items.h"
#include "torikomi/value/heading.h"
#include "torikomi/value/number.h"

namespace torikomi {
namespace {

/// A front page has few lines; what comes later is text.
constexpr std::size_t kMostLines = 12;

/// Characters of a line of the front page; a longer one is text.
constexpr std::size_t kLongestLine = 60;

/// How the name of an office ends, and what a title ends with although it looks alike.
constexpr std::array<std::string_view, 17> kOfficeEnds = {"県", "都", "府", "道", "市", "町",   "村",   "区",    "省",
                                                          "庁", "部", "局", "課", "室", "組合", "会議", "協議会"};

/// How the name of a form ends: 令和5年度行政事業レビューシート.
constexpr std::array<std::string_view, 12> kFormEnds = {"シート", "調書",   "調査票", "評価表", "評価書", "報告書",
                                                        "計画書", "管理表", "一覧表", "カルテ", "個票",   "説明書"};

/// What numbers a paper and does not name it: 事業番号 198, 議案第85号, 資料1-2.
constexpr std::array<std::string_view, 9> kPaperNumbers = {"事業番号", "整理番号", "シート番号", "議案",    "資料",
                                                           "別紙",     "別添",     "様式",       "参考資料"};

struct FrontLine {
  NormSpan span;
  bool after_blank = false;
  std::optional<DateValue> date;
  bool office = false;
  bool number = false;  ///< of the paper
};

class FrontMatter {
 public:
  FrontMatter(Builder& builder, const DocumentMatch& match) : builder_(builder) {
    const std::size_t first_card = match.cards.empty() ? builder.layout.blocks.size() : match.cards.front().first_block;
    bool blank = true;
    for (std::size_t i = 0; i < first_card && lines_.size() < kMostLines; ++i) {
      const Block& block = builder.layout.blocks[i];
      if (block.kind == BlockKind::kBlank) {
        blank = true;
        continue;
      }
      const Claim claim = match.claims[i].claim;
      // a heading for the cards below can be the title as well, where it is the first line
      const bool below = claim == Claim::kCard || (claim == Claim::kContext && !lines_.empty());
      if (block.kind == BlockKind::kRow && lines_.empty()) take_form_title(i);
      if (block.kind == BlockKind::kRow && lines_.empty() && is_spread_title(i))
        lines_.push_back(read(block.span, true));
      if (block.kind == BlockKind::kRow || below) break;
      if (block.kind == BlockKind::kSeparator || block.kind == BlockKind::kFurniture) continue;
      if (block.kind == BlockKind::kListItem && !lines_.empty()) break;
      if (block.kind == BlockKind::kHeading && block.marker.empty()) {
        if (is_remark(block)) continue;
        break;
      }
      if (letters(builder.words(block.span)) > kLongestLine) break;
      // the marks of Markdown are no part of a title, numbers may be
      const bool marked = block.kind == BlockKind::kHeading && builder.words(block.marker).starts_with("#");
      lines_.push_back(read(marked ? block.text : block.span, blank));
      blank = false;
    }
  }

  void run(Row row) {
    const std::optional<NormSpan> title = find_title();
    if (title) {
      if (const auto year = year_of_title(builder_.words(*title))) {
        builder_.document.fiscal_year = evaluated_year(builder_.words(*title), *year);
        row[col::documents::fiscal_year] = builder_.value_cell(*year, *title);
      }
      for (const DateValue& date : find_dates(builder_.words(*title)))
        if (!builder_.document.title_day && !date.year_inferred) builder_.document.title_day = date.first;
      row[col::documents::title] = builder_.line_cell(*title);
      if (!in_row_) builder_.claim(*title, LineUse::kRecord);
    }
    if (title && !builder_.document.fiscal_year) take_year_below(row, *title);
    for (const FrontLine& line : lines_) {
      if (!line.date || !row[col::documents::published_raw].empty()) continue;
      set_date(row, line);
    }
    set_publisher(row, title);
    if (!builder_.document.date && !builder_.document.title_day) builder_.document.title_day = day_of_form();
  }

 private:
  /// Without the blanks of a title printed letter by letter.
  [[nodiscard]] static std::size_t letters(std::string_view words) {
    return utf8::count(words) - static_cast<std::size_t>(std::count(words.begin(), words.end(), ' '));
  }

  /// 【令和4年度~令和8年度】, (案): what a cover says of the plan that it names.
  [[nodiscard]] bool is_remark(const Block& block) const {
    const std::string_view words = builder_.words(block.span);
    return !lines_.empty() && (words.find("年度") != words.npos || words.find("案") != words.npos) &&
           utf8::count(words) <= 24;
  }

  /// 2025 of 令和7年度10月・12月補正予算 as well, where the months behind it are dates of that year.
  [[nodiscard]] static std::optional<int> year_of_title(std::string_view title) {
    constexpr std::string_view kYear = "年度";
    if (const auto year = fiscal_year_of(title)) return year;
    const std::size_t end = title.find(kYear);
    return end == title.npos ? std::nullopt : fiscal_year_of(title.substr(0, end + kYear.size()));
  }

  /// 2022 of 令和5年度事務事業評価(令和4年度実績) or 令和5年度事務事業評価(4年度事業): the year before that of the
  /// paper is the one whose sums it tells.
  [[nodiscard]] static int evaluated_year(std::string_view title, int year) {
    if (title.find("評価") == title.npos) return year;
    const auto dates = find_dates(title);
    const bool told = std::any_of(dates.begin(), dates.end(), [=](const DateValue& date) {
      return date.precision == Precision::kFiscalYear && date.first && static_cast<int>(date.first->year()) + 1 == year;
    });
    return told || names_year_before(title, year) ? year - 1 : year;
  }

  /// (27年度事業) where 2016 is 平成28年度.
  [[nodiscard]] static bool names_year_before(std::string_view title, int year) {
    const std::size_t open = title.find('(');
    const auto bare = open == title.npos ? std::nullopt : find_heading_year(title.substr(open + 1));
    if (!bare || bare->date || bare->words.begin != 0) return false;
    DateContext context;
    context.document_date = Day{std::chrono::year(year), std::chrono::April, std::chrono::day(1)};
    const auto told = find_heading_year(title.substr(open + 1), context);
    return told && told->date && told->date->first && static_cast<int>(told->date->first->year()) + 1 == year;
  }

  /// 評価年度 | 平成26年度, 作成日 | 平成27年3月31日 in the first rows of a form: the era of its bare years.
  [[nodiscard]] std::optional<Day> day_of_form() const {
    constexpr std::size_t kRows = 12;
    std::size_t rows = 0;
    for (const Block& block : builder_.layout.blocks) {
      if (block.kind != BlockKind::kRow && block.kind != BlockKind::kPair) continue;
      if (++rows > kRows) return std::nullopt;
      const auto cells = builder_.layout.cells_of(block);
      for (std::size_t c = 0; c + 1 < cells.size(); ++c) {
        if (!dates_form(builder_.words(cells[c].span))) continue;
        const auto dates = find_dates(builder_.words(cells[c + 1].span));
        if (!dates.empty() && dates.front().first && !dates.front().year_inferred) return dates.front().first;
      }
    }
    return std::nullopt;
  }

  /// 評価対象年度, 1次評価日(主幹等), 作成年月日: not 開始年度.
  [[nodiscard]] static bool dates_form(std::string_view label) {
    const std::string key = label_key(label.substr(0, label.find('(')));
    for (const std::string_view end :
         {"評価年度", "対象年度", "評価日", "作成日", "作成年月日", "記入日", "提出日", "記入年月日"})
      if (key.ends_with(end)) return true;
    return false;
  }

  /// 平成28年度 白川町, in the line below the title 9月補正予算説明資料.
  void take_year_below(Row row, NormSpan title) {
    const auto below =
        std::find_if(lines_.begin(), lines_.end(), [&](const FrontLine& line) { return line.span.begin >= title.end; });
    if (below == lines_.end()) return;
    const auto dates = find_dates(builder_.words(below->span));
    if (dates.empty() || dates.front().begin != 0 || dates.front().precision != Precision::kFiscalYear) return;
    const auto year = dates.size() == 1 ? fiscal_year_of(builder_.words(below->span)) : std::nullopt;
    if (!year) return;
    builder_.document.fiscal_year = year;
    row[col::documents::fiscal_year] = builder_.value_cell(*year, below->span);
  }

  /// A form that is rows from its first line on: a cell that begins with a year and ends like a form names it.
  void take_form_title(std::size_t first) {
    int rows = 2;
    const auto& blocks = builder_.layout.blocks;
    for (std::size_t i = first; i < blocks.size() && rows > 0; ++i) {
      if (blocks[i].kind == BlockKind::kBlank || blocks[i].kind == BlockKind::kSeparator) continue;
      if (blocks[i].kind != BlockKind::kRow) return;
      --rows;
      for (const GridCell& cell : builder_.layout.cells_of(blocks[i])) {
        if (!is_form_title(builder_.words(cell.span))) continue;
        lines_.push_back(read(cell.span, true));
        in_row_ = true;
        return;
      }
    }
  }

  /// 平成27年度      後援会決算書, alone in columns of blanks: a year and what the paper is.
  [[nodiscard]] bool is_spread_title(std::size_t i) const {
    const auto& blocks = builder_.layout.blocks;
    const auto cells = builder_.layout.cells_of(blocks[i]);
    if (blocks[i].form != RowForm::kAligned || cells.size() != 2) return false;
    if (i + 1 < blocks.size() && blocks[i + 1].kind != BlockKind::kBlank) return false;
    const std::string_view year = builder_.words(cells[0].span);
    const auto dates = find_dates(year);
    const bool whole = dates.size() == 1 && dates.front().begin == 0 && dates.front().end == year.size();
    return whole && dates.front().precision == Precision::kFiscalYear && !parse_number(builder_.words(cells[1].span));
  }

  [[nodiscard]] static bool is_form_title(std::string_view words) {
    const auto dates = find_dates(words);
    return !dates.empty() && dates.front().begin == 0 &&
           (dates.front().precision == Precision::kFiscalYear || dates.front().precision == Precision::kYear) &&
           std::any_of(kFormEnds.begin(), kFormEnds.end(), [&](std::string_view end) { return words.ends_with(end); });
  }

  [[nodiscard]] FrontLine read(NormSpan span, bool after_blank) const {
    FrontLine line{span, after_blank, {}, false};
    const std::string_view words = builder_.words(span);
    if (auto date = parse_date(words);
        date && (date->precision == Precision::kDay || date->precision == Precision::kMonth) && date->first)
      line.date = std::move(date);
    line.office = !line.date && is_office(words);
    line.number = is_paper_number(words);
    return line;
  }

  [[nodiscard]] static bool is_paper_number(std::string_view words) {
    for (const std::string_view begin : kPaperNumbers) {
      if (!words.starts_with(begin) || words.size() == begin.size()) continue;
      std::string_view rest = words.substr(begin.size());
      if (rest.starts_with("第")) rest.remove_prefix(std::string_view("第").size());
      if (rest.ends_with("号")) rest.remove_suffix(std::string_view("号").size());
      return rest.find_first_not_of("0123456789-. ()No") == rest.npos;
    }
    return false;
  }

  [[nodiscard]] static bool is_office(std::string_view words) {
    if (utf8::count(words) > 20) return false;
    // 総務省地域力創造グループ: whatever the office of a ministry is called
    for (const std::string_view ministry : {"総務省", "国土交通省", "内閣府", "内閣官房", "文部科学省", "厚生労働省",
                                            "農林水産省", "経済産業省", "環境省", "デジタル庁", "こども家庭庁"})
      if (words.starts_with(ministry) && words.find(' ') == words.npos) return words.find("事業") == words.npos;
    for (const std::string_view end : kOfficeEnds)
      if (words.ends_with(end)) return true;
    return false;
  }

  /// The first run of lines that are neither a date nor an office, up to a blank line. The number of a paper names it
  /// where nothing else does.
  [[nodiscard]] std::optional<NormSpan> find_title() const {
    std::optional<NormSpan> title;
    const bool named = std::any_of(lines_.begin(), lines_.end(),
                                   [](const FrontLine& line) { return !line.date && !line.office && !line.number; });
    for (const FrontLine& line : lines_) {
      const bool words = !line.date && !line.office && !(named && line.number);
      // (任期:令和5年4月1日~): says more about what the title names
      if (title && (line.after_blank || !words || builder_.words(line.span).starts_with("("))) break;
      if (!words) continue;
      title = title ? cover(*title, line.span) : line.span;
    }
    return title && recurs(*title) ? std::nullopt : title;
  }

  /// A line that comes again and again heads the parts of the report; a title comes once more, behind the cover.
  [[nodiscard]] bool recurs(NormSpan title) const {
    const auto& blocks = builder_.layout.blocks;
    return std::count_if(blocks.begin(), blocks.end(), [&](const Block& block) {
             return block.span.begin >= title.end && block.kind != BlockKind::kFurniture &&
                    block.span.size() == title.size() && builder_.words(block.span) == builder_.words(title);
           }) > 1;
  }

  void set_date(Row row, const FrontLine& line) {
    const NormSpan words = within(line.span, line.date->begin, line.date->end);
    row[col::documents::published_raw] = builder_.raw_cell(words);
    row[col::documents::published_edtf] = builder_.value_cell(builder_.records.keep(line.date->edtf), words);
    builder_.document.date = line.date->first;
    builder_.claim(line.span, LineUse::kRecord);
  }

  /// The first office that bears the name of a body with a code, else the body that the title names, else the first
  /// office.
  void set_publisher(Row row, std::optional<NormSpan> title) {
    const NameContext context{{}, day_of_report(), {}};
    const FrontLine* office = nullptr;
    for (const FrontLine& line : lines_) {
      if (!line.office) continue;
      if (office == nullptr) office = &line;
      const auto names = find_names(builder_.words(line.span), context);
      if (names.empty() || names.front().begin != 0 || names.front().body == nullptr) continue;
      builder_.claim(line.span, LineUse::kRecord);
      publish(row, line.span, names.front().body);
      return;
    }
    const auto named = title ? find_publisher(builder_.words(*title), context) : std::nullopt;
    if (named && (office == nullptr || named->body != nullptr)) {
      publish(row, within(*title, named->begin, named->end), named->body);
    } else if (office != nullptr) {
      builder_.claim(office->span, LineUse::kRecord);
      publish(row, office->span, nullptr);
    }
  }

  /// The printed date, else the first day of the fiscal year that the title names.
  [[nodiscard]] std::optional<Day> day_of_report() const {
    if (builder_.document.date || !builder_.document.fiscal_year) return builder_.document.date;
    return Day{std::chrono::year{*builder_.document.fiscal_year}, std::chrono::April, std::chrono::day{1}};
  }

  void publish(Row row, NormSpan words, const Municipality* body) {
    row[col::documents::publisher] = builder_.line_cell(words);
    if (body == nullptr) return;
    row[col::documents::publisher_code] = builder_.value_cell(body->code, words);
    builder_.document.prefecture = body->prefecture;
  }

  Builder& builder_;
  std::vector<FrontLine> lines_;
  bool in_row_ = false;  ///< the title is a cell of a row, which is a row of a table as well
};

}  // namespace

void build_front_matter(Builder& builder, const DocumentMatch& match) {
  Row row = builder.add(TableId::documents);
  row[col::documents::source] = builder.records.keep(builder.facts().source);
  row[col::documents::encoding] = builder.records.keep(builder.facts().encoding);
  if (match.grammar != nullptr) row[col::documents::grammar] = builder.records.keep(match.grammar->name);
  FrontMatter(builder, match).run(row);
}

}  // namespace torikomi
