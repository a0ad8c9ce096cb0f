#!/bin/sh
# docs/rules.md is what `torikomi rules --markdown` prints: rules_test.sh TORIKOMI REPOSITORY
set -eu
"$1" rules --markdown | diff -u "$2/docs/rules.md" - || {
  echo "docs/rules.md is out of date: torikomi rules --markdown > docs/rules.md" >&2
  exit 1
}
