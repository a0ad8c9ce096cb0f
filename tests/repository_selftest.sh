#!/bin/sh
# Shows that repository_test.sh fails where it should: plants one fault after another in a small tree.
#
#   repository_selftest.sh
set -eu
here=$(cd "$(dirname "$0")" && pwd)
tree=$(mktemp -d)
trap 'rm -rf "$tree"' EXIT
failed=0

# expect CODE WHAT: what repository_test.sh must say of the tree.
expect() {
  code=0
  "$here/repository_test.sh" "$tree" >"$tree.said" 2>&1 || code=$?
  if [ "$code" -ne "$1" ]; then
    echo "exit code $code instead of $1 for: $2"
    cat "$tree.said"
    failed=1
  fi
  rm -f "$tree.said"
}

# plant FILE LINE: a fault that must be seen while the file is there.
plant() {
  mkdir -p "$(dirname "$tree/$1")"
  printf '%s\n' "$2" >"$tree/$1"
  expect 1 "$1 with $2"
  rm "$tree/$1"
}

mkdir "$tree/scripts" "$tree/.ci"
printf '#!/bin/sh\nset -eu\necho hello\n' >"$tree/scripts/hello"
printf '#!/bin/sh\nls %s\n' '../share''d' >"$tree/.ci/run"
chmod +x "$tree/scripts/hello" "$tree/.ci/run"
printf '# T\n\nSee [a script](scripts/hello), [the web](https://example.org/home/index.html) and /usr/bin/env.\n' >"$tree/T.md"
expect 0 'a clean tree'

# Each is written in two pieces, so that this file holds none of them.
plant notes.txt 'see /ho''me/taro/report.txt'
plant src/main.cc 'open("/tm''p/out.csv")'
plant CMakeLists.txt 'set(A /wo''rk/x)'
plant src/main.cc 'read("../share''d/corpus")'
plant scripts/broken.sh 'if true; then echo'
plant scripts/plain "$(printf '#!/bin/sh\necho cannot be run')"
plant docs/page.md '[gone](nowhere.md)'
plant src/long.cc "$(awk 'BEGIN { for (i = 0; i < 480; i++) print "//" }')"
mkdir -p "$tree/src/a"
printf 'namespace torikomi {\nenum class Kind { kOne };\nnamespace inner {\nstruct Other {};\n}  // namespace inner\n}  // namespace torikomi\n' >"$tree/src/a/kind.h"
plant include/torikomi/b/kind.h "$(printf 'namespace torikomi {\nstruct Kind {\n};\n}  // namespace torikomi')"
plant src/b/other.h "$(printf 'namespace torikomi::inner {\nclass Other final : Base {\n};\n}  // namespace torikomi::inner')"
printf 'namespace torikomi {\nstruct Other {\n  struct Kind {};\n};\nenum class Kind;\nstruct Few { int a; };\n}  // namespace torikomi\n' >"$tree/src/a/same_names.h"
expect 0 'types of the same names in other places'
expect 0 'the tree after all faults were taken out'
exit "$failed"
