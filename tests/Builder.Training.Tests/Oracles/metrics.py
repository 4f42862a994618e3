"""Writes metrics.json: cases and scikit-learn's scores of them. Run: /usr/bin/python3 metrics.py metrics.json"""
import json
import sys
import warnings

import numpy as np
from sklearn import dummy
from sklearn import metrics as m

warnings.filterwarnings("ignore")
random = np.random.RandomState(20)


def classification(probabilities, labels):
    probabilities, labels = np.asarray(probabilities, float), np.asarray(labels)
    classes = probabilities.shape[1]
    said = probabilities.argmax(1)
    every = range(classes)
    average = {"average": "binary"} if classes == 2 else {"average": "macro"}
    scores = {
        "accuracy": m.accuracy_score(labels, said),
        "balancedAccuracy": m.balanced_accuracy_score(labels, said),
        "precision": m.precision_score(labels, said, zero_division=0, **average),
        "recall": m.recall_score(labels, said, zero_division=0, **average),
        "f1": m.f1_score(labels, said, zero_division=0, **average),
        "logLoss": m.log_loss(labels, probabilities, labels=list(every)),
    }
    positives = [1] if classes == 2 else [c for c in every if 0 < (labels == c).sum() < len(labels)]
    if len(set(labels)) > 1:
        scores["rocAuc"] = np.mean([m.roc_auc_score(labels == c, probabilities[:, c]) for c in positives])
        scores["prAuc"] = np.mean([m.average_precision_score(labels == c, probabilities[:, c]) for c in positives])
        if classes > 2 and len(positives) == classes:
            assert np.isclose(scores["rocAuc"], m.roc_auc_score(labels, probabilities / probabilities.sum(1, keepdims=True), multi_class="ovr"))
    three = lambda **options: list(m.precision_recall_fscore_support(labels, said, zero_division=0, **options)[:3])
    return {
        "classes": classes, "probabilities": probabilities.ravel().tolist(), "labels": labels.tolist(), "scores": scores,
        "confusion": m.confusion_matrix(labels, said, labels=list(every)).ravel().tolist(),
        "perClass": np.array(three(labels=list(every), average=None)).T.tolist(),
        "macro": three(average="macro"), "weighted": three(average="weighted"),
    }


def probabilities(rows, classes, step=None):
    raw = random.rand(rows, classes) ** 3 + 1e-3
    raw /= raw.sum(1, keepdims=True)
    if step:
        first = np.round(raw[:, :1] / step) * step
        raw = np.hstack([first, (1 - first) / (classes - 1) * np.ones((rows, classes - 1))])
    return raw


def regression(predicted, actual):
    predicted, actual = np.asarray(predicted, float), np.asarray(actual, float)
    scores = {
        "mae": m.mean_absolute_error(actual, predicted), "mse": m.mean_squared_error(actual, predicted),
        "rmse": m.mean_squared_error(actual, predicted) ** 0.5, "medianAbsoluteError": m.median_absolute_error(actual, predicted),
    }
    if len(set(actual)) > 1:
        scores["r2"] = m.r2_score(actual, predicted)
    if (actual != 0).all():
        scores["mape"] = m.mean_absolute_percentage_error(actual, predicted)
    return {"predicted": predicted.tolist(), "actual": actual.tolist(), "scores": scores}


def anomaly(values, labels):
    values, labels = np.asarray(values, float), np.asarray(labels)
    if len(set(labels)) == 1:
        return {"values": values.tolist(), "labels": labels.tolist(), "scores": {}}
    tried = [(m.f1_score(labels, values >= t), t) for t in sorted(set(values))]
    best = max(tried)
    return {"values": values.tolist(), "labels": labels.tolist(), "scores": {
        "rocAuc": m.roc_auc_score(labels, values), "prAuc": m.average_precision_score(labels, values),
        "bestF1": best[0], "bestF1Threshold": best[1]}}


