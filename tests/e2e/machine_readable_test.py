"""The rules `machine-readable` run on the tables that torikomi itself writes: CSV in both profiles and the spreadsheet.

machine_readable_test.py TORIKOMI INPUT...

Columns that datapackage.json lists as verbatim or narrative hold words of the document and are left out. Every other
column is given back to `torikomi validate --select machine-readable` as a table, and nothing may be said about it.
"""
import csv, datetime, json, pathlib, re, subprocess, sys, tempfile, zipfile
from xml.etree import ElementTree

MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
REL = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"


def run(*words):
    done = subprocess.run(words, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    if done.returncode not in (0, 1):
        sys.exit("%s: exit code %d\n%s" % (" ".join(map(str, words)), done.returncode, done.stderr.decode()))
    return done.stdout


def csv_tables(folder):
    """Name of the table -> rows, the first of which is the header."""
    for path in sorted(folder.glob("*.csv")):
        with path.open(encoding="utf-8-sig", newline="") as file:
            yield path.stem, list(csv.reader(file))


def column_of(reference):
    number = 0
    for letter in re.match("[A-Z]+", reference).group():
        number = number * 26 + ord(letter) - 64
    return number - 1


def date_styles(book):
    """The cell styles that show a number as a day."""
    styles = ElementTree.fromstring(book.read("xl/styles.xml"))
    formats = {f.get("numFmtId") for f in styles.iter(MAIN + "numFmt") if "yy" in f.get("formatCode")} | {"14"}
    return {str(i) for i, style in enumerate(styles.find(MAIN + "cellXfs")) if style.get("numFmtId") in formats}


def day_of(serial):
    return (datetime.date(1899, 12, 30) + datetime.timedelta(days=int(float(serial)))).isoformat()


def sheet_rows(book, path, strings, dates):
    for row in ElementTree.fromstring(book.read(path)).iter(MAIN + "row"):
        cells = {}
        for cell in row.iter(MAIN + "c"):
            value = cell.find(MAIN + "v")
            words = "".join(node.text or "" for node in cell.iter(MAIN + "t"))
            if value is not None:
                words = strings[int(value.text)] if cell.get("t") == "s" else value.text or ""
                if cell.get("s") in dates and cell.get("t", "n") == "n":
                    words = day_of(words)
            cells[column_of(cell.get("r"))] = words
        yield [cells.get(i, "") for i in range(max(cells, default=-1) + 1)]


def xlsx_tables(path, columns):
    """Sheets whose header row is the columns of a table of the data package."""
    with zipfile.ZipFile(path) as book:
        strings = []
        if "xl/sharedStrings.xml" in book.namelist():
            for item in ElementTree.fromstring(book.read("xl/sharedStrings.xml")).iter(MAIN + "si"):
                strings.append("".join(node.text or "" for node in item.iter(MAIN + "t")))
        for name in sorted(n for n in book.namelist() if n.startswith("xl/worksheets/sheet")):
            rows = list(sheet_rows(book, name, strings, date_styles(book)))
            table = next((t for t, names in columns.items() if rows and rows[0][: len(names)] == names), None)
            if table:
                yield table, rows


def as_text(rows, kept):
    lines = []
    for row in rows:
        cells = [row[i] if i < len(row) else "" for i in kept]
        lines.append("\t".join(re.sub(r"[\t\r\n]", " ", cell) for cell in cells))
    return "\n".join(lines) + "\n"


def check(tool, table, rows, exempt, work):
    header = rows[0]
    kept = [i for i, name in enumerate(header) if "%s.%s" % (table, name) not in exempt]
    if len(rows) < 2 or not kept:
        return []
    text = work / (table + ".txt")
    text.write_text(as_text(rows, kept), encoding="utf-8")
    found = json.loads(run(tool, "--lang", "en", "validate", str(text), "--format", "json", "--config", "none",
                           "--select", "machine-readable") or "[]")
    return ["%s: %s %s: %s" % (table, one["rule"], one["message"], one["excerpt"]) for one in found
            if one["rule"].startswith("MAC")]


def main():
    tool, inputs = sys.argv[1], sys.argv[2:]
    problems, tables = [], 0
    for name in inputs:
        with tempfile.TemporaryDirectory() as folder:
            work = pathlib.Path(folder)
            columns, exempt = {}, set()
            for profile in ("data", "excel"):
                out = work / profile
                run(tool, "--quiet", "convert", name, "-o", str(out), "--profile", profile)
                package = json.loads((out / "datapackage.json").read_text(encoding="utf-8"))
                own = package["torikomi"]
                exempt = set(own["verbatim_columns"]) | set(own["narrative_columns"])
                columns = {r["name"]: [f["name"] for f in r["schema"]["fields"]] for r in package["resources"]}
                for table, rows in csv_tables(out):
                    tables += 1
                    problems += ["%s (csv, %s) %s" % (name, profile, one)
                                 for one in check(tool, table, rows, exempt, work)]
            book = work / "out.xlsx"
            run(tool, "--quiet", "convert", name, "-o", str(book))
            for table, rows in xlsx_tables(book, columns):
                tables += 1
                problems += ["%s (xlsx) %s" % (name, one) for one in check(tool, table, rows, exempt, work)]
    print("\n".join(problems))
    print("%d tables, %d findings" % (tables, len(problems)))
    return 1 if problems or not tables else 0


sys.exit(main())
