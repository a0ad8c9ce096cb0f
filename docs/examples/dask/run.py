#!/usr/bin/env python3
"""A run on a Dask cluster: run.py SCHEDULER TOOL INPUT OUTPUT NSHARDS

INPUT holds lines of {"id","path"}; INPUT and OUTPUT lie where every worker sees them. A worker that fails or dies is
replaced (retries); whether everything is there is for `torikomi merge` to say, whose exit code this has.
"""
import subprocess
import sys

from distributed import Client


def convert(tool, source, part, shard, shards):
    command = [tool, "worker", "--shard", f"{shard}/{shards}", "--in", source, "--out", part]
    subprocess.run(command, check=True, stdin=subprocess.DEVNULL)
    return part


def main(scheduler, tool, source, output, shards):
    shards = int(shards)
    names = [f"{output}/part-{shard}-of-{shards}.ndjson" for shard in range(shards)]
    with Client(scheduler) as client:
        parts = client.gather([client.submit(convert, tool, source, name, shard, shards, retries=2, pure=False)
                               for shard, name in enumerate(names)])
    merge = [tool, "merge", "--expect", source, "--out", f"{output}/all.ndjson", *parts]
    return subprocess.run(merge, check=False).returncode


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
