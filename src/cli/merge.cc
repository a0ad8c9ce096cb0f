#include "torikomi/batch/merge.h"

#include <CLI/CLI.hpp>
#include <csignal>
#include <filesystem>
#include <new>

#include "option_words.h"
#include "torikomi/batch/line_reader.h"
#include "torikomi/write/writer.h"
#include "worker.h"

namespace torikomi::cli {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kMostShown = 20;
constexpr std::size_t kLongestId = std::size_t{1} << 20;

class Merging {
 public:
  Merging(const MergeFlags& flags, Console& console) : flags_(flags), console_(console) {}

  int run() {
    if (auto read = merge_.expect(flags_.expect); !read)
      return fail(read.error(), flags_.expect == "-" || is_there(flags_.expect) ? kEngineData : kEngineNoInput);
    for (const std::string& part : flags_.parts) {
      if (!is_there(part)) {
        console_.note(say("{}: まだありません", "{}: is not there", part));
      } else if (auto added = merge_.add_part(part); !added) {
        return fail(added.error(), kEngineNoInput);
      }
    }
    if (flags_.clean) clean();
    if (merge_.torn() > 0)
      console_.note(
          say("途中で切れた最終行を {} 行読み飛ばしました", "{} torn last lines were passed over", merge_.torn()));
    const int incomplete = refuse_incomplete();
    return incomplete != 0 ? incomplete : write();
  }

 private:
  int fail(const Error& error, int code) {
    console_.error(error);
    return code;
  }

  static bool is_there(const std::string& path) { return real_files().stat(path).kind != FileSystem::Kind::kMissing; }
  [[nodiscard]] bool to_stdout() const { return flags_.write.output.empty() || flags_.write.output == "-"; }

  [[nodiscard]] std::string missing_path() const {
    if (!flags_.missing.empty()) return flags_.missing;
    if (to_stdout()) return {};
    std::string path = flags_.write.output;
    while (path.size() > 1 && path.ends_with('/')) path.pop_back();
    return path + ".missing";
  }

  /// 0 where every document is there once. Else says what is wrong and writes the ids to do again.
  int refuse_incomplete() {
    const auto& problems = merge_.problems();
    for (std::size_t i = 0; i < std::min(problems.size(), kMostShown); ++i)
      console_.error({ErrorCode::kInput, problems[i]});
    if (problems.size() > kMostShown)
      console_.error({ErrorCode::kInput, say("ほか {} 件", "{} more", problems.size() - kMostShown)});
    const auto missing = merge_.missing();
    const std::string path = missing_path();
    if (missing.empty() && !path.empty() && is_list_of_ids(path)) real_files().remove(path);  // of an earlier try
    if (missing.empty()) return problems.empty() ? 0 : kEngineData;
    console_.error({ErrorCode::kInput, say("{} 件中 {} 件の結果がありません", "of {} documents {} have no result",
                                           merge_.documents(), missing.size())});
    if (path.empty()) {
      for (std::size_t i = 0; i < std::min(missing.size(), kMostShown); ++i) console_.text(missing[i] + "\n");
      return kEngineData;
    }
    if (const int code = write_missing(path, missing); code != 0) return code;
    console_.note(say("その id を {} に書きました", "their ids are in {}", path));
    return kEngineData;
  }

  /// What an earlier try has written; anything else is not ours to remove.
  [[nodiscard]] bool is_list_of_ids(const std::string& path) const {
    if (real_files().stat(path).kind != FileSystem::Kind::kFile) return false;
    auto reader = LineReader::open(path, kLongestId);
    if (!reader) return false;
    while (true) {
      const auto line = reader->next();
      if (!line || !*line) return static_cast<bool>(line);
      if (!merge_.is_expected(std::string((*line)->text))) return false;
    }
  }

  int write_missing(const std::string& path, const std::vector<std::string>& ids) {
    auto file = OutputFile::open(path, true, real_files());
    if (!file) return fail(file.error(), kEngineNotCreated);
    for (const std::string& id : ids)
      if (auto done = file->append(id + "\n"); !done) return fail(done.error(), kEngineNotWritten);
    if (auto done = file->finish(); !done) return fail(done.error(), kEngineNotWritten);
    return 0;
  }

  int write() {
    WriteFlags flags = flags_.write;
    flags.force = true;  // running it again is always safe
    auto writer = open_output(flags, true, console_.language());
    if (!writer)
      return fail(writer.error(), writer.error().code == ErrorCode::kUsage ? kEngineUsage : kEngineNotCreated);
    const auto done =
        merge_.replay(console_.language(), [&](const Records& document) { return (*writer)->write(document); });
    if (!done) return fail(done.error(), done.error().code == ErrorCode::kInput ? kEngineData : kEngineNotWritten);
    if (auto finished = (*writer)->finish(); !finished) return fail(finished.error(), kEngineNotWritten);
    for (const Message& note : (*writer)->notes()) console_.note(note);
    return kClean;
  }

  /// Removes what killed workers left beside the parts: PART.tmp.HOST.PID.
  void clean() {
    for (const std::string& part : flags_.parts) {
      const fs::path path(part);
      const std::string prefix = path.filename().string() + ".tmp.";
      const std::string manifest = path.filename().string() + ".manifest.json.tmp.";
      std::error_code code;
      std::vector<fs::path> leftovers;
      for (fs::directory_iterator at(path.has_parent_path() ? path.parent_path() : ".", code);
           !code && at != fs::directory_iterator(); at.increment(code)) {
        const std::string name = at->path().filename().string();
        if (name.starts_with(prefix) || name.starts_with(manifest)) leftovers.push_back(at->path());
      }
      for (const fs::path& leftover : leftovers) fs::remove(leftover, code);
    }
  }

  const MergeFlags& flags_;
  Console& console_;
  Merge merge_;
};

}  // namespace

CLI::App* add_merge(CLI::App& app, MergeFlags& flags, Language language) {
  const InLanguage in(language);
  CLI::App* command =
      app.add_subcommand("merge", in("worker の出力がそろっているか確かめ、一つにまとめる",
                                     "prove that the outputs of workers are whole, and write them as one"));
  command->add_option("PART", flags.parts, in("worker の出力ファイル", "files that workers wrote"))
      ->required()
      ->type_name("");
  command
      ->add_option("--expect", flags.expect,
                   in("worker に与えた入力の全体", "the whole input that the workers were given"))
      ->required()
      ->option_text("FILE");
  add_write_flags(*command, flags.write, language, "-o,--out,--output");
  command->remove_option(command->get_option("--force"));  // it is always so
  command
      ->add_option("--missing", flags.missing,
                   in("足りない文書の id を書くファイル (既定は 出力先.missing)",
                      "file for the ids that have no result (OUT.missing unless given)"))
      ->option_text("FILE");
  command->add_flag(
      "--clean", flags.clean,
      in("止められた worker が残した仮のファイルを消す", "remove temporary files that killed workers left"));
  command->footer(in(
      "終了コード: 0 すべてそろった、64 使い方、65 不足・食い違い・入力にない文書、66 読めない、73 74 書き込めない",
      "Exit codes: 0 whole; 64 usage; 65 missing, conflicting or alien documents; 66 unreadable; 73 74 not written"));
  return command;
}

int run_merge_command(const MergeFlags& flags, Console& console) {
  std::signal(SIGPIPE, SIG_IGN);
  try {
    return Merging(flags, console).run();
  } catch (const std::bad_alloc&) {
    console.error({ErrorCode::kInternal, say("メモリーが足りません", "out of memory")});
    return kEngineTemporary;
  }
}

}  // namespace torikomi::cli
