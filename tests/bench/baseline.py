#!/usr/bin/env python3
"""The yardstick of scripts/bench: what a careful analyst would write in Python instead of using torikomi.

usage: baseline.py FILE... > cards.ndjson

Reads the cards of reports (施策 / 関係市町 / 事業計画 / KPIの状況, cells between tabs) and writes one JSON object a card:
participants with marks, dated events of plan and results with place, bodies and contents, KPI values with unit and time.
One compiled pattern a kind of value, one pass, no classes: it leaves out spans, findings, codes and every other form of
report. Standard library only.
"""
import html
import json
import re
import sys
import unicodedata

KEPT = re.compile("([①-⓿])")  # NFKC would fold circled numbers into plain ones
AREA = re.compile(r"【連携(?:分野|項目)[:：]?\s*(.*?)】")
BOX = re.compile(r"<input\b([^>]*)>\s*([^\s<※]+)|([■□★☑☐])\s*([^\s■□★☑☐<※]+)")
TAG = re.compile(r"</?(\w+)[^>]*>")
FISCAL = re.compile(r"(平成|令和)\s?(\d+|元)年度")
ERAS = {"昭和": 1925, "平成": 1988, "令和": 2018, "S": 1925, "H": 1988, "R": 2018}
DATE = re.compile(
    r"(?:(昭和|平成|令和)\s?(\d{1,2}|元)年(?!度)\s?)?(?<!\d)(1[0-2]|[1-9])月(?:\s?(3[01]|[12]\d|[1-9])日)?"
    r"|(?<![A-Za-z])([SHR])(\d{1,2})\.(1[0-2]|[1-9])(?:\.(3[01]|[12]\d|[1-9]))?(?!\d)")
ROUND = re.compile(r"第(\d+)回[^\s]{0,3}[:\s]*$")
PLACE = re.compile(r"(?:於|場所|会場)\s*:?\s*([^\s:]+)")
BODIES = re.compile(r"(?:参加市町|参加自治体|出席者)\s*:\s*(\S+)")
CONTENT = re.compile(r"内\s?容\s*:\s*(.+?)(?=\s{2}|\s・|\s第\d+回|$)")
TIME = re.compile(r"(昭和|平成|令和|[SHR])(\d{1,2}|元)年?(度)?(?:\s*[~-]\s*(昭和|平成|令和|[SHR])?(\d{1,2}|元)年?(度)?)?")
NUMBER = re.compile(r"([▲△-]?)(\d[\d,]*(?:\.\d+)?)(千|百万|万|億)?(.*)", re.S)
SCALES = {None: 1, "千": 10**3, "万": 10**4, "百万": 10**6, "億": 10**8}
ROLES = {"■": "partner", "☑": "partner", "★": "proposer", "□": "not_involved", "☐": "not_involved"}
BODY = (("事業計画", "plan"), ("これまでの取組実績", "achievements"), ("今後の課題", "issues"))
KPI = (("基準値", "baseline"), ("現状値", "current"), ("目標値", "target"))


def fold(text):
    if unicodedata.is_normalized("NFKC", text):
        return text
    return "".join(part if i % 2 else unicodedata.normalize("NFKC", part) for i, part in enumerate(KEPT.split(text)))


def year_of(era, number):
    return ERAS[era] + (1 if number == "元" else int(number))


def words_of(cell):
    if "<" in cell:
        cell = TAG.sub(lambda tag: "  " if tag[1] in ("p", "li", "br", "div") else " ", cell)
    return (html.unescape(cell) if "&" in cell else cell).strip()


def read_roster(cell):
    rows = []
    for box in BOX.finditer(cell.partition("※")[0]):
        role = ROLES[box[3]] if box[3] else "partner" if "checked" in box[1] else "not_involved"
        rows.append({"name": box[2] or box[4], "role": role, "involved": role != "not_involved"})
    return rows


