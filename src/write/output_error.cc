// What went wrong with an output, where, why, and what to do: in the words of people who use a computer, not write it.
#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>

#include "torikomi/write/output_file.h"

namespace torikomi {
namespace {

struct Reason {
  int error;
  std::string_view name;
  Text2 why;
  Text2 remedy;
};

constexpr Text2 kOtherPlace = {"-o で別の場所を指定するか、書き込みの権限を付けてください。",
                               "Choose another place with -o, or give yourself the right to write there."};
constexpr Text2 kMakeSpace = {"空きを作るか、-o で別の場所を指定してください。",
                              "Free some space, or choose another place with -o."};
constexpr Text2 kCheckDisk = {"ディスクの状態を確かめてください。", "Check the disk."};

constexpr std::array kReasons = {
    Reason{ENOSPC, "ENOSPC", {"ディスクの空きがありません", "no space is left on the disk"}, kMakeSpace},
    Reason{EDQUOT, "EDQUOT", {"ディスクの割り当てを使い切りました", "the disk quota is used up"}, kMakeSpace},
    Reason{EFBIG, "EFBIG", {"ファイルが大きくなりすぎました", "the file has become too large"}, kMakeSpace},
    Reason{EACCES, "EACCES", {"書き込む権限がありません", "permission denied"}, kOtherPlace},
    Reason{EPERM, "EPERM", {"書き込む権限がありません", "permission denied"}, kOtherPlace},
    Reason{EROFS, "EROFS", {"読み取り専用の場所です", "the place is read-only"}, kOtherPlace},
    Reason{ENOENT,
           "ENOENT",
           {"フォルダがありません", "the folder does not exist"},
           {"先にフォルダを作るか、パスを確かめてください。", "Make the folder first, or check the path."}},
    Reason{ENOTDIR,
           "ENOTDIR",
           {"フォルダであるはずの所にファイルがあります", "a file stands where a folder should be"},
           {"パスを確かめてください。", "Check the path."}},
    Reason{EISDIR,
           "EISDIR",
           {"フォルダです", "it is a folder"},
           {"ファイル名まで指定するか、表をフォルダへ書き出すには --to csv を付けてください。",
            "Give a file name, or --to csv to write the tables to a folder."}},
    Reason{ENAMETOOLONG,
           "ENAMETOOLONG",
           {"名前が長すぎます", "the name is too long"},
           {"短い名前にしてください。", "Choose a shorter one."}},
    Reason{EPIPE,
           "EPIPE",
           {"読み手が途中で閉じました", "the reader has closed the pipe"},
           {"パイプの先のコマンドを確かめてください。", "Look at the command behind the pipe."}},
    Reason{EIO, "EIO", {"入出力エラーです", "input/output error"}, kCheckDisk},
    Reason{EBUSY,
           "EBUSY",
           {"ほかのプログラムが使っています", "another program is using it"},
           {"閉じてからもう一度実行してください。", "Close it and run again."}},
    Reason{EMFILE,
           "EMFILE",
           {"開いているファイルが多すぎます", "too many files are open"},
           {"ulimit -n を増やしてください。", "Raise ulimit -n."}},
};

}  // namespace

Error cannot_write(std::string_view path, int error) {
  const Message name = path == "-" ? Message{"標準出力", "standard output"} : say("「{}」", "\"{}\"", path);
  const auto* found = std::find_if(kReasons.begin(), kReasons.end(), [&](const Reason& r) { return r.error == error; });
  if (found == kReasons.end()) {
    const std::string_view system = ::strerror(error);  // NOLINT(concurrency-mt-unsafe): the C locale is never changed
    return {ErrorCode::kOutput,
            {fmt::format("{}に書き込めません: {} (errno {})。-o で別の場所を試してください。", name.ja, system, error),
             fmt::format("cannot write {}: {} (errno {}). Try another place with -o.", name.en, system, error)}};
  }
  return {ErrorCode::kOutput,
          {fmt::format("{}に書き込めません: {} ({})。{}", name.ja, found->why.ja, found->name, found->remedy.ja),
           fmt::format("cannot write {}: {} ({}). {}", name.en, found->why.en, found->name, found->remedy.en)}};
}

Error already_there(std::string_view path) {
  return {ErrorCode::kOutput,
          say("「{}」はすでにあります。置き換えるには --force を付けるか、-o で別の名前を指定してください。",
              "\"{}\" is there already. Give --force to replace it, or choose another name with -o.", path)};
}

}  // namespace torikomi
