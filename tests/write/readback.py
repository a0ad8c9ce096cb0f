"""Reads what the writers wrote with other programs and compares every cell with the JSON output.

Usage: readback.py FOLDER CHECK, where FOLDER holds a.json and some of data/, excel/, cp932/, tables.xlsx,
streamed.xlsx, a.sqlite. CHECK: csv, package, csvw, miller, xlsx, libreoffice, sqlite.
Exit code 77: a program or module that the check needs is not installed.
"""

import csv
import datetime
import decimal
import hashlib
import json
import os
import re
import shutil
import sqlite3
import subprocess
import sys
import tempfile

NOTES = {"（前の行の続き）": "（次の行へ続く）", "(continued from the row above)": "(continued in the next row)"}


def documents(folder):
    with open(f"{folder}/a.json", encoding="utf-8") as file:
        return json.load(file, parse_float=decimal.Decimal)


def tables(folder, first_only=False):
    """table -> rows of all documents, without spans."""
    out = {}
    for document in documents(folder)[: 1 if first_only else None]:
        for table, rows in document.items():
            if table != "unclaimed":
                out.setdefault(table, []).extend(rows)
    return out


def fail(*words):
    print("DIFFERS:", *words)
    sys.exit(1)


def expect(where, got, wanted):
    if got != wanted:
        fail(where, "got", repr(got)[:200], "wanted", repr(wanted)[:200])


def csv_cell(value):
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    return re.sub("\r\n|[\n\r\v\f]", " / ", str(value))


PROFILES = {"data": "utf-8", "excel": "utf-8-sig", "cp932": "cp932"}


def read_csv(folder, profile, table):
    with open(f"{folder}/{profile}/{table}.csv", encoding=PROFILES[profile], newline="") as file:
        return list(csv.DictReader(file, strict=True))


def check_csv(folder):
    for profile in PROFILES:
        if not os.path.isdir(f"{folder}/{profile}"):
            continue
        for table, rows in tables(folder, first_only=profile == "cp932" and ONE_IN_CP932).items():
            got = read_csv(folder, profile, table)
            expect(f"{profile} {table} rows", len(got), len(rows))
            for number, (row, wanted) in enumerate(zip(got, rows)):
                for column, cell in row.items():
                    value = wanted[column]
                    text = csv_cell(value)
                    if profile != "data" and isinstance(value, str) and re.match("[=+\\-@\t\r\n＝＋－＠]", value):
                        text = "'" + text
                    if profile == "cp932":
                        text = text.replace("\u00a0", " ").replace("—", "―").replace("〜", "～").replace("−", "－")
                    expect(f"{profile} {table} {number} {column}", cell, text)


def check_field(where, field, text):
    """One cell against its field of a Table Schema; empty is missing."""
    constraints = field.get("constraints", {})
    if text == "":
        expect(f"{where} required", constraints.get("required", False), False)
        return
    forms = {
        "string": ".*",
        "integer": "-?[0-9]+",
        "number": "-?[0-9]+([.][0-9]+)?",
        "boolean": "true|false",
        "date": "[0-9]{4}-[0-9]{2}-[0-9]{2}",
    }
    expect(f"{where} type {field['type']}: {text}", bool(re.fullmatch(forms[field["type"]], text, re.S)), True)
    if field["type"] == "date":
        datetime.date.fromisoformat(text)
    if "pattern" in constraints:
        expect(f"{where} pattern: {text}", bool(re.fullmatch(constraints["pattern"], text)), True)
    if "categories" in field:
        expect(f"{where} category: {text}", text in [c["value"] for c in field["categories"]], True)


