"""Learns the rows of a table with scikit-learn, as told over standard input: the peers of a proposed model.

usage: proposals.py SETTINGS    where SETTINGS is JSON: values (file of [rows, columns] float32), columns, categories (how many of the last
columns hold class numbers), texts (file with a JSON list of a text for each row, or null), answers (file of float64), classes (0 for numbers),
parts (file of a byte for each row: 1 learned from, 2 tested)
Orders, one JSON a line: {"learn": SEED} is answered by {"boosting": SCORE or null, "bayes": SCORE or null, "linear": SCORE}, the accuracy or R²
of the test rows. Boosting is for rows without texts, naive Bayes for rows with them.
"""
import json
import sys

import numpy
import sklearn
from scipy import sparse
from sklearn.ensemble import HistGradientBoostingClassifier, HistGradientBoostingRegressor
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import LogisticRegression, Ridge
from sklearn.naive_bayes import MultinomialNB
from sklearn.preprocessing import OneHotEncoder

MOST_BINS = 255


class Rows:
    def __init__(self, settings):
        self.answers = numpy.fromfile(settings["answers"])
        self.classes = settings["classes"]
        parts = numpy.fromfile(settings["parts"], "uint8")
        self.train, self.test = numpy.flatnonzero(parts == 1), numpy.flatnonzero(parts == 2)
        self.values = numpy.fromfile(settings["values"], "float32").reshape(len(self.answers), -1) if settings["columns"] else None
        self.categories = settings["categories"]
        self.texts = json.load(open(settings["texts"])) if settings["texts"] else None

    def linear(self):
        """Numbers as they are, categories as yes/no values, texts as TF-IDF."""
        parts = []
        if self.values is not None:
            numbers = self.values.shape[1] - self.categories
            parts.append(self.values[:, :numbers])
            if self.categories:
                encoder = OneHotEncoder(handle_unknown="ignore").fit(self.values[self.train][:, numbers:])
                parts.append(encoder.transform(self.values[:, numbers:]))
        if self.texts is not None:
            parts.append(self.words())
        return sparse.hstack([sparse.csr_matrix(part) for part in parts]).tocsr() if self.categories or self.texts is not None else parts[0]

    def words(self):
        # Chinese is cut into characters, as our own models read it.
        han = sum("\u4e00" <= c <= "\u9fff" for text in self.texts[:2000] for c in text)
        cut = TfidfVectorizer(analyzer="char") if han * 2 > sum(c.isalpha() for text in self.texts[:2000] for c in text) else TfidfVectorizer()
        return cut.fit([self.texts[row] for row in self.train]).transform(self.texts)


def learn(rows, seed):
    result = {"boosting": None, "bayes": None}
    if rows.texts is None:
        few = [rows.values.shape[1] - 1 - i for i in range(rows.categories) if rows.values[:, -1 - i].max() < MOST_BINS]
        kind = HistGradientBoostingClassifier if rows.classes else HistGradientBoostingRegressor
        result["boosting"] = score(kind(random_state=seed, categorical_features=few or None), rows, rows.values)
    elif rows.classes:
        result["bayes"] = score(MultinomialNB(), rows, rows.words())
    result["linear"] = score(LogisticRegression(max_iter=1000) if rows.classes else Ridge(), rows, rows.linear())
    return result


def score(model, rows, values):
    return float(model.fit(values[rows.train], rows.answers[rows.train]).score(values[rows.test], rows.answers[rows.test]))


def main():
    rows = Rows(json.loads(sys.argv[1]))
    answer({"ready": f"scikit-learn {sklearn.__version__}"})
    for line in sys.stdin:
        answer(learn(rows, json.loads(line)["learn"]))


def answer(words):
    print(json.dumps(words), flush=True)


if __name__ == "__main__":
    main()
