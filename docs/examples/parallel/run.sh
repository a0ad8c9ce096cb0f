#!/bin/sh
# A run on this machine and others by GNU parallel:
#
#   TORIKOMI=… run.sh INPUT OUTPUT NSHARDS [OPTION-OF-PARALLEL...]      such as: -S host1,host2
#
# INPUT holds lines of {"id","path"}; INPUT and OUTPUT lie where every host sees them. Files in and out, never --pipepart:
# with --retries its second try gets an empty input and says that all is well. Run again after a failure: what is done
# stays done.
set -eu
input=$1
output=$2
shards=$3
shift 3
mkdir -p "$output"
seq 0 $((shards - 1)) | parallel --joblog "$output/jobs" --resume-failed --retries 3 "$@" \
  "${TORIKOMI:-torikomi}" worker --shard "{}/$shards" --in "$input" --out "$output/part-{}-of-$shards.ndjson"
exec "${TORIKOMI:-torikomi}" merge --expect "$input" --out "$output/all.ndjson" "$output"/part-*-of-"$shards".ndjson