def majority(training, labels, classes):
    model = dummy.DummyClassifier(strategy="prior").fit(np.zeros((len(training), 1)), training)
    shares = np.zeros((len(labels), classes))
    shares[:, model.classes_] = model.predict_proba(np.zeros((len(labels), 1)))
    return {"training": list(training), "classes": classes, "labels": list(labels), "scores": classification(shares, labels)["scores"]}


def mean(training, actual):
    model = dummy.DummyRegressor().fit(np.zeros((len(training), 1)), training)
    return {"training": list(training), "actual": list(actual), "scores": regression(model.predict(np.zeros((len(actual), 1))), actual)["scores"]}


def multilabel(probabilities, truth, thresholds):
    probabilities, truth, thresholds = np.asarray(probabilities, float), np.asarray(truth), np.asarray(thresholds, float)
    said = (probabilities >= thresholds).astype(int)
    occurring = [l for l in range(len(thresholds)) if truth[:, l].any() or said[:, l].any()]
    mixed = [l for l in range(len(thresholds)) if 0 < truth[:, l].sum() < len(truth)]
    scores = {"subsetAccuracy": m.accuracy_score(truth, said)}
    if occurring:
        macro = {"average": "macro", "zero_division": 0}
        scores["macroF1"] = m.f1_score(truth[:, occurring], said[:, occurring], **macro) if len(occurring) > 1 else m.f1_score(truth[:, occurring[0]], said[:, occurring[0]], zero_division=0)
        scores["precision"] = np.mean([m.precision_score(truth[:, l], said[:, l], zero_division=0) for l in occurring])
        scores["recall"] = np.mean([m.recall_score(truth[:, l], said[:, l], zero_division=0) for l in occurring])
    if mixed:
        scores["rocAuc"] = np.mean([m.roc_auc_score(truth[:, l], probabilities[:, l]) for l in mixed])
        scores["prAuc"] = np.mean([m.average_precision_score(truth[:, l], probabilities[:, l]) for l in mixed])
        if len(mixed) == len(thresholds) > 1:
            assert np.isclose(scores["rocAuc"], m.roc_auc_score(truth, probabilities, average="macro"))
            assert np.isclose(scores["prAuc"], m.average_precision_score(truth, probabilities, average="macro"))
    three = np.array(m.precision_recall_fscore_support(truth, said, zero_division=0, average=None)[:3]).T if truth.shape[1] > 1 else np.array(
        [m.precision_recall_fscore_support(truth[:, 0], said[:, 0], zero_division=0, average="binary")[:3]])
    return {
        "probabilities": probabilities.ravel().tolist(), "truth": truth.ravel().tolist(), "thresholds": thresholds.tolist(), "scores": scores,
        "perLabel": three.tolist(), "cases": truth.sum(0).tolist(), "given": said.sum(0).tolist(), "right": (truth * said).sum(0).tolist(),
    }


def best_threshold(probabilities, truth):
    precision, recall, thresholds = m.precision_recall_curve(truth, probabilities)
    f1 = 2 * precision[:-1] * recall[:-1] / np.maximum(precision[:-1] + recall[:-1], 1e-300)
    return {"probabilities": list(probabilities), "truth": [int(t) for t in truth], "f1": f1.max(), "threshold": thresholds[np.flatnonzero(np.isclose(f1, f1.max()))[-1]]}


def related(rows, shares):
    truth = (random.rand(rows, len(shares)) < shares).astype(int)
    return np.clip(truth * 0.3 + random.rand(rows, len(shares)) * 0.7, 0, 1), truth


