#!/bin/sh
# The contract of `torikomi worker` and `torikomi merge` with any engine: what an engine may do to them, done by hand.
#
#   worker_test.sh TORIKOMI SAMPLES
set -u
tool=$1
samples=$(cd "$2" && pwd)
here=$(cd "$(dirname "$0")" && pwd)
folder=$(mktemp -d)
trap 'chmod -R u+w "$folder"; rm -rf "$folder"' EXIT
cd "$folder" || exit 1
# shellcheck source=tests/e2e/expect.sh
. "$here/expect.sh"

# Forty documents: every sample, each with a line of its own so that no two have the same bytes.
number=0
mkdir reports
while [ "$number" -lt 40 ]; do
  for sample in "$samples"/*/*/input.txt; do
    number=$((number + 1))
    { cat "$sample"; echo "$number"; } >"reports/$(printf %03d $number).txt"
  done
done
for report in reports/*.txt; do
  printf '{"id":"%s","path":"%s"}\n' "${report#reports/}" "$folder/$report"
done >input
documents=$(wc -l <input)
"$tool" --lang en convert reports -o whole.ndjson -q || exit 1

# The same bytes as one process, however the work is cut, on however many threads, with any environment.
for shards in 1 3 8; do
  shard=0
  rm -f part-*
  while [ "$shard" -lt "$shards" ]; do
    expect "shard $shard/$shards" 0 env -i "$tool" --lang en worker --shard "$shard/$shards" --jobs $((shard + 1)) --in input --out "part-$shard"
    shard=$((shard + 1))
  done
  # shellcheck disable=SC2046,SC2012 # words, of which we made every letter
  expect "merge of $shards" 0 "$tool" --lang en merge --expect input --out merged.ndjson $(ls part-? | sort -r)
  check "same bytes from $shards shards" cmp merged.ndjson whole.ndjson
done
expect 'any format from merge' 0 "$tool" merge --expect input --out tables/ part-?
"$tool" convert reports -o tables2/ -q
check 'same tables' diff -r tables tables2

# What engines do: standard input and output, an empty environment, an empty partition, a read-only working folder.
expect 'empty input' 0 env -i "$tool" worker </dev/null
check 'no output for it' test ! -s stdout
expect 'standard input' 0 env -i "$tool" --lang en worker <input
check 'one line a document' test "$(wc -l <stdout)" -eq "$documents"
check 'no tabs' test -z "$(grep "$(printf '\t')" stdout)"
check 'the same as in a file' test "$(sort stdout | cksum)" = "$(sort part-? | cksum)"
mkdir locked && chmod a-w locked
expect 'read-only folder' 0 sh -c "cd locked && exec '$tool' worker <../input"
expect 'text' 0 sh -c "printf '{\"id\":\"a\",\"text\":\"報告書\\\\n\"}\n' | '$tool' worker"
check 'id first' grep -q '^{"id":"a","documents":\[{' stdout
expect 'base64' 0 sh -c "printf '{\"id\":\"a\",\"base64\":\"5aCx5ZGK5pu4Cg==\"}' | '$tool' worker"


# As PySpark's RDD.pipe(..., checkCode=True) and Hadoop Streaming do it: one process a partition, some of them empty, the
# lines of a partition on standard input, an empty environment, the exit code looked at; output lines are text up to the
# first tab, in any order of partitions.
split -n l/5 -a 1 input partition-
: >partition-z
for partition in partition-?; do
  expect "partition $partition" 0 env -i PATH="$PATH" sh -c "exec '$tool' --lang en worker <'$partition'"
  cut -f1 stdout >"piped-$partition"
done
expect 'merge of partitions' 0 "$tool" --lang en merge --expect input --out merged.ndjson piped-partition-?
check 'same bytes through pipes' cmp merged.ndjson whole.ndjson

# Documents that cannot be read are error records; the run goes on and ends well.
cat >bad <<'BAD'
{"id":"1","path":"/nonexistent"}
{"id":"2","base64":"!"}
{"id":"3"}
{"id":"4","text":"x","path":"y"}
{"id":"5","text":"報告書"}
BAD
expect 'bad documents' 0 "$tool" worker --in bad
check 'five records' test "$(grep -c '^{"id":"' stdout)" -eq 5
check 'four errors' test "$(grep -c INP001 stdout)" -eq 4
expect 'too large' 0 "$tool" worker --max-bytes 100 --in input
check 'all too large' test "$(grep -c INP001 stdout)" -eq "$documents"

# Exit codes.
expect 'no such option' 64 "$tool" worker --frobnicate
expect 'no such shard' 64 "$tool" worker --shard 3/3
expect 'no such grammar' 64 "$tool" worker --grammar nothing --in input
expect 'no JSON' 65 sh -c "echo hello | '$tool' worker"
expect 'no id' 65 sh -c "echo '{\"path\":\"x\"}' | '$tool' worker"
expect 'no input' 66 "$tool" worker --in missing
expect 'no folder for the output' 73 "$tool" worker --in input --out missing/part
expect 'full disk' 74 sh -c "'$tool' worker --in input >/dev/full"
expect 'full disk by name' 74 "$tool" worker --in input --out /dev/full
expect 'closed output' 74 sh -c "'$tool' worker --in input >&-"
expect 'closed pipe' 0 sh -c "{ '$tool' worker --in input; echo \$? >code; } | true; sleep 0.2; test \$(cat code) -eq 74"
expect 'short input' 75 sh -c "head -5 input | '$tool' worker --expect-docs $documents --out short"
check 'nothing published' test ! -e short
expect 'the whole input' 0 "$tool" worker --expect-docs "$documents" --in input --out full

# A worker that is killed leaves nothing under the name of its part, and running it again gives the same bytes.
mkfifo slow
"$tool" --lang en worker --in slow --out killed &
worker=$!
exec 3>slow
head -3 input >&3
sleep 0.5
kill -9 "$worker"
wait "$worker" 2>/dev/null
exec 3>&-
check 'killed: no part' test ! -e killed
check 'killed: its temporary file is left' test -n "$(ls killed.tmp.* 2>/dev/null)"
expect 'again' 0 "$tool" --lang en worker --in input --out killed
expect 'merge, and clean up' 0 "$tool" --lang en merge --clean --expect input --out merged.ndjson killed
check 'same bytes after the kill' cmp merged.ndjson whole.ndjson
check 'cleaned' test -z "$(ls killed.tmp.* 2>/dev/null)"

# merge believes nobody.
"$tool" --lang en worker --shard 0/2 --in input --out half-0
"$tool" --lang en worker --shard 1/2 --in input --out half-1
expect 'a part is missing' 65 "$tool" merge --expect input --out merged.ndjson half-0 half-9
check 'the missing ids are listed' test "$(wc -l <merged.ndjson.missing)" -eq "$(wc -l <half-1)"
rm merged.ndjson
expect 'a part is there twice' 0 "$tool" --lang en merge --expect input --out merged.ndjson half-0 half-1 half-0
check 'same bytes with a doubled part' cmp merged.ndjson whole.ndjson
check 'no list of missing ids any more' test ! -e merged.ndjson.missing
head -c -20 half-1 >torn
expect 'a torn last line' 65 "$tool" merge --expect input --out torn.ndjson half-0 torn
check 'torn: one id' test "$(wc -l <torn.ndjson.missing)" -eq 1
check 'torn: no output' test ! -e torn.ndjson
expect 'a torn part beside a whole one' 0 "$tool" --lang en merge --expect input --out merged.ndjson torn half-0 half-1
sed 's/"encoding":"utf-8"/"encoding":"utf-9"/' half-1 >other
expect 'two versions' 65 "$tool" merge --expect input --out two.ndjson half-0 half-1 other
sed 's/^{"id":"[0-9]*/&x/' half-1 >alien
expect 'documents that nobody asked for' 65 "$tool" merge --expect input --out two.ndjson half-0 half-1 alien
expect 'no expectation' 64 "$tool" merge half-0
expect 'the expectation is missing' 66 "$tool" merge --expect missing half-0
# former bugs: a name that no file can have was a bug of ours; forms that only convert could write
expect 'a name of 300 letters' 66 "$tool" merge --expect "$(printf '%0300d' 0)" half-0
expect 'every form of convert' 0 "$tool" merge --expect input -o forms --csvw --profile excel half-0 half-1
check 'with its metadata' test -s forms/csv-metadata.json
expect 'options that contradict each other' 64 "$tool" merge --expect input -o forms.json --csvw half-0 half-1
expect 'an id twice' 65 sh -c "cat input input >twice; '$tool' merge --expect twice half-0"
expect 'full disk in merge' 74 "$tool" merge --expect input --out /dev/full --to ndjson half-0 half-1

[ "$failures" -eq 0 ] || exit 1
echo "worker and merge: all as the contract says"
