#!/usr/bin/env python3
"""The measurements behind scripts/bench. Times are user + system seconds unless a column says wall; the best of the
rounds counts, so that other work on the machine disturbs less. MB = 10^6 bytes of input."""
import argparse
import glob
import os
import shutil
import subprocess
import sys
import tempfile
import time

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(os.path.dirname(HERE))
STAGES = ["decode", "normalise", "blocks", "cards", "records", "checks", "ndjson", "json", "csv", "xlsx", "sqlite",
          "xlsx, plain loop", "sqlite, plain loop"]


class Usage:
    """One run of a command: seconds of processor, seconds of wall clock, KiB at the peak, exit code."""

    def __init__(self, command, stdout=subprocess.DEVNULL):
        begin = time.perf_counter()
        process = subprocess.Popen(command, stdout=stdout, stderr=subprocess.DEVNULL)
        _, status, usage = os.wait4(process.pid, 0)
        self.wall = time.perf_counter() - begin
        self.cpu = usage.ru_utime + usage.ru_stime
        self.peak = usage.ru_maxrss
        self.code = os.waitstatus_to_exitcode(status)
        if self.code not in (0, 1, 3):
            sys.exit(f"bench: {' '.join(command[:4])} …: exit code {self.code}")


def best(command, rounds):
    runs = [Usage(command) for _ in range(rounds)]
    return min(runs, key=lambda run: run.cpu)


def files_of(folder):
    return sorted(glob.glob(os.path.join(folder, "**", "*.txt"), recursive=True))


def size_of(files):
    return sum(map(os.path.getsize, files)) / 1e6


class Corpus:
    """Generated reports of some size, kept between runs."""

    def __init__(self, place, reference):
        self.place, self.reference = place, reference

    def folder(self, megabytes):
        out = os.path.join(self.place, f"{'reference' if self.reference else 'own'}-{megabytes:g}")
        if os.path.exists(os.path.join(out, "done")):
            return os.path.join(out, "files")
        shutil.rmtree(out, ignore_errors=True)
        files = os.path.join(out, "files")
        os.makedirs(files)
        if self.reference:
            subprocess.run([sys.executable, os.path.join(self.reference, "bench", "make_corpus.py"),
                            os.path.join(self.reference, "corpus"), files, str(megabytes), "20240601"], check=True)
            os.remove(os.path.join(files, "big.txt"))
        else:
            subprocess.run([sys.executable, os.path.join(HERE, "make_corpus.py"), os.path.join(ROOT, "samples"), files,
                            str(megabytes)], check=True)
        open(os.path.join(out, "done"), "w").close()
        return files


class Table:
    def __init__(self):
        print(f"{'what':44} {'MB/s':>8} {'peak MB':>8}  note", flush=True)

    def row(self, what, speed=None, peak=None, note=""):
        speed = "" if speed is None else f"{speed:.1f}"
        peak = "" if peak is None else f"{peak / 1024:.0f}"
        print(f"{what:44} {speed:>8} {peak:>8}  {note}", flush=True)


def convert(tool, folder, jobs, *more):
    return [tool, "convert", "--quiet", "--progress", "never", "--jobs", str(jobs), "--to", "ndjson", *more, folder]


def measure_stages(table, stage_times, files):
    megabytes = size_of(files)
    peaks, lines = {}, []
    with tempfile.TemporaryDirectory() as work:
        for stage in STAGES:
            lines = subprocess.run([stage_times, "--until", stage, work, *files], check=True, capture_output=True,
                                   text=True).stdout.splitlines()
            peaks[stage] = int(lines[-1].split("\t")[1])
    for line in lines[:-1]:
        stage, seconds = line.split("\t")
        speed = megabytes / float(seconds) if float(seconds) > 0 else 0
        table.row(("write " if STAGES.index(stage) > 5 else "stage ") + stage, speed, peaks[stage],
                  "peak of the stages up to here" if stage == "decode" else "")


def measure_process(table, tool, folder, rounds, baselines):
    files = files_of(folder)
    megabytes = size_of(files)
    runs = {name: [] for name in ["one", "two", "validate", *baselines]}
    for _ in range(rounds):  # interleaved: what disturbs one disturbs all
        runs["one"].append(Usage(convert(tool, folder, 1)))
        for name, script in baselines.items():
            runs[name].append(Usage([sys.executable, script, *files]))
        runs["two"].append(Usage(convert(tool, folder, 2)))
        runs["validate"].append(Usage([tool, "validate", "--progress", "never", "--jobs", "1", "--format", "json",
                                       folder]))
    least = {name: min(some, key=lambda run: run.cpu) for name, some in runs.items()}
    one, two = least["one"], min(runs["two"], key=lambda run: run.wall)
    wall = min(run.wall for run in runs["one"])
    table.row("convert to NDJSON, 1 job", megabytes / one.cpu, one.peak, f"{megabytes:.0f} MB, {len(files)} files")
    table.row("convert to NDJSON, 2 jobs (wall)", megabytes / two.wall, two.peak,
              f"{wall / two.wall:.2f} x one job, wall against wall")
    table.row("validate, 1 job", megabytes / least["validate"].cpu, least["validate"].peak,
              f"{one.cpu / least['validate'].cpu:.2f} x convert")
    ratios = {}
    for name in baselines:
        ratios[name] = least[name].cpu / one.cpu
        table.row(name, megabytes / least[name].cpu, least[name].peak, f"torikomi is {ratios[name]:.2f} x as fast")
    return ratios


