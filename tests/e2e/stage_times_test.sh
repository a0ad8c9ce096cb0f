#!/bin/sh
# The bench of stages runs every stage and every writer on a sample, and stops where it is told to.
#   stage_times_test.sh STAGE_TIMES SAMPLES
set -eu
program=$1 sample=$2/writings/tabs/input.txt
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
"$program" "$work" "$sample" >"$work/all"
for name in decode normalise blocks cards records checks ndjson json csv xlsx sqlite 'xlsx, plain loop' peak; do
  grep -q "^$name	" "$work/all" || { echo "FAILED: no line for $name" >&2; exit 1; }
done
for file in x.ndjson x.json csv/measures.csv x.xlsx x.sqlite plain.xlsx plain.sqlite; do
  [ -s "$work/$file" ] || { echo "FAILED: $file is not written" >&2; exit 1; }
done
"$program" --until cards "$work" "$sample" >"$work/some"
[ "$(cut -f 1 "$work/some" | tr '\n' ' ')" = 'decode normalise blocks cards peak ' ]
