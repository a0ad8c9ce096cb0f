#!/usr/bin/env python3
"""A run on Spark: spark-submit run.py TOOL INPUT OUTPUT PARTITIONS

INPUT holds lines of {"id","path"} or {"id","text"}. checkCode=True is needed: without it a worker that dies counts as one
that had little to say. The environment of the command is empty, so TOOL is a full path. Afterwards:

  torikomi merge --expect INPUT --out all.ndjson OUTPUT/part-*
"""
import sys

from pyspark import SparkContext


def main(tool, source, output, partitions):
    context = SparkContext(appName="torikomi")
    lines = context.textFile(source, int(partitions))
    lines.pipe(f"{tool} worker", checkCode=True).saveAsTextFile(output)
    context.stop()


if __name__ == "__main__":
    main(*sys.argv[1:])
