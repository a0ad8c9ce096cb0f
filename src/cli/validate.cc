#include "validate.h"

#include <fmt/format.h>
#include <fnmatch.h>
#include <unistd.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <memory>
#include <optional>

#include "config.h"
#include "grammar_set.h"
#include "help.h"
#include "input_names.h"
#include "inputs.h"
#include "option_words.h"
#include "repair_files.h"
#include "rule_choice.h"
#include "stop.h"
#include "torikomi/batch/batch.h"
#include "torikomi/check/suppress.h"
#include "torikomi/core/forever.h"
#include "torikomi/pipeline.h"
#include "torikomi/report/baseline.h"
#include "torikomi/report/catalogue.h"
#include "torikomi/report/render.h"
#include "torikomi/write/output_file.h"

namespace torikomi::cli {
namespace {

/// NO_COLOR (no-color.org) and TERM=dumb switch colour off; only terminals get it.
bool wants_color() {
  const char* none = std::getenv("NO_COLOR");  // NOLINT(concurrency-mt-unsafe): read once, before any thread
  const char* term = std::getenv("TERM");      // NOLINT(concurrency-mt-unsafe)
  return isatty(STDOUT_FILENO) == 1 && (none == nullptr || *none == '\0') &&
         (term == nullptr || std::string_view(term) != "dumb");
}

ReportFormat format_of(std::string_view word) {
  if (word == "json") return ReportFormat::kJson;
  if (word == "sarif") return ReportFormat::kSarif;
  if (word == "github") return ReportFormat::kGithub;
  return ReportFormat::kText;
}

CatalogueEntry entry_of(const Rule& rule) { return {&rule.info, name(rule.group), rule.repairs}; }

std::vector<CatalogueEntry> catalogue() {
  std::vector<CatalogueEntry> out;
  for (const Rule* rule : all_rules()) out.push_back(entry_of(*rule));
  return out;
}

/// One run over all inputs.
class Validation {
 public:
  Validation(const ValidateOptions& options, Console& console)
      : options_(options), console_(console), new_names_(options.write_baseline) {}

  int run() {
    const auto inputs = chosen_inputs(options_.batch, console_);
    if (!inputs) return fail(inputs.error());
    const std::jthread ahead = prepare_ahead(options_.batch, inputs->size());
    if (auto ready = prepare(); !ready) return fail(ready.error());
    ingest_.spare_core = has_spare_core(options_.batch, inputs->size());
    const bool mends = options_.fix || options_.diff;
    auto failed_names = FailedNames::open(options_.batch, *inputs);
    if (!failed_names) return fail(failed_names.error());
    failed_names_ = *std::move(failed_names);
    if (auto done = mends ? mend_all(*inputs) : check_all(*inputs); !done) return fail(done.error());
    if (auto written = failed_names_.finish(); !written) return fail(written.error());
    if (stopped_by_ != 0) return exit_code_of(stopped_by_);
    if (!options_.write_baseline.empty())
      if (auto written = write_baseline(); !written) return fail(written.error());
    if (quiet_ > 0)
      console_.note(
          say("抑制またはベースラインにより {} 件を表示していません", "suppressed or in the baseline: {}", quiet_));
    return std::max(console_.exit_code(), failed_ ? int{kFindings} : int{kClean});
  }

 private:
  int fail(const Error& error) {
    console_.error(error);
    return console_.exit_code();
  }

  Status prepare() {
    if (auto read = read_config(); !read) return read;
    auto choice = RuleChoice::make(options_.select.empty() ? config_.select : options_.select,
                                   options_.ignore.empty() ? config_.ignore : options_.ignore);
    if (!choice) return choice.error();
    choice_ = *std::move(choice);
    auto grammars = load_grammars(options_.grammar_folders, Depth::kHeads);
    if (!grammars) return grammars.error();
    grammars_ = *std::move(grammars);
    auto forced = choose_grammar(grammars_, options_.grammar);
    if (!forced) return forced.error();
    ingest_.grammars = grammars_;
    ingest_.forced = *forced;
    ingest_.language = console_.language();
    ingest_.checks = choice_.options();
    const std::string format = !options_.format.empty() ? options_.format : config_.format.value_or("text");
    const std::string fail_on = !options_.fail_on.empty() ? options_.fail_on : config_.fail_on.value_or("error");
    fail_on_ = severity_of(fail_on);
    ReportOptions report;
    report.language = console_.language();
    report.color = wants_color();
    if (options_.all) report.most_per_rule = SIZE_MAX;
    reporter_ = make_reporter(format_of(format), report, all_rule_infos());
    return read_baseline();
  }

  Status read_config() {
    std::string path = options_.config;
    const std::vector<std::string>& words = options_.batch.inputs.words;
    if (path.empty() && !words.empty()) path = find_config(words.front()).value_or("none");
    auto config = load_config(path);
    if (!config) return config.error();
    config_ = *std::move(config);
    return ok();
  }

