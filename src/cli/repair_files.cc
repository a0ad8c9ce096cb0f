#include "repair_files.h"

#include <algorithm>
#include <filesystem>
#include <map>
#include <set>

#include "torikomi/check/check.h"
#include "torikomi/check/suppress.h"
#include "torikomi/report/diff.h"
#include "torikomi/text/decode.h"
#include "torikomi/write/output_file.h"
#include "write_flags.h"

namespace torikomi::cli {
namespace {

namespace fs = std::filesystem;

struct Mended {
  std::string before, after;  ///< UTF-8 without BOM; line ends as they were
  std::size_t repairs = 0;
  bool recoded = false;  ///< the file has other bytes than `before`
};

/// NAME.fixed.EXT.
fs::path copy_beside(fs::path path) {
  return path.replace_filename(path.stem().string() + ".fixed" + path.extension().string());
}

/// The name of a copy in a folder: a list may hold absolute names and "..", which would lead out of it.
fs::path without_way_out(const fs::path& name) {
  fs::path out;
  for (const fs::path& part : name.relative_path())
    if (part != "..") out /= part;
  return out;
}

/// What suppressions look at: rule and place.
Diagnostic finding_of(const Repair& repair) {
  const auto rules = all_rule_infos();
  const auto rule =
      std::find_if(rules.begin(), rules.end(), [&](const RuleInfo* one) { return one->code == repair.code; });
  return {*rule, repair.span, {}, {}};
}

class Repairing {
 public:
  Repairing(const RepairOptions& options, const RepairFilter& wanted, Console& console)
      : options_(options), wanted_(wanted), console_(console) {}

  Result<std::vector<std::string>> run(std::vector<InputFile> inputs) {
    leave_out_copies(inputs);
    several_ = inputs.size() > 1;
    if (auto free = check_names(inputs); !free) return free.error();
    for (const InputFile& file : inputs) {
      auto mended = read(file);
      if (!mended) {
        console_.error(mended.error());
        unread_.push_back(file.path);
        continue;
      }
      if (options_.diff && mended->repairs > 0) {
        if (mended->recoded)
          console_.note(say("{}: 差分は UTF-8 (BOM なし) に直した本文のものです。元のファイルにはそのまま当たりません",
                            "{}: the difference is that of the text in UTF-8 without BOM; it is no patch of the file",
                            file.path));
        if (auto shown = print(unified_diff(file.path, mended->before, mended->after)); !shown) return shown.error();
      }
      if (options_.fix) take(file, *mended);
    }
    return std::move(unread_);
  }

 private:
  /// A copy that an earlier run has made of another input is none; nor is what is named twice.
  void leave_out_copies(std::vector<InputFile>& inputs) {
    std::set<fs::path> copies;
    for (const InputFile& file : inputs) copies.insert(real_path(copy_beside(file.path)));
    const std::size_t left_out =
        std::erase_if(inputs, [&](const InputFile& file) { return copies.count(real_path(file.path)) > 0; });
    std::erase_if(inputs, [&](const InputFile& file) { return !originals_.insert(real_path(file.path)).second; });
    if (left_out > 0)
      console_.note(say("直した写し (名前.fixed.拡張子) {} 件は入力としません",
                        "{} repaired copies (NAME.fixed.EXT) are not read", left_out));
  }

  /// Before anything is written: no copy replaces an input, whatever --force says, or another copy.
  Status check_names(const std::vector<InputFile>& inputs) const {
    if (!options_.fix) return ok();
    std::map<fs::path, const InputFile*> copies;
    for (const InputFile& file : inputs) {
      const fs::path path = target(file);
      if (is_stream(path.string())) continue;
      if (originals_.count(real_path(path)) > 0)
        return Error{
            ErrorCode::kOutput,
            say("{}: 写しの書き込み先 {} は入力ファイルです。入力は書き換えません。-o で別の場所を指定してください",
                "{}: its copy would replace the input {}; inputs stay as they are: name another place with -o",
                file.path, path.string())};
      const auto [there, fresh] = copies.emplace(real_path(path), &file);
      if (!fresh)
        return Error{ErrorCode::kOutput,
                     say("{} と {} の写しがどちらも {} になります。別々の -o で実行してください",
                         "the copies of {} and {} would both be {}; run once for each, with another -o",
                         there->second->path, file.path, path.string())};
    }
    return ok();
  }

  [[nodiscard]] fs::path target(const InputFile& file) const {
    std::error_code ignored;
    if (options_.output.empty()) return file.path == "-" ? fs::path("-") : copy_beside(file.path);
    if (several_ || options_.output.ends_with('/') || fs::is_directory(options_.output, ignored))
      return fs::path(options_.output) / without_way_out(file.source);
    return options_.output;
  }

  [[nodiscard]] Result<Mended> read(const InputFile& file) const {
    auto bytes = read_input(file, options_.max_bytes);
    if (!bytes) return bytes.error();
    auto decoded = decode(*std::move(bytes), file.source);
    if (!decoded) return decoded.error();
    Mended out;
    out.recoded = decoded->encoding != "utf-8" || decoded->had_bom;
    const Source source(file.source, std::move(decoded->text));
    out.before = source.text();
    auto repairs = find_repairs(out.before);
    const std::vector<Suppression> suppressions = find_suppressions(source);
    std::erase_if(repairs, [&](const Repair& repair) {
      return !wanted_(file, repair) || is_suppressed(source, finding_of(repair), suppressions);
    });
    out.repairs = repairs.size();
    out.after = apply_repairs(out.before, repairs);
    return out;
  }

  void take(const InputFile& file, const Mended& mended) {
    if (mended.repairs == 0) {
      console_.note(say("{}: 直すところはありません", "{}: nothing to repair", file.path));
      return;
    }
    const fs::path path = target(file);
    if (auto written = write(path, mended.after); !written) return console_.error(written.error());
    console_.note(say("{}: {} か所を直して {} に書きました", "{0}: written to {2}, repairs: {1}", file.path,
                      mended.repairs, path.string()));
  }

  [[nodiscard]] Status write(const fs::path& path, std::string_view text) const {
    std::error_code ignored;  // opening the file says why
    if (!options_.output.empty() && path != options_.output) fs::create_directories(path.parent_path(), ignored);
    auto out = OutputFile::open(path.string(), options_.force, real_files());
    if (!out) return out.error();
    if (auto written = out->append(text); !written) return written;
    return out->finish();
  }

  const RepairOptions& options_;
  const RepairFilter& wanted_;
  Console& console_;
  bool several_ = false;
  std::set<fs::path> originals_;  ///< every input
  std::vector<std::string> unread_;
};

}  // namespace

Result<std::vector<std::string>> repair_files(std::vector<InputFile> inputs, const RepairOptions& options,
                                              const RepairFilter& wanted, Console& console) {
  return Repairing(options, wanted, console).run(std::move(inputs));
}

}  // namespace torikomi::cli
