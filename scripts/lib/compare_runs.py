"""Compares what two runs of the same project reached: the last event of each file of JSON lines.

The runs differ only in their device, so every score of the training and validation parts must agree within a few percent.
"""
import json
import sys

RELATIVE = 0.05
ABSOLUTE = 0.02


def last_event(path):
    events = []
    with open(path, encoding="utf-8") as lines:
        for number, line in enumerate(lines, start=1):
            try:
                events.append(json.loads(line))
            except json.JSONDecodeError:
                sys.exit(f"{path}, line {number} is not JSON: {line[:80]!r}")
    if not events:
        sys.exit(f"{path} holds no events: the run did not start.")
    if events[-1]["event"] != "finished":
        sys.exit(f"{path} ends with {events[-1]}")
    return events[-1]


def main(first_path, second_path):
    first, second = last_event(first_path), last_event(second_path)
    compared = 0
    for part in ("train", "validation"):
        for name, value in first[part].items():
            other = second[part].get(name)
            if not isinstance(value, (int, float)):
                continue
            if other is None or abs(value - other) > max(ABSOLUTE, RELATIVE * abs(value)):
                sys.exit(f"{part} {name}: {value} and {other}")
            compared += 1
    print(f"{compared} scores agree; {first['seconds']:.1f} s and {second['seconds']:.1f} s")
    if compared == 0:
        sys.exit("The runs have no scores to compare.")


if __name__ == "__main__":
    main(*sys.argv[1:])
