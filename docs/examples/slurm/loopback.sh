#!/bin/bash
# A Slurm cluster of two nodes on this machine, for trying things out. Works as any user, and asks nothing of the machine
# that a container lacks: no systemd, no cgroups, no name service, no fixed ports.
#
#   ./loopback.sh up FOLDER       then: export SLURM_CONF=FOLDER/slurm.conf
#   ./loopback.sh down FOLDER
#
# Debian packages: slurmctld slurmd slurm-client munge. Nothing under /etc is changed. The daemons listen on loopback
# alone where the machine's name is an address there, as Debian's installer has it; else on every address, where munge's
# key, which is in FOLDER alone, keeps strangers out.
set -eu
command=$1
mkdir -p "$2"
folder=$(cd "$2" && pwd)
# Debian keeps daemons here, which is not on every user's path.
PATH=$PATH:/usr/sbin:/sbin
export SLURM_CONF=$folder/slurm.conf

# address: where the daemons find each other. Slurm can listen on one address only: that of the machine's name.
address() { getent ahostsv4 "$(hostname -s)" | awk '/^127\./ { print $1; exit }'; }

# free_port: the first of three ports in a row that nobody listens on; another cluster may be up.
free_port() {
  for port in $(seq $((16817 + $$ % 1000 * 4)) 4 24817); do
    for used in "$port" "$((port + 1))" "$((port + 2))"; do
      if (: <"/dev/tcp/${1:-127.0.0.1}/$used") 2>/dev/null; then continue 2; fi
    done
    echo "$port"
    return 0
  done
}

# configuration ADDRESS PORT; ADDRESS is empty where the daemons have to listen on every address. Numbers of jobs are
# those of no other cluster of this machine, as they are all that tells whose the process of a job is.
configuration() {
  cat <<CONF
ClusterName=loopback
SlurmctldHost=$(hostname -s)(${1:-127.0.0.1})
SlurmctldPort=$2
SlurmUser=$(id -un)
SlurmdUser=$(id -un)
AuthInfo=socket=$folder/munge.sock,cred_expire=5
CommunicationParameters=DisableIPv6${1:+,NoInAddrAny,NoCtldInAddrAny}
StateSaveLocation=$folder/state
SlurmdSpoolDir=$folder/%n
SlurmctldPidFile=$folder/run/ctld.pid
SlurmdPidFile=$folder/run/%n.pid
SlurmctldLogFile=$folder/log/ctld.log
SlurmdLogFile=$folder/log/%n.log
ProctrackType=proctrack/linuxproc
JobAcctGatherType=jobacct_gather/linux
JobAcctGatherFrequency=1
JobAcctGatherParams=OverMemoryKill
SelectType=select/cons_tres
SelectTypeParameters=CR_Core_Memory
DefMemPerCPU=1000
SlurmdParameters=config_overrides
SchedulerParameters=batch_sched_delay=0,sched_interval=1,bf_interval=1
ReturnToService=2
SlurmdTimeout=10
RequeueExit=75
FirstJobId=$(($2 * 100))
NodeName=n[1-2] NodeHostname=$(hostname -s) NodeAddr=${1:-127.0.0.1} Port=[$(($2 + 1))-$(($2 + 2))] CPUs=1 RealMemory=2000
PartitionName=batch Nodes=n[1-2] Default=YES MaxTime=INFINITE State=UP
CONF
}

# failed WHAT: says so, with the last words of every daemon.
failed() {
  echo "loopback.sh: $1" >&2
  for log in "$folder"/log/*.log; do
    [ -f "$log" ] || continue
    echo "-- $log" >&2
    tail -n 8 "$log" >&2
  done
  exit 1
}

idle() { timeout 5 sinfo -h -N -o %T 2>/dev/null | grep -c idle; }

up() {
  mkdir -p "$folder"/{run,state,n1,n2,log}
  chmod 755 "$folder"
  dd if=/dev/urandom of="$folder/munge.key" bs=128 count=1 status=none
  chmod 400 "$folder/munge.key"
  munged --key-file="$folder/munge.key" --socket="$folder/munge.sock" --pid-file="$folder/run/munged.pid" \
    --log-file="$folder/log/munged.log" --seed-file="$folder/munge.seed" --origin=127.0.0.1 || failed 'munged does not start'
  local address
  address=$(address)
  configuration "$address" "$(free_port "$address")" >"$SLURM_CONF"
  # slurmd loads a plugin for cgroups even where none is asked for; the one that it finds by itself wants cgroups mounted
  # and, for version 2, systemd. This one wants nothing until it is used.
  echo 'CgroupPlugin=cgroup/v1' >"$folder/cgroup.conf"
  slurmctld -c || failed 'slurmctld does not start'
  slurmd -N n1 || failed 'the node n1 does not start'
  slurmd -N n2 || failed 'the node n2 does not start'
  local end=$((SECONDS + 30))
  while [ "$SECONDS" -lt "$end" ]; do
    [ "$(idle)" -eq 2 ] && return 0
    sleep 0.1
  done
  failed 'the nodes did not come up'
}

# A zombie counts as gone: where nobody reaps, it stays for ever.
alive() { [ -d "/proc/$1" ] && ! grep -q '^State:.Z' "/proc/$1/status" 2>/dev/null; }

down() {
  for file in "$folder"/run/n?.pid "$folder"/run/ctld.pid "$folder"/run/munged.pid; do
    [ -f "$file" ] || continue
    pid=$(cat "$file")
    kill "$pid" 2>/dev/null || true
    for _ in $(seq 50); do
      alive "$pid" || break
      sleep 0.1
    done
    if alive "$pid"; then kill -9 "$pid"; fi
  done
}

case $command in
  up) up ;;
  down) down ;;
  *) echo "usage: loopback.sh up|down FOLDER" >&2; exit 2 ;;
esac
