#!/bin/sh
# Runs the commands that the README shows and compares what they print with what it shows.
#
#   readme_test.sh TORIKOMI REPOSITORY [README...]       default: README.md README.ja.md
#
# A block that opens with ```console holds lines "$ command", each followed by its exact output (both streams, as on a
# terminal). The commands run in order, each by its own shell, in a copy of samples/ in a temporary folder, with
# torikomi found first. A command must succeed; one that is meant to fail is written "command; echo $?".
# A command over samples that are gone (a family was taken out, with its samples) is told, and the rest of its README is
# left out. Messages come in the language of the README. Every README must show the same commands, and at least one.
# A command that is named between words (`torikomi status`) must be one.
set -eu

torikomi=$(cd "$(dirname "$1")" && pwd)/$(basename "$1")
repository=$(cd "$2" && pwd)
shift 2
[ $# -gt 0 ] || set -- README.md README.ja.md

scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
mkdir "$scratch/bin"
ln -s "$torikomi" "$scratch/bin/torikomi"

# extract README FOLDER: writes FOLDER/commands (one a line) and FOLDER/<n>.want for the n-th command.
extract() {
  mkdir -p "$2"
  : >"$2/commands"
  awk -v folder="$2" '
    { sub(/\r$/, "") }
    !inside && /^ *```console *$/ { inside = 1; want = ""; next }
    inside && /^ *```/ { inside = 0; next }
    !inside { next }
    /^\$ / {
      n++
      print substr($0, 3) >(folder "/commands")
      want = folder "/" n ".want"
      printf "" >want
      next
    }
    want == "" { print "a block begins with output: " $0; broken = 1; exit }
    { print >want }
    END {
      if (inside && !broken) { print "a block has no end"; broken = 1 }
      exit broken
    }
  ' "$1"
}

# check README LANGUAGE: how many of its commands went wrong.
check() {
  readme=$1
  language=$2
  pages=$scratch/$readme.d
  place=$scratch/$readme.run
  mkdir -p "$place"
  [ ! -d "$repository/samples" ] || cp -R "$repository/samples" "$place/samples"
  extract "$repository/$readme" "$pages" || return 1
  number=0
  wrong=0
  while IFS= read -r command; do
    number=$((number + 1))
    sample=$(printf '%s\n' "$command" | grep -o 'samples/[A-Za-z0-9_/-]*' | head -n 1)
    if [ -n "$sample" ] && [ ! -e "$repository/$sample" ]; then
      echo "$readme: no $sample any more: left out from here: $command"
      break
    fi
    code=0
    (cd "$place" && env -u LC_ALL -u LC_MESSAGES -u LANGUAGE LANG="$language" PATH="$scratch/bin:$PATH" \
      sh -c "$command") >"$pages/$number.got" 2>&1 </dev/null || code=$?
    if [ "$code" -ne 0 ]; then
      echo "$readme: exit code $code of: $command"
      cat "$pages/$number.got"
      wrong=$((wrong + 1))
    elif ! diff -u --label "$readme shows" --label 'the command prints' "$pages/$number.want" "$pages/$number.got"; then
      echo "$readme: other output of: $command"
      wrong=$((wrong + 1))
    fi
  done <"$pages/commands"
  if [ "$number" -eq 0 ]; then
    echo "$readme: shows no command (a block that opens with \`\`\`console)"
    wrong=1
  fi
  echo "$readme: $number commands, $wrong wrong"
  [ "$wrong" -eq 0 ]
}

# named README: every word behind `torikomi in its lines is a command.
named() {
  "$torikomi" --lang en help | awk '/^  [a-z]/ { print $1 } END { print "help" }' | sort >"$scratch/commands"
  # shellcheck disable=SC2016 # backquotes of Markdown
  grep -o '`torikomi [a-z][a-z]*' "$repository/$1" | sed 's/.* //' | sort -u |
    comm -23 - "$scratch/commands" >"$scratch/unknown"
  [ -s "$scratch/unknown" ] || return 0
  echo "$1 names what is no command:"
  cat "$scratch/unknown"
  return 1
}

failed=0
for readme; do
  named "$readme" || failed=1
  case $readme in
    *.ja.md) check "$readme" ja_JP.UTF-8 || failed=1 ;;
    *) check "$readme" en_US.UTF-8 || failed=1 ;;
  esac
done
for readme; do
  if ! diff "$scratch/$1.d/commands" "$scratch/$readme.d/commands"; then
    echo "$1 and $readme show different commands"
    failed=1
  fi
done
exit "$failed"
