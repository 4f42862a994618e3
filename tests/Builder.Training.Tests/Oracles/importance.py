"""Writes importance.json: scikit-learn's permutation importance of models whose weights are given, SciPy's associations and clusters.
Run: /usr/bin/python3 importance.py importance.json"""
import json
import sys

import numpy as np
from scipy.cluster.hierarchy import complete, fcluster
from scipy.spatial.distance import squareform
from scipy.stats import contingency, spearmanr
from sklearn.base import BaseEstimator
from sklearn.inspection import permutation_importance
from sklearn.inspection._permutation_importance import check_random_state

REPEATS = 5
random = np.random.RandomState(30)


class Linear(BaseEstimator):
    """A linear layer: weights [outputs, inputs] and biases [outputs]; it says a number, or the class with the highest output."""

    def __init__(self, weight, bias):
        self.weight, self.bias = weight, bias

    def fit(self, x, y):
        return self

    def predict(self, x):
        out = x @ np.asarray(self.weight).T + np.asarray(self.bias)
        return out[:, 0] if out.shape[1] == 1 else out.argmax(1)


def orders(n, seed):
    """Which row lends each row its value in each repeat: permutation_importance shuffles one order again and again, and deals out what was dealt out before."""
    drawn = check_random_state(check_random_state(seed).randint(np.iinfo(np.int32).max + 1))
    shuffled, place = np.arange(n), np.arange(n)
    for _ in range(REPEATS):
        drawn.shuffle(shuffled)
        place = place[shuffled]
        yield place.copy()


def case(name, weight, bias, x, y, scoring, seed):
    model = Linear(weight, bias)
    result = permutation_importance(model, x, y, scoring=scoring, n_repeats=REPEATS, random_state=seed)
    score = (lambda x: -np.abs(model.predict(x) - y).mean()) if scoring != "accuracy" else (lambda x: (model.predict(x) == y).mean())
    for repeat, order in enumerate(orders(len(y), seed)):
        for column in range(x.shape[1]):
            other = x.copy()
            other[:, column] = x[order, column]
            assert np.isclose(score(x) - score(other), result.importances[column, repeat]), "the orders are not scikit-learn's"
    return {
        "kind": name, "weight": np.asarray(weight).tolist(), "bias": list(bias), "x": x.tolist(), "y": y.tolist(), "score": abs(score(x)),
        "orders": [order.tolist() for order in orders(len(y), seed)], "means": result.importances_mean.tolist(), "deviations": result.importances_std.tolist(),
    }


def importances():
    x = random.randn(80, 4).round(3)
    y = (x @ np.array([2.0, -1.0, 0.25, 0]) + 0.3 * random.randn(80)).round(3)
    classes = random.randn(90, 4).round(3)
    weight = random.randn(3, 4).round(3)
    weight[:, 2] = 0
    said = np.asarray(Linear(weight, [0.1, 0, -0.1]).predict(classes))
    labels = np.where(random.rand(90) < 0.2, random.randint(0, 3, 90), said)
    return [
        case("regression", [[2.1, -0.9, 0.2, 0]], [0.05], x, y, "neg_mean_absolute_error", 1),
        case("classification", weight, [0.1, 0, -0.1], classes, labels, "accuracy", 2),
    ]


def corrected_v(a, b):
    """Cramér's V from SciPy's chi squared, corrected as Bergsma has it."""
    table = contingency.crosstab(a, b).count
    n, (r, k) = table.sum(), table.shape
    phi = max(0, (contingency.association(table, method="cramer") ** 2 * min(r - 1, k - 1)) - (r - 1) * (k - 1) / (n - 1))
    return np.sqrt(phi / (min(r - (r - 1) ** 2 / (n - 1), k - (k - 1) ** 2 / (n - 1)) - 1))


def ratio(codes, ranks):
    """Eta from sums of squares, with epsilon squared in place of eta squared."""
    within = sum(((ranks[codes == c] - ranks[codes == c].mean()) ** 2).sum() for c in set(codes))
    all_, n, k = ((ranks - ranks.mean()) ** 2).sum(), len(ranks), len(set(codes))
    return np.sqrt(max(0, 1 - within / (n - k) / (all_ / (n - 1))))


def associations():
    from scipy.stats import rankdata
    cases = []
    for n, noise in ((50, 0.1), (50, 5), (400, 1)):
        a = random.randn(n).round(1)
        b = (a ** 3 + noise * random.randn(n)).round(1)
        kinds = np.digitize(a + noise * 0.2 * random.randn(n), [-0.5, 0.4]) if n > 50 else random.randint(0, 4, n)
        others = (kinds + (random.rand(n) < 0.2)) % 4
        cases.append({
            "a": a.tolist(), "b": b.tolist(), "kinds": kinds.tolist(), "others": others.tolist(), "ranks": rankdata(a).tolist(),
            "spearman": abs(spearmanr(a, b)[0]), "cramersV": corrected_v(kinds, others), "ratio": ratio(kinds, rankdata(a)),
        })
    return cases


def clusters():
    cases = []
    for n in (3, 6, 12):
        base = random.randn(200, max(1, n // 3))
        x = base[:, random.randint(0, base.shape[1], n)] + 0.35 * random.rand(n) * random.randn(200, n)
        near = np.abs(spearmanr(x)[0]).round(6)
        np.fill_diagonal(near, 1)
        found = fcluster(complete(squareform(1 - near, checks=False)), 1 - 0.8, "distance")
        groups = [np.flatnonzero(found == c).tolist() for c in dict.fromkeys(found) if (found == c).sum() > 1]
        cases.append({"closeness": near.tolist(), "groups": groups})
    return cases


with open(sys.argv[1], "w") as file:
    json.dump({"cases": importances(), "associations": associations(), "clusters": clusters()}, file)
