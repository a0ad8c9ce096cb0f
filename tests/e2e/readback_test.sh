#!/bin/sh
# Every format of every sample, written by the tool, is read by other programs and equals the JSON cell by cell. With
# TORIKOMI_REFERENCE the real reports are read, too. A program that is not installed is named and passed over;
# LibreOffice, which takes its time, reads the real reports only where TORIKOMI_SLOW_TESTS=1.
#
#   readback_test.sh TORIKOMI REPOSITORY
set -eu
tool=$(cd "$(dirname "$1")" && pwd)/$(basename "$1")
repository=$(cd "$2" && pwd)
python=python3
[ ! -x /usr/bin/python3 ] || python=/usr/bin/python3 # the one that sees Debian's modules
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
failed=0

# read_back NAME INPUT: all formats of INPUT
read_back() {
  out=$folder/$1
  mkdir "$out"
  "$tool" convert "$2" -o "$out/a.json" -q --to json
  "$tool" convert "$2" -o "$out/data" -q
  "$tool" convert "$2" -o "$out/excel" -q --profile excel --csvw
  "$tool" convert "$2" -o "$out/a.sqlite" -q
  "$tool" convert "$2" -o "$out/tables.xlsx" -q --header en --lang en
  "$tool" convert "$2" -o "$out/again.xlsx" -q --header en --lang en
  cmp "$out/tables.xlsx" "$out/again.xlsx" || failed=1
  # characters that CP932 lacks are named
  if ! "$tool" convert "$2" -o "$out/cp932" -q --profile excel --encoding cp932 2>"$out/why"; then
    grep -q 'U+' "$out/why" || { cat "$out/why"; failed=1; }
  fi
  checks='csv package csvw miller xlsx sqlite libreoffice'
  [ "$1" = samples ] || [ "${TORIKOMI_SLOW_TESTS-}" = 1 ] || checks=${checks% libreoffice}
  for check in $checks; do
    code=0
    "$python" "$repository/tests/write/readback.py" "$out" "$check" --all || code=$?
    case $code in
      0) ;;
      77) echo "$1: not here, passed over: $check" ;;
      *)
        echo "$1: $check differs"
        failed=1
        ;;
    esac
  done
  rm -rf "$out"
}

read_back samples "$repository/samples"
[ ! -d "${TORIKOMI_REFERENCE-}/corpus" ] || read_back reports "$TORIKOMI_REFERENCE/corpus"
[ "$failed" -eq 0 ] || exit 1
echo 'read back: every cell'
