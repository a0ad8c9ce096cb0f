"""kill -9 at random moments of an ingest: the store opens and is whole, it holds only whole documents, and a run that
goes on ends with the same content as an undisturbed one.

Usage: kill_test.py TORIKOMI SAMPLES [ROUNDS [SEED]]       default: 5 rounds
"""

import glob
import os
import random
import shutil
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time

DOCUMENTS = 300


def content(store):
    """Every table of the store but the insides of the index, as sorted rows; rows of texts without their running number."""
    connection = sqlite3.connect(store)
    names = [r[0] for r in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")]
    out = {}
    for name in names:
        if name.startswith(("texts_index", "sqlite_")):
            continue
        columns = [r[1] for r in connection.execute(f'PRAGMA table_info("{name}")') if (name, r[1]) != ("texts", "id")]
        rows = connection.execute(f"SELECT {','.join(chr(34) + c + chr(34) for c in columns)} FROM \"{name}\"").fetchall()
        if name == "torikomi":
            rows = [r for r in rows if r[0] != "indexed"]
        out[name] = sorted(rows, key=repr)
    connection.close()
    return out


def found(tool, store, word):
    command = [tool, "search", word, "--store", store, "--limit", "0", "--format", "json", "-q"]
    return subprocess.run(command, check=True, capture_output=True).stdout


def check_whole(store):
    connection = sqlite3.connect(store)
    assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)], "integrity_check"
    assert connection.execute("PRAGMA foreign_key_check").fetchall() == [], "foreign_key_check"
    if connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0] == 0:
        connection.close()  # killed before the tables were there
        return 0
    connection.execute("INSERT INTO texts_index (texts_index) VALUES ('integrity-check')")
    documents = connection.execute("SELECT count(*) FROM documents").fetchone()[0]
    for other in ("inputs", "source_texts"):  # no half document: each has its input and its text, and the other way round
        assert connection.execute(f"SELECT count(*) FROM {other}").fetchone()[0] == documents, other
    connection.close()
    return documents


def main():
    tool, samples = os.path.abspath(sys.argv[1]), os.path.abspath(sys.argv[2])
    rounds = int(sys.argv[3]) if len(sys.argv) > 3 else 5
    seed = int(sys.argv[4]) if len(sys.argv) > 4 else random.randrange(1 << 30)
    dice = random.Random(seed)
    folder = tempfile.mkdtemp()
    try:
        os.mkdir(f"{folder}/reports")
        texts = [open(path, "rb").read() for path in sorted(glob.glob(f"{samples}/*/*/input.*"))]
        for number in range(DOCUMENTS):
            with open(f"{folder}/reports/{number:04}.txt", "wb") as file:
                file.write(texts[number % len(texts)] + f"\n{number}\n".encode())

        def ingest(store):
            return [tool, "ingest", f"{folder}/reports", "--store", store, "-q", "--progress", "never"]

        begin = time.monotonic()
        subprocess.run(ingest(f"{folder}/undisturbed"), check=True)
        lasts = time.monotonic() - begin
        wanted = content(f"{folder}/undisturbed")
        words = found(tool, f"{folder}/undisturbed", "連携中枢")
        when = []
        for number in range(4 * rounds):
            if len(when) == rounds:
                break
            store = f"{folder}/killed{number}"
            running = subprocess.Popen(ingest(store), start_new_session=True)
            time.sleep(dice.uniform(0, lasts))
            running.send_signal(signal.SIGKILL)
            killed = running.wait() == -signal.SIGKILL
            if not killed:
                lasts *= 0.7  # it had ended: this machine is faster than a moment ago
                os.remove(store)
                continue
            if os.path.exists(store) and os.path.getsize(store) > 0:
                subprocess.run([tool, "status", "--store", store, "-q"], stdout=subprocess.DEVNULL)
                when.append(check_whole(store))
            else:
                when.append(0)
            subprocess.run(ingest(store), check=True)
            check_whole(store)
            got = content(store)
            assert got.keys() == wanted.keys()
            for table in wanted:
                assert got[table] == wanted[table], f"round {number} (seed {seed}): other rows in {table}"
            assert found(tool, store, "連携中枢") == words, f"round {number} (seed {seed}): search finds something else"
            for path in glob.glob(store + "*"):
                os.remove(path)
        assert when, "no run was killed before it ended"
        print(f"{len(when)} kills, seed {seed}; documents in the store at the kill: {sorted(when)}")
    finally:
        shutil.rmtree(folder)


if __name__ == "__main__":
    main()
