#!/bin/sh
# The examples of docs/examples for GNU parallel, Dask, Spark and Hadoop Streaming give the bytes of one process. Spark and
# Hadoop are played by tests/e2e/engines, which do what their sources say; parallel and Dask run where they are installed.
#
#   engines_test.sh TORIKOMI REPOSITORY
set -u
tool=$(cd "$(dirname "$1")" && pwd)/$(basename "$1")
repository=$(cd "$2" && pwd)
examples=$repository/docs/examples
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder" || exit 1
failures=0
same() {
  if cmp -s whole.ndjson "$2"; then
    echo "$1: same bytes"
  else
    echo "FAILED $1"
    failures=$((failures + 1))
  fi
}

number=0
mkdir reports
while [ "$number" -lt 20 ]; do
  for sample in "$repository"/samples/*/*/input.txt; do
    number=$((number + 1))
    report=reports/$(printf %03d $number).txt
    { cat "$sample"; echo "$number"; } >"$report"
    printf '{"id":"%s","path":"%s"}\n' "${report##*/}" "$folder/$report"
  done
done >input
"$tool" convert reports -o whole.ndjson -q || exit 1

PYTHONPATH=$repository/tests/e2e/engines python3 "$examples/spark/run.py" "$tool" input spark 4
"$tool" merge --expect input --out spark.ndjson spark/part-*
same spark spark.ndjson
if PYTHONPATH=$repository/tests/e2e/engines python3 "$examples/spark/run.py" /bin/false input bad 4 2>/dev/null; then
  echo 'FAILED spark: a worker that fails goes unnoticed'
  failures=$((failures + 1))
fi

PATH=$repository/tests/e2e/engines:$PATH "$examples/hadoop/run.sh" streaming.jar "$tool" input hadoop
"$tool" merge --expect input --out hadoop.ndjson hadoop/part-*
same hadoop hadoop.ndjson

if command -v parallel >/dev/null && parallel --version 2>/dev/null | grep -q '^GNU'; then
  TORIKOMI=$tool "$examples/parallel/run.sh" "$folder/input" parallel 3 && same parallel parallel/all.ndjson
else
  echo 'SKIPPED parallel: GNU parallel is not installed'
fi
if python3 -c 'import distributed' 2>/dev/null; then
  mkdir dask
  dask-scheduler --host 127.0.0.1 --port 18786 --dashboard-address 127.0.0.1:0 2>/dev/null &
  scheduler=$!
  dask-worker tcp://127.0.0.1:18786 --host 127.0.0.1 --nworkers 1 --nthreads 1 --dashboard-address 127.0.0.1:0 2>/dev/null &
  worker=$!
  python3 "$examples/dask/run.py" tcp://127.0.0.1:18786 "$tool" "$folder/input" dask 3
  same dask dask/all.ndjson
  kill "$worker" "$scheduler"
  wait
else
  echo 'SKIPPED dask: python3-distributed is not installed'
fi
[ "$failures" -eq 0 ]
