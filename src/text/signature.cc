#include "text/signature.h"

namespace torikomi {
namespace {

using namespace std::string_view_literals;

constexpr Text2 kPdfRemedy = {"pdftotext -layout 入力.pdf 出力.txt で文字を取り出してから渡してください",
                              "take its text out with `pdftotext -layout input.pdf output.txt` first"};
constexpr Text2 kWordRemedy = {
    "Word で「書式なし (.txt)」として保存するか、pandoc -t gfm 入力.docx -o 出力.md で変換してください",
    "save it as plain text (.txt) in Word, or convert it with `pandoc -t gfm input.docx -o output.md`"};
constexpr Text2 kExcelRemedy = {"Excel で「テキスト (タブ区切り)」として保存してから渡してください",
                                "save each sheet as tab-delimited text in Excel first"};
constexpr Text2 kOfficeRemedy = {"Word や Excel で開き、テキスト (.txt) として保存してから渡してください",
                                 "open it in Office and save it as text (.txt) first"};
constexpr Text2 kPackedRemedy = {"展開し、中のテキストファイルを渡してください",
                                 "unpack it and give the text files inside"};
constexpr Text2 kImageRemedy = {"文字認識 (OCR) でテキストにしてから渡してください", "turn it into text by OCR first"};

struct Row {
  std::string_view head;
  Signature signature;
};

constexpr Row kRows[] = {
    {"%PDF-"sv, {{"PDF", "a PDF"}, kPdfRemedy}},
    {"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"sv, {{"旧形式の Office 文書", "a legacy Office document"}, kOfficeRemedy}},
    {"{\\rtf"sv, {{"リッチテキスト (RTF)", "an RTF document"}, kOfficeRemedy}},
    {"\x1F\x8B\x08"sv, {{"gzip の圧縮ファイル", "a gzip file"}, kPackedRemedy}},
    {"7z\xBC\xAF\x27\x1C"sv, {{"7-Zip の書庫", "a 7-Zip archive"}, kPackedRemedy}},
    {"Rar!\x1A\x07"sv, {{"RAR の書庫", "a RAR archive"}, kPackedRemedy}},
    {"\x89PNG\r\n\x1A\n"sv, {{"PNG 画像", "a PNG image"}, kImageRemedy}},
    {"\xFF\xD8\xFF"sv, {{"JPEG 画像", "a JPEG image"}, kImageRemedy}},
    {"GIF87a"sv, {{"GIF 画像", "a GIF image"}, kImageRemedy}},
    {"GIF89a"sv, {{"GIF 画像", "a GIF image"}, kImageRemedy}},
    {"II*\0"sv, {{"TIFF 画像", "a TIFF image"}, kImageRemedy}},
    {"MM\0*"sv, {{"TIFF 画像", "a TIFF image"}, kImageRemedy}},
};

constexpr std::size_t kLookAhead = 4096;  // where the names of the first parts of an Office archive stand

Signature zip_kind(std::string_view bytes) {
  const std::string_view head = bytes.substr(0, kLookAhead);
  if (head.find("word/") != head.npos) return {{"Word 文書 (DOCX)", "a Word document (DOCX)"}, kWordRemedy};
  if (head.find("xl/") != head.npos) return {{"Excel ブック (XLSX)", "an Excel workbook (XLSX)"}, kExcelRemedy};
  if (head.find("ppt/") != head.npos) return {{"PowerPoint 文書", "a PowerPoint document"}, kOfficeRemedy};
  if (head.find("[Content_Types].xml") != head.npos) {
    return {{"Office 文書 (DOCX や XLSX)", "an Office document (DOCX or XLSX)"}, kOfficeRemedy};
  }
  return {{"ZIP の書庫", "a ZIP archive"}, kPackedRemedy};
}

}  // namespace

std::optional<Signature> find_signature(std::string_view bytes) {
  if (bytes.starts_with("PK\x03\x04") || bytes.starts_with("PK\x05\x06")) return zip_kind(bytes);
  for (const Row& row : kRows) {
    if (bytes.starts_with(row.head)) return row.signature;
  }
  return std::nullopt;
}

}  // namespace torikomi
