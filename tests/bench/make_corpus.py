#!/usr/bin/env python3
"""Writes reports of any amount for scripts/bench: the same arguments give the same bytes.

usage: make_corpus.py SAMPLES FOLDER MEGABYTES [FILE_BYTES]

The cards (施策 … KPIの状況) of every sample are cut out; each report is a title page and cards drawn from them, in which
names of municipalities, years, days, head counts, amounts, topics and marks are changed, until it has FILE_BYTES
(90,000). Every second report marks participants with HTML check boxes instead of ■ □ ★. Standard library only.
"""
import glob
import os
import random
import re
import sys

TOWNS = ("倉敷市 津山市 玉野市 笠岡市 井原市 総社市 高梁市 新見市 備前市 赤磐市 浅口市 早島町 里庄町 矢掛町 鏡野町 勝央町 奈義町 "
         "美咲町 呉市 竹原市 三原市 尾道市 福山市 三次市 庄原市 熊野町 坂町 世羅町 下関市 宇部市 萩市 防府市 岩国市 光市 柳井市 "
         "丸亀市 坂出市 善通寺市 観音寺市 三豊市 今治市 新居浜市 西条市 大洲市 久留米市 大川市 小郡市 うきは市 柳川市").split()
TOPICS = ("移住の促進 空き家の活用 防災訓練 図書館の相互利用 広域観光 農産物の販路 起業の支援 人材の育成 救急医療 子育ての支援 "
          "公共交通 森林の整備 文化財の保存 スポーツの振興 外国人の相談 水道の連携 廃棄物の処理 職員の研修").split()
ROSTER = re.compile(r"[■□★>]\s*([^\s■□★※<>]+[市町村])(?=\s|$)")
DAY = re.compile(r"(?<=月)\d{1,2}(?=日)")
YEAR = re.compile(r"(平成|令和)(\d{1,2}|元)年")
COUNT = re.compile(r"(?<![\d.])(\d{1,3}(?:,\d{3})+|\d{1,6})(?=人|名|社|件|団体|店|者|台|%|冊|千円)")
MARK = re.compile(r"([■□★])([^\s■□★※]+)")


def cut_cards(folder):
    cards = []
    for path in sorted(glob.glob(os.path.join(folder, "**", "input.txt"), recursive=True)):
        with open(path, encoding="utf-8") as file:
            lines = file.read().split("\n")
        starts = [i for i, line in enumerate(lines) if line.startswith("施策\t")]
        for start, end in zip(starts, starts[1:] + [len(lines)]):
            cards.append([line for line in lines[start:end] if line.strip() and not line.startswith("【")])
    return [card for card in cards if any(line.startswith("関係市町") for line in card)]


def era_year(year):
    return f"令和{'元' if year == 2019 else year - 2018}年" if year >= 2019 else f"平成{year - 1988}年"


def shift(era_words, years):
    era, number = era_words[1], era_words[2]
    year = (2018 if era == "令和" else 1988) + (1 if number == "元" else int(number)) + years
    return era_year(year)


def as_box(mark):
    checked = "" if mark[1] == "□" else ' checked=""'
    return f'<input type="checkbox"{checked}/> {mark[2]}'


def vary(lines, rng, years, boxes):
    names = sorted({name for line in lines if line.startswith("関係市町") for name in ROSTER.findall(line)})
    names = dict(zip(names, rng.sample(TOWNS, len(names))))
    named = re.compile("|".join(map(re.escape, names)) or "$^")
    topic = rng.choice(TOPICS)
    out = []
    for line in lines:
        line = named.sub(lambda name: names[name[0]], line)
        line = YEAR.sub(lambda words: shift(words, years), line)
        line = DAY.sub(lambda _: str(rng.randint(1, 28)), line)
        line = COUNT.sub(lambda count: str(rng.randint(1, 10 ** len(count[1].replace(",", "")))), line)
        if line.startswith("施策\t"):
            cells = line.split("\t")
            line = "\t".join(cells[:3] + [topic + cells[3]] + cells[4:]) if len(cells) > 3 else line
        if line.startswith("関係市町") and boxes:
            names_part, sign, legend = line.partition("※")
            line = MARK.sub(as_box, names_part) + sign + legend
        out.append(line)
    return out


def make_report(cards, rng, number, size):
    years, hub = rng.randint(-3, 4), rng.choice(TOWNS)
    out = [f"{hub[:-1]}圏域 取組状況 {number}", "", f"{era_year(2018 + years)}8月1日", hub, ""]
    length = 0
    while length < size:
        if rng.random() < 0.2:
            out += [f"【連携分野:{rng.choice(TOPICS)}】", ""]
        card = vary(rng.choice(cards), rng, years, number % 2 == 1) + [""]
        length += sum(len(line.encode()) + 1 for line in card)
        out += card
    return "\n".join(out)


def main(arguments):
    if len(arguments) not in (3, 4):
        sys.exit(__doc__)
    samples, folder, wanted = arguments[0], arguments[1], float(arguments[2]) * 1e6
    size = int(arguments[3]) if len(arguments) == 4 else 90_000
    cards = cut_cards(samples)
    if not cards:
        sys.exit(f"{samples}: holds no cards (施策 … 関係市町)")
    os.makedirs(folder, exist_ok=True)
    total = number = 0
    while total < wanted:
        data = make_report(cards, random.Random(number), number, size).encode()
        with open(os.path.join(folder, f"{number:06d}.txt"), "wb") as file:
            file.write(data)
        total += len(data)
        number += 1


if __name__ == "__main__":
    main(sys.argv[1:])
