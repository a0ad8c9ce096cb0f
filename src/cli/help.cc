#include "help.h"

namespace torikomi::cli {

std::string overview_footer(Language language) {
  if (language == Language::kJa) {
    return "例:\n"
           "  torikomi convert 報告書.txt                 JSON を表示\n"
           "  torikomi convert 報告書/ -o out/            CSV の表と datapackage.json をフォルダへ\n"
           "  torikomi help convert                       くわしい使い方\n"
           "\n終了コード: 0 正常、1 指摘あり、2 使い方の誤り、3 読めない入力あり、4 書き込めない、5 内部エラー";
  }
  return "Examples:\n"
         "  torikomi convert report.txt                 print JSON\n"
         "  torikomi convert reports/ -o out/           CSV tables and datapackage.json into a folder\n"
         "  torikomi help convert                       all options\n"
         "\nExit codes: 0 clean, 1 findings, 2 usage, 3 an input could not be read, 4 output not written, 5 internal "
         "error";
}

std::string convert_footer(Language language) {
  if (language == Language::kJa) {
    return "例:\n"
           "  torikomi convert 報告書.txt                 JSON を標準出力へ\n"
           "  torikomi convert 報告書/ -o out/            フォルダ内のすべてを CSV へ\n"
           "  torikomi convert 報告書/ -o 報告書.xlsx     Excel ブックへ\n"
           "  torikomi convert '2017*/*.txt' -o all.ndjson\n"
           "  torikomi convert a.txt -o a.json --force    既存のファイルを置き換える\n"
           "  pdftotext -layout a.pdf - | torikomi convert - -o out/\n"
           "  torikomi convert a.txt --dump ledger        各行を何が使ったか";
  }
  return "Examples:\n"
         "  torikomi convert report.txt                 JSON to standard output\n"
         "  torikomi convert reports/ -o out/           every report of a folder to CSV tables\n"
         "  torikomi convert reports/ -o reports.xlsx   an Excel workbook\n"
         "  torikomi convert '2017*/*.txt' -o all.ndjson\n"
         "  torikomi convert a.txt -o a.json --force    replace what is there\n"
         "  pdftotext -layout a.pdf - | torikomi convert - -o out/\n"
         "  torikomi convert a.txt --dump ledger        who used which line";
}

std::string ingest_footer(Language language) {
  if (language == Language::kJa) {
    return "例:\n"
           "  torikomi ingest 報告書/ --store reports.sqlite          何度実行しても、変わったものだけ\n"
           "  torikomi ingest 報告書/ --store reports.sqlite --prune  なくなったファイルの記録も消す\n"
           "  torikomi status --store reports.sqlite                  何件入っているか\n"
           "  torikomi search 観光 --store reports.sqlite             文章を探す\n"
           "  torikomi export --store reports.sqlite -o all.xlsx      書き出す\n"
           "\n途中で止めても、もう一度実行すれば続きから取り込みます。";
  }
  return "Examples:\n"
         "  torikomi ingest reports/ --store reports.sqlite          as often as you like: only what changed\n"
         "  torikomi ingest reports/ --store reports.sqlite --prune  also remove files that vanished\n"
         "  torikomi status --store reports.sqlite                   what is in it\n"
         "  torikomi search 観光 --store reports.sqlite              look for words\n"
         "  torikomi export --store reports.sqlite -o all.xlsx       write it out\n"
         "\nA run that was stopped goes on when it is started again.";
}

std::string export_footer(Language language) {
  if (language == Language::kJa) {
    return "例:\n"
           "  torikomi export --store reports.sqlite -o all.xlsx\n"
           "  torikomi export --store reports.sqlite -o 岡山/ --where code=33 --where fiscal_year=2017,2018\n"
           "  torikomi export --store reports.sqlite --where document=報告書.txt";
  }
  return "Examples:\n"
         "  torikomi export --store reports.sqlite -o all.xlsx\n"
         "  torikomi export --store reports.sqlite -o okayama/ --where code=33 --where fiscal_year=2017,2018\n"
         "  torikomi export --store reports.sqlite --where document=report.txt";
}

std::string search_footer(Language language) {
  if (language == Language::kJa) {
    return "例:\n"
           "  torikomi search 観光 --store reports.sqlite            ファイル:行、項目、前後の文\n"
           "  torikomi search 連携協約 --store reports.sqlite --limit 0 --format json\n"
           "\n1文字から探せます。全角・半角、大文字・小文字は区別しません。";
  }
  return "Examples:\n"
         "  torikomi search 観光 --store reports.sqlite            file:line, column, the words around\n"
         "  torikomi search 連携協約 --store reports.sqlite --limit 0 --format json\n"
         "\nOne character is enough. Letter case and width do not count.";
}

std::string status_footer(Language language) {
  if (language == Language::kJa) {
    return "例:\n"
           "  torikomi status --store reports.sqlite                 件数と大きさ\n"
           "  torikomi status --store reports.sqlite --format json";
  }
  return "Examples:\n"
         "  torikomi status --store reports.sqlite                 counts and size\n"
         "  torikomi status --store reports.sqlite --format json";
}

std::string diff_footer(Language language) {
  if (language == Language::kJa) {
    return "例:\n"
           "  torikomi diff 先月.sqlite 今月.sqlite            ストア同士\n"
           "  torikomi diff 旧/ 新.ndjson                     出力同士 (形式は違ってもよい)\n"
           "  torikomi diff 2016 2017 --store reports.sqlite  ストアの中の2つの年度\n"
           "\n+ 増えた記録、- なくなった記録、~ 変わった記録。IDではなく内容で突き合わせます。";
  }
  return "Examples:\n"
         "  torikomi diff july.sqlite august.sqlite         two stores\n"
         "  torikomi diff old/ new.ndjson                   two outputs, in any two formats\n"
         "  torikomi diff 2016 2017 --store reports.sqlite  two fiscal years of a store\n"
         "\n+ added, - removed, ~ changed. Records are matched by what they say, not by their ids.";
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
           "  torikomi grammar show 名前                  手本にする文法ファイル (名前は grammar list)\n"
           "  torikomi grammar draft 報告書/*.txt --name my-family -o my-family.toml\n"
           "  torikomi grammar check my-family.toml       読めるか、例のとおりになるか";
  }
  return "Examples:\n"
         "  torikomi grammar list --match report.txt    which family fits, and why\n"
         "  torikomi grammar show NAME                  a grammar file to start from (names: grammar list)\n"
         "  torikomi grammar draft reports/*.txt --name my-family -o my-family.toml\n"
         "  torikomi grammar check my-family.toml       does it load and read its examples";
}

