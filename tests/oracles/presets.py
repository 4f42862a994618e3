"""Writes what PyTorch computes for the layers that presets are named after.

Run with a Python that has torch:  python3 tests/oracles/presets.py
Results go to tests/Builder.Training.Tests/Presets/stored/PRESET.json. Like layers.py it computes in float64 from values that float32
holds exactly and rounds to nine digits: running it again gives the same bytes.

Modules are in evaluation mode. Weights have PyTorch's names without what stands before the layer ("layers."): those of the blocks in
the group.
"""
import json
import pathlib
import zlib

import torch
from torch import nn

from layers import exact, written

STORED = pathlib.Path(__file__).resolve().parent.parent / "Builder.Training.Tests" / "Presets" / "stored"
SEQUENCE = {"d_model": 8, "nhead": 2, "dim_feedforward": 12}


def encoder(shape=(2, 5, 8), repeat=1, causal=False, key_padding_mask=None, **settings):
    layer = nn.TransformerEncoderLayer(**SEQUENCE, **settings, batch_first=True)
    stack = nn.TransformerEncoder(layer, repeat) if repeat > 1 else layer
    future = torch.ones(shape[1], shape[1], dtype=torch.bool).triu(1) if causal else None
    parameters = {**SEQUENCE, **settings, "causal": causal, "key_padding_mask": key_padding_mask is not None}
    if key_padding_mask is None:
        return parameters, repeat, {"input": shape}, {}, stack, lambda input: stack(input, future)
    return parameters, repeat, {"input": shape}, {"key_padding_mask": key_padding_mask}, stack, \
        lambda input, key_padding_mask: stack(input, future, key_padding_mask > 0)


def decoder(shape=(2, 4, 8), memory=(2, 6, 8), repeat=1, key_padding_mask=None, **settings):
    layer = nn.TransformerDecoderLayer(**SEQUENCE, **settings, batch_first=True)
    stack = nn.TransformerDecoder(layer, repeat) if repeat > 1 else layer
    future = torch.ones(shape[1], shape[1], dtype=torch.bool).triu(1)
    parameters = {**SEQUENCE, **settings, "key_padding_mask": key_padding_mask is not None}
    masks = {} if key_padding_mask is None else {"memory_key_padding_mask": key_padding_mask}

    def run(input, memory, memory_key_padding_mask=None):
        padding = None if memory_key_padding_mask is None else memory_key_padding_mask > 0
        return stack(input, memory, tgt_mask=future, memory_key_padding_mask=padding)

    return parameters, repeat, {"input": shape, "memory": memory}, masks, stack, run


class Residual(nn.Module):
    """The basic block as the paper draws it."""

    def __init__(self, inputs, outputs, stride, projection):
        super().__init__()
        self.conv1 = nn.Conv2d(inputs, outputs, 3, stride, 1, bias=False)
        self.bn1 = nn.BatchNorm2d(outputs)
        self.conv2 = nn.Conv2d(outputs, outputs, 3, 1, 1, bias=False)
        self.bn2 = nn.BatchNorm2d(outputs)
        if projection:
            self.downsample = nn.Conv2d(inputs, outputs, 1, stride, bias=False)
            self.downsample_bn = nn.BatchNorm2d(outputs)
        self.projects = projection

    def forward(self, input):
        result = self.bn2(self.conv2(self.bn1(self.conv1(input)).relu()))
        return (result + (self.downsample_bn(self.downsample(input)) if self.projects else input)).relu()


def residual(shape, outputs, stride=1, projection=False):
    module = Residual(shape[1], outputs, stride, projection or stride > 1)
    return {"out_channels": outputs, "stride": stride, "projection": projection}, 1, {"input": shape}, {}, module, module


def padding(*lengths, longest):
    """1 behind the end of each sample."""
    return torch.tensor([[float(step >= length) for step in range(longest)] for length in lengths], dtype=torch.float64)


CASES = {
    "TransformerEncoderLayer": [
        encoder(),
        encoder(norm_first=True),
        encoder(activation="gelu", causal=True),
        encoder(key_padding_mask=padding(5, 3, longest=5)),
        encoder(repeat=3, norm_first=True, activation="gelu", causal=True),
        encoder(repeat=2, key_padding_mask=padding(2, 5, longest=5)),
    ],
    "TransformerDecoderLayer": [
        decoder(),
        decoder(norm_first=True, activation="gelu"),
        decoder(repeat=2),
        decoder(repeat=2, norm_first=True, key_padding_mask=padding(4, 6, longest=6)),
    ],
    "ResidualBlock": [
        residual((2, 3, 5, 4), 3),
        residual((2, 3, 5, 5), 4, projection=True),
        residual((1, 2, 7, 6), 4, stride=2),
    ],
}


def compute(case, generator):
    parameters, repeat, shapes, masks, module, run = case
    module = module.double().eval()
    weights = dict(module.named_parameters())
    buffers = {name: b for name, b in module.named_buffers() if b.is_floating_point()}
    with torch.no_grad():
        for weight in weights.values():
            weight.copy_(exact(generator, weight.shape, -1, 1))
        for buffer in buffers.values():
            buffer.copy_(exact(generator, buffer.shape, 0.5, 1.5))
    inputs = {name: exact(generator, shape, -2, 2).requires_grad_() for name, shape in shapes.items()}
    output = run(**inputs, **masks)
    gradient = exact(generator, output.shape, -1, 1)
    output.backward(gradient)
    plain = lambda name: name.removeprefix("layers.")
    return {
        "parameters": parameters,
        "repeat": repeat,
        "inputs": {name: written(t) for name, t in {**inputs, **masks}.items()},
        "weights": {plain(name): written(t) for name, t in {**weights, **buffers}.items()},
        "output": written(output),
        "outputGradient": written(gradient),
        "inputGradients": {name: written(t.grad) for name, t in inputs.items()},
        "weightGradients": {plain(name): written(t.grad) for name, t in weights.items()},
    }


def main():
    torch.set_num_threads(1)
    STORED.mkdir(parents=True, exist_ok=True)
    for preset, cases in CASES.items():
        generator = torch.Generator().manual_seed(zlib.crc32(preset.encode()))
        lines = ",\n".join(json.dumps(compute(case, generator), separators=(",", ":")) for case in cases)
        (STORED / f"{preset}.json").write_text(f'{{"preset":"{preset}","cases":[\n{lines}\n]}}\n')


if __name__ == "__main__":
    main()
