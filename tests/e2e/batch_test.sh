#!/bin/sh
# `torikomi convert` over many inputs: the same bytes for every number of jobs, bad documents beside good ones, limits,
# lists, and a stop between two documents.
#
#   batch_test.sh TORIKOMI SAMPLES
set -u
tool=$1
samples=$(cd "$2" && pwd)
here=$(cd "$(dirname "$0")" && pwd)
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder" || exit 1
# shellcheck source=tests/e2e/expect.sh
. "$here/expect.sh"

number=0
mkdir reports
while [ "$number" -lt 60 ]; do
  for sample in "$samples"/*/*/input.txt; do
    number=$((number + 1))
    { cat "$sample"; echo "$number"; } >"reports/$(printf %03d $number).txt"
  done
done
cp reports/003.txt reports/050-again.txt
printf 'PK\003\004 no text' >reports/051-bad.txt
head -c 70000000 /dev/zero | tr '\0' x >reports/052-huge.txt

export LC_ALL=C
expect 'one job' 3 "$tool" convert reports --jobs 1 -o one.ndjson
check 'bad and huge documents are rows' test "$(grep -o '"rule":"INP001"' one.ndjson | wc -l)" -eq 2
check 'the limit is named' grep -q '052-huge.txt: larger than 64 MiB' stderr
check 'repeated bytes are a row' grep -q '"source":"050-again.txt","rule":"INP002"' one.ndjson
check 'one line an input' test "$(wc -l <one.ndjson)" -eq "$(find reports -type f | wc -l)"
for jobs in 2 7 0; do
  expect "$jobs jobs" 3 "$tool" convert reports --jobs $jobs -o some.ndjson --force
  check "same bytes from $jobs jobs" cmp one.ndjson some.ndjson
done
expect 'tables' 3 "$tool" convert reports --jobs 1 -o tables1/
expect 'tables, many jobs' 3 "$tool" convert reports --jobs 5 -o tables5/
check 'same tables' diff -r tables1 tables5

expect 'a lower limit' 3 "$tool" convert reports/001.txt --max-bytes 100 -o limited.json
check 'its message' grep -q 'larger than 100 bytes' stderr

printf 'reports/001.txt\r\n\r\nreports/none.txt\nreports/002.txt' >list
expect 'a list' 3 "$tool" convert --files-from list -o list.ndjson --failed-to failed
check 'names as in the list' test "$(grep -o '"source":"reports/00[12].txt","encoding"' list.ndjson | wc -l)" -eq 2
check 'what failed' test "$(cat failed)" = reports/none.txt
printf 'reports/001.txt\0reports/002.txt\0' >list0
expect 'a list with NUL' 0 "$tool" convert --files-from list0 -0 -o list0.ndjson
expect 'a list on standard input' 0 sh -c "printf 'reports/001.txt\n' | '$tool' convert --files-from - -o list1.ndjson"
expect 'a list that is not there' 2 "$tool" convert --files-from nolist
expect 'no input at all' 2 "$tool" convert
expect 'a dry run' 0 "$tool" convert reports -o dry.ndjson --dry-run
check 'it lists the files' test "$(wc -l <stdout)" -eq "$(wc -l <one.ndjson)"
check 'and writes nothing' test ! -e dry.ndjson
expect 'progress' 0 "$tool" convert reports/001.txt reports/002.txt --progress=always
check 'a plain line' grep -q '^2/2 documents' stderr
expect 'no progress' 0 "$tool" convert reports/001.txt reports/002.txt --progress=never
check 'nothing is said' test ! -s stderr

# Stopped between two documents: exit code 130, whole lines on a stream, nothing under the name of a file. A list that
# names one FIFO in the middle makes the moment certain.
mkfifo slow
{ printf 'reports/%03d.txt\n' 1 2 3; echo slow; printf 'reports/%03d.txt\n' 4 5 6; } >slowlist
# Shells without job control start background processes with SIGINT ignored, so env sets it back.
stopped() {
  env --default-signal=INT "$tool" convert --files-from slowlist --jobs 1 "$@" >stream 2>stderr &
  running=$!
  exec 3>slow
  sleep 0.3
  kill -INT $running
  sleep 0.2
  exec 3>&-
  wait $running
}
stopped --to ndjson
check 'stopped' test $? -eq 130
check 'the documents before the stop are whole' test "$(wc -l <stream)" -eq 4
check 'how far' grep -q 'stopped: 4 of 7' stderr
stopped -o never.ndjson
check 'stopped with a file' test $? -eq 130
check 'no output file' test ! -e never.ndjson
check 'and no temporary one' test -z "$(find . -name '.torikomi-*')"

# --resume: what was done before the stop is not read again, and the tables are those of a run that was never stopped.
stopped -o resumed/ --resume
check 'stopped with a folder' test $? -eq 130
check 'how to go on' grep -q 'goes on where this one stopped' stderr
check 'no folder yet' test ! -e resumed
check 'what is done is noted' test "$(wc -l <resumed.resume)" -eq 5
printf '{"id":"torn' >>resumed.resume
: >empty
sed 's/slow/empty/' slowlist >fastlist
expect 'going on' 0 "$tool" convert --files-from fastlist --jobs 2 -o resumed/ --resume
check 'it says so' grep -q '4 documents that an earlier run has finished' stderr
expect 'in one go' 0 "$tool" convert --files-from fastlist -o onego/
check 'same tables after the stop' diff -r onego resumed
check 'nothing is left over' test ! -e resumed.resume
stopped -o resumed/ --resume --force
sed 's/{"torikomi-journal":"[0-9.]*/&-other/' resumed.resume >other
mv other resumed.resume
expect 'another version begins anew' 0 "$tool" convert --files-from fastlist -o resumed/ --resume --force
check 'and says nothing' sh -c '! grep -q "earlier run" stderr'
check 'same tables' diff -r onego resumed
expect 'no resuming of a stream' 2 "$tool" convert --files-from fastlist --resume

[ "$failures" -eq 0 ] || exit 1
echo "convert over many inputs: as it should be"
