#!/bin/sh
# torikomi grammar: a draft loads, reads its example and takes in the report it came from; a family in a folder needs no
# rebuild; what is wrong in a grammar is told with its place.
#
#   grammar_test.sh TORIKOMI
set -eu
tool="$1 --lang en"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
fail() {
  echo "FAILED: $*" >&2
  exit 1
}

# a draft of a report, as if its family were unknown
report=$work/cards.txt
for name in 空き家バンク 解体補助 相談会; do
  printf '取組項目\t%s\t受持ち\t%s係\nねらい\t%sを、広く知らせる\n\n' "$name" "$name" "$name"
done >"$report"
mkdir "$work/grammars"
$tool grammar draft "$report" --name drafted -o "$work/grammars/drafted.toml" 2>"$work/err" || fail "draft: $(cat "$work/err")"
grep -q '3 cards' "$work/err" || fail "the draft does not see the cards: $(cat "$work/err")"
$tool grammar check "$work/grammars/drafted.toml" 2>"$work/err" || fail "check: $(cat "$work/err")"
$tool convert "$report" --grammar drafted --grammars "$work/grammars" -o "$work/out" 2>"$work/err" || fail "$(cat "$work/err")"
[ "$(wc -l <"$work/out/measures.csv")" = 4 ] || fail 'the draft gives other cards'
$tool grammar draft "$report" -o "$work/grammars/drafted.toml" 2>"$work/err" && fail 'a draft replaced a file without --force'

# a family of one's own, found by itself
printf '%s\n' 'name = "mine"' '[detect]' '[[detect.line]]' "match = '(?m)^取組名\\t'" 'required = true' '[card]' \
  'start = ["project"]' '[[field]]' 'name = "project"' 'labels = ["取組名"]' '[[example]]' 'name = "one"' \
  'input = "取組名\t道の駅"' '[[example.measures]]' 'project = "道の駅"' >"$work/grammars/mine.toml"
printf '取組名\t花いっぱい運動\n' >"$work/report.txt"
$tool grammar list --grammars "$work/grammars" --match "$work/report.txt" >"$work/list" 2>"$work/err"
grep -q 'mine is used' "$work/err" || fail "the family of the folder is not chosen: $(cat "$work/err" "$work/list")"
$tool convert "$work/report.txt" --grammars "$work/grammars" | grep -q '"project":"花いっぱい運動"' || fail 'no record'
grep -q '+ 1 required  取組名|花いっぱい運動  <- (?m)' "$work/list" || fail "no reason: $(cat "$work/list")"
sed "s/^required = true/&\nabout = { ja = \"取組名の行\", en = \"a row for its name\" }/" "$work/grammars/mine.toml" >"$work/told.toml"
mkdir "$work/told" && mv "$work/told.toml" "$work/told"
$tool grammar list --grammars "$work/told" --match "$work/report.txt" >"$work/list" 2>"$work/err"
grep -q '+ 1 required  取組名|花いっぱい運動  <- a row for its name$' "$work/list" || fail "not in words: $(cat "$work/list")"
TORIKOMI_GRAMMARS=$work/grammars $tool convert "$work/report.txt" | grep -q '"grammar":"mine"' || fail 'TORIKOMI_GRAMMARS'

# two families that fit alike are told, by list and by convert
sed 's/"mine"/"twin"/' "$work/grammars/mine.toml" >"$work/grammars/twin.toml"
$tool grammar list --grammars "$work/grammars" --match "$work/report.txt" >/dev/null 2>"$work/err"
grep -q 'mine and twin tie' "$work/err" || fail "the tie is not told: $(cat "$work/err")"
$tool convert "$work/report.txt" --grammars "$work/grammars" | grep -q STR008 || fail 'no finding of the tie'
rm "$work/grammars/twin.toml"

# faults
sed -i 's/labels/lables/' "$work/grammars/mine.toml"
$tool grammar check "$work/grammars/mine.toml" 2>"$work/err" && fail 'an unknown key passes'
grep -q 'mine.toml:[0-9]*:[0-9]*: .*lables.*labels' "$work/err" || fail "no place or remedy: $(cat "$work/err")"
$tool grammar show generc 2>"$work/err" && fail 'an unknown family is shown'
grep -q 'generic' "$work/err" || fail 'no suggestion'
$tool grammar show generic >"$work/shown.toml"
$tool grammar check "$work/shown.toml" 2>"$work/err" || fail "$(cat "$work/err")"
