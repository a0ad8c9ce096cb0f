#!/bin/sh
# A run on Hadoop Streaming: run.sh STREAMING-JAR TOOL INPUT OUTPUT
#
# INPUT and OUTPUT are paths of HDFS; INPUT holds lines of {"id","text"} or {"id","path"}. No reducer: the output lines
# are the workers' own, and none of them holds a tab. A worker that ends badly fails its task, which Hadoop tries again.
# Afterwards: hadoop fs -getmerge OUTPUT parts && torikomi merge --expect INPUT-FILE --out all.ndjson parts
set -eu
exec hadoop jar "$1" -D mapreduce.job.reduces=0 -files "$2" -input "$3" -output "$4" -mapper "./$(basename "$2") worker"
