# shellcheck shell=sh
# Sourced by tests whose reports are cards: where no built-in family reads them, the one of the tests does.
#
#   use_cards TORIKOMI
use_cards() {
  card=$(mktemp)
  printf '施策\t産業の振興\t事務事業\t商談会\n関係市町\t■津山市\n' >"$card"
  if ! "$1" --lang en grammar list --match "$card" 2>&1 | grep -q 'is used'; then
    TORIKOMI_GRAMMARS=$(cd "$(dirname "$0")/../families" && pwd)
    export TORIKOMI_GRAMMARS
  fi
  rm -f "$card"
}
