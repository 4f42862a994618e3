"""Reads and writes tensors as safetensors: 8 bytes of header length, a JSON header, the tensors' bytes.

Source: the format's description at https://github.com/huggingface/safetensors.
"""
import json
import struct

import torch

TYPES = {"F32": torch.float32, "F64": torch.float64, "I64": torch.int64, "U8": torch.uint8}
NAMES = {dtype: name for name, dtype in TYPES.items()}


def read(path):
    """The tensors of a file by name."""
    with open(path, "rb") as file:
        (length,) = struct.unpack("<Q", file.read(8))
        header = json.loads(file.read(length))
        body = bytearray(file.read())
    header.pop("__metadata__", None)
    return {name: _tensor(entry, body) for name, entry in header.items()}


def write(path, tensors):
    """Writes tensors by name."""
    header, parts, at = {}, [], 0
    for name, tensor in tensors.items():
        data = tensor.detach().cpu().contiguous().numpy().tobytes()
        header[name] = {"dtype": NAMES[tensor.dtype], "shape": list(tensor.shape), "data_offsets": [at, at + len(data)]}
        parts.append(data)
        at += len(data)
    text = json.dumps(header).encode()
    with open(path, "wb") as file:
        file.write(struct.pack("<Q", len(text)) + text + b"".join(parts))


def _tensor(entry, body):
    begin, end = entry["data_offsets"]
    dtype = TYPES[entry["dtype"]]
    if begin == end:
        return torch.empty(entry["shape"], dtype=dtype)
    return torch.frombuffer(body, dtype=dtype, offset=begin, count=(end - begin) // torch.empty(0, dtype=dtype).element_size()) \
        .reshape(entry["shape"]).clone()
