#!/bin/sh
# Bad input and bad output: a message that says what, where and why, the right exit code, and nothing half-written.
#
#   errors_test.sh TORIKOMI
# shellcheck disable=SC2317  # the functions are called through expect
set -u
tool=$1
# shellcheck source=tests/e2e/cards.sh
. "$(dirname "$0")/cards.sh"
use_cards "$tool"
work=$(mktemp -d)
trap 'chmod -R u+rwx "$work" 2>/dev/null; rm -rf "$work"' EXIT
cd "$work" || exit 1
failed=0

# expect CODE WORDS COMMAND...: the exit code, and words that stderr must hold
expect() {
  code=$1
  words=$2
  shift 2
  "$@" >out.txt 2>err.txt </dev/null
  got=$?
  if [ "$got" != "$code" ] || { [ -n "$words" ] && ! grep -q -- "$words" err.txt; }; then
    echo "FAILED: $* (exit $got, expected $code and \"$words\")" >&2
    head -5 err.txt >&2
    failed=1
  fi
}

# en ARGS...: the tool in English
en() { "$tool" --lang en "$@"; }
to_full_disk() { "$tool" --lang en "$@" >/dev/full; }

nothing_left() {
  if find . -name '*tmp*' | grep -q .; then
    echo "FAILED: temporary files were left" >&2
    failed=1
  fi
}

printf '施策\t産業の振興\t事務事業\t商談会\n関係市町\t■津山市 ※提案市町は★印\n' >good.txt
: >empty.txt
printf '\t\t\n \t\n' >blank.txt
printf '施策\t\343\201' >truncated.txt
printf '%%PDF-1.7\n' >report.pdf
printf '\320\317\021\340\241\261\032\341' >report.doc
head -c 200000 /dev/zero >zeros.txt
mkdir folder

expect 3 'no such file' en convert missing.txt
expect 3 'holds no reports' en convert folder
expect 3 'pdftotext' en convert report.pdf
expect 3 'report.doc' en convert report.doc
expect 3 'zeros.txt' en convert zeros.txt
expect 2 'did you mean convert' en convrt good.txt
expect 2 'convert のことですか' "$tool" --lang ja convrt good.txt
expect 2 'a command is missing' en
en help convert | grep -q 'Usage: torikomi convert' ||
  { echo 'FAILED: help convert is not the help of convert' >&2; failed=1; }
"$tool" --lang ja help | grep -q '^  validate' || { echo 'FAILED: help is no overview' >&2; failed=1; }
expect 2 'did you mean --force' en convert good.txt --forse
expect 2 '--force のことですか' "$tool" --lang ja convert good.txt --forse
expect 2 '--store is missing' en status
expect 2 '--store を指定してください' "$tool" --lang ja status
expect 2 'it is one of: data, excel' en convert good.txt -o out --profile exel
expect 2 '使えるもの: data, excel' "$tool" --lang ja convert good.txt -o out --profile exel
# former bug: the words of a library in the middle of a Japanese run
ja() { "$tool" --lang ja "$@"; }
expect 2 '^エラー: --jobs に「abc」は使えません。0 から 1024 までの数を指定してください$' ja convert a --jobs abc
expect 2 '^エラー: --jobs の値がありません$' ja convert a --jobs
expect 2 '^エラー: --max-bytes の「zz」は単位ではありません' ja convert a --max-bytes 3zz
expect 2 '^エラー: --max-bytes の値が大きすぎます$' ja convert a --max-bytes 99999999999999999999GB
expect 2 '^エラー: --limit に「-1」は使えません。0 から 1000000000 まで' ja search x --store a --limit -1
expect 2 '^エラー: --force に「abc」は使えません$' ja convert a --force=abc
expect 2 '^エラー: --output は一度だけ指定できます$' ja convert a -o b -o c
expect 64 '^エラー: --expect-docs に「x」は使えません$' ja worker --expect-docs x
expect 2 'a number from 0 to 1024' en convert a --jobs abc
expect 2 'such as 200MB' en convert a --max-bytes 3zz
expect 2 'usage: torikomi convert --help' en convert good.txt --bogus
expect 2 'one word too many' en diff a b c
expect 2 'did you mean generic' en convert good.txt --grammar generc
expect 2 'out.xyz' en convert good.txt -o out.xyz
touch there.json
expect 4 'force' en convert good.txt -o there.json
expect 4 'no space' to_full_disk convert good.txt
expect 4 'no-such-folder' en convert good.txt -o no-such-folder/deep/out.json
expect 0 'empty.txt' en convert empty.txt -o empty.json
expect 0 'blank.txt' en convert blank.txt -o blank.json
expect 0 '' en convert truncated.txt
[ "$(grep 'TXT004' out.txt | grep -c 'the file is not valid utf-8 at offset [0-9]*')" = 1 ] ||
  { echo 'FAILED: truncated UTF-8 does not give one finding that says where' >&2; failed=1; }
[ "$(grep -c 'TXT004' out.txt)" = 1 ] || { echo 'FAILED: truncated UTF-8 is told twice' >&2; failed=1; }
# one bad document does not hinder the others
expect 3 'missing.txt' en convert good.txt missing.txt report.pdf -o both
[ "$(grep -c 商談会 both/measures.csv)" = 1 ] || { echo 'FAILED: the good document was not converted' >&2; failed=1; }
grep -q 'INP001' both/diagnostics.csv || { echo 'FAILED: the bad document has no row' >&2; failed=1; }
# a text of which no line can be used does not exist; 100 always passes there, and a bad percentage is refused
expect 0 '' en convert good.txt -o under.json --fail-under 100
expect 2 'percentage' en convert good.txt -o under2.json --fail-under 101
expect 2 'percentage' en convert good.txt -o under2.json --fail-under many
# hostile shapes cost linear time: a row of 300,000 cells, a line of brackets, each within seconds of processor time
cells() { awk -v words="$1" 'BEGIN { for (i = 0; i < 150000; ++i) printf "%s", words }'; }
# shellcheck disable=SC3045 # dash and bash have ulimit -t, the only bound of processor time that a shell can set
in_time() { (ulimit -t 20 && "$tool" --lang en "$@"); }
cells '施策\t事業\t' >row.txt
cells '(うち3人(' >brackets.txt
cells '令和5年度 第1回 12市町( ' >words.txt
for shape in row brackets words; do expect 0 '' in_time convert "$shape.txt" -o "$shape.json"; done
# in Japanese
expect 3 'ファイルがありません' "$tool" --lang ja convert missing.txt
if [ "$(id -u)" != 0 ]; then
  mkdir closed
  chmod 000 closed
  expect 3 'closed' en convert closed
  chmod 555 folder
  expect 4 'folder' en convert good.txt -o folder/out.json
  expect 0 '' prlimit --nproc=1 "$tool" --lang en convert good.txt -o no_thread.json # there may be no second thread
fi
nothing_left
exit "$failed"
