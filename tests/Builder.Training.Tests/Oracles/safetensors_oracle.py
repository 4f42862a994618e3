"""An independent reader and writer of the safetensors format, in numpy, after the format's published description.

write FILE   writes the sample that SafetensorsFileTests reads
check FILE   reads a file that this program wrote and compares it with the sample
"""
import json
import sys

import numpy as np

NAMES = {"F64": "<f8", "F32": "<f4", "F16": "<f2", "I64": "<i8", "I32": "<i4", "U8": "u1", "BOOL": "?"}
SAMPLE = {
    "a.double": np.array([[1.5, -2.25], [1e300, 5e-324]]),
    "b.long": np.array([-(2**63), 2**63 - 1, 7]),
    "c.float": np.arange(24, dtype="<f4").reshape(2, 3, 4) / 8,
    "d.int": np.array([-(2**31), 2**31 - 1], dtype="<i4"),
    "e.half": np.array([0.5, -65504.0, 6e-8], dtype="<f2"),
    "f.byte": np.array([0, 255, 1], dtype="u1"),
    "g.bool": np.array([True, False, True]),
    "h.scalar": np.array(3.0, dtype="<f4"),
    "i.empty": np.zeros((0, 5), dtype="<f4"),
    "权重.中文": np.array([1.0], dtype="<f4"),
}


def write(path):
    names = {np.dtype(code): name for name, code in NAMES.items()}
    header, body = {"__metadata__": {"format": "pt"}}, b""
    for name, array in sorted(SAMPLE.items(), key=lambda item: (-item[1].itemsize, item[0])):
        start, body = len(body), body + array.tobytes()
        header[name] = {"dtype": names[array.dtype], "shape": list(array.shape), "data_offsets": [start, len(body)]}
    text = json.dumps(header, separators=(",", ":"), ensure_ascii=False).encode("utf-8")
    text += b" " * (-len(text) % 8)
    with open(path, "wb") as file:
        file.write(len(text).to_bytes(8, "little") + text + body)


def check(path):
    with open(path, "rb") as file:
        raw = file.read()
    start = 8 + int.from_bytes(raw[:8], "little")
    header = json.loads(raw[8:start])
    assert start % 8 == 0, "the tensors do not begin at a multiple of 8"
    assert all(isinstance(text, str) for text in header.pop("__metadata__").values())
    ends = sorted(entry["data_offsets"] for entry in header.values())
    assert ends[0][0] == 0 and ends[-1][1] == len(raw) - start and all(a[1] == b[0] for a, b in zip(ends, ends[1:]))
    assert header.keys() == SAMPLE.keys()
    for name, entry in header.items():
        begin, end = entry["data_offsets"]
        dtype = np.dtype(NAMES[entry["dtype"]])
        assert begin % dtype.itemsize == 0, f"{name} is not aligned"
        array = np.frombuffer(raw[start + begin : start + end], dtype).reshape(entry["shape"])
        assert dtype == SAMPLE[name].dtype and np.array_equal(array, SAMPLE[name]), name
    print(f"{path}: {len(header)} tensors agree")


if __name__ == "__main__":
    {"write": write, "check": check}[sys.argv[1]](sys.argv[2])
