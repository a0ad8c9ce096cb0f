// Faults planted at random places of clean documents: the rule that should speak speaks, and no other one that is not
// its companion.
#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <map>
#include <set>

#include "check/clean_documents.h"
#include "check/rule_cases.h"
#include "torikomi/check/check.h"

namespace torikomi {
namespace {

using testing::CleanDocument;
using testing::read_cases;
using testing::RuleCase;
using Counts = std::map<std::string_view, int>;

/// How often each fault is planted; every time in another document, at another place.
constexpr int kTimes = 12;

/// Rules that no paragraph can break: they need a whole document, or a file. A unit that is declared above speaks for
/// later tables, too.
const std::set<std::string_view> kNeedDocument = {"BUD005", "DAT003", "DAT004", "DAT010", "DAT013", "INP001",
                                                  "INP002", "INP003", "STR002", "STR008", "STR009"};

/// What a fault brings with it by its nature.
const std::map<std::string_view, std::set<std::string_view>> kCompanions = {
    {"DAT001", {"TXT009"}},            // the blanks of a spaced date
    {"DAT005", {"DAT003", "DAT004"}},  // 令和元年4月 is also past the end of 平成
    {"SUP001", {"DAT002"}},            // what the void suppression does not suppress
    {"KPI005", {"KPI001"}},            // the table of the rate prints no years
    {"STR006", {"DAT007"}},            // the days of its meetings print no year
    {"NUM001", {"KPI006"}},            // a target with a letter in it is no number
    {"DAT009", {"DAT004"}},            // the later year is past the end of 平成
};

/// What a table or a sheet of labels brings with it besides its own fault: in a family whose cards are tables it is a
/// card that has less than the others have, and its labels may be spaced unlike the others.
const std::set<std::string_view> kOfTables = {"STR001", "STR005", "TXT008"};

/// A label that the damage makes unreadable is a field that its card has not.
const std::set<std::string_view> kOfLabels = {"STR001", "STR005"};

Counts counts(const Document& document) {
  Counts out;
  for (const Diagnostic& finding : document.diagnostics.all()) ++out[finding.rule->code];
  return out;
}

int count(const Counts& all, std::string_view code) {
  const auto found = all.find(code);
  return found == all.end() ? 0 : found->second;
}

/// True where a finding of the rule is new, or says something new: some rules give one finding a document.
bool says_more(std::string_view code, const Document& before, const Document& after) {
  const auto said = [&](const Document& document) {
    std::multiset<std::string> out;
    for (const Diagnostic& finding : document.diagnostics.all())
      if (finding.rule->code == code) out.insert(finding.message);
    return out;
  };
  const auto old = said(before);
  const auto now = said(after);
  return now.size() > old.size() || (now.size() == old.size() && now != old);
}

/// A number that is changed where it stands breaks every sum and rate that it is part of.
const std::set<std::string_view> kArithmetic = {"BUD001", "BUD003", "BUD004", "NUM009", "KPI005"};

bool is_companion(std::string_view code, std::string_view other) {
  if (kArithmetic.contains(code) && kArithmetic.contains(other)) return true;
  const auto found = kCompanions.find(code);
  return code == other || (found != kCompanions.end() && found->second.contains(other));
}

/// Codes that speak more often than before and are neither `code` nor its companions nor `excused`.
std::string others_that_speak(std::string_view code, const std::set<std::string_view>& excused, const Counts& before,
                              const Document& after) {
  std::string out;
  for (const auto& [other, n] : counts(after)) {
    if (is_companion(code, other) || excused.contains(other) || n <= count(before, other)) continue;
    for (const Diagnostic& finding : after.diagnostics.all())
      if (finding.rule->code == other)
        out +=
            std::string(other) + " " + finding.message + " [" + std::string(after.source->slice(finding.span)) + "]\n";
  }
  return out;
}

/// Runs `property` kTimes with other random numbers.
template <class Property>
void plant(const std::string& what, Property property) {
  rc::detail::TestParams params = rc::detail::configuration().testParams;
  params.maxSuccess = kTimes;
  rc::detail::TestMetadata metadata;
  metadata.id = what;
  metadata.description = what;
  const auto result = rc::detail::checkTestable(property, metadata, params);
  std::ostringstream words;
  rc::detail::printResultMessage(result, words);
  EXPECT_TRUE(result.template is<rc::detail::SuccessResult>()) << what << "\n" << words.str();
}

void expect_only(std::string_view code, const std::string& before, const std::string& after,
                 const std::set<std::string_view>& excused = {}) {
  const auto clean = testing::ingest_bytes(before);
  const auto spoilt = testing::ingest_bytes(after);
  RC_ASSERT(bool(clean) && bool(spoilt));
  const Counts known = counts(*clean);
  RC_LOG() << code << " planted into:\n" << after << std::endl;
  RC_ASSERT(says_more(code, *clean, *spoilt));
  const std::string others = others_that_speak(code, excused, known, *spoilt);
  RC_LOG() << "also said:\n" << others << std::endl;
  RC_ASSERT(others.empty());
}

/// False where a paragraph behind the blank line would do more than its fault: a unit such as (単位:千円) would speak
/// of it, and a table would lose the heading that names it.
bool takes_paragraph(std::string_view text, std::size_t blank) {
  const std::size_t line = text.rfind('\n', blank - 1);
  const std::size_t next = text.find_first_not_of('\n', blank);
  return text.substr(line, blank - line).find("単位") == text.npos &&
         text.substr(next, text.find('\n', next) - next).find('\t') == text.npos;
}

/// The text with the fault as a paragraph of its own at the n-th blank line that takes one.
std::string with_paragraph(const std::string& text, const std::string& fault, std::size_t n) {
  std::vector<std::size_t> places;
  for (std::size_t at = text.find("\n\n", text.size() / 3); at < text.find_last_not_of('\n');
       at = text.find("\n\n", at + 2))
    if (takes_paragraph(text, at)) places.push_back(at);
  const std::size_t at = places.empty() ? text.size() : places[n % places.size()];
  return text.substr(0, at) + "\n\n" + fault + "\n\n" + text.substr(at);
}

bool has_labels(std::string_view input) {
  return input.find_first_of("\t:") != input.npos || input.find("：") != input.npos;
}

bool is_paragraph(const Rule& rule, const RuleCase& one) {
  const bool card = one.input.find("施策\t") != std::string::npos || one.input.find("事業名\t") != std::string::npos;
  return one.bad && !card && rule.run.exists() && rule.group == RuleGroup::kDefault &&
         !kNeedDocument.contains(rule.info.code);
}

TEST(SeededFaults, AParagraphWithAFaultIsFoundAndNothingElse) {
  const std::vector<CleanDocument> clean = testing::clean_documents();
  int planted = 0;
  for (const Rule* rule : all_rules()) {
    for (const RuleCase& one : read_cases(testing::case_file(rule->info.code, rule->info.name))) {
      if (!is_paragraph(*rule, one)) continue;
      ++planted;
      plant(std::string(rule->info.code) + ":" + std::to_string(one.line), [&] {
        const auto& document = clean[*rc::gen::inRange<std::size_t>(0, clean.size())];
        RC_LOG() << document.name << std::endl;
        expect_only(rule->info.code, document.text,
                    with_paragraph(document.text, one.input, *rc::gen::inRange<std::size_t>(0, 64)),
                    has_labels(one.input) ? kOfTables : std::set<std::string_view>{});
      });
    }
  }
  EXPECT_GT(planted, 60);
}

/// One kind of damage done to what stands in the text: `find` is looked for, the one at a random place becomes
/// `replace`. No word of the form itself (事業の説明): without its headings a report is another report.
struct Damage {
  std::string_view code, find, replace;
};

constexpr Damage kDamages[] = {
    {"TXT001", "大", "⼤"},
    {"TXT001", "人", "⼈"},
    {"TXT002", "長", "⻑"},
    {"TXT002", "民", "⺠"},
    {"TXT003", "域", "(cid:3821)"},
    {"TXT004", "地域", "地\uFFFD域"},
    {"TXT004", "予算", "予\u200B算"},
    {"TXT005", "サービス", "ｻｰﾋﾞｽ"},
    {"TXT005", "が", "か\u3099"},
    {"TXT006", "サービス", "サ−ビス"},
    {"TXT007", "平成", "㍻"},
    {"TXT009", "令和5年度", "令和 5 年度"},
    {"TXT010", "サービス", "サーបス"},
    {"TXT011", "会議", "會議"},
    {"TXT011", "学習", "学习"},
    {"TXT013", "地域", "<li>地域"},
    {"TXT015", "地域", "<ul>地域"},
    {"TXT016", "協力", "協カ"},
    {"DAT002", "(火)", "(水)"},
    {"DAT002", "(金曜日)", "(土曜日)"},
    {"DAT012", "(2023年)", "(2032年)"},
    {"DAT001", "6月7日", "6月37日"},
    {"NUM001", "10,", "1O,"},
    {"NUM002", ",345人", ",34人"},
    {"BUD001", "375人", "357人"},
    {"BUD001", "2,621,784", "2,621,748"},
    {"BUD003", "12,114", "12,141"},
    {"NUM009", "13,341", "13,314"},
    {"KPI005", "62.0%", "26.0%"},
    {"BUD004", "(うち新規就農者 5件)", "(うち新規就農者 15件)"},
};

std::string_view line_around(std::string_view text, std::size_t at) {
  const std::size_t begin = text.rfind('\n', at) + 1;  // npos + 1 is 0
  return text.substr(begin, text.find('\n', at) - begin);
}

/// Where the damage can be done. A tag is none in a line that has tags: inside a list <li> is an item of it, and its
/// </ul> closes another <ul>.
std::vector<std::size_t> places_of(std::string_view text, const Damage& damage) {
  std::vector<std::size_t> out;
  const bool tag = damage.replace.starts_with('<');
  for (std::size_t at = text.find(damage.find); at != text.npos; at = text.find(damage.find, at + damage.find.size()))
    if (!tag || line_around(text, at).find('<') == text.npos) out.push_back(at);
  return out;
}

TEST(SeededFaults, DamageToWhatIsThereIsFoundAndNothingElse) {
  const std::vector<CleanDocument> clean = testing::clean_documents();
  for (const Damage& damage : kDamages) {
    std::vector<const CleanDocument*> fit;
    for (const CleanDocument& one : clean)
      if (!places_of(one.text, damage).empty()) fit.push_back(&one);
    ASSERT_FALSE(fit.empty()) << damage.code << " " << damage.find;
    plant(std::string(damage.code) + " " + std::string(damage.replace), [&] {
      const CleanDocument& document = *fit[*rc::gen::inRange<std::size_t>(0, fit.size())];
      const auto places = places_of(document.text, damage);
      const std::size_t at = places[*rc::gen::inRange<std::size_t>(0, places.size())];
      std::string text = document.text;
      text.replace(at, damage.find.size(), damage.replace);
      RC_LOG() << document.name << std::endl;
      const bool row = line_around(text, at).find('\t') != std::string::npos;
      expect_only(damage.code, document.text, text, row ? kOfLabels : std::set<std::string_view>{});
    });
  }
}

/// Faults that need cards are whole documents: the bad one differs from a good one of the same file in the fault.
TEST(SeededFaults, ACardWithAFaultIsFoundAndNothingElse) {
  int cards = 0;
  for (const Rule* rule : all_rules()) {
    const auto cases = read_cases(testing::case_file(rule->info.code, rule->info.name));
    const auto is_card = [](const RuleCase& one) { return one.input.find("施策\t") != std::string::npos; };
    const auto good =
        std::find_if(cases.begin(), cases.end(), [&](const RuleCase& one) { return !one.bad && is_card(one); });
    if (good == cases.end() || kNeedDocument.contains(rule->info.code)) continue;
    const auto clean = testing::ingest_bytes(good->input);
    ASSERT_TRUE(clean);
    for (const RuleCase& one : cases) {
      if (!one.bad || !is_card(one) || !testing::has_family(one.family)) continue;
      ++cards;
      const auto spoilt = testing::ingest_bytes(one.input);
      ASSERT_TRUE(spoilt);
      EXPECT_GT(count(counts(*spoilt), rule->info.code), count(counts(*clean), rule->info.code)) << rule->info.code;
      EXPECT_EQ(others_that_speak(rule->info.code, {}, counts(*clean), *spoilt), "")
          << rule->info.code << ":" << one.line;
    }
  }
  EXPECT_GT(cards, 10);
}

}  // namespace
}  // namespace torikomi
