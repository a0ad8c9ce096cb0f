// INP003: nothing but blanks.
#include "torikomi/check/check.h"

namespace torikomi {
namespace {

void run(const TextInput& input, Diagnostics& diagnostics) {
  if (input.text.body().find_first_not_of(" \t\n\v") == std::string_view::npos) diagnostics.add("INP003", Span{});
}

}  // namespace

extern const Rule rule_INP003;
const Rule rule_INP003 = {
    {.code = "INP003",
     .name = "no-text",
     .severity = Severity::kWarning,
     .summary = {"文字のないファイル", "a file without text"},
     .message = {"文字がありません。画像だけの PDF から取り出した場合は、OCR で文字にしてください",
                 "there is no text in it; if it comes from a PDF of images, run OCR first"},
     .explain =
         {"空のファイルからは何も取り出せません。文字の埋め込まれていない PDF (紙を読み取った画像) を pdftotext "
          "にかけると、空白だけのファイルになります。",
          "Nothing can be taken from an empty file. pdftotext makes a file of blanks from a PDF that holds scanned "
          "pages and no text."},
     .bad = "空白だけのファイル",
     .good = "文字のあるファイル"},
    run};

}  // namespace torikomi
