"""Values of scikit-learn's transforms, fitted on the first rows and applied to all: the reference for Builder's own.

Run again, it writes the same file:  python3 transforms.py > transforms.json   (scikit-learn 1.2.1)
"""
import json

import numpy as np
from sklearn.impute import SimpleImputer
from sklearn.preprocessing import MinMaxScaler, OneHotEncoder, StandardScaler

TRAIN, ROWS = 40, 60
random = np.random.RandomState(20240131)

numbers = {
    "normal": random.normal(3.5, 12.25, ROWS),
    "small": random.normal(0, 1e-7, ROWS),
    "large": 1e8 + random.normal(0, 2.5, ROWS),
    "skewed": random.exponential(900, ROWS),
    "constant": np.full(ROWS, 0.1),
    "counts": random.poisson(3, ROWS).astype(float),
}
names = random.choice(["red", "green", "Blue", "åland", "été"], TRAIN).tolist() + random.choice(["red", "Blue", "unknown"], ROWS - TRAIN).tolist()


def column(values):
    return np.asarray(values).reshape(-1, 1)


def fitted(transform, values):
    return transform.fit(column(values)[:TRAIN]).transform(column(values)).ravel().tolist()


def with_gaps(values):
    gaps = values.copy()
    gaps[[2, 7, 45]] = np.nan
    return gaps


result = {"train": TRAIN, "numbers": [], "names": names}
for name, values in numbers.items():
    standard = StandardScaler().fit(column(values)[:TRAIN])
    gaps = with_gaps(values)
    result["numbers"].append({
        "name": name,
        "values": values.tolist(),
        "mean": float(standard.mean_[0]),
        "std": float(standard.scale_[0]),
        "standardize": fitted(StandardScaler(), values),
        "minMax": fitted(MinMaxScaler(feature_range=(-1, 2)), values),
        "gaps": [None if np.isnan(value) else value for value in gaps],
        "impute": {
            ours: fitted(SimpleImputer(strategy=theirs), gaps)
            for ours, theirs in (("mean", "mean"), ("median", "median"), ("mostFrequent", "most_frequent"))
        },
    })
encoder = OneHotEncoder(handle_unknown="ignore").fit(column(names)[:TRAIN])
result["classes"] = encoder.categories_[0].tolist()
result["oneHot"] = encoder.transform(column(names)).toarray().ravel().tolist()
print(json.dumps(result, ensure_ascii=False, indent=1))
