"""Runs the recipes of docs/formats.md and compares what they print with what the page shows.

Usage: formats_test.py TORIKOMI REPOSITORY

A ```console block holds lines "$ command", each followed by its exact output (stdout); a ```python block is followed by
its output in a ```text block. "<!-- needs: NAME... -->" before a block names commands, or python3:MODULE; where one is
missing the block is passed over and said to be.
"""

import os
import re
import shutil
import subprocess
import sys
import tempfile

PYTHON = "/usr/bin/python3" if os.path.exists("/usr/bin/python3") else sys.executable


def blocks(page):
    """(kind, needs, text) of every fenced block; needs are those of the comment right above it."""
    needs, kind, lines = [], None, []
    for line in page.splitlines():
        if kind is None:
            comment = re.fullmatch(r"<!-- needs: (.*) -->", line)
            if comment:
                needs = comment[1].split()
            elif line.startswith("```"):
                kind, lines = line[3:].strip(), []
            elif line.strip():
                needs = []
        elif line.startswith("```"):
            yield kind, needs, "\n".join(lines)
            kind, needs = None, []
        else:
            lines.append(line)


def missing(need):
    if need.startswith("python3:"):
        return subprocess.run([PYTHON, "-c", "import " + need[8:]], capture_output=True).returncode != 0
    return shutil.which(need) is None


def main():
    tool, repository = os.path.abspath(sys.argv[1]), os.path.abspath(sys.argv[2])
    with open(f"{repository}/docs/formats.md", encoding="utf-8") as file:
        page = file.read()
    folder = tempfile.mkdtemp()
    os.mkdir(f"{folder}/bin")
    os.symlink(tool, f"{folder}/bin/torikomi")
    shutil.copytree(f"{repository}/samples", f"{folder}/run/samples")
    environment = dict(os.environ, LC_ALL="C.UTF-8", PATH=f"{folder}/bin:{os.environ['PATH']}", HOME=folder)
    environment.pop("LANGUAGE", None)
    ran = wrong = 0
    python_output = None

    def compare(command, got, want):
        nonlocal ran, wrong
        ran += 1
        if got.rstrip("\n") != want.rstrip("\n"):
            wrong += 1
            print(f"{command}\n  shows:\n{want}\n  prints:\n{got}")

    def run(command):
        done = subprocess.run(command, cwd=f"{folder}/run", env=environment, capture_output=True, text=True)
        if done.returncode != 0:
            print(f"exit code {done.returncode}: {command}\n{done.stderr}")
        return done.stdout + ("" if done.returncode == 0 else f"exit code {done.returncode}")

    try:
        for kind, needs, text in blocks(page):
            lacking = [need for need in needs if missing(need)]
            if kind in ("console", "python") and lacking:
                print("passed over, not here:", " ".join(lacking))
                python_output = None
                continue
            if kind == "console":
                for part in re.split(r"^\$ ", text, flags=re.M)[1:]:
                    command, _, want = part.partition("\n")
                    compare(command, run(["sh", "-c", command]), want)
            elif kind == "python":
                python_output = run([PYTHON, "-c", text])
            elif kind == "text" and python_output is not None:
                compare("python", python_output, text)
                python_output = None
    finally:
        shutil.rmtree(folder)
    print(f"{ran} recipes, {wrong} wrong")
    return 1 if wrong or ran == 0 else 0


if __name__ == "__main__":
    sys.exit(main())