def check_descriptor(where, package):
    """What the profiles of Data Package v2 demand of the properties that torikomi writes."""
    name = re.compile("[-a-z0-9._/]+")
    expect(f"{where} resources", len(package["resources"]) > 0, True)
    expect(f"{where} profile", package["$schema"], "https://datapackage.org/profiles/2.0/datapackage.json")
    for resource in package["resources"]:
        here = f"{where} {resource['name']}"
        expect(f"{here} name", bool(name.fullmatch(resource["name"])), True)
        expect(f"{here} path", bool(re.fullmatch(r"(?![./~])[^\\:]+", resource["path"])), True)
        expect(f"{here} type", resource["type"], "table")
        expect(f"{here} hash", bool(re.fullmatch("[^:]+:[0-9a-f]{64}", resource["hash"])), True)
        expect(f"{here} bytes", isinstance(resource["bytes"], int), True)
        expect(f"{here} delimiter", len(resource["dialect"]["delimiter"]), 1)
        schema = resource["schema"]
        names = [field["name"] for field in schema["fields"]]
        expect(f"{here} names", len(set(names)), len(names))
        expect(f"{here} missing values", all(isinstance(v, str) for v in schema["missingValues"]), True)
        for field in schema["fields"]:
            expect(f"{here} {field['name']}", field["type"] in ("string", "integer", "number", "boolean", "date"), True)
            allowed = {"required", "unique", "pattern"} if field["type"] == "string" else {"required", "unique"}
            expect(f"{here} {field['name']} constraints", set(field.get("constraints", {})) <= allowed, True)
            values = [c["value"] for c in field.get("categories", [])]
            expect(f"{here} {field['name']} categories", len(set(values)), len(values))
        expect(f"{here} primary key", set(schema.get("primaryKey", [])) <= set(names), True)
        for key in schema.get("foreignKeys", []):
            other = [r for r in package["resources"] if r["name"] == key["reference"]["resource"]][0]
            expect(f"{here} foreign key", set(key["fields"]) <= set(names), True)
            there = [field["name"] for field in other["schema"]["fields"]]
            expect(f"{here} reference", set(key["reference"]["fields"]) <= set(there), True)


def check_profile(where, package):
    try:
        import datapackage_profile
    except ModuleNotFoundError as error:
        print(f"not here, passed over: {error.name}")
        return
    expect(f"{where} Data Package v2", datapackage_profile.faults(package), [])


def check_package(folder):
    for profile in PROFILES:
        if not os.path.isdir(f"{folder}/{profile}"):
            continue
        with open(f"{folder}/{profile}/datapackage.json", encoding="utf-8") as file:
            package = json.load(file)
        check_descriptor(profile, package)
        check_profile(profile, package)
        values = {}
        for resource in package["resources"]:
            table, fields = resource["name"], resource["schema"]["fields"]
            with open(f"{folder}/{profile}/{resource['path']}", "rb") as file:
                data = file.read()
            expect(f"{profile} {table} bytes", len(data), resource["bytes"])
            expect(f"{profile} {table} hash", "sha256:" + hashlib.sha256(data).hexdigest(), resource["hash"])
            end = "\r\n" if profile != "data" else "\n"
            expect(f"{profile} {table} line ends", resource["dialect"]["lineTerminator"], end)
            rows = read_csv(folder, profile, table)
            header = data.decode(PROFILES[profile]).split(end)[0]
            expect(f"{profile} {table} header", next(csv.reader([header])), [f["name"] for f in fields])
            for number, row in enumerate(rows):
                for field in fields:
                    check_field(f"{profile} {table} {number} {field['name']}", field, row[field["name"]])
            for field in fields:
                values[table, field["name"]] = [row[field["name"]] for row in rows if row[field["name"]] != ""]
                if field.get("constraints", {}).get("unique"):
                    column = values[table, field["name"]]
                    expect(f"{profile} {table}.{field['name']} unique", len(set(column)), len(column))
        for resource in package["resources"]:
            for key in resource["schema"].get("foreignKeys", []):
                here = values[resource["name"], key["fields"][0]]
                there = values[key["reference"]["resource"], key["reference"]["fields"][0]]
                expect(f"{profile} {resource['name']} foreign key {key['fields']}", set(here) - set(there), set())


def check_csvw(folder):
    """csv-metadata.json, where it is, names the same files, columns and keys as datapackage.json."""
    for profile in PROFILES:
        if not os.path.exists(f"{folder}/{profile}/csv-metadata.json"):
            continue
        with open(f"{folder}/{profile}/csv-metadata.json", encoding="utf-8") as file:
            group = json.load(file)
        with open(f"{folder}/{profile}/datapackage.json", encoding="utf-8") as file:
            package = json.load(file)
        expect("csvw context", group["@context"][0], "http://www.w3.org/ns/csvw")
        expect("csvw tables", [t["url"] for t in group["tables"]], [r["path"] for r in package["resources"]])
        for table, resource in zip(group["tables"], package["resources"]):
            columns, fields = table["tableSchema"]["columns"], resource["schema"]["fields"]
            expect(f"csvw {table['url']} headings", [c["titles"] for c in columns], [f["name"] for f in fields])
            names = [c["name"] for c in columns]
            expect(f"csvw {table['url']} names", all(re.fullmatch("[a-z_]+", n) for n in names), True)
            keys = [k["reference"]["resource"] for k in table["tableSchema"].get("foreignKeys", [])]
            wanted = [k["reference"]["resource"] + ".csv" for k in resource["schema"].get("foreignKeys", [])]
            expect(f"csvw {table['url']} keys", keys, wanted)


