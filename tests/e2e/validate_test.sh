#!/bin/sh
# validate as a user runs it: exit codes, every format, lists of files, jobs, baselines, repairs, suppressions.
#   validate_test.sh TORIKOMI SAMPLES
set -eu
tool=$1 samples=$2
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
failed=0
complain() {
  echo "FAILED: $*" >&2
  failed=1
}
# expect CODE ARGUMENTS...: standard output lies in out.txt, standard error in err.txt
expect() {
  want=$1 got=0
  shift
  "$tool" --lang en validate "$@" >out.txt 2>err.txt || got=$?
  [ "$got" = "$want" ] || complain "validate $*: exit code $got instead of $want; $(cat err.txt)"
}
says() { grep -q -- "$1" out.txt || complain "no \"$1\" in: $(cat out.txt)"; }
printf '会議の開催\n日時は令和6年6月31日です。\n' >error.txt
printf '会議の開催\n日時は令和6年6月15日(土)です。\n' >good.txt
printf '⼤学との連携\n⻑期の計画\n' >mend.txt
printf '%%PDF-1.7\n' >report.pdf

# exit codes
expect 0 good.txt
expect 1 error.txt
says 'error.txt:2:'
says DAT001
expect 0 error.txt --fail-on never
expect 0 error.txt --ignore DAT001
expect 0 error.txt --select BUD
expect 2 error.txt --select NOTHING
expect 2
expect 2 good.txt --explain
expect 0 --explain DAT001
expect 3 good.txt missing.txt
expect 3 good.txt report.pdf
says INP001

# many inputs: a list, several jobs, what is there twice, what could not be read
cp good.txt again.txt
printf '%s\0' again.txt error.txt good.txt mend.txt >list
expect 1 --files-from list --null --jobs 1
says INP002
mv out.txt one.txt
expect 1 --files-from list --null --jobs 4
cmp -s out.txt one.txt || complain 'the findings depend on the number of jobs'
rm one.txt
expect 3 report.pdf error.txt --failed-to failed.lst
[ "$(cat failed.lst)" = report.pdf ] || complain "failed.lst: $(cat failed.lst)"
for jobs in 1 3; do
  expect 0 "$samples" --jobs "$jobs" --progress always --format json --fail-on never
  grep -q '[0-9]/[0-9]' err.txt || complain "no progress: $(cat err.txt)"
  mv out.txt "samples.$jobs"
done
cmp -s samples.1 samples.3 || complain 'the findings of the samples depend on the number of jobs'

# formats
expect 1 error.txt --format json
says '"rule":"DAT001"'
expect 1 error.txt --format sarif
says '"ruleId":"DAT001"'
expect 1 error.txt --format github
says '^::error file=error.txt,line=2'

# what is known is quiet, what is new is not
expect 1 error.txt --write-baseline known.json
expect 0 error.txt --baseline known.json
printf '会期は令和6年2月30日までです。\n' >>error.txt
expect 1 error.txt --baseline known.json
says '2月30日'
expect 2 error.txt --baseline none.json
# former bug: the baseline was void where the same file was named in another way
expect 1 error.txt --write-baseline known.json
expect 0 ./error.txt --baseline known.json
expect 0 "$work/error.txt" --baseline "$work/known.json"
mkdir elsewhere
cd elsewhere
expect 0 ../error.txt --baseline ../known.json
cd ..
sed 's/"version": 2/"version": 1/' known.json >first.json
expect 0 error.txt --baseline first.json
expect 1 ./error.txt --baseline first.json
printf '日時は令和6年6月31日です。 torikomi:ignore DAT001 原文のまま\n' >quiet.txt
expect 0 quiet.txt

# repairs: only in a copy, and a second run has nothing to do
expect 0 mend.txt --diff
says '^+大学との連携'
[ ! -e mend.fixed.txt ] || complain '--diff alone wrote a file'
expect 0 mend.txt --fix
[ "$(cat mend.fixed.txt)" = "$(printf '大学との連携\n長期の計画')" ] || complain "mended: $(cat mend.fixed.txt)"
expect 0 mend.fixed.txt --fix
grep -q 'nothing to repair' err.txt || complain "a second run repairs: $(cat err.txt)"
expect 4 mend.txt --fix
mkdir mended
expect 0 mend.txt --fix -o mended
[ -f mended/mend.txt ] || complain 'a folder as output is not written into'
expect 0 mend.txt --fix --force
# former bug: what is suppressed was repaired all the same
printf '⼤学との連携 torikomi:ignore TXT001 原本のまま\n⻑期の計画\n' >half.txt
expect 0 half.txt --fix
[ "$(head -c 3 half.fixed.txt)" = ⼤ ] || complain "a suppressed repair: $(cat half.fixed.txt)"
printf '[[suppress]]\nfiles = "half*"\nrules = ["kangxi-radical", "TXT002"]\nreason = "as printed"\n' >quiet.toml
expect 0 half.txt --diff --config quiet.toml
[ ! -s out.txt ] || complain "suppressed for the file: $(cat out.txt)"
expect 0 half.txt --config quiet.toml
# former bug: severities and suppressions did not reach findings about whole inputs
printf '計画\n' >single.txt
cp single.txt twin.txt
printf '[severity]\nINP002 = "error"\n' >severe.toml
expect 1 single.txt twin.txt --config severe.toml
says 'error.*INP002\|INP002.*error'
printf '[[suppress]]\nfiles = "twin*"\nrules = ["INP002"]\nreason = "a copy"\n' >>severe.toml
expect 0 single.txt twin.txt --config severe.toml
# former bug: rules of a suppression that name nothing were taken, an empty one for all
for rules in '""' '"DAT02x"' '"kangxi"'; do
  printf '[[suppress]]\nfiles = "*"\nrules = [%s]\nreason = "none"\n' "$rules" >wrong.toml
  expect 2 error.txt --config wrong.toml
  grep -q 'wrong.toml:' err.txt || complain "$rules: $(cat err.txt)"
done
# former bug: the diff of a text without a last line end was no patch
printf 'one\n⼤学との連携' >open.txt
expect 0 open.txt --diff
says '^\\ No newline at end of file'
if command -v patch >/dev/null; then
  patch -s open.txt out.txt || complain 'the diff is no patch'
  [ "$(cat open.txt)" = "$(printf 'one\n大学との連携')" ] || complain "patched: $(cat open.txt)"
fi
printf '\357\273\277⼤学との連携\n' >marked.txt
expect 0 marked.txt --diff
grep -q 'no patch of the file' err.txt || complain "a BOM: $(cat err.txt)"
[ "$(cat mend.txt)" = "$(printf '⼤学との連携\n⻑期の計画')" ] || complain 'the input was changed'
exit "$failed"
