#include "grammar.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <CLI/CLI.hpp>
#include <algorithm>

#include "grammar_draft.h"
#include "grammar_set.h"
#include "help.h"
#include "inputs.h"
#include "option_words.h"
#include "torikomi/core/embedded.h"
#include "torikomi/core/nearest.h"
#include "torikomi/examples.h"
#include "torikomi/grammar/match.h"
#include "torikomi/pipeline.h"
#include "torikomi/text/normalize.h"

namespace torikomi::cli {
namespace {

std::string padded(std::string_view words, std::size_t width) {
  const std::size_t own = display_width(words);
  return std::string(words) + std::string(own < width ? width - own : 1, ' ');
}

int list(const std::vector<Grammar>& grammars, Console& console) {
  std::string out;
  for (const Grammar& grammar : grammars)
    out += fmt::format("{}{}\n", padded(grammar.name, 24), grammar.title.in(console.language()));
  return print_all(out, console);
}

/// Which family `convert` would take, and whether it was a near thing.
void tell_choice(const std::vector<FamilyScore>& scores, const Console& console) {
  if (scores.empty() || scores.front().score == 0) {
    console.note(say("どの様式にも当てはまりません。見出しの語だけで読みます (generic)",
                     "no family fits; the report is read by the words of its headings alone (generic)"));
  } else if (scores.size() > 1 && scores[1].score == scores[0].score) {
    console.note(say("{0} と {1} が同点です。{0} を使います (--grammar で選べます)",
                     "{0} and {1} tie; {0} is used (choose with --grammar)", scores[0].grammar->name,
                     scores[1].grammar->name));
  } else {
    console.note(say("{} を使います", "{} is used", scores.front().grammar->name));
  }
}

/// "+ 4 required  催し|春の散策  <- a row that names an event"
std::string tell_reason(const DetectReason& reason, bool found, Language language) {
  const std::string_view required = language == Language::kJa ? " 必須" : " required";
  const std::string& about = reason.rule->about.in(language);
  std::string words = reason.words;
  std::replace(words.begin(), words.end(), '\t', '|');
  return fmt::format("  {} {}{}  {}{}{}\n", found ? '+' : '-', reason.rule->weight,
                     reason.rule->required ? required : "", words, found ? "  <- " : "",
                     about.empty() ? reason.rule->match.source() : about);
}

/// Of a family that lacks a required line only what it lacks.
std::string tell_score(const FamilyScore& score, Language language) {
  const std::string_view lacks = language == Language::kJa ? "  必須の行がない" : "  a required line is missing";
  std::string out = fmt::format("{}{}/{}{}\n", padded(score.grammar->name, 24), score.score, score.possible,
                                score.required_met ? "" : lacks);
  if (score.required_met)
    for (const DetectReason& reason : score.matched) out += tell_reason(reason, true, language);
  for (const DetectReason& reason : score.missing)
    if (score.required_met || reason.rule->required) out += tell_reason(reason, false, language);
  return out;
}

/// The score of every family for one file, and which of its lines were found.
int list_match(const std::vector<Grammar>& grammars, const std::string& file, Console& console) {
  const auto document = read_document(file, {grammars, nullptr, console.language()});
  if (!document) {
    console.error(document.error());
    return console.exit_code();
  }
  const auto scores = score_families(*document->text, document->layout, grammars, ScoreDetail::kReasons);
  std::string out;
  for (const FamilyScore& score : scores) out += tell_score(score, console.language());
  const int printed = print_all(out, console);
  tell_choice(scores, console);
  return printed;
}

int show(const std::string& name, Console& console) {
  std::vector<std::string_view> names;
  for (const EmbeddedFile& file : embedded_files()) {
    if (!file.name.ends_with(".toml")) continue;
    names.push_back(file.name.substr(0, file.name.size() - 5));
    if (names.back() != name) continue;
    return print_all(file.content, console);
  }
  console.error(
      {ErrorCode::kUsage, say("組み込みの様式「{}」はありません (近い名前: {})",
                              "there is no built-in grammar \"{}\" (nearest: {})", name, nearest(name, names))});
  return console.exit_code();
}

/// What is no fault but worth knowing: rules that no example tries, families that could be mistaken for this one.
void tell_doubts(const Grammar& grammar, const std::vector<Grammar>& others, const Console& console) {
  if (grammar.detect.empty() && !grammar.supplements)
    console.note(say("{}: [[detect.line]] がないので、--grammar で名指ししたときだけ使われます",
                     "{}: has no [[detect.line]]: it is used only where --grammar names it", grammar.origin));
  for (const Message& pattern : unfolded_patterns(grammar)) console.note(pattern);
  const auto unused = unused_rules(grammar);
  if (!unused.empty() && !grammar.examples.empty())
    console.note(say("{}: どの例も使わない規則 {} 件: {}", "{}: {} rules are used by no example: {}", grammar.origin,
                     unused.size(), fmt::format("{}", fmt::join(unused, ", "))));
  for (const Message& overlap : overlaps(grammar, others)) console.note(overlap);
}

int check(const std::vector<std::string>& files, const std::vector<Grammar>& others, Console& console) {
  for (const std::string& file : files) {
    auto text = read_input({file, file});
    if (!text) {
      console.error(text.error());
      continue;
    }
    const auto grammar = load_grammar(*text, file);
    if (!grammar) {
      console.error(grammar.error());
      continue;
    }
    if (grammar->examples.empty())
      console.error({ErrorCode::kUsage,
                     say("{}:1:1: example: [[example]] が 1 つもありません。入力と期待する行を書いてください",
                         "{}:1:1: example: has no [[example]]; give an input and the rows that it must give", file)});
    const auto faults = check_examples(*grammar);
    for (const Message& fault : faults) console.error({ErrorCode::kUsage, fault});
    tell_doubts(*grammar, others, console);
    if (faults.empty() && !grammar->examples.empty())
      console.note(say("{}: 正常。例 {} 件", "{}: good; {} examples", file, grammar->examples.size()));
  }
  return console.exit_code();
}

}  // namespace

CLI::App* add_grammar(CLI::App& app, GrammarOptions& options, Language language) {
  const InLanguage in(language);
  CLI::App* command = app.add_subcommand(
      "grammar", in("報告書の様式 (文法ファイル) を扱う", "work on report families (grammar files)"));
  command->require_subcommand(1);
  add_grammar_folders(*command, options.folders, language);
  options.list = command->add_subcommand("list", in("様式の一覧", "all families"));
  options.list
      ->add_option("--match", options.match_file,
                   in("このファイルへの当てはまりと理由", "how well each fits this file, and why"))
      ->option_text("FILE");
  options.show = command->add_subcommand("show", in("組み込みの文法ファイルを表示", "print a built-in grammar file"));
  options.show->add_option("NAME", options.name, in("様式の名前", "name of the family"))->required()->type_name("");
  options.check =
      command->add_subcommand("check", in("文法ファイルを読み、例を実行", "load a grammar file and run its examples"));
  options.check->add_option("FILE", options.files, in("文法ファイル", "grammar files"))->required()->option_text("...");
  options.draft = command->add_subcommand(
      "draft", in("報告書から文法ファイルの下書きを作る", "write a first grammar file for unknown reports"));
  options.draft
      ->add_option("REPORT", options.files,
                   in("同じ様式の報告書 (多いほどよい)", "reports of one form; the more the better"))
      ->required()
      ->option_text("...");
  options.draft->add_option("--name", options.draft_name, in("様式の名前", "name of the family"))->option_text("NAME");
  options.draft
      ->add_option("-o,--output", options.output,
                   in("書き出すファイル。- は標準出力", "file to write, - for standard output"))
      ->option_text("FILE|-");
  options.draft->add_flag("--force", options.force, in("既存のファイルを置き換える", "replace an existing file"));
  command->footer(grammar_footer(language));
  return command;
}

int run_grammar(const GrammarOptions& options, Console& console) {
  if (options.show->parsed()) return show(options.name, console);
  auto grammars = load_grammars(options.folders, Depth::kWhole);
  if (!grammars) {
    console.error(grammars.error());
    return console.exit_code();
  }
  if (options.check->parsed()) return check(options.files, *grammars, console);
  if (options.draft->parsed()) return draft(options, *grammars, console);
  return options.match_file.empty() ? list(*grammars, console) : list_match(*grammars, options.match_file, console);
}

}  // namespace torikomi::cli
