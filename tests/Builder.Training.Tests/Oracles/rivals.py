"""Writes rivals.json: what scikit-learn's simple methods say on the same rows, and NumPy's and SciPy's paired bootstrap.
Run: /usr/bin/python3 rivals.py rivals.json"""
import json
import sys

import numpy as np
from scipy.stats import bootstrap
from sklearn.datasets import load_digits, make_classification, make_regression
from sklearn.ensemble import GradientBoostingClassifier, GradientBoostingRegressor, RandomForestClassifier, RandomForestRegressor
from sklearn.feature_extraction.text import TfidfTransformer
from sklearn.linear_model import LogisticRegression, Ridge
from sklearn.metrics import accuracy_score, f1_score, mean_absolute_error
from sklearn.multiclass import OneVsRestClassifier
from sklearn.naive_bayes import MultinomialNB
from sklearn.neighbors import KNeighborsClassifier
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler
from sklearn.tree import DecisionTreeClassifier, DecisionTreeRegressor

random = np.random.RandomState(31)


def halves(x, y, train):
    return x[:train], y[:train], x[train:], y[train:]


def classes(n, k):
    x, y = make_classification(n, 8, n_informative=5, n_classes=k, flip_y=0.1, class_sep=0.8, random_state=k)
    x = x.round(2).astype(np.float32)
    train, own, test, true = halves(x, y, n * 2 // 3)
    logistic = make_pipeline(StandardScaler(), LogisticRegression(tol=1e-8, max_iter=10_000)).fit(train, own)
    tree = DecisionTreeClassifier(max_depth=5, min_samples_leaf=5, random_state=0).fit(train, own)
    scores = {
        "tree": tree.score(test, true),
        "forest": np.mean([RandomForestClassifier(100, random_state=seed).fit(train, own).score(test, true) for seed in range(5)]),
        "boosted": GradientBoostingClassifier(max_depth=4, random_state=0).fit(train, own).score(test, true),
    }
    return {"train": train.tolist(), "own": own.tolist(), "test": test.tolist(), "true": true.tolist(),
            "logistic": logistic.predict_proba(test).tolist(), "treeTraining": tree.score(train, own), "scores": scores}


def quantity(n):
    x, y = make_regression(n, 6, n_informative=4, noise=20, random_state=3)
    x, y = x.round(2).astype(np.float32), (y + 40 * (x[:, 0] > 0.5)).round(2)
    y[::40] += 3_000
    train, own, test, true = halves(x, y, n * 2 // 3)
    scores = {
        "tree": mean_absolute_error(true, DecisionTreeRegressor(max_depth=5, min_samples_leaf=5, random_state=0).fit(train, own).predict(test)),
        "forest": np.mean([mean_absolute_error(true, RandomForestRegressor(100, max_features=1 / 3, min_samples_leaf=2, random_state=s).fit(train, own).predict(test)) for s in range(5)]),
        "boosted": mean_absolute_error(true, GradientBoostingRegressor(max_depth=4, random_state=0).fit(train, own).predict(test)),
    }
    return {"train": train.tolist(), "own": own.tolist(), "test": test.tolist(), "true": true.tolist(),
            "linear": make_pipeline(StandardScaler(), Ridge(1.0)).fit(train, own).predict(test).tolist(), "scores": scores}


def labels(n):
    x = random.randn(n, 4).round(2).astype(np.float32)
    y = np.c_[x[:, 0] + 0.5 * random.randn(n) > 0, x[:, 1] * x[:, 2] > 0].astype(int)
    train, own, test, true = halves(x, y, n * 2 // 3)
    model = OneVsRestClassifier(make_pipeline(StandardScaler(), LogisticRegression(tol=1e-8, max_iter=10_000))).fit(train, own)
    return {"train": train.tolist(), "own": own.tolist(), "test": test.tolist(), "true": true.tolist(), "logistic": model.predict_proba(test).tolist()}


def texts(n, length=12, words=40, kinds=3):
    topics = random.dirichlet(np.full(words, 0.15), kinds)
    y = random.randint(0, kinds, n)
    ids = np.array([random.choice(words, length, p=topics[k]) for k in y])
    ids[random.rand(n, length) < 0.2] = -1
    counts = np.array([np.bincount(row[row >= 0], minlength=words) for row in ids])
    train = n * 2 // 3
    transform = TfidfTransformer().fit(counts[:train])
    seen = counts[:train].sum(0) > 0
    logistic = LogisticRegression(tol=1e-8, max_iter=10_000).fit(transform.transform(counts[:train])[:, seen], y[:train])
    return {"train": ids[:train].tolist(), "own": y[:train].tolist(), "test": ids[train:].tolist(), "true": y[train:].tolist(), "words": words,
            "naiveBayes": MultinomialNB().fit(counts[:train], y[:train]).predict_proba(counts[train:]).tolist(),
            "logistic": logistic.predict_proba(transform.transform(np.where(seen, counts[train:], 0))[:, seen]).tolist()}


def pictures():
    x, y = load_digits(return_X_y=True)
    order = random.permutation(len(y))[:400]
    train, own, test, true = halves(x[order], y[order], 300)
    return {"train": train.astype(int).tolist(), "own": own.tolist(), "test": test.astype(int).tolist(), "true": true.tolist(),
            "nearest": KNeighborsClassifier().fit(train, own).predict_proba(test).tolist()}


def drawn(n, draws, score, a, b, true):
    """Percentiles of the difference over given draws, and SciPy's own interval."""
    places = random.randint(0, n, (draws, n))
    differences = [score(true[p], a[p]) - score(true[p], b[p]) for p in places]
    low, high = np.percentile(differences, [2.5, 97.5])
    own = bootstrap((true, a, b), lambda t, x, y: score(t, x) - score(t, y), paired=True, vectorized=False, n_resamples=4_000, method="percentile", random_state=1)
    return {"true": true.tolist(), "a": a.tolist(), "b": b.tolist(), "places": places.tolist(), "low": low, "high": high,
            "scipy": [own.confidence_interval.low, own.confidence_interval.high], "difference": score(true, a) - score(true, b)}


def draws():
    true = random.randint(0, 2, 90)
    flip = lambda share: np.where(random.rand(90) < share, 1 - true, true)
    truth = (random.randn(80) * 10).round(2)
    return {
        "accuracy": drawn(90, 200, accuracy_score, flip(0.1), flip(0.3), true),
        "f1": drawn(90, 200, lambda t, p: f1_score(t, p, zero_division=0), flip(0.1), flip(0.2), true),
        "mae": drawn(80, 200, mean_absolute_error, (truth + random.randn(80)).round(2), (truth + 3 * random.standard_t(2, 80)).round(2), truth),
    }


with open(sys.argv[1], "w") as file:
    json.dump({"three": classes(360, 3), "two": classes(360, 2), "quantity": quantity(360), "labels": labels(240), "texts": texts(240), "pictures": pictures(), "draws": draws()}, file)
