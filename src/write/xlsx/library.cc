#include "write/xlsx/library.h"

#include <dlfcn.h>

#include <cassert>
#include <string>

namespace torikomi::xlsx {
namespace {

/// The library as the loader left it: with `missing` empty it is whole.
struct Loaded {
  Library functions;
  std::string missing;  // in the words of the loader
};

/// dlerror is thread-safe in glibc; only one thread comes here.
std::string loader_error() {
  const char* error = dlerror();  // NOLINT(concurrency-mt-unsafe)
  return error == nullptr ? "" : error;
}

Loaded load() {
  Loaded out;
  void* handle = dlopen(TORIKOMI_XLSXWRITER_FILE, RTLD_LAZY | RTLD_LOCAL);  // stays until the process ends
  if (handle == nullptr) {
    out.missing = loader_error();
    return out;
  }
#define TORIKOMI_XLSX_FIND(name)                                                             \
  out.functions.name = reinterpret_cast<decltype(out.functions.name)>(dlsym(handle, #name)); \
  if (out.functions.name == nullptr) out.missing = loader_error();
  TORIKOMI_XLSX_FUNCTIONS(TORIKOMI_XLSX_FIND)
#undef TORIKOMI_XLSX_FIND
  return out;
}

const Loaded& loaded() {
  static const Loaded once = load();
  return once;
}

}  // namespace

Status load_library() {
  if (loaded().missing.empty()) return ok();
  return Error{ErrorCode::kOutput, say("表計算ファイルを書くためのライブラリを使えません（{}）。apt-get install "
                                       "libxlsxwriter4 で入れるか、CSV で出力してください。",
                                       "the library that writes spreadsheets cannot be used ({}). Install it with "
                                       "apt-get install libxlsxwriter4, or "
                                       "write CSV.",
                                       loaded().missing)};
}

const Library& lib() {
  assert(loaded().missing.empty());
  return loaded().functions;
}

}  // namespace torikomi::xlsx
