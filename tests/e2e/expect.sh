# shellcheck shell=sh
# Shared by the tests of commands: source it in a folder of the test's own.
# shellcheck disable=SC2034 # read by the tests
failures=0

# expect NAME EXIT-CODE COMMAND...: runs the command; its output is left in the files stdout and stderr.
expect() {
  name=$1 wanted=$2
  shift 2
  "$@" >stdout 2>stderr
  got=$?
  if [ "$got" -ne "$wanted" ]; then
    echo "FAILED $name: exit code $got instead of $wanted"
    sed 's/^/  /' stderr
    failures=$((failures + 1))
  fi
}

# check NAME COMMAND...: the command has to succeed.
check() {
  name=$1
  shift
  "$@" || {
    echo "FAILED $name: $*"
    failures=$((failures + 1))
  }
}
