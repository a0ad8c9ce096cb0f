#!/bin/sh
# Every samples/FAMILY/CASE/input.* gives exactly the tables in samples/FAMILY/CASE/expected/.
#
#   golden_test.sh TORIKOMI SAMPLES            compare
#   golden_test.sh TORIKOMI SAMPLES --update   write the expected tables anew; review them with git diff
set -eu
tool=$1
samples=$2
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
failed=0
cases=0
for input in "$samples"/*/*/input.*; do
  case=$(dirname "$input")
  cases=$((cases + 1))
  "$tool" --lang en --quiet convert "$input" -o "$work/out" --force
  if [ "${3:-}" = --update ]; then
    rm -rf "$case/expected"
    mkdir "$case/expected"
    for table in "$work"/out/*.csv; do
      # a table without rows says nothing
      [ "$(wc -l <"$table")" -le 1 ] || cp "$table" "$case/expected/"
    done
  else
    for table in "$work"/out/*.csv; do
      name=$(basename "$table")
      if [ -f "$case/expected/$name" ]; then
        diff -u "$case/expected/$name" "$table" || failed=1
      elif [ "$(wc -l <"$table")" -gt 1 ]; then
        echo "$case: $name has rows but no expected table" >&2
        failed=1
      fi
    done
    for table in "$case"/expected/*.csv; do
      [ -f "$work/out/$(basename "$table")" ] || { echo "$table: not written" >&2; failed=1; }
    done
  fi
  rm -rf "$work/out"
done
[ "$cases" -gt 0 ] || { echo "no samples in $samples" >&2; exit 1; }
echo "$cases cases"
exit "$failed"
