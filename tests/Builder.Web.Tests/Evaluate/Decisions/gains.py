"""Writes gains.json: the highest mean value of all thresholds by brute force, counted by scikit-learn, and SciPy's bootstrap of it on other cases.
Run: /usr/bin/python3 gains.py gains.json"""
import json
import sys

import numpy as np
from scipy.stats import bootstrap
from sklearn.metrics import confusion_matrix

random = np.random.RandomState(7)


def cases(n, share, digits):
    true = (random.rand(n) < share).astype(int)
    second = np.clip(random.normal(0.35 + 0.3 * true, 0.2), 0, 1).round(digits).astype(np.float32)
    return true, second, (np.float32(1) - second).astype(np.float32)


def mean(true, said, values):
    (right, alarm), (missed, found) = confusion_matrix(true, said, labels=[0, 1])
    return (found * values[0] + missed * values[1] + alarm * values[2] + right * values[3]) / len(true)


def stored(n, share, digits, values):
    true, second, first = cases(n, share, digits)
    candidates = [*np.unique(second), 2]
    gains = [mean(true, (second >= t).astype(int), values) for t in candidates]
    own, probabilities, others = cases(300, share, digits)
    at = min(1, candidates[int(np.argmax(gains))])
    said = (probabilities >= at).astype(int)
    worth = np.where(own == 1, np.where(said == 1, values[0], values[1]), np.where(said == 1, values[2], values[3])).astype(float)
    interval = bootstrap((worth,), np.mean, n_resamples=20_000, method="percentile", random_state=1).confidence_interval if np.ptp(worth) > 0 else None
    return {"true": true.tolist(), "first": first.tolist(), "second": second.tolist(), "values": values, "best": max(gains) * 1000,
            "half": mean(true, (second > first).astype(int), values) * 1000,
            "test": {"true": own.tolist(), "first": others.tolist(), "second": probabilities.tolist(), "threshold": float(at), "gain": float(worth.mean() * 1000),
                     "low": interval and float(interval.low * 1000), "high": interval and float(interval.high * 1000)}}


json.dump([stored(*case) for case in [
    (200, 0.4, 6, [0, -5, -1, 0]), (200, 0.4, 6, [0, -1, -1, 0]), (150, 0.1, 6, [100, -20, -3, 1]), (150, 0.5, 1, [0, -5, -1, 0]), (80, 0.5, 2, [2, -1, -7.5, 0.5]),
    (60, 0.3, 1, [0, -1, -50, 0]), (60, 0.3, 3, [0, -50, -1, 0]), (40, 0.5, 2, [-1, 0, 0, -1]), (1, 0.5, 3, [0, -5, -1, 0]), (30, 0.0, 2, [0, -5, -1, 0]), (30, 1.0, 2, [0, -5, -1, 0]),
]], open(sys.argv[1], "w"))
