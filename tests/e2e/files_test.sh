#!/bin/sh
# Files of users: inputs are found wherever they lie, and nothing that is not the command's own is replaced or removed.
#
#   files_test.sh TORIKOMI
set -u
tool=$1
here=$(cd "$(dirname "$0")" && pwd)
work=$(mktemp -d)
trap 'chmod -R u+rwx "$work"; rm -rf "$work"' EXIT
cd "$work" || exit 1
# shellcheck source=tests/e2e/expect.sh
. "$here/expect.sh"
export LC_ALL=C
is() { test "$(cat "$1")" = "$2"; }

# former bugs: repaired copies over their inputs, or outside their folder
mkdir reports reports/north reports/south
for name in north/a south/a b; do printf '⼤学との連携 %s\n' "$name" >"reports/$name.txt"; done
cp -r reports kept
ls -d "$work"/reports/*/*.txt >absolute
expect 'names of a list that begin with /' 0 "$tool" validate --files-from absolute --fix -o fixed --force
check 'the copies lie below -o' is "fixed$work/reports/north/a.txt" '大学との連携 north/a'
mkdir inner
cd inner || exit 1
printf '../reports/b.txt\n../reports/north/a.txt\n' >list
expect 'names of a list that climb' 0 "$tool" validate --files-from list --fix -o fixed --force
check 'they do not climb out of -o' test -f fixed/reports/b.txt
cd ..
expect 'an input as output' 4 "$tool" validate reports/b.txt --fix -o reports/b.txt --force
check 'it says so' grep -q 'would replace the input reports/b.txt' stderr
expect 'inputs as outputs' 4 "$tool" validate reports --fix -o reports --force
expect 'one name for two' 4 "$tool" validate reports/north/a.txt reports/south/a.txt --fix -o flat --force
check 'nothing was written before it was told' test ! -e flat
check 'both are named' grep -q 'copies of reports/north/a.txt and reports/south/a.txt' stderr
check 'the inputs are as they were' diff -r reports kept

# former bug: one copy that is there stopped the repairs of all others; copies were inputs of the next run
printf 'mine\n' >reports/b.fixed.txt
expect 'one copy is there already' 4 "$tool" validate reports --fix
check 'the others are written' is reports/south/a.fixed.txt '大学との連携 south/a'
check 'what was there is as it was' is reports/b.fixed.txt mine
expect 'again' 0 "$tool" validate reports --fix --force
check 'copies are not read' test -z "$(find . -name '*.fixed.fixed.*')"
check 'it says so' grep -q '3 repaired copies' stderr

# former bugs: files under the names that a command gives to its own were emptied or removed
echo precious >out.resume
expect 'a file of another kind where --resume keeps its record' 4 "$tool" convert reports/b.txt -o out --resume
check 'it says so' grep -q 'out.resume: is no record of --resume' stderr
check 'it is as it was' is out.resume precious
check 'and nothing was written' test ! -e out
printf '{"torik' >torn.resume
expect 'a record torn in its first line' 0 "$tool" convert reports/b.txt -o torn --resume
printf '{"id":"b","path":"reports/b.txt"}\n' >input
"$tool" worker --in input --out part || exit 1
echo precious >words.missing
expect 'a file of another kind as --missing' 0 "$tool" merge --expect input part --out words.ndjson --missing words.missing
check 'it is as it was' is words.missing precious
echo b >words.missing
expect 'ids of an earlier try' 0 "$tool" merge --expect input part --out words.ndjson --missing words.missing
check 'go away' test ! -e words.missing

# former bug: a list of failures from the last run threw the whole run away at its end
printf 'reports/b.txt\nreports/none.txt\n' >list
for try in first second; do
  expect "$try list of failures" 3 "$tool" convert --files-from list -o "$try.ndjson" --failed-to failed
  check "$try output" test -s "$try.ndjson"
  check "$try names" is failed reports/none.txt
done
expect 'the failures again' 3 "$tool" convert --files-from failed -o again.ndjson --failed-to failed
expect 'no folder for the failures' 4 "$tool" convert --files-from list -o early.ndjson --failed-to none/failed
check 'told before anything is read' sh -c '! grep -q none.txt stderr'
expect 'an input as list of failures' 4 "$tool" convert reports/b.txt -o early.ndjson --failed-to reports/b.txt
check 'the inputs are as they were' cmp reports/b.txt kept/b.txt

# former bugs: names in capitals were passed over; a link to a folder above was read forty times; a folder that is
# closed hid all behind it
mkdir found found/closed found/deep
cp kept/b.txt found/B.TXT
cp kept/b.txt found/deep/c.Html
ln -s ../../found found/deep/up
ln -s deep found/also
expect 'what a folder holds' 0 "$tool" convert found --dry-run
check 'each file once, in any letters' is stdout "$(printf 'found/B.TXT\nfound/deep/c.Html')"
if [ "$(id -u)" != 0 ]; then
  chmod 000 found/closed
  expect 'a closed folder' 3 "$tool" convert found --dry-run
  check 'is named' grep -q 'found/closed: cannot read' stderr
  check 'and hides nothing' is stdout "$(printf 'found/B.TXT\nfound/deep/c.Html')"
fi

# former bug: a file called -a.txt was taken for standard input, and never pruned
mkdir dash
cp kept/b.txt dash/-a.txt
cp kept/north/a.txt dash/other.txt
expect 'a name that begins with -' 0 "$tool" ingest dash --store store.db
expect 'standard input beside it' 0 sh -c "'$tool' ingest - --store store.db <kept/south/a.txt"
rm dash/-a.txt
expect 'pruning' 0 "$tool" ingest dash --store store.db --prune
check 'it goes away' grep -q '1 removed' stderr
cp kept/b.txt dash/-a.txt
expect 'a store beside it' 0 sh -c "cd dash && '$tool' ingest . --store beside.db"
rm dash/-a.txt
expect 'pruning beside it' 0 sh -c "cd dash && '$tool' ingest . - --store beside.db --prune <../kept/south/a.txt"
check 'it goes away, standard input stays' grep -q '1 removed' stderr

# former bug: a folder of the name of the scratch file kept workbooks and databases from standard output
mkdir -p scratch/torikomi
expect 'a database on standard output' 0 sh -c "TMPDIR=scratch '$tool' convert kept/b.txt -o - --to sqlite >b.db"
check 'it is one' test "$(head -c 6 b.db)" = SQLite
check 'no scratch file is left' test "$(ls -A scratch)" = torikomi

# former bug: exit code 0 though nothing reached standard output
for words in 'grammar list' 'grammar show generic' 'convert --help' help --version 'convert kept --dry-run' \
  'validate --explain DAT002' rules 'config show' 'parse number 1' 'status --store store.db'; do
  expect "$words to a full disk" 4 sh -c "'$tool' $words >/dev/full"
done
expect 'help of worker to a full disk' 74 sh -c "'$tool' worker --help >/dev/full"

# former bug: a limit that the system does not grant was passed over
if [ "$(id -u)" != 0 ]; then
  expect 'more memory than is allowed' 64 sh -c "ulimit -v 4000000 && '$tool' worker --max-memory 8GB --in input"
  check 'it says so' grep -q 'ulimit -v' stderr
fi

[ "$failures" -eq 0 ] || exit 1
echo "files of users: none is lost"
