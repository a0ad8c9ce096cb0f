#!/bin/bash
# A Slurm cluster of two nodes on this machine, on loopback alone, for trying things out. Works as any user.
#
#   ./loopback.sh up FOLDER       then: export SLURM_CONF=FOLDER/slurm.conf
#   ./loopback.sh down FOLDER
#
# Debian packages: slurmctld slurmd slurm-client munge. Nothing under /etc is read or changed.
set -eu
command=$1
mkdir -p "$2"
folder=$(cd "$2" && pwd)
# Debian keeps daemons here, which is not on every user's path.
PATH=$PATH:/usr/sbin:/sbin
export SLURM_CONF=$folder/slurm.conf

configuration() {
  cat <<CONF
ClusterName=loopback
SlurmctldHost=$(hostname -s)(127.0.0.1)
SlurmctldPort=${PORT:-16817}
SlurmUser=$(id -un)
SlurmdUser=$(id -un)
AuthInfo=socket=$folder/munge.sock,cred_expire=5
CommunicationParameters=DisableIPv6,NoInAddrAny,NoCtldInAddrAny
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
NodeName=n[1-2] NodeHostname=$(hostname -s) NodeAddr=127.0.0.1 Port=[16821-16822] CPUs=1 RealMemory=2000
PartitionName=batch Nodes=n[1-2] Default=YES MaxTime=INFINITE State=UP
CONF
}

up() {
  mkdir -p "$folder"/{run,state,n1,n2,log}
  chmod 755 "$folder"
  dd if=/dev/urandom of="$folder/munge.key" bs=128 count=1 status=none
  chmod 400 "$folder/munge.key"
  munged --key-file="$folder/munge.key" --socket="$folder/munge.sock" --pid-file="$folder/run/munged.pid" \
    --log-file="$folder/log/munged.log" --seed-file="$folder/munge.seed"
  configuration >"$folder/slurm.conf"
  slurmctld -c
  slurmd -N n1
  slurmd -N n2
  for _ in $(seq 100); do
    [ "$(sinfo -h -N -o %T 2>/dev/null | grep -c idle)" -eq 2 ] && return 0
    sleep 0.1
  done
  echo "loopback.sh: the nodes did not come up; see $folder/log" >&2
  return 1
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