  Status read_baseline() {
    const std::string path = !options_.baseline.empty() ? options_.baseline : config_.baseline.value_or("");
    if (path.empty()) return ok();
    std::ifstream in(path, std::ios::binary);
    if (!in) return Error{ErrorCode::kUsage, say("ベースライン {} を読めません", "cannot read the baseline {}", path)};
    const std::string json(std::istreambuf_iterator<char>(in), {});
    auto baseline = Baseline::parse(json, path);
    if (!baseline) return baseline.error();
    baseline_ = *std::move(baseline);
    known_names_ = InputNames(path);
    return ok();
  }

  Status check_all(const std::vector<InputFile>& inputs) {
    const StopSignals signals;
    Progress progress(progress_mode(options_.batch.progress), inputs.size(), console_.language());
    const BatchOptions batch{
        ingest_, chosen_jobs(options_.batch, inputs.size()), options_.batch.max_bytes, &signals.flag(), {}};
    const auto done = run_batch(inputs, batch, [&](BatchResult& result) {
      progress.advance(result.bytes);
      progress.clear();
      return take(result);
    });
    progress.finish();
    if (!done) return done.error();
    if (*done < inputs.size()) {
      stopped_by_ = signals.flag();
      console_.note(say("中断しました: {} / {} 件まで確認しました", "stopped: {} of {} documents were checked", *done,
                        inputs.size()));
    }
    std::string out;
    reporter_->finish(out);
    return print(out);
  }

  Status take(const BatchResult& result) {
    FindingSet set;
    set.path = result.input->path;
    set.name = result.input->source;
    if (result.document) {
      const Document& document = *result.document;
      set.document_id = std::string(document.records[TableId::documents].row(0)[col::documents::document_id].text());
      set.source = document.source.get();
      collect(document.diagnostics, set);
    } else {
      not_taken(set, result);
    }
    if (baseline_)
      quiet_ += baseline_->remove_known(set, baseline_->has_typed_paths() ? set.path : known_names_.of(set.path));
    for (const Finding& finding : set.findings) failed_ = failed_ || (fail_on_ && finding.severity <= *fail_on_);
    if (!options_.write_baseline.empty()) new_baseline_.add(set, new_names_.of(set.path));
    std::string out;
    reporter_->add(set, out);
    return print(out);
  }

  /// An input that cannot be read is a finding too, beside exit code 3; so is one that repeats another.
  void not_taken(FindingSet& set, const BatchResult& result) {
    const bool unreadable = result.outcome == Outcome::kUnreadable;
    if (unreadable) {
      console_.error({ErrorCode::kInput, result.message});
      failed_names_.add(result.input->path);
    }
    Diagnostics diagnostics(all_rule_infos(), console_.language());
    diagnostics.add(unreadable ? "INP001" : "INP002", Span{}, result.message.in(console_.language()));
    collect(diagnostics, set);
  }

  void collect(const Diagnostics& diagnostics, FindingSet& set) {
    std::vector<Suppression> inline_ones;
    if (set.source != nullptr) inline_ones = find_suppressions(*set.source);
    for (const Diagnostic& diagnostic : diagnostics.all()) {
      const std::string_view code = diagnostic.rule->code;
      if (!choice_.reports(code)) continue;
      if (is_quiet_file(set.path, code) ||
          (set.source != nullptr && is_suppressed(*set.source, diagnostic, inline_ones))) {
        ++quiet_;
        continue;
      }
      const auto changed = config_.severity.find(code);
      set.findings.push_back(
          {diagnostic, changed == config_.severity.end() ? diagnostic.rule->severity : changed->second});
    }
  }

  [[nodiscard]] bool is_quiet_file(const std::string& path, std::string_view code) const {
    const std::string last = std::filesystem::path(path).filename().string();
    return std::any_of(config_.suppress.begin(), config_.suppress.end(), [&](const FileSuppression& one) {
      const bool file =
          fnmatch(one.files.c_str(), path.c_str(), 0) == 0 || fnmatch(one.files.c_str(), last.c_str(), 0) == 0;
      return file && std::find(one.codes.begin(), one.codes.end(), code) != one.codes.end();
    });
  }

  /// A repair is wanted where its finding would be shown.
  Status mend_all(const std::vector<InputFile>& inputs) {
    const RepairFilter wanted = [this](const InputFile& file, const Repair& repair) {
      return choice_.reports(repair.code) && !is_quiet_file(file.path, repair.code);
    };
    auto unread =
        repair_files(inputs, {options_.fix, options_.diff, options_.output, options_.force, options_.batch.max_bytes},
                     wanted, console_);
    if (!unread) return unread.error();
    for (const std::string& path : *unread) failed_names_.add(path);
    return ok();
  }

  Status write_baseline() const {
    auto file = OutputFile::open(options_.write_baseline, true, real_files());
    if (!file) return file.error();
    if (auto written = file->append(new_baseline_.to_json()); !written) return written;
    return file->finish();
  }

