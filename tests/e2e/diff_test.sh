#!/bin/sh
# `torikomi diff`: outputs of every format agree with each other, and what was added, removed or changed is named,
# whatever the ids, lines and file names are.
#
#   diff_test.sh TORIKOMI
set -u
tool=$(cd "$(dirname "$1")" && pwd)/$(basename "$1")
# shellcheck source=tests/e2e/cards.sh
. "$(dirname "$0")/cards.sh"
use_cards "$tool"
here=$(cd "$(dirname "$0")" && pwd)
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder" || exit 1
export LC_ALL=C.UTF-8
# shellcheck source=tests/e2e/expect.sh
. "$here/expect.sh"

# shows NAME LINE: a line of the output that begins like this
shows() {
  grep -q "^$2" stdout && return
  echo "FAILED $1: no line \"$2\""
  sed 's/^/  /' stdout
  failures=$((failures + 1))
}

card() { # PROJECT TOWN TARGET
  printf '施策\t産業の振興\t事務事業\t%s\n関係市町\t■津山市 %s ※提案市町は★印\n' "$1" "$2"
  printf '事業計画 (平成29年度)\t・担当者会議の開催 平成29年5月19日 於:津山市\n'
  printf 'KPIの状況\n指 標\t基準値\t現状値\t目標値\n来場者数\t100人 (平成28年度)\t-\t%s人 (平成33年度)\n\n' "$3"
}
mkdir old new
{ card 商談会 ■玉野市 200; card 見本市 □玉野市 300; card 消えた事業 ■玉野市 10; } >old/a.txt
{ echo; card 見本市 ■玉野市 300; card 新しい企画 ■総社市 5; card 合同商談会 ■玉野市 250; } >new/renamed.txt
for side in old new; do
  "$tool" convert $side -o $side.ndjson --to ndjson -q
  "$tool" convert $side -o $side.json --to json -q
  "$tool" convert $side -o $side-csv -q
  "$tool" convert $side -o $side-excel -q --profile excel --header ja
  "$tool" convert $side -o $side.sqlite -q
  "$tool" ingest $side --store $side-store.sqlite -q
done

for other in old.json old-csv old-excel old.sqlite old-store.sqlite; do
  expect "$other is the same" 0 "$tool" diff old.ndjson $other --exit-code
done
expect 'differences' 1 "$tool" diff old.ndjson new-store.sqlite --exit-code
shows 'a new project' '+ measures .* 新しい企画'
shows 'a project that is gone' '- measures .* 消えた事業'
shows 'a project with another name' '~ measures .* 合同商談会'
shows 'what it was called' '    project: 商談会 → 合同商談会'
shows 'another target' '~ kpis 来場者数'
shows 'its values' '    target_value: 200 → 250'
shows 'a town that takes part now' '    role: not_involved → partner'
if grep -q '^[+-] kpis' stdout; then
  echo 'FAILED: KPIs of new and vanished projects are listed one by one'
  failures=$((failures + 1))
fi
expect 'without --exit-code' 0 "$tool" diff old.ndjson new-csv
expect 'one table' 0 "$tool" diff old.ndjson new.json --table kpis
[ "$(grep -c '^[~+-]' stdout)" -eq 1 ] || { echo 'FAILED: other tables, too'; failures=$((failures + 1)); }
expect 'JSON' 0 "$tool" diff old.ndjson new.json --format json
shows 'objects' '{"change":"changed","table":"measures"'

sed 's/平成29年/平成30年/g; s/平成28年度/平成29年度/' old/a.txt >old/b.txt
"$tool" ingest old --store years.sqlite -q
expect 'two years' 0 "$tool" diff 2017 2018 --store years.sqlite
expect 'a year without documents' 0 "$tool" diff 1950 2018 --store years.sqlite
grep -q 'no document of the fiscal year 1950' stderr || {
  echo 'FAILED: nothing is said of the empty year'
  failures=$((failures + 1))
}
expect 'no such year' 2 "$tool" diff H29 2018 --store years.sqlite
expect 'no such table' 2 "$tool" diff old.json new.json --table kpi
expect 'nothing there' 3 "$tool" diff old.json none.json
expect 'a report' 3 "$tool" diff old.json old/a.txt
"$tool" convert old -o old.xlsx -q
expect 'a spreadsheet' 3 "$tool" diff old.json old.xlsx
grep -q spreadsheets stderr || { echo 'FAILED: no advice'; failures=$((failures + 1)); }

[ "$failures" -eq 0 ] || exit 1
echo 'diff: as it should be'