def check_miller(folder):
    if shutil.which("mlr") is None:
        sys.exit(77)
    for table, rows in tables(folder).items():
        # -S: without it Miller writes the number of a heading, "1.", as a number that is no JSON
        command = ["mlr", "-S", "--icsv", "--ojson", "cat", f"{folder}/data/{table}.csv"]
        done = subprocess.run(command, capture_output=True, check=True)
        got = json.loads(done.stdout or "[]", parse_int=str, parse_float=str)
        expect(f"miller {table} rows", len(got), len(rows))
        for number, (row, wanted) in enumerate(zip(got, rows)):
            for column, cell in row.items():
                expect(f"miller {table} {number} {column}", cell, csv_cell(wanted[column]))


def continued(value):
    """The note that a cell goes on from the row above begins with, or nothing."""
    return next((note for note in NOTES if isinstance(value, str) and value.startswith(note)), None)


def join_split_rows(rows):
    """Puts texts that go on in the next row together again."""
    out = []
    for row in rows:
        if any(continued(v) for v in row):
            for i, value in enumerate(row):
                note = continued(value)
                if note:
                    if not out[-1][i].endswith(NOTES[note]):
                        fail("a continuation follows no text that goes on")
                    out[-1][i] = out[-1][i][: -len(NOTES[note])] + value[len(note) :]
        else:
            out.append(list(row))
    return out


def xlsx_cell(value):
    if isinstance(value, datetime.datetime):
        return value.date().isoformat()
    if isinstance(value, str):
        return re.sub("_x(00[01][0-9A-F]|005F)_", lambda m: chr(int(m[1], 16)), value)  # openpyxl leaves controls
    if isinstance(value, float):
        return decimal.Decimal(f"{value:.15g}")
    return value


def check_xlsx(folder):
    try:
        import openpyxl
    except ImportError:
        sys.exit(77)
    for name in ("tables", "streamed"):
        if not os.path.exists(f"{folder}/{name}.xlsx"):
            continue
        book = openpyxl.load_workbook(f"{folder}/{name}.xlsx")
        for table, wanted in tables(folder).items():
            sheet = book[table]
            rows = [[xlsx_cell(v) for v in row] for row in sheet.iter_rows(values_only=True)]
            header, rows = rows[0], join_split_rows(rows[1:])
            expect(f"{name} {table} rows", len(rows), len(wanted))
            for number, (row, record) in enumerate(zip(rows, wanted)):
                for column, value in zip(header, row):
                    cell = record[column]
                    if isinstance(cell, int) and abs(cell) > 999_999_999_999_999:
                        cell = str(cell)  # more digits than a cell number holds: kept as text
                    expect(f"{name} {table} {number} {column}", value, cell)
                    expect(f"{name} {table} {number} {column} type", type(value), type(cell))
            expect(f"{name} {table} freeze", sheet.freeze_panes is not None, True)
            if rows:
                filtered = list(sheet.tables) if name == "tables" else sheet.auto_filter.ref
                expect(f"{name} {table} filter", bool(filtered), True)
        check_print(name, book)
        check_links(name, book, documents(folder))


def check_print(name, book):
    """A4 landscape in a size that can be read; headings on every page, keys on every page side by side."""
    for sheet in book:
        setup = sheet.page_setup
        expect(f"{name} {sheet.title} paper", (setup.orientation, setup.paperSize), ("landscape", 9))
        expect(f"{name} {sheet.title} fits", sheet.sheet_properties.pageSetUpPr.fitToPage, True)
        pages = setup.fitToWidth or 1
        letters = sum(c.width * (c.max - c.min + 1) for c in sheet.column_dimensions.values())
        expect(f"{name} {sheet.title} is read at {pages} pages", letters / pages <= 300, True)
        if sheet.freeze_panes:
            expect(f"{name} {sheet.title} repeats", sheet.print_title_rows, "$1:$1")
        if pages > 1:
            expect(f"{name} {sheet.title} keys", sheet.print_title_cols, "$A:$B")


