#!/bin/sh
# The store from month to month: only what changed is taken in, nothing is lost, and what comes out is what convert
# gives.
#
#   store_test.sh TORIKOMI SAMPLES
set -u
tool=$(cd "$(dirname "$1")" && pwd)/$(basename "$1")
# shellcheck source=tests/e2e/cards.sh
. "$(dirname "$0")/cards.sh"
use_cards "$tool"
samples=$(cd "$2" && pwd)
here=$(cd "$(dirname "$0")" && pwd)
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder" || exit 1
# shellcheck source=tests/e2e/expect.sh
. "$here/expect.sh"
export LC_ALL=C

# same NAME FOLDER: the store gives the bytes that convert gives for FOLDER
same() {
  "$tool" convert "$2" --to ndjson -q >converted.ndjson
  "$tool" export --store s.sqlite --to ndjson -q >exported.ndjson
  check "$1" cmp converted.ndjson exported.ndjson
}
ingested() { check "$1" grep -qx "s.sqlite: $2" stderr; }

number=0
mkdir reports
while [ "$number" -lt 40 ]; do
  for sample in "$samples"/*/*/input.txt; do
    number=$((number + 1))
    { cat "$sample"; echo "$number"; } >"reports/$(printf %03d $number).txt"
  done
  # words and a code to look for, whatever samples there are
  for office in 企画 総務 財政 税務; do
    number=$((number + 1))
    printf '構成市町村一覧\n\n市町村名\t担当課\n富山県立山町\t%s課\n富山県上市町\t%s\n' "$office" "$number" \
      >"reports/$(printf %03d $number).txt"
  done
done
all=$number

expect 'the first time' 0 "$tool" ingest reports --store s.sqlite
ingested 'all are new' "$all new, 0 changed, 0 unchanged"
same 'what convert gives' reports
expect 'the second time' 0 "$tool" ingest ./reports/ --store ./s.sqlite
check 'nothing is done' grep -qx "./s.sqlite: 0 new, 0 changed, $all unchanged" stderr
"$tool" convert reports -o converted -q
expect 'as CSV' 0 "$tool" export --store s.sqlite -o exported
check 'the same tables' diff -r converted exported
expect 'many jobs' 0 "$tool" ingest reports --store jobs.sqlite --jobs 7
"$tool" export --store jobs.sqlite --to ndjson -q >jobs.ndjson
check 'the same store' cmp exported.ndjson jobs.ndjson

echo changed >>reports/003.txt
cp reports/005.txt reports/900-again.txt
printf 'PK\003\004 no text' >reports/901-bad.txt
expect 'changes' 3 "$tool" ingest reports --store s.sqlite
ingested 'only they' "0 new, 1 changed, $((all - 1)) unchanged, 1 with the bytes of another, 1 unreadable"
same 'bad and repeated files have their rows' reports
expect 'once more' 3 "$tool" ingest reports --store s.sqlite
ingested 'unreadable ones are tried again' "0 new, 0 changed, $all unchanged, 1 with the bytes of another, 1 unreadable"
same 'their rows are there once' reports
rm reports/901-bad.txt reports/005.txt
expect 'files vanish' 0 "$tool" ingest reports --store s.sqlite
check 'their records stay' grep -q '"source":"005.txt"' exported.ndjson
expect 'and a list names one' 3 sh -c "echo reports/005.txt | '$tool' ingest --files-from - --store s.sqlite"
"$tool" export --store s.sqlite --to ndjson -q >exported.ndjson
check 'they still stay' grep -q '"source":"005.txt","encoding"' exported.ndjson
expect 'until --prune' 0 "$tool" ingest reports --store s.sqlite --prune
ingested 'two go' "0 new, 0 changed, $all unchanged, 2 removed"
same 'their twin takes over' reports

# Months with the same names of files.
mkdir next
cp reports/001.txt next/other.txt
{ cat reports/002.txt; echo next; } >next/002.txt
expect 'another folder' 0 "$tool" ingest next --store s.sqlite --prune
ingested 'takes nothing away' '1 new, 0 changed, 1 unchanged'
check 'both of one name' test "$("$tool" export --store s.sqlite --where document=002.txt --to ndjson | wc -l)" -eq 2
expect 'standard input' 0 sh -c "cat '$samples'/*/*/input.txt | '$tool' ingest - --store s.sqlite"
ingested 'is kept' '1 new, 0 changed, 0 unchanged'
expect 'other bytes' 0 sh -c "(cat '$samples'/*/*/input.txt; echo) | '$tool' ingest - --store s.sqlite"
ingested 'are another one' '1 new, 0 changed, 0 unchanged'

# Search: one, two and more characters.
for words in 町 立山 立山町; do
  expect "search $words" 0 "$tool" search "$words" --store s.sqlite --limit 3
  check "finds $words" test "$(grep -c "$words" stdout)" -eq 3
  expect "search $words as JSON" 0 "$tool" search "$words" --store s.sqlite --limit 3 --format json
  check 'JSON' python3 -c 'import json,sys; assert len(json.load(open("stdout", encoding="utf-8"))) == 3'
done
expect 'nothing found' 0 "$tool" search 存在しない言葉 --store s.sqlite
check 'says so' grep -q 'not found' stderr
expect 'status' 0 "$tool" status --store s.sqlite --format json
check 'counts' python3 -c 'import json; s = json.load(open("stdout")); assert s["inputs"] == s["rows"]["documents"] + s["repeated"], s'

expect 'by code' 0 "$tool" export --store s.sqlite --where code=16323 --where code=163236,010006 --to ndjson
check 'some agree' test "$(wc -l <stdout)" -gt 1
expect 'by year' 0 "$tool" export --store s.sqlite --where fiscal_year=1950 --to ndjson
check 'none agrees' test ! -s stdout
for where in code=40 fiscal_year=2018 document=001.txt; do
  expect "where $where" 0 "$tool" export --store s.sqlite --where $where --to ndjson
done
expect 'a wrong key' 2 "$tool" export --store s.sqlite --where yaer=2017
expect 'a wrong year' 2 "$tool" export --store s.sqlite --where fiscal_year=H29
expect 'a wrong code' 2 "$tool" export --store s.sqlite --where code=1234
expect 'no store' 3 "$tool" export --store none.sqlite
check 'what to do' grep -q 'torikomi ingest' stderr
expect 'no store named' 2 "$tool" ingest reports
"$tool" convert reports -o converted.sqlite -q
expect 'no store at all' 4 "$tool" ingest reports --store converted.sqlite
: >empty.sqlite
expect 'a store without tables' 3 "$tool" status --store empty.sqlite
check 'says that it is empty' grep -q 'still empty' stderr
expect 'can be filled' 0 "$tool" ingest reports/001.txt --store empty.sqlite
expect 'text as a store' 3 "$tool" status --store reports/001.txt
expect 'every format' 0 "$tool" export --store s.sqlite -o out.xlsx
expect 'another' 0 "$tool" export --store s.sqlite -o out.sqlite

# A store that may only be read.
if [ "$(id -u)" != 0 ]; then
  mkdir closed
  cp s.sqlite closed/
  chmod 500 closed
  expect 'read-only' 0 "$tool" export --store closed/s.sqlite --to ndjson
  chmod 700 closed
fi
check 'nothing is left beside the store' test ! -e s.sqlite-wal

[ "$failures" -eq 0 ] || exit 1
echo 'the store: as it should be'
