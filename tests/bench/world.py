"""The whole-world counts of ATOP on a day by pandas, with the data in memory: what a researcher's own script takes.

Prints a JSON object of milliseconds, the median of 25 runs each. Usage: world.py FOLDER
"""

import itertools
import json
import statistics
import sys
import time
from pathlib import Path

import pandas as pd

DAY = 20180701


def number(year, month, day, open_to):
    """A date as one number; where it is missing, the open end."""
    return (year * 10000 + month * 100 + day).where(year > 0, open_to)


def read(folder):
    dates = ["yrent", "moent", "dayent", "yrexit", "moexit", "dayexit"]
    rows = pd.read_csv(Path(folder) / "atop" / "atop5_1m.csv", usecols=["atopid", "member", *dates])
    rows["from"] = number(rows.yrent, rows.moent.clip(lower=1), rows.dayent.clip(lower=1), 0)
    rows["until"] = number(rows.yrexit, rows.moexit.clip(lower=1), rows.dayexit.clip(lower=1), 99999999)
    return rows


def on(rows):
    there = rows[(rows["from"] <= DAY) & (rows["until"] >= DAY)]
    members = there.groupby("atopid")["member"].agg(lambda s: tuple(sorted(set(s))))
    return members[members.map(len) >= 2]


def sizes_and_pairs(rows):
    members = on(rows)
    pairs = set()
    for states in members:
        pairs.update(itertools.combinations(states, 2))
    return members.map(len).value_counts(), len(pairs)


def triads(rows):
    members = on(rows)
    near = {}
    for states in members[members.map(len) == 2]:
        near.setdefault(states[0], set()).add(states[1])
        near.setdefault(states[1], set()).add(states[0])
    joint = set()
    for states in members[members.map(len) >= 3]:
        joint.update(itertools.combinations(states, 3))
    closed = set()
    for a in near:
        for b, c in itertools.combinations(sorted(near[a]), 2):
            if c in near[b]:
                closed.add(tuple(sorted((a, b, c))))
    return closed - joint


def median_ms(work, rows):
    times = []
    for _ in range(25):
        began = time.perf_counter()
        work(rows)
        times.append((time.perf_counter() - began) * 1000)
    return statistics.median(times)


if __name__ == "__main__":
    table = read(sys.argv[1])
    print(json.dumps({"sizes and pairs": median_ms(sizes_and_pairs, table), "triads": median_ms(triads, table)}))
