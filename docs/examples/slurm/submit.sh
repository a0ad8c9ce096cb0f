#!/bin/bash
# Converts INPUT in NSHARDS tasks and merges what they wrote.
#
#   TORIKOMI=/usr/local/bin/torikomi ./submit.sh INPUT OUTPUT NSHARDS
#
# INPUT has one line {"id":…,"path":…} a document; OUTPUT is a folder that every node sees. Prints the number of the
# merging job. After a failed merge, OUTPUT/all.ndjson.missing names the documents without a result.
set -eu
folder=$(cd "$(dirname "$0")" && pwd)
export TORIKOMI=${TORIKOMI:-torikomi} INPUT=$1 OUTPUT=$2 NSHARDS=$3
array=$(sbatch --parsable --array="0-$((NSHARDS - 1))" --output="$OUTPUT/%a.log" "$folder/shard.sbatch")
# afterany, not afterok: a task that failed once and was requeued would block afterok for ever. merge refuses by itself.
sbatch --parsable --dependency="afterany:$array" --output="$OUTPUT/merge.log" \
  --wrap "'$TORIKOMI' merge --clean --expect '$INPUT' --out '$OUTPUT/all.ndjson' '$OUTPUT'/part-*-of-$NSHARDS.ndjson"
