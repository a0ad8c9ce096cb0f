"""Copies of the samples with some damage, as bad extraction leaves it: every one is read without an internal error, no line
is lost, every raw value is what its span says, and validate reads it as well.

Usage: damaged_test.py TORIKOMI SAMPLES [COPIES [SEED]]       default: 300 copies, seed 1
"""

import glob
import json
import os
import random
import subprocess
import sys
import tempfile

PIECES = ["\t", "|", "\n", "\n\n", "(", ")", "「", "」", "令和5年度", "円", "(単位:千円)", "<table><tr><td>", "</td></tr></table>", "<ul><li>",
          "-", "0", "1,234", "％", "　", " ", "  ", "目標", "実績", "合計", "\f", "■", "☑", "第1回", "月", "日", "年", "〇", "1 "]
MOST_DAMAGE = 12


def damage(text, dice):
    """One blow: words put in, words lost, lines exchanged, columns lost, a stretch copied."""
    kind = dice.random()
    at = dice.randrange(len(text) + 1)
    if kind < 0.3:
        return text[:at] + dice.choice(PIECES) + text[at:]
    if kind < 0.5:
        return text[:at] + text[at + dice.randint(1, 40):]
    lines = text.split("\n")
    one, other = dice.randrange(len(lines)), dice.randrange(len(lines))
    if kind < 0.7:
        lines[one], lines[other] = lines[other], lines[one]
        return "\n".join(lines)
    if kind < 0.85:
        lines[one] = lines[one].replace("\t", dice.choice(["\n", "  ", " "]))
        return "\n".join(lines)
    begin = dice.randrange(len(text) + 1)
    return text[:at] + text[begin:begin + dice.randint(1, 200)] + text[at:]


def complaints(document, source):
    """What does not hold for one document."""
    row = document["documents"][0] if document["documents"] else None
    if row is None and document["diagnostics"][0]["rule"] == "INP002":
        return []  # the same copy twice
    if row is None:
        return ["no document: " + json.dumps(document["diagnostics"], ensure_ascii=False)[:300]]
    out = []
    if row["coverage"] not in (1, None):
        lost = [source[slice(*one["span"])].decode("utf-8", "replace") for one in document["unclaimed"]]
        out.append(f"coverage {row['coverage']}, lost: {lost}")
    for table, rows in document.items():
        if table == "diagnostics" or not isinstance(rows, list):
            continue
        for number, one in enumerate(rows):
            for column, span in (one.get("spans") or {}).items():
                if not 0 <= span[0] <= span[1] <= len(source):
                    out.append(f"{table} {number} {column}: span {span} of {len(source)} bytes")
                elif column == "raw" and source[span[0]:span[1]].decode("utf-8", "strict") != one[column]:
                    out.append(f"{table} {number}: raw {one[column]!r} is not what its span says")
    return out


def main():
    tool, samples = sys.argv[1], sys.argv[2]
    copies = int(sys.argv[3]) if len(sys.argv) > 3 else 300
    seed = int(sys.argv[4]) if len(sys.argv) > 4 else 1
    dice = random.Random(seed)
    inputs = sorted(glob.glob(os.path.join(samples, "**", "input.*"), recursive=True))
    failures = 0
    with tempfile.TemporaryDirectory() as folder:
        reports = os.path.join(folder, "reports")
        os.mkdir(reports)
        for copy in range(copies):
            with open(dice.choice(inputs), encoding="utf-8", errors="replace", newline="") as file:
                text = file.read()
            for _ in range(dice.randint(1, MOST_DAMAGE)):
                text = damage(text, dice) or "x"
            with open(os.path.join(reports, f"{copy:05}.txt"), "w", encoding="utf-8", newline="") as file:
                file.write(text)
        output = os.path.join(folder, "out.ndjson")
        run = subprocess.run([tool, "convert", reports, "-o", output, "--progress=never"], capture_output=True, text=True, check=False)
        if run.returncode != 0:
            print(f"convert: exit code {run.returncode}\n{run.stderr[-2000:]}")
            failures += 1
        with open(output, encoding="utf-8") as lines:
            for line in lines:
                document = json.loads(line)
                name = (document["documents"] or document["diagnostics"])[0]["source"]
                with open(os.path.join(reports, name), "rb") as file:
                    source = file.read()
                for complaint in complaints(document, source):
                    print(f"{name} (seed {seed}): {complaint}")
                    failures += 1
        run = subprocess.run([tool, "validate", reports, "--format", "json", "--progress=never"], capture_output=True, text=True, check=False)
        if run.returncode not in (0, 1):
            print(f"validate: exit code {run.returncode}\n{run.stderr[-2000:]}")
            failures += 1
    print(f"{copies} copies of {len(inputs)} samples, seed {seed}: {failures} failures")
    return 1 if failures or not inputs else 0


sys.exit(main())