std::string rules_footer(Language language) {
  if (language == Language::kJa) {
    return "例:\n"
           "  torikomi rules                              規則の一覧\n"
           "  torikomi validate --explain DAT002          1つの規則の説明";
  }
  return "Examples:\n"
         "  torikomi rules                              all rules\n"
         "  torikomi validate --explain DAT002          what one of them means";
}

std::string config_footer(Language language) {
  if (language == Language::kJa) {
    return "例:\n"
           "  torikomi config show --origin 報告書/       この入力に効く設定と、その出どころ\n"
           "\n設定は入力のフォルダから上へ torikomi.toml を探して読みます。";
  }
  return "Examples:\n"
         "  torikomi config show --origin reports/      what holds for these inputs, and where it comes from\n"
         "\nThe configuration is the nearest torikomi.toml, looked for upward from the input.";
}

std::string validate_footer(Language language) {
  if (language == Language::kJa) {
    return "例:\n"
           "  torikomi validate 報告書.txt                指摘を行と印で表示\n"
           "  torikomi validate 報告書/ --select DAT,BUD  日付と収支だけ\n"
           "  torikomi validate --explain DAT002          規則の説明\n"
           "  torikomi validate a.txt --fix --diff        直した写しを書き、差分を表示\n"
           "  torikomi validate 報告書/ --write-baseline known.json\n"
           "\n本文の中で抑えるには: torikomi:ignore DAT002 理由 (その行、単独の行なら次の行)"
           "\n                      torikomi:ignore-file DAT002 理由 (文書全体)";
  }
  return "Examples:\n"
         "  torikomi validate report.txt                findings with their lines\n"
         "  torikomi validate reports/ --select DAT,BUD dates and budgets only\n"
         "  torikomi validate --explain DAT002          what a rule means\n"
         "  torikomi validate a.txt --fix --diff        write a repaired copy and show the difference\n"
         "  torikomi validate reports/ --write-baseline known.json\n"
         "\nInside a text: torikomi:ignore DAT002 reason       (its line; alone on a line: the next)"
         "\n               torikomi:ignore-file DAT002 reason  (the whole text)";
}

}  // namespace torikomi::cli
