"""Writes explanations.json: Shapley values of small networks whose weights are given, by their definition: the mean over all coalitions, one after the other.
Run: /usr/bin/python3 explanations.py explanations.json"""
import json
import sys
from itertools import combinations
from math import factorial

import numpy as np

random = np.random.RandomState(37)
TRAIN, ROWS = 40, 60


def shapley(predict, background, row):
    """Values, and the mean prediction over the background. predict: rows [n, columns] to numbers [n]."""
    n = len(row)

    def worth(coalition):
        mixed = background.copy()
        mixed[:, list(coalition)] = row[list(coalition)]
        return predict(mixed).mean()

    values = []
    for column in range(n):
        others = [c for c in range(n) if c != column]
        values.append(sum(
            factorial(size) * factorial(n - size - 1) / factorial(n) * (worth(coalition + (column,)) - worth(coalition))
            for size in range(n) for coalition in combinations(others, size)))
    return values, worth(())


def softmax(x):
    e = np.exp(x - x.max(1, keepdims=True))
    return e / e.sum(1, keepdims=True)


def case(name, columns, outputs):
    x = random.randn(ROWS, columns).round(3)
    y = (x @ random.randn(columns) * 7 + 30).round(3) if outputs == 1 else random.randint(outputs, size=ROWS)
    y[:3] = np.arange(3) if outputs > 1 else y[:3]
    w1, b1 = random.randn(5, columns).round(2), random.randn(5).round(2)
    w2, b2 = random.randn(outputs, 5).round(2), random.randn(outputs).round(2)
    raw = lambda x: np.tanh(x @ w1.T + b1) @ w2.T + b2
    # The training part alone says how the target is scaled, and is what a row is compared with.
    mean, deviation = (y[:TRAIN].mean(), y[:TRAIN].std()) if outputs == 1 else (0, 1)
    row = x[-1]
    told = 0 if outputs == 1 else int(raw(row[None])[0].argmax())
    places = [0] if outputs == 1 else [told, (told + 1) % outputs]
    explained = []
    for place in places:
        predict = (lambda x: raw(x)[:, 0] * deviation + mean) if outputs == 1 else (lambda x: softmax(raw(x))[:, place])
        values, base = shapley(predict, x[:TRAIN], row)
        assert np.isclose(base + sum(values), predict(row[None])[0])
        explained.append({"class": place, "values": values, "base": base, "prediction": float(predict(row[None])[0])})
    return {
        "kind": name, "x": x.tolist(), "y": y.tolist(), "train": TRAIN, "row": row.tolist(), "told": told, "explained": explained,
        "weights": {"first.weight": w1.tolist(), "first.bias": b1.tolist(), "out.weight": w2.tolist(), "out.bias": b2.tolist()},
    }


with open(sys.argv[1], "w") as file:
    json.dump({"cases": [case("number", 8, 1), case("classes", 5, 3)]}, file, indent=1)
    file.write("\n")
