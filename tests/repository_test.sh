#!/bin/sh
# What must hold for the files of the repository themselves. One line a fault.
#
#   repository_test.sh REPOSITORY
set -eu
cd "$1"
faults=$(mktemp)
trap 'rm -f "$faults"' EXIT

# fault TITLE: where there is text on stdin, keeps it under the title. (A variable would not leave the pipe.)
fault() {
  found=$(cat)
  [ -z "$found" ] || printf '%s:\n%s\n' "$1" "$found" >>"$faults"
}

# The files of the product, one a line. Without git (a source archive): all but what builds leave behind.
files() {
  [ -e .git ] && git ls-files --cached --others --exclude-standard 2>/dev/null && return
  find . -name .git -prune -o -path ./build -prune -o -path ./out -prune -o -type f -print | sed 's,^\./,,'
}
# git lists a file that was deleted and not yet committed.
list=$(files | while IFS= read -r file; do [ ! -f "$file" ] || echo "$file"; done)

# in_files PATTERN [GREP-OPTION...]: the lines that match, with file and number.
in_files() {
  pattern=$1
  shift
  printf '%s\n' "$list" | tr '\n' '\0' | xargs -0 grep -nIE "$@" -- "$pattern" /dev/null || true
}

# A file that only one machine has. Not inside a URL or a longer path: what stands before the slash is no name.
in_files '(^|[^A-Za-z0-9_.~%/-])/(work|farm|root|home|Users|tmp|mnt|srv)/[A-Za-z0-9_.]' |
  fault 'absolute paths of a machine (ask for a temporary folder, or take the place from an argument)'
in_files '[.][.]/shared' | grep -v '^[.]ci/run:' | fault 'a folder beside the checkout (only .ci/run may know one)'

scripts=$(printf '%s\n' "$list" | while IFS= read -r file; do
  case $file in
    *.sh) echo "$file" ;;
    *) if head -c 64 "$file" | head -n 1 | grep -q '^#!.*\bsh$'; then echo "$file"; fi ;;
  esac
done)
[ -n "$scripts" ] || echo 'no shell script found' | fault 'this test'
for script in $scripts; do sh -n "$script" 2>&1 || true; done | fault 'shell scripts that do not parse'
for script in $scripts; do
  if head -n 1 "$script" | grep -q '^#!' && [ ! -x "$script" ]; then echo "$script"; fi
done | fault 'shell scripts with a first line #! that cannot be run'
if command -v shellcheck >/dev/null; then
  # shellcheck disable=SC2086 # a list of words
  { shellcheck -x $scripts || true; } | fault 'shellcheck'
fi

# Markdown links to files of the repository: [text](path) and [text](path#part).
printf '%s\n' "$list" | grep '\.md$' | while IFS= read -r page; do
  grep -oE '\]\([^)# ]+' "$page" | sed 's/^](//' | grep -vE '^(https?|mailto):' | while IFS= read -r target; do
    [ -e "$(dirname "$page")/$target" ] || echo "$page: $target"
  done || true
done | fault 'links to files that do not exist'

# CONTRIBUTING.md says how long a source may be.
longest=480
printf '%s\n' "$list" | { grep -E '^(src|include)/.*\.(h|cc)$' || true; } | tr '\n' '\0' |
  xargs -0 awk -v longest=$longest 'FNR == longest { print FILENAME }' /dev/null |
  fault "sources of $longest lines and more (split them: one idea a file)"

# A type has one definition (C++ [basic.def.odr]): the linker takes any of two and says nothing. clang-format begins what
# stands in a namespace itself in the first column.
# shellcheck disable=SC2016 # a program of awk
printf '%s\n' "$list" | { grep -E '^(src|include)/.*\.h$' || true; } | tr '\n' '\0' | xargs -0 awk '
  FNR == 1 { depth = 0 }
  /^namespace [a-z_:]+ \{/ { depth++; space[depth] = space[depth - 1] $2 "::" }
  /^}  \/\/ namespace/ { depth-- }
  /^(struct|class|union|enum|enum class) [A-Za-z_0-9]+[^;()]*\{/ {
    name = $1 == "enum" && $2 == "class" ? $3 : $2
    print space[depth] name, FILENAME
  }' /dev/null | sort | awk '$1 == name { print $1 ": " file " and " $2 } { name = $1; file = $2 }' |
  fault 'types that two headers define (give one of them another name)'

cat "$faults"
[ ! -s "$faults" ]