  const ValidateOptions& options_;
  Console& console_;
  Config config_;
  RuleChoice choice_;
  std::vector<Grammar>& grammars_ = forever<std::vector<Grammar>>();
  IngestConfig ingest_;
  std::optional<Severity> fail_on_;  ///< nothing: never
  std::unique_ptr<Reporter> reporter_;
  std::optional<Baseline> baseline_;
  InputNames known_names_{{}};  ///< of baseline_
  Baseline new_baseline_;
  InputNames new_names_;
  std::size_t quiet_ = 0;
  bool failed_ = false;
  FailedNames failed_names_;
  int stopped_by_ = 0;
};

}  // namespace

CLI::App* add_validate(CLI::App& app, ValidateOptions& options, Language language) {
  const InLanguage in(language);
  CLI::App* command =
      app.add_subcommand("validate", in("報告書の誤りや疑わしい点を指摘する", "say what looks wrong in reports"));
  add_batch_options(*command, options.batch, language);
  one_of(command->add_option("--format", options.format,
                             in("出力の形式 (既定は text)", "form of the output (default: text)")),
         {"text", "json", "sarif", "github"});
  // one word each, so that an INPUT may follow
  command
      ->add_option("--select", options.select,
                   in("この規則だけ: コード、その先頭 (DAT)、名前。群 (style) だけなら既定に加える",
                      "only these rules: codes, beginnings (DAT), names; a group alone (style) comes on top"))
      ->delimiter(',')
      ->allow_extra_args(false)
      ->option_text("RULE,...");
  command->add_option("--ignore", options.ignore, in("この規則を除く", "leave these rules out"))
      ->delimiter(',')
      ->allow_extra_args(false)
      ->option_text("RULE,...");
  one_of(command->add_option("--fail-on", options.fail_on,
                             in("この重さ以上の指摘があれば終了コード 1 (既定は error)",
                                "exit with 1 on findings as severe as this (default: error)")),
         {"error", "warning", "info", "never"});
  command->add_option("--explain", options.explain, in("規則の説明を表示して終わる", "explain a rule, and stop"))
      ->option_text("RULE");
  command->add_flag("--all", options.all,
                    in("同じ規則の指摘をすべて表示する", "show every finding, not only the first five of a rule"));
  command->add_flag("--fix", options.fix,
                    in("安全な誤りを直した写しを書く (値は変わらない)",
                       "write a copy with the safe repairs made (no value changes)"));
  command->add_flag("--diff", options.diff,
                    in("--fix が変えるところを差分で表示する", "show as a unified diff what --fix would change"));
  command
      ->add_option("-o,--output", options.output,
                   in("--fix の出力先 (既定は 名前.fixed.拡張子)", "where --fix writes (default: NAME.fixed.EXT)"))
      ->option_text("FILE");
  command->add_flag("--force", options.force, in("既存のファイルを置き換える", "replace existing files"));
  command
      ->add_option("--baseline", options.baseline,
                   in("この一覧にある指摘は表示しない", "be quiet about the findings in this file"))
      ->option_text("FILE");
  command
      ->add_option("--write-baseline", options.write_baseline,
                   in("いまの指摘を一覧として書く", "write the present findings to this file"))
      ->option_text("FILE");
  command
      ->add_option("--config", options.config,
                   in("設定ファイル、または none (既定は入力から上へ探した torikomi.toml)",
                      "configuration, or none (default: the nearest torikomi.toml above the input)"))
      ->option_text("FILE|none");
  add_grammar_options(*command, options.grammar, options.grammar_folders, language);
  command->footer(validate_footer(language));
  return command;
}

int run_validate(const ValidateOptions& options, Console& console) {
  if (!options.explain.empty()) {
    const auto rule = find_rule(options.explain);
    if (!rule) {
      console.error(rule.error());
      return kUsage;
    }
    return print_all(explain_rule(entry_of(**rule), console.language()), console);
  }
  return Validation(options, console).run();
}

CLI::App* add_rules(CLI::App& app, RulesOptions& options, Language language) {
  const InLanguage in(language);
  CLI::App* command = app.add_subcommand("rules", in("指摘の規則の一覧", "list the rules of validate"));
  command->add_flag("--markdown", options.markdown, in("docs/rules.md の形で", "as docs/rules.md"));
  command->footer(rules_footer(language));
  return command;
}

int run_rules(const RulesOptions& options, Console& console) {
  const auto rules = catalogue();
  return print_all(options.markdown ? rules_markdown(rules) : list_rules(rules, console.language()), console);
}

CLI::App* add_config(CLI::App& app, ConfigOptions& options, Language language) {
  const InLanguage in(language);
  CLI::App* command = app.add_subcommand("config", in("設定を見る", "look at the configuration"));
  command->require_subcommand(1);
  command->footer(config_footer(language));
  CLI::App* show = command->add_subcommand("show", in("有効な設定を表示", "print the configuration in force"));
  show->add_option("INPUT", options.path,
                   in("この入力に対する設定 (既定はこのフォルダ)", "for this input (default: this folder)"))
      ->type_name("");
  show->add_flag("--origin", options.origin, in("値がどこから来たか", "say where each value comes from"));
  return command;
}

int run_config(const ConfigOptions& options, Console& console) {
  const auto config = load_config(find_config(options.path).value_or("none"));
  if (!config) {
    console.error(config.error());
    return kUsage;
  }
  return print_all(show_config(*config, options.origin), console);
}

}  // namespace torikomi::cli
