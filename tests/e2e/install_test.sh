#!/bin/sh
# Installs torikomi below a temporary prefix, moves the prefix, and runs the tool from another folder with an empty
# environment: it must need nothing from the checkout, and give the same bytes as the tool that was built.
#
#   install_test.sh CMAKE BUILD-FOLDER CONFIGURATION TORIKOMI REPOSITORY
set -eu
cmake=$1
build=$2
configuration=$3
torikomi=$4
repository=$5

scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

"$cmake" --install "$build" --prefix "$scratch/first" >"$scratch/log" 2>&1 || {
  cat "$scratch/log"
  exit 1
}
mv "$scratch/first" "$scratch/moved"
installed=$scratch/moved/bin/torikomi
mkdir "$scratch/elsewhere"
cd "$scratch/elsewhere"

fail() {
  echo "$*"
  exit 1
}

[ "$(env -i "$installed" --version)" = "$("$torikomi" --version)" ] || fail 'the installed tool reports another version'
[ -n "$(env -i "$installed" --version)" ] || fail 'the installed tool reports no version'
# Debug information and assertions name source files; a release must not know where it was built.
if [ "$configuration" = Release ] && grep -qaF "$repository" "$installed"; then
  fail "the installed tool holds the path of the checkout, $repository"
fi

cp -R "$repository/samples" samples
env -i "$installed" convert samples -o got
"$torikomi" convert samples -o wanted
[ -s got/documents.csv ] || fail 'the installed tool wrote no documents.csv'
[ "$(wc -l <got/documents.csv)" -gt 1 ] || fail 'the installed tool found no document'
diff -r wanted got || fail 'the installed tool gives other tables than the built one'