def read_events(text, status, fiscal_year):
    dates = [date for date in DATE.finditer(text) if date[1] or date[5] or fiscal_year]
    rows = []
    for i, date in enumerate(dates):
        era, number, month, day = (date[1], date[2], date[3], date[4]) if date[3] else date.group(5, 6, 7, 8)
        year = year_of(era, number) if era else fiscal_year + (int(month) < 4)
        rest = text[date.end():dates[i + 1].start() if i + 1 < len(dates) else len(text)]
        ordinal = ROUND.search(text, max(0, date.start() - 12), date.start())
        place, bodies, content = PLACE.search(rest), BODIES.search(rest), CONTENT.search(rest)
        rows.append({
            "status": status, "ordinal": int(ordinal[1]) if ordinal else None,
            "edtf": f"{year:04d}-{int(month):02d}" + (f"-{int(day):02d}" if day else ""),
            "place": place[1] if place else None, "participants": bodies[1].split("、") if bodies else [],
            "content": content[1] if content else None})
    return rows


def read_value(raw):
    time = TIME.search(raw)
    value = unit = as_of = None
    if time:
        first = year_of(time[1], time[2])
        last = year_of(time[4] or time[1], time[5]) if time[5] else first
        as_of = f"{first}-04/{last + 1}-03" if time[3] or time[6] else f"{first}/{last}"
        raw_number = re.sub(r"\s*\([^()]*\)?\s*$", "", raw).strip()
    else:
        raw_number = raw
    number = NUMBER.match(raw_number)
    if number:
        plain = number[2].replace(",", "")
        value = (float(plain) if "." in plain else int(plain)) * SCALES[number[3]]
        value, unit = -value if number[1] else value, number[4].strip() or None
    return {"raw": raw, "value": value, "unit": unit, "as_of": as_of}


def find_columns(cells, headings):
    return {i: key for i, cell in enumerate(cells) for head, key in headings if cell.replace(" ", "").startswith(head)}


def read_cards(text, source):
    area, card, part, columns = None, None, None, {}
    for number, line in enumerate(text.split("\n"), 1):
        if heading := AREA.match(line):
            if card:
                yield card
            area, card = heading[1], None
            continue
        cells = [cell.strip() for cell in line.split("\t")]
        if cells[0] == "施策" and "事務事業" in cells:
            if card:
                yield card
            card = {"source": source, "line": number, "policy_area": area, "measure": cells[1],
                    "project": cells[cells.index("事務事業") + 1], "fiscal_year": None, "plan": None,
                    "achievements": None, "issues": None, "participants": [], "schedules": [], "kpis": []}
            part = None
        elif card is None or not any(cells):
            part = None if part == "kpi" else part
        elif cells[0] == "関係市町":
            card["participants"] = read_roster(cells[1])
        elif cells[0] == "KPIの状況":
            part, columns = "kpi", find_columns(cells, KPI)
        elif found := find_columns(cells, BODY):
            part, columns = "body", found
            if year := FISCAL.search(line):
                card["fiscal_year"] = year_of(year[1], year[2])
        elif part == "body":
            filled = [words_of(cell) for cell in cells if cell]
            for (i, key), shifted in zip(columns.items(), filled):
                words = words_of(cells[i]) if i < len(cells) and cells[i] else shifted
                card[key] = words
                if key == "plan":
                    card["schedules"] += read_events(words, "planned", card["fiscal_year"])
                elif key == "achievements":
                    card["schedules"] += read_events(words, "done", None)
            part = None
        elif part == "kpi" and not cells[0]:
            kpi = {"indicator": next(cell for cell in cells if cell)}
            for i, key in columns.items():
                kpi[key] = read_value(cells[i] if i < len(cells) else "")
            card["kpis"].append(kpi)
    if card:
        yield card


def main(paths):
    if not paths:
        sys.exit(__doc__)
    for path in paths:
        with open(path, encoding="utf-8-sig") as file:
            text = fold(file.read())
        for card in read_cards(text, path):
            sys.stdout.write(json.dumps(card, ensure_ascii=False) + "\n")


if __name__ == "__main__":
    main(sys.argv[1:])