def check_links(name, book, wanted):
    lines = {}
    for document_id, line, text in book["source_lines"].iter_rows(min_row=2, values_only=True):
        lines[document_id, line] = text
    links = 0
    for sheet in (book["schedules"], book["participants"]):
        column = [c.value for c in sheet[1]].index("line")
        for row in sheet.iter_rows(min_row=2):
            cell = row[column]
            target = re.fullmatch(r"'source_lines'!C(\d+)", cell.hyperlink.location)
            place = book["source_lines"].cell(int(target[1]), 3)
            expect(f"{name} link", place.value, lines[row[0].value, cell.value])
            if re.fullmatch(r"第\d+行", str(place.value)):  # the lines of the test's own documents say which they are
                expect(f"{name} linked text", place.value, f"第{cell.value}行")
            links += 1
    rows = sum(len(d["schedules"]) + len(d["participants"]) for d in wanted)
    expect(f"{name} links", links, rows)


def check_sqlite(folder):
    connection = sqlite3.connect(f"{folder}/a.sqlite")
    expect("integrity", connection.execute("PRAGMA integrity_check").fetchone()[0], "ok")
    expect("foreign keys", connection.execute("PRAGMA foreign_key_check").fetchall(), [])
    for table, wanted in tables(folder).items():
        cursor = connection.execute(f'SELECT * FROM "{table}" ORDER BY rowid')
        names = [d[0] for d in cursor.description]
        rows = cursor.fetchall()
        expect(f"{table} rows", len(rows), len(wanted))
        for number, (row, record) in enumerate(zip(rows, wanted)):
            for column, value in zip(names, row):
                if column == "spans":
                    value = json.loads(value)
                elif isinstance(value, float):
                    value = decimal.Decimal(repr(value))
                expect(f"{table} {number} {column}", value, record[column])
    unclaimed = connection.execute("SELECT line, span_begin, span_end FROM unclaimed").fetchall()
    wanted = [(u["line"], *u["span"]) for d in documents(folder) for u in d["unclaimed"]]
    expect("unclaimed", unclaimed, wanted)


def libreoffice_cell(text, value):
    """The record's value as LibreOffice writes it into CSV, raw."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(value).upper()
    return str(value)


def check_libreoffice(folder):
    if shutil.which("soffice") is None:
        sys.exit(77)
    with tempfile.TemporaryDirectory() as home:
        # comma, double quote, UTF-8, from row 1, not as shown, texts in quotes, every sheet
        form = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,true,false,false,false,false,-1"
        subprocess.run(
            ["soffice", f"-env:UserInstallation=file://{home}", "--headless", "--convert-to", form, "--outdir", home,
             f"{folder}/tables.xlsx"], check=True, capture_output=True, env=dict(os.environ, HOME=home))
        for table, wanted in tables(folder).items():
            with open(f"{home}/tables-{table}.csv", encoding="utf-8", newline="") as file:
                header, *rows = list(csv.reader(file, strict=True))
            rows = join_split_rows(rows)
            expect(f"libreoffice {table} rows", len(rows), len(wanted))
            for number, (row, record) in enumerate(zip(rows, wanted)):
                for column, text in zip(header, row):
                    value = record[column]
                    if isinstance(value, str):
                        value = re.sub("\r\n?", "\n", value)
                        text = re.sub("\r\n?", "\n", text)
                    if isinstance(value, (int, decimal.Decimal)) and not isinstance(value, bool):
                        text, value = decimal.Decimal(text), decimal.Decimal(value)
                    else:
                        value = libreoffice_cell(text, value)
                    expect(f"libreoffice {table} {number} {column}", text, value)


CHECKS = {
    "csv": check_csv,
    "package": check_package,
    "csvw": check_csvw,
    "miller": check_miller,
    "xlsx": check_xlsx,
    "libreoffice": check_libreoffice,
    "sqlite": check_sqlite,
}
ONE_IN_CP932 = True  # the first document alone stands in cp932/

if __name__ == "__main__":
    ONE_IN_CP932 = "--all" not in sys.argv
    CHECKS[sys.argv[2]](sys.argv[1])