def measure_start(table, tool, folder):
    name = files_of(folder)[0]
    for what, command in (("--help", [tool, "--help"]), ("--version", [tool, "--version"]),
                          ("one file", [tool, "convert", "--quiet", "--to", "json", name])):
        runs = sorted(Usage(command).wall for _ in range(15))
        note = f"best {runs[0] * 1e3:.1f} ms, median {runs[7] * 1e3:.1f} ms wall"
        table.row(f"{what} ({os.path.getsize(name) / 1e3:.0f} kB)" if what == "one file" else what, note=note)


def measure_growth(table, tool, corpus, sizes):
    for megabytes in sizes:
        folder = corpus.folder(megabytes)
        files = files_of(folder)
        run = Usage(convert(tool, folder, 2))
        table.row(f"growth: {megabytes:g} MB, 2 jobs", size_of(files) / run.cpu, run.peak,
                  f"{len(files)} files, {run.cpu:.1f} s, {run.wall:.1f} s wall")


def compare(table, tool, revision, folder, rounds):
    """The same files through this tree and through another revision, in turn."""
    with tempfile.TemporaryDirectory() as place:
        tree = os.path.join(place, "tree")
        subprocess.run(["git", "-C", ROOT, "worktree", "add", "--detach", "--quiet", tree, revision], check=True)
        try:
            subprocess.run(["cmake", "-S", tree, "-B", place + "/build", "-G", "Ninja", "-DCMAKE_BUILD_TYPE=Release",
                            "-DTORIKOMI_TESTS=OFF"], check=True, stdout=subprocess.DEVNULL)
            subprocess.run(["cmake", "--build", place + "/build", "--target", "torikomi"], check=True,
                           stdout=subprocess.DEVNULL)
            other = place + "/build/torikomi"
            runs = [(Usage(convert(tool, folder, 1)).cpu, Usage(convert(other, folder, 1)).cpu) for _ in range(rounds)]
        finally:
            subprocess.run(["git", "-C", ROOT, "worktree", "remove", "--force", tree], check=False)
    here, there = min(run[0] for run in runs), min(run[1] for run in runs)
    megabytes = size_of(files_of(folder))
    table.row("this tree", megabytes / here)
    table.row(revision, megabytes / there, note=f"this tree is {there / here:.2f} x as fast")


def main():
    parser = argparse.ArgumentParser(prog="scripts/bench", description=__doc__)
    parser.add_argument("--mb", type=float, default=10, help="size of the corpus (10)")
    parser.add_argument("--rounds", type=int, default=3, help="runs of each program (3)")
    parser.add_argument("--growth", default="1,10,100", help="sizes in MB; 1,10,100,1000 for the whole curve")
    parser.add_argument("--compare", metavar="REV", help="only: the ratio to another revision of this repository")
    parser.add_argument("--gate", type=float, metavar="RATIO",
                        help="exit code 1 where torikomi is less than RATIO x as fast as the own baseline")
    parser.add_argument("--build", default=os.path.join(ROOT, "build", "bench"), help=argparse.SUPPRESS)
    options = parser.parse_args()
    tool = os.path.join(options.build, "torikomi")
    corpus = Corpus(os.path.join(options.build, "corpus"), os.environ.get("TORIKOMI_REFERENCE"))
    folder = corpus.folder(options.mb)
    if options.compare:
        return compare(Table(), tool, options.compare, folder, options.rounds)
    baselines = {"baseline.py": os.path.join(HERE, "baseline.py")}
    if corpus.reference:
        baselines["baseline.py of the reference"] = os.path.join(corpus.reference, "bench", "baseline.py")
    table = Table()
    if options.gate:
        ratio = measure_process(table, tool, folder, options.rounds, baselines)["baseline.py"]
        return 0 if ratio >= options.gate else f"bench: {ratio:.2f} x the baseline is less than {options.gate:g} x"
    measure_stages(table, os.path.join(options.build, "tests", "bench", "stage_times"), files_of(folder))
    measure_process(table, tool, folder, options.rounds, baselines)
    measure_start(table, tool, folder)
    measure_growth(table, tool, corpus, [float(size) for size in options.growth.split(",")])
    return 0


if __name__ == "__main__":
    sys.exit(main())
