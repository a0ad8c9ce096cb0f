// PAR001: a municipality that is in no table of codes.
#include <algorithm>
#include <set>
#include <string>
#include <vector>

#include "check/facts.h"
#include "torikomi/check/check.h"
#include "torikomi/core/find.h"
#include "torikomi/core/letter_set.h"
#include "torikomi/core/utf8.h"
#include "torikomi/value/municipality.h"

namespace torikomi {
namespace {

bool is_municipality(std::string_view kind) { return kind == "city" || kind == "town" || kind == "village"; }

/// Reports a name once a document.
class Reporter {
 public:
  Reporter(const CheckInput& input, Diagnostics& diagnostics) : input_(input), diagnostics_(diagnostics) {}

  void look_at(std::string_view words, Span span) {
    if (!done_.insert(words).second) return;
    const auto near = nearest_names(words);
    if (near.empty()) return;
    std::string list;
    for (const Municipality* body : near)
      list += (list.empty() ? "" : ", ") + std::string(body->prefecture) + std::string(body->name);
    Diagnostic& finding = diagnostics_.add("PAR001", span, words, list);
    finding.suggestion = likely(near);
  }

  [[nodiscard]] const CheckInput& input() const { return input_; }

 private:
  /// The only near name, or the only one that the document writes elsewhere.
  [[nodiscard]] std::string likely(const std::vector<const Municipality*>& near) const {
    const Municipality* found = near.size() == 1 ? near.front() : nullptr;
    for (const Municipality* body : near) {
      if (near.size() == 1 || find_words(input_.text.text(), body->name) == std::string_view::npos) continue;
      if (found != nullptr) return {};
      found = body;
    }
    return found == nullptr ? std::string() : std::string(found->name);
  }

  const CheckInput& input_;
  Diagnostics& diagnostics_;
  std::set<std::string_view> done_;
};

void check_participants(Reporter& reporter) {
  using namespace col::participants;
  const Table& participants = reporter.input().records[TableId::participants];
  for (std::size_t i = 0; i < participants.size(); ++i) {
    const ConstRow row = participants.row(i);
    const auto span = row[col::participants::name].span();
    if (row[code].empty() && is_municipality(row[kind].text()) && span)
      reporter.look_at(row[col::participants::name].text(), *span);
  }
}

constexpr std::size_t kLetter = 3;  // bytes of a kanji

bool ends_like_municipality(std::string_view words) {
  return words.ends_with("市") || words.ends_with("町") || words.ends_with("村");
}

/// 関係市, 各町 and the like name nobody.
bool is_group_word(std::string_view words) {
  for (const std::string_view word :
       {"関係", "連携", "構成", "周辺", "近隣", "中心", "参加", "協力", "市町", "町村", "同", "各",
        "全",   "他",   "両",   "本",   "当",   "都市", "県内", "圏域", "対象", "旧",   "新"})
    if (words.find(word) != words.npos) return true;
  return false;
}

/// Where the next 、 or ・ stands; `end` where there is none before it. One walk: to look for each by itself costs the
/// rest of the list for every name.
std::uint32_t next_comma(std::string_view text, std::uint32_t from, std::uint32_t end) {
  for (; from + kLetter <= end; ++from) {
    const std::string_view letter = text.substr(from, kLetter);
    if (letter == "、" || letter == "・") return from;
  }
  return end;
}

/// The members of a list that stands between brackets, blanks and line ends.
void check_list(Reporter& reporter, NormSpan list) {
  const std::string_view text = reporter.input().text.text();
  std::vector<NormSpan> unknown;
  std::size_t known = 0;
  for (std::uint32_t begin = list.begin; begin < list.end;) {
    const std::uint32_t end = next_comma(text, begin, list.end);
    const std::string_view name = slice(text, NormSpan{begin, end});
    constexpr std::size_t kShortest = 3 * kLetter, kLongest = 8 * kLetter;
    if (ends_like_municipality(name) && name.size() <= kLongest) {
      if (parse_name(name))
        ++known;
      else if (name.size() >= kShortest && !is_group_word(name))
        unknown.push_back({begin, end});
    }
    begin = end + static_cast<std::uint32_t>(kLetter);
  }
  // beside names that are known a word in 市, 町 or 村 is meant for one, too
  if (known < 2 || unknown.size() * 2 > known) return;
  for (const NormSpan span : unknown) reporter.look_at(slice(text, span), source_span(reporter.input(), span));
}

constexpr std::u32string_view kStops = U"【】「」。():<>";

/// Commas, and what ends a list.
constexpr LetterSet kMarks = [] {
  LetterSet out;
  for (char32_t c = 0; c <= 0x20; ++c) out.add(c);
  for (const char32_t c : kStops) out.add(c);
  for (const char32_t c : std::u32string_view(U"、・")) out.add(c);
  return out;
}();

/// Lists of names in running text and in cells.
void check_lists(Reporter& reporter) {
  const std::string_view text = reporter.input().text.body();
  std::uint32_t begin = 0;
  int commas = 0;
  for (std::uint32_t at = 0; at <= text.size();) {
    const auto letter = utf8::decode(text, at);
    const char32_t c = letter.code_point;
    at += letter.size;
    if (!kMarks.may_hold(c)) continue;
    if (c == U'、' || c == U'・') ++commas;
    if (c > 0x20 && kStops.find(c) == kStops.npos) continue;
    if (commas >= 2) check_list(reporter, {begin, at - letter.size});
    begin = at;
    commas = 0;
    if (letter.size == 0) break;
  }
}

void run(const CheckInput& input, Diagnostics& diagnostics) {
  Reporter reporter(input, diagnostics);
  check_participants(reporter);
  check_lists(reporter);
}

}  // namespace

extern const Rule rule_PAR001;
const Rule rule_PAR001 = {
    {.code = "PAR001",
     .name = "unknown-name",
     .severity = Severity::kError,
     .summary = {"全国の団体名の表にない市町村名", "a municipality that is in no table of codes"},
     .message = {"「{}」という市町村はありません。「{}」ではありませんか",
                 "there is no municipality \"{}\"; perhaps {}"},
     .explain =
         {"市・町・村で終わる名前が団体コードの表になく、一文字違いの団体があります。抽出の読み誤りか、書き誤りです。",
          "The name ends like a municipality, is in no table of codes and is one letter away from a real one: misread "
          "or misspelt."},
     .bad = "大湯村",
     .good = "大潟村"},
    run};

}  // namespace torikomi
