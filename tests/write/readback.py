"""Reads what the writers wrote with other programs and compares every cell with the JSON output.

Usage: readback.py FOLDER CHECK, where FOLDER holds a.json, data/, excel/, tables.xlsx, streamed.xlsx, a.sqlite.
Exit code 77: a module that the check needs is not installed.
"""

import csv
import datetime
import decimal
import json
import re
import sqlite3
import sys

GOES_ON = "（次の行へ続く）"
CONTINUED = "（前の行の続き）"


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


def check_csv(folder):
    for profile, encoding in (("data", "utf-8"), ("excel", "utf-8-sig"), ("cp932", "cp932")):
        for table, rows in tables(folder, first_only=profile == "cp932").items():
            with open(f"{folder}/{profile}/{table}.csv", encoding=encoding, newline="") as file:
                got = list(csv.DictReader(file, strict=True))
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


def join_split_rows(rows):
    """Puts texts that go on in the next row together again."""
    out = []
    for row in rows:
        if any(isinstance(v, str) and v.startswith(CONTINUED) for v in row):
            for i, value in enumerate(row):
                if isinstance(value, str) and value.startswith(CONTINUED):
                    if not out[-1][i].endswith(GOES_ON):
                        fail("a continuation follows no text that goes on")
                    out[-1][i] = out[-1][i][: -len(GOES_ON)] + value[len(CONTINUED) :]
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
        check_links(name, book, documents(folder))


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
            expect(f"{name} linked text", place.value, f"第{cell.value}行")
            links += 1
    expect(f"{name} links", links > 0, True)
    del wanted


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


if __name__ == "__main__":
    {"csv": check_csv, "xlsx": check_xlsx, "sqlite": check_sqlite}[sys.argv[2]](sys.argv[1])