cases = {
    "classification": [
        classification(probabilities(200, 2), random.randint(0, 2, 200)),
        classification(probabilities(150, 2, 0.25), random.randint(0, 2, 150)),
        classification(probabilities(120, 4), random.randint(0, 4, 120)),
        classification(probabilities(90, 3, 0.5), random.randint(0, 3, 90)),
        classification(probabilities(30, 12), random.randint(0, 12, 30)),
        classification(probabilities(40, 3), random.randint(0, 2, 40)),
        classification([[1, 0], [0, 1], [0, 1], [1, 0]], [0, 1, 0, 1]),
        classification([[0.5, 0.5]] * 6, [0, 1, 1, 0, 1, 1]),
        classification([[0.9, 0.1], [0.8, 0.2]], [0, 0]),
        classification([[0.9, 0.1], [0.2, 0.8]], [1, 1]),
        classification([[0.2, 0.7, 0.1]], [2]),
        classification([[0.9, 0.05, 0.05]] * 5, [1, 1, 2, 2, 0]),
    ],
    "regression": [
        regression(random.randn(101) * 3, random.randn(101)),
        regression(random.rand(64) * 1e6, random.rand(64) * 1e6 + 1),
        regression([1, 2, 3], [1, 2, 3]),
        regression([1, 2], [5, 5]),
        regression([5, 5], [5, 5]),
        regression([1.5], [1]),
        regression([0.1, 0.2, 0.4], [0, 0.2, 1]),
        regression([1e-9, 3e-9, 2e-9, 9e-9], [1e-9, 2e-9, 3e-9, 4e-9]),
    ],
    "anomaly": [
        anomaly(random.randn(300) + (random.rand(300) < 0.1), (random.rand(300) < 0.1).astype(int)),
        anomaly(random.randint(0, 5, 80), random.randint(0, 2, 80)),
        anomaly([1, 1, 1, 1], [0, 1, 0, 0]),
        anomaly([3, 2, 1], [1, 1, 0]),
        anomaly([1, 2, 3], [1, 0, 0]),
        anomaly([1, 2, 3], [1, 1, 1]),
        anomaly([1, 2, 3], [0, 0, 0]),
    ],
    "majority": [
        majority(random.randint(0, 3, 50).tolist(), random.randint(0, 3, 40).tolist(), 3),
        majority([1, 1, 0], [0, 1, 1, 0], 2),
        majority([0, 0, 1, 1], [0, 1, 0], 3),
    ],
    "mean": [mean(random.rand(30).tolist(), random.rand(20).tolist()), mean([4.0, 4.0], [4.0, 4.0])],
    "multilabel": [
        multilabel(*related(200, [0.5, 0.3, 0.1]), [0.5, 0.5, 0.5]),
        multilabel(*related(150, [0.2, 0.6, 0.05, 0.4, 0.3]), [0.4, 0.61, 0.2, 0.5, 0.33]),
        multilabel(np.round(random.rand(80, 2) * 4) / 4, (random.rand(80, 2) < 0.5).astype(int), [0.5, 0.25]),
        multilabel([[0.9, 0.1], [0.2, 0.1]], [[1, 0], [0, 0]], [0.5, 0.5]),
        multilabel([[0.4, 0.1], [0.2, 0.1]], [[0, 0], [0, 0]], [0.5, 0.5]),
        multilabel([[0.4], [0.8], [0.6]], [[0], [1], [1]], [0.5]),
        multilabel([[0.9, 0.9, 0.9]] * 4, [[1, 1, 0], [1, 0, 0], [1, 1, 1], [0, 1, 0]], [0.5, 0.5, 0.95]),
    ],
    "bestThreshold": [
        best_threshold(*(column.ravel() for column in related(300, [0.1]))),
        best_threshold(*(column.ravel() for column in related(120, [0.3]))),
        best_threshold([0.1, 0.2, 0.3, 0.4], [0, 0, 1, 1]),
    ],
}
with open(sys.argv[1], "w") as file:
    file.write("{\n" + ",\n".join(
        f'"{kind}": [\n' + ",\n".join(json.dumps(case, default=float) for case in found) + "\n]" for kind, found in cases.items()) + "\n}\n")
