#!/bin/sh
# Shows that readme_test.sh fails where it should, with a torikomi that is a few lines of shell.
#
#   readme_selftest.sh
set -eu
here=$(cd "$(dirname "$0")" && pwd)
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

cat >"$scratch/torikomi" <<'TOOL'
#!/bin/sh
[ "$1" = --lang ] && shift 2
case $1 in
  help) echo "  hello                       says so" ;;
  hello) echo "hello"; echo "to stderr" >&2 ;;
  language) echo "$LANG" ;;
  fail) echo "no"; exit 3 ;;
esac
TOOL
chmod +x "$scratch/torikomi"

# page FILE LINE...: a README with one block of these lines.
page() {
  file=$scratch/$1
  shift
  # shellcheck disable=SC2016 # backquotes of Markdown
  { printf '# Title\n\n```sh\nnot run\n```\n\n```console\n'; printf '%s\n' "$@"; printf '```\n\nEnd.\n'; } >"$file"
}

failed=0
# expect CODE README...: what readme_test.sh must say.
expect() {
  wanted=$1
  shift
  code=0
  sh "$here/readme_test.sh" "$scratch/torikomi" "$scratch" "$@" >"$scratch/said" 2>&1 || code=$?
  if [ "$code" -ne "$wanted" ]; then
    echo "readme_test.sh $*: exit code $code instead of $wanted"
    cat "$scratch/said"
    failed=1
  fi
}

page same.md '$ torikomi hello' 'hello' 'to stderr' '$ torikomi fail; echo $?' 'no' '3'
expect 0 same.md
page other.md '$ torikomi hello' 'hallo' 'to stderr'
expect 1 other.md
page less.md '$ torikomi hello' 'hello'
expect 1 less.md
page more.md '$ torikomi hello' 'hello' 'to stderr' 'more'
expect 1 more.md
page blank.md '$ torikomi hello' 'hello' 'to stderr' ''
expect 1 blank.md
page code.md '$ torikomi fail' 'no'
expect 1 code.md
page later.md '$ torikomi hello >kept' 'to stderr' '$ cat kept' 'hullo'
expect 1 later.md
page kept.md '$ torikomi hello >kept' 'to stderr' '$ cat kept' 'hello'
expect 0 kept.md
page named.md '$ torikomi hello' 'hello' 'to stderr'
# shellcheck disable=SC2016 # backquotes of Markdown
printf 'As does `torikomi hello`.\n' >>"$scratch/named.md"
expect 0 named.md
# shellcheck disable=SC2016 # backquotes of Markdown
printf 'And `torikomi hullo`.\n' >>"$scratch/named.md"
expect 1 named.md
page output.md 'hello' '$ torikomi hello'
expect 1 output.md
page two.md '$ torikomi language' 'en_US.UTF-8'
page two.ja.md '$ torikomi language' 'ja_JP.UTF-8'
expect 0 two.md two.ja.md
expect 1 two.md same.md
printf '# nothing to run\n' >"$scratch/none.md"
expect 1 none.md
# shellcheck disable=SC2016 # backquotes of Markdown
printf '```console\n$ torikomi hello\nhello\nto stderr\n' >"$scratch/open.md"
expect 1 open.md
exit "$failed"
