// `torikomi diff`: what is new, gone or different between two runs, two stores or two years.
#include <CLI/CLI.hpp>
#include <algorithm>
#include <utility>

#include "diff_text.h"
#include "help.h"
#include "option_words.h"
#include "store_commands.h"
#include "torikomi/core/nearest.h"

namespace torikomi::cli {
namespace {

Result<CompareOptions> options_of(const DiffFlags& flags) {
  CompareOptions out;
  if (flags.tables.empty()) return out;
  out.tables.clear();
  std::vector<std::string_view> names;
  for (const TableInfo& table : all_tables()) names.push_back(table.name);
  for (const std::string& word : flags.tables) {
    const auto found = std::find(names.begin(), names.end(), word);
    if (found == names.end()) {
      const std::string_view near = nearest(word, names);
      const std::string all = fmt::format("{}", fmt::join(names, " "));
      return Error{ErrorCode::kUsage,
                   near.empty() ? say("表「{}」はありません。表: {}", "there is no table \"{}\"; tables: {}", word, all)
                                : say("表「{}」はありません。{} のことですか",
                                      "there is no table \"{}\"; did you mean {}?", word, near)};
    }
    out.tables.push_back(static_cast<TableId>(found - names.begin()));
  }
  return out;
}

Result<std::unique_ptr<RecordSet>> open_side(const DiffFlags& flags, const std::string& word) {
  if (flags.store.empty()) return open_record_set(word);
  const auto filter = parse_where({"fiscal_year=" + word});
  if (!filter) return filter.error();
  auto store = open_store(flags.store);
  if (!store) return store.error();
  return record_set_of(*std::move(store), *filter);
}

constexpr std::size_t kBufferSize = 64 * 1024;

class Diff {
 public:
  Diff(const DiffFlags& flags, Console& console) : flags_(flags), console_(console) {}

  int run() {
    const auto options = options_of(flags_);
    if (!options) return fail(options.error());
    auto before = open_side(flags_, flags_.before);
    if (!before) return fail(before.error());
    auto after = open_side(flags_, flags_.after);
    if (!after) return fail(after.error());
    if (!flags_.store.empty()) {
      note_if_empty(**before, flags_.before);
      note_if_empty(**after, flags_.after);
    }
    const auto counts =
        compare(**before, **after, *options, [this](const Difference& difference) { return show(difference); });
    if (!counts) return fail(counts.error());
    if (json()) buffer_ += shown_ == 0 ? "[]\n" : "\n]\n";
    if (auto printed = print(buffer_); !printed) return fail(printed.error());
    console_.text(counts_text(*counts, *options, console_.language()));
    if (folded_ > 0)
      console_.note(say("増えた・なくなった文書や事業の中の記録 {} 件は省きました。--format json ですべて",
                        "{} records inside documents and measures that are new or gone are not listed; --format json "
                        "has them",
                        folded_));
    if (console_.exit_code() != kClean) return console_.exit_code();
    return flags_.exit_code && differences_ > 0 ? int{kFindings} : int{kClean};
  }

 private:
  int fail(const Error& error) {
    console_.error(error);
    return console_.exit_code();
  }
  void note_if_empty(const RecordSet& side, const std::string& year) {
    if (side.documents().empty())
      console_.note(say("ストアに{}年度の文書はありません", "the store holds no document of the fiscal year {}", year));
  }
  [[nodiscard]] bool json() const { return flags_.format == "json"; }

  Status show(const Difference& difference) {
    ++differences_;
    if (!json() && difference.inside) {
      ++folded_;
      return ok();
    }
    if (json()) buffer_ += shown_ == 0 ? "[\n" : ",\n";
    buffer_ += json() ? difference_json(difference) : difference_text(difference, console_.language());
    ++shown_;
    if (buffer_.size() < kBufferSize) return ok();
    return print(std::exchange(buffer_, {}));
  }

  const DiffFlags& flags_;
  Console& console_;
  std::string buffer_;  ///< not printed yet
  std::size_t differences_ = 0, shown_ = 0, folded_ = 0;
};

}  // namespace

CLI::App* add_diff(CLI::App& app, DiffFlags& flags, Language language) {
  const InLanguage in(language);
  CLI::App* command =
      app.add_subcommand("diff", in("2つの出力・ストア・年度で増えた・なくなった・変わった記録",
                                    "records added, removed or changed between two outputs, stores or years"));
  command
      ->add_option("BEFORE", flags.before,
                   in("前の出力かストア (--store があれば年度)", "output or store before (with --store a fiscal year)"))
      ->required()
      ->type_name("");
  command->add_option("AFTER", flags.after, in("後の出力かストア (または年度)", "output, store or year after"))
      ->required()
      ->type_name("");
  command
      ->add_option("--store", flags.store, in("このストアの2つの年度を比べる", "compare two fiscal years of a store"))
      ->option_text("FILE");
  command
      ->add_option("--table", flags.tables,
                   in("比べる表 (既定は items と diagnostics を除くすべて)",
                      "which tables; all but items and diagnostics unless given"))
      ->delimiter(',')
      ->allow_extra_args(false)
      ->option_text("NAME");
  one_of(command->add_option("--format", flags.format, in("表示の形", "how to print them")), {"text", "json"});
  command->add_flag("--exit-code", flags.exit_code,
                    in("違いがあれば終了コード 1", "exit with 1 where there is a difference"));
  command->footer(diff_footer(language));
  return command;
}

int run_diff(const DiffFlags& flags, Console& console) { return Diff(flags, console).run(); }

}  // namespace torikomi::cli
