#!/bin/bash
# The job files of docs/examples/slurm on a Slurm of two nodes on loopback: the same bytes as one process for 1, 3 and 8
# shards; then again with one worker killed, and with a node killed while it works, whose task Slurm must requeue.
#
#   slurm_test.sh TORIKOMI REPOSITORY
# Exit code 77 (skipped) only where the packages are not installed and cannot be.
set -u
tool=$1
repository=$(cd "$2" && pwd)
examples=$repository/docs/examples/slurm
export PATH=$PATH:/usr/sbin:/sbin
if ! command -v slurmctld >/dev/null || ! command -v slurmd >/dev/null || ! command -v munged >/dev/null; then
  setup_log=$(mktemp)
  if ! "$repository/scripts/setup" cluster >"$setup_log" 2>&1; then
    tail -3 "$setup_log"
    rm -f "$setup_log"
    echo "SKIPPED slurm: the packages slurmctld slurmd slurm-client munge are not installed and cannot be"
    exit 77
  fi
  rm -f "$setup_log"
fi

folder=$(mktemp -d)
chmod 755 "$folder" # munged wants its socket where everybody may look
finish() {
  "$examples/loopback.sh" down "$folder/slurm"
  rm -rf "$folder"
}
trap finish EXIT
export SLURM_CONF=$folder/slurm/slurm.conf
fail() {
  echo "FAILED: $*"
  tail -n 8 "$folder"/out*/*.log "$folder"/slurm/log/*.log 2>/dev/null
  exit 1
}

number=0
mkdir "$folder/reports"
while [ "$number" -lt 80 ]; do
  for sample in "$repository"/samples/*/*/input.txt; do
    number=$((number + 1))
    report=$folder/reports/$(printf %03d $number).txt
    { cat "$sample"; echo "$number"; } >"$report"
    printf '{"id":"%s","path":"%s"}\n' "${report##*/}" "$report"
  done
done >"$folder/input"
"$tool" --lang en convert "$folder/reports" -o "$folder/whole.ndjson" -q || fail "convert"

"$examples/loopback.sh" up "$folder/slurm" || fail "the cluster does not start" # it has shown the daemons' last words

# Some engines' tasks are too short to be killed; a worker that waits for a file of the test is not.
cat >"$folder/slow" <<SLOW
#!/bin/sh
case "\$1" in worker) while [ -e "$folder/hold" ]; do sleep 0.1; done ;; esac
exec "$tool" --lang en "\$@"
SLOW
chmod +x "$folder/slow"
export TORIKOMI=$folder/slow

# run SHARDS FOLDER: submits, and gives the number of the merging job.
run() {
  mkdir "$2"
  "$examples/submit.sh" "$folder/input" "$2" "$1"
}
# await JOB: until it is over.
await() {
  for _ in $(seq 600); do
    state=$(squeue -h -t all -j "$1" -o %T 2>/dev/null)
    case $state in COMPLETED | FAILED | CANCELLED | TIMEOUT | NODE_FAIL | OUT_OF_MEMORY) return 0 ;; esac
    sleep 0.1
  done
  fail "job $1 hangs: $state"
}

for shards in 1 3 8; do
  merge=$(run $shards "$folder/out$shards") || fail "submit"
  await "$merge"
  cmp "$folder/whole.ndjson" "$folder/out$shards/all.ndjson" || fail "$shards shards give other bytes"
done

# Both nodes hold one task each. One worker is killed: its task tries again by itself.
touch "$folder/hold"
merge=$(run 4 "$folder/outkill") || fail "submit"
for _ in $(seq 100); do
  [ "$(squeue -h -t R | wc -l)" -ge 2 ] && [ "$(pgrep -fc "$folder/slow worker")" -ge 2 ] && break
  sleep 0.1
done
victim=$(pgrep -f "$folder/slow worker" | head -1)
[ -n "$victim" ] || fail "no worker to kill"
kill -9 "$victim"

# The node n2 is killed with everything on it.
job=$(squeue -h -t R -w n2 -o %A | head -1)
[ -n "$job" ] || fail "nothing runs on n2"
below() { for child in $(pgrep -P "$1"); do below "$child"; echo "$child"; done; }
node=$(cat "$folder/slurm/run/n2.pid")
steps=$(pgrep -f "slurmstepd: \[$job" || true)
kill -9 "$node"
for step in $steps; do
  # shellcheck disable=SC2046 # numbers
  kill -9 $(below "$step") "$step" 2>/dev/null
done
scontrol update nodename=n2 state=down reason=test || fail "scontrol"
grep -q 'due to failure of node' "$folder/slurm/log/ctld.log" || sleep 2
grep 'due to failure of node' "$folder/slurm/log/ctld.log" || fail "Slurm did not notice the death of the node"
rm "$folder/hold"
await "$merge"
cmp "$folder/whole.ndjson" "$folder/outkill/all.ndjson" || fail "other bytes after the kills"
grep -qi killed "$folder"/outkill/*.log || fail "the killed worker left no trace: was it killed?"
echo "slurm: same bytes in 1, 3 and 8 shards, and with a worker and a node killed"
