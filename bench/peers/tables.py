"""Reads a CSV file to tensors with pandas in turns, as told over standard input: the peer of a table benchmark.

usage: tables.py SETTINGS    where SETTINGS is JSON: path, numbers (names), categories (names), threads
Orders, one JSON a line: {"run": TIMES} is answered by {"seconds": S, "processor": S}, {"sums": 1} by {"sums": [sum of each number column, then
of each category column the sizes of its classes from small to large]}.
"""
import json
import sys
import time

import pandas
import torch


def load(settings):
    """All number columns as one float32 tensor [rows, columns]; each category column as class numbers, int64 [rows]."""
    frame = pandas.read_csv(settings["path"])
    numbers = torch.from_numpy(frame[settings["numbers"]].to_numpy("float32"))
    categories = [torch.from_numpy(frame[name].astype("category").cat.codes.to_numpy("int64")) for name in settings["categories"]]
    return numbers, categories


def run(settings, times):
    began, used = time.perf_counter(), time.process_time()
    for _ in range(times):
        load(settings)
    return {"seconds": time.perf_counter() - began, "processor": time.process_time() - used}


def sums(settings):
    numbers, categories = load(settings)
    return numbers.double().sum(0).tolist() + [float(n) for c in categories for n in torch.bincount(c).sort().values]


def main():
    settings = json.loads(sys.argv[1])
    torch.set_num_threads(settings["threads"])
    answer({"ready": f"pandas {pandas.__version__}"})
    for line in sys.stdin:
        order = json.loads(line)
        answer(run(settings, order["run"]) if "run" in order else {"sums": sums(settings)})


def answer(words):
    print(json.dumps(words), flush=True)


if __name__ == "__main__":
    main()
