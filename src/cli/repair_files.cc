#include "repair_files.h"

#include <filesystem>

#include "torikomi/check/repair.h"
#include "torikomi/report/diff.h"
#include "torikomi/text/decode.h"
#include "torikomi/write/output_file.h"

namespace torikomi::cli {

Result<Mended> mend_text(std::string bytes, const std::string& name,
                         const std::function<bool(std::string_view)>& wanted) {
  auto decoded = decode(std::move(bytes), name);
  if (!decoded) return decoded.error();
  Mended out;
  out.before = std::move(decoded->text);
  auto repairs = find_repairs(out.before);
  std::erase_if(repairs, [&](const Repair& repair) { return !wanted(repair.code); });
  out.repairs = repairs.size();
  out.after = apply_repairs(out.before, repairs);
  return out;
}

std::string diff_of(const std::string& path, const Mended& mended) {
  return unified_diff(path, mended.before, mended.after);
}

Result<std::string> write_mended(const Mended& mended, const InputFile& file, const std::string& output,
                                 std::size_t inputs, bool force) {
  namespace fs = std::filesystem;
  fs::path path = output;
  std::error_code error;
  if (output.empty() && file.path == "-") {
    path = "-";
  } else if (output.empty()) {
    path = fs::path(file.path);
    path.replace_filename(path.stem().string() + ".fixed" + path.extension().string());
  } else if (inputs > 1 || output.ends_with('/') || fs::is_directory(path, error)) {
    path = fs::path(output) / file.source;
    fs::create_directories(path.parent_path(), error);
  }
  auto out = OutputFile::open(path.string(), force, real_files());
  if (!out) return out.error();
  if (auto written = out->append(mended.after); !written) return written.error();
  if (auto done = out->finish(); !done) return done.error();
  return path.string();
}

}  // namespace torikomi::cli
