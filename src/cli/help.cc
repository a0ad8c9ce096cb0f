#include "help.h"

namespace torikomi::cli {

std::string overview_footer(Language language) {
  if (language == Language::kJa) {
    return "例:\n"
           "  torikomi convert 報告書.txt                 JSON を表示\n"
           "  torikomi convert 報告書/ -o out/            CSV の表と datapackage.json をフォルダへ\n"
           "  torikomi convert --help                     くわしい使い方\n"
           "\n終了コード: 0 正常、1 指摘あり、2 使い方の誤り、3 読めない入力あり、4 書き込めない、5 内部エラー";
  }
  return "Examples:\n"
         "  torikomi convert report.txt                 print JSON\n"
         "  torikomi convert reports/ -o out/           CSV tables and datapackage.json into a folder\n"
         "  torikomi convert --help                     all options\n"
         "\nExit codes: 0 clean, 1 findings, 2 usage, 3 an input could not be read, 4 output not written, 5 internal "
         "error";
}

std::string convert_footer(Language language) {
  if (language == Language::kJa) {
    return "例:\n"
           "  torikomi convert 報告書.txt                 JSON を標準出力へ\n"
           "  torikomi convert 報告書/ -o out/            フォルダ内のすべてを CSV へ\n"
           "  torikomi convert '2017*/*.txt' -o all.ndjson\n"
           "  torikomi convert a.txt -o a.json --force    既存のファイルを置き換える\n"
           "  pdftotext -layout a.pdf - | torikomi convert - -o out/\n"
           "  torikomi convert a.txt --dump ledger        各行を何が使ったか";
  }
  return "Examples:\n"
         "  torikomi convert report.txt                 JSON to standard output\n"
         "  torikomi convert reports/ -o out/           every report of a folder to CSV tables\n"
         "  torikomi convert '2017*/*.txt' -o all.ndjson\n"
         "  torikomi convert a.txt -o a.json --force    replace what is there\n"
         "  pdftotext -layout a.pdf - | torikomi convert - -o out/\n"
         "  torikomi convert a.txt --dump ledger        who used which line";
}

std::string parse_footer(Language language) {
  if (language == Language::kJa) {
    return "例:\n"
           "  torikomi parse date 平成29年5月～6月上旬\n"
           "  torikomi parse date 9月1日 --context fiscal_year=2017\n"
           "  torikomi parse number 約2.5億円 ▲862人\n"
           "  torikomi parse name < 名簿.txt";
  }
  return "Examples:\n"
         "  torikomi parse date 平成29年5月～6月上旬\n"
         "  torikomi parse date 9月1日 --context fiscal_year=2017\n"
         "  torikomi parse number 約2.5億円 ▲862人\n"
         "  torikomi parse name < names.txt";
}

std::string grammar_footer(Language language) {
  if (language == Language::kJa) {
    return "例:\n"
           "  torikomi grammar list --match 報告書.txt    どの様式が当てはまるか\n"
           "  torikomi grammar show renkei-card           手本にする文法ファイル\n"
           "  torikomi grammar check my-family.toml       読めるか、例のとおりになるか";
  }
  return "Examples:\n"
         "  torikomi grammar list --match report.txt    which family fits, and why\n"
         "  torikomi grammar show renkei-card           a grammar file to start from\n"
         "  torikomi grammar check my-family.toml       does it load and read its examples";
}

}  // namespace torikomi::cli
