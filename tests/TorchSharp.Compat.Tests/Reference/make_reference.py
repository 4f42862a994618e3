"""Writes reference.json: inputs, results and gradients of operators, as PyTorch computes them.

Run with the interpreter that has torch, for example: /usr/bin/python3 make_reference.py
Running it again writes the same file.
"""
import json
import math
import pathlib

import torch
import torch.nn.functional as F


def number_list(tensor):
    """A tensor as sizes and flat numbers that survive JSON to the bit."""
    return {"size": list(tensor.shape), "values": [float(v) for v in tensor.detach().double().reshape(-1)]}


def uniform(seed, *size):
    """Values between -1 and 1 that depend only on the seed."""
    generator = torch.Generator().manual_seed(seed)
    return torch.rand(*size, generator=generator) * 2 - 1


def attention(query, key, value, causal=False, allowed=None):
    scores = query @ key.transpose(-2, -1) / math.sqrt(query.size(-1))
    if causal:
        scores = scores.masked_fill(torch.ones_like(scores).triu(1).bool(), -math.inf)
    if allowed is not None:
        scores = scores.masked_fill(~allowed, -math.inf)
    return scores.softmax(-1) @ value


def lstm(x, *weights):
    zero = torch.zeros(4, x.size(0), 3)
    return torch.lstm(x, (zero, zero), list(weights), True, 2, 0.0, True, True, True)[0]


def gru(x, *weights):
    return torch.gru(x, torch.zeros(1, x.size(0), 3), list(weights), True, 1, 0.0, True, False, True)[0]


def rnn(x, *weights):
    return torch.rnn_relu(x, torch.zeros(1, x.size(1), 3), list(weights), True, 1, 0.0, True, False, False)[0]


def batch_norm(x, mean, var, weight, bias):
    return F.batch_norm(x, mean.detach().clone(), var.detach().abs().clone(), weight, bias, training=True)


PICTURE = uniform(1, 2, 3, 5, 6)
ROWS = uniform(2, 4, 5)
OTHER = uniform(3, 4, 5)
LSTM_WEIGHTS = []
for layer in range(2):
    for direction in range(2):
        width = 4 if layer == 0 else 6
        seed = 100 + 10 * layer + 4 * direction
        LSTM_WEIGHTS += [uniform(seed, 12, width), uniform(seed + 1, 12, 3), uniform(seed + 2, 12), uniform(seed + 3, 12)]

CASES = {
    "linear": ([ROWS, uniform(4, 3, 5), uniform(5, 3)], F.linear),
    "conv1d": ([uniform(6, 2, 4, 9), uniform(7, 6, 2, 3), uniform(8, 6)],
               lambda x, w, b: F.conv1d(x, w, b, stride=2, padding=1, dilation=2, groups=2)),
    "conv2d": ([PICTURE, uniform(9, 6, 1, 3, 2), uniform(10, 6)],
               lambda x, w, b: F.conv2d(x, w, b, stride=(1, 2), padding=(1, 0), dilation=(2, 1), groups=3)),
    "conv_transpose1d": ([uniform(13, 2, 3, 5), uniform(14, 3, 2, 3), uniform(15, 2)],
                         lambda x, w, b: F.conv_transpose1d(x, w, b, stride=2, padding=1, output_padding=1)),
    "conv_transpose2d": ([PICTURE, uniform(16, 3, 2, 4, 3), uniform(17, 2)],
                         lambda x, w, b: F.conv_transpose2d(x, w, b, stride=(2, 1), padding=(1, 0), output_padding=(1, 0))),
    "max_pool1d": ([uniform(18, 2, 3, 7)], lambda x: F.max_pool1d(x, 3, stride=2, padding=1)),
    "max_pool2d": ([PICTURE], lambda x: F.max_pool2d(x, (2, 3), stride=(1, 2), padding=(1, 0))),
    "avg_pool1d": ([uniform(19, 2, 3, 7)], lambda x: F.avg_pool1d(x, 3, stride=2, padding=1, count_include_pad=False)),
    "avg_pool2d": ([PICTURE], lambda x: F.avg_pool2d(x, 2, padding=1, ceil_mode=True)),
    "adaptive_avg_pool2d": ([PICTURE], lambda x: F.adaptive_avg_pool2d(x, (2, 4))),
    "batch_norm": ([PICTURE, uniform(20, 3), uniform(21, 3), uniform(22, 3), uniform(23, 3)], batch_norm),
    "layer_norm": ([ROWS, uniform(24, 5), uniform(25, 5)], lambda x, w, b: F.layer_norm(x, [5], w, b)),
    "group_norm": ([uniform(26, 2, 6, 4), uniform(27, 6), uniform(28, 6)], lambda x, w, b: F.group_norm(x, 3, w, b)),
    "instance_norm": ([PICTURE, uniform(29, 3), uniform(30, 3)], lambda x, w, b: F.instance_norm(x, weight=w, bias=b)),
    "gelu tanh": ([ROWS], lambda x: F.gelu(x * 3, approximate="tanh")),
    "gelu": ([ROWS], lambda x: F.gelu(x * 3)),
    "glu": ([uniform(31, 3, 8)], lambda x: F.glu(x, -1)),
    "mish": ([ROWS], lambda x: F.mish(x * 3)),
    "prelu": ([ROWS, uniform(32, 5)], F.prelu),
    "softplus": ([ROWS], lambda x: F.softplus(x, 2.0, 1.0)),
    "softsign": ([ROWS], F.softsign),
    "celu": ([ROWS], lambda x: F.celu(x, 0.7)),
    "elu": ([ROWS], lambda x: F.elu(x, 0.7)),
    "selu": ([ROWS], F.selu),
    "hardswish": ([ROWS], lambda x: F.hardswish(x * 5)),
    "logsigmoid": ([ROWS], F.logsigmoid),
    "pad reflect": ([PICTURE], lambda x: F.pad(x, (1, 2, 2, 1), mode="reflect")),
    "pad replicate": ([PICTURE], lambda x: F.pad(x, (1, 2, 2, 1), mode="replicate")),
    "pad circular": ([PICTURE], lambda x: F.pad(x, (1, 2, 2, 1), mode="circular")),
    "pad constant": ([PICTURE], lambda x: F.pad(x, (1, -2, 2, 1), value=0.5)),
    "interpolate nearest": ([PICTURE], lambda x: F.interpolate(x, scale_factor=2.0)),
    "interpolate nearest size": ([PICTURE], lambda x: F.interpolate(x, size=(3, 7))),
    "interpolate bilinear": ([PICTURE], lambda x: F.interpolate(x, size=(7, 4), mode="bilinear", align_corners=False)),
    "interpolate bilinear corners": ([PICTURE], lambda x: F.interpolate(x, scale_factor=(1.5, 2.0), mode="bilinear", align_corners=True)),
    "interpolate bicubic": ([PICTURE], lambda x: F.interpolate(x, size=(9, 5), mode="bicubic", align_corners=False)),
    "interpolate linear": ([uniform(33, 2, 3, 4)], lambda x: F.interpolate(x, size=7, mode="linear", align_corners=False)),
    "interpolate nearest 1d": ([uniform(33, 2, 3, 4)], lambda x: F.interpolate(x, scale_factor=1.5)),
    "grid_sample": ([PICTURE, uniform(34, 2, 2, 3)],
                    lambda x, t: F.grid_sample(x, F.affine_grid(t, [2, 3, 4, 4], align_corners=False), padding_mode="border",
                                               align_corners=False)),
    "unfold dimension": ([ROWS], lambda x: x.unfold(1, 3, 2)),
    "attention": ([uniform(35, 2, 3, 4, 5), uniform(36, 2, 3, 6, 5), uniform(37, 2, 3, 6, 7)], attention),
    "attention causal": ([uniform(35, 2, 3, 4, 5), uniform(36, 2, 3, 4, 5), uniform(37, 2, 3, 4, 7)],
                         lambda q, k, v: attention(q, k, v, causal=True)),
    "attention masked": ([uniform(35, 2, 4, 5), uniform(36, 2, 3, 5), uniform(37, 2, 3, 7)],
                         lambda q, k, v: attention(q, k, v, allowed=torch.tensor([True, True, False]))),
    "mse_loss": ([ROWS, OTHER], F.mse_loss),
    "l1_loss": ([ROWS, OTHER], lambda x, y: F.l1_loss(x, y, reduction="sum")),
    "huber_loss": ([ROWS, OTHER], lambda x, y: F.huber_loss(x, y, delta=0.3)),
    "smooth_l1_loss": ([ROWS, OTHER], lambda x, y: F.smooth_l1_loss(x, y, beta=0.3)),
    "cross_entropy": ([ROWS, uniform(38, 5)],
                      lambda x, w: F.cross_entropy(x, torch.tensor([0, 4, -100, 2]), w.detach().abs(), label_smoothing=0.1)),
    "cross_entropy none": ([uniform(39, 2, 3, 4)],
                           lambda x: F.cross_entropy(x, torch.tensor([[0, 1, 2, 0], [2, 2, 1, 0]]), reduction="none")),
    "nll_loss": ([ROWS, uniform(38, 5)], lambda x, w: F.nll_loss(x.log_softmax(1), torch.tensor([0, 4, 1, 2]), w.detach().abs())),
    "binary_cross_entropy_with_logits": ([ROWS, OTHER, uniform(40, 5)],
                                         lambda x, y, p: F.binary_cross_entropy_with_logits(x, y.abs(), pos_weight=p.detach().abs())),
    "kl_div": ([ROWS, OTHER], lambda x, y: F.kl_div(x.log_softmax(1), y.softmax(1), reduction="sum")),
    "kl_div log": ([ROWS, OTHER], lambda x, y: F.kl_div(x.log_softmax(1), y.log_softmax(1), log_target=True)),
    "cosine_embedding_loss": ([ROWS, OTHER], lambda x, y: F.cosine_embedding_loss(x, y, torch.tensor([1, -1, 1, -1]), margin=0.1)),
    "multi_margin_loss": ([ROWS], lambda x: F.multi_margin_loss(x, torch.tensor([0, 4, 1, 2]))),
    "lstm": ([uniform(41, 2, 3, 4)] + LSTM_WEIGHTS, lstm),
    "gru": ([uniform(42, 2, 3, 4), uniform(43, 9, 4), uniform(44, 9, 3), uniform(45, 9), uniform(46, 9)], gru),
    "rnn": ([uniform(47, 3, 2, 4), uniform(48, 3, 4), uniform(49, 3, 3), uniform(50, 3), uniform(51, 3)], rnn),
    "embedding": ([uniform(52, 5, 3)], lambda w: F.embedding(torch.tensor([[1, 0], [4, 1]]), w, padding_idx=0)),
    "topk": ([ROWS], lambda x: x.topk(2, 1, largest=False)[0]),
    "gather": ([ROWS], lambda x: x.gather(1, torch.tensor([[0, 3], [1, 1], [2, 0], [4, 4]]))),
    "matmul": ([uniform(53, 2, 1, 3, 4), uniform(54, 5, 4, 2)], torch.matmul),
    "rsub": ([ROWS], lambda x: 1.5 - x),
    "masked_fill": ([ROWS], lambda x: x.masked_fill(x >= 0, 0.25)),
    "clamp": ([ROWS], lambda x: x.clamp(-0.5, 0.25)),
    "div floor": ([ROWS], lambda x: x - x.div(0.3, rounding_mode="floor").detach() * 0.3),
}


def run(inputs, function):
    leaves = [value.clone().requires_grad_() for value in inputs]
    result = function(*leaves)
    weights = torch.arange(result.numel(), dtype=result.dtype).reshape(result.shape).cos()
    (result * weights).sum().backward()
    gradients = [torch.zeros_like(leaf) if leaf.grad is None else leaf.grad for leaf in leaves]
    return {
        "inputs": [number_list(value) for value in inputs],
        "result": number_list(result),
        "gradients": [number_list(gradient) for gradient in gradients],
    }


def trajectory(make_optimizer, clip=None):
    """50 steps on a small network; every parameter at the end and the loss of every step."""
    inputs, targets = uniform(60, 16, 4), uniform(61, 16, 3)
    weights = [torch.nn.Parameter(w) for w in (uniform(62, 5, 4), uniform(63, 5), uniform(64, 3, 5), uniform(65, 3))]
    start = [number_list(w) for w in weights]
    optimizer = make_optimizer(weights)
    losses, norms = [], []
    for _ in range(50):
        optimizer.zero_grad(set_to_none=True)
        loss = F.mse_loss(F.linear(torch.tanh(F.linear(inputs, weights[0], weights[1])), weights[2], weights[3]), targets)
        loss.backward()
        if clip is not None:
            norms.append(float(torch.nn.utils.clip_grad_norm_(weights, clip)))
        optimizer.step()
        losses.append(float(loss.detach()))
    return {
        "inputs": number_list(inputs), "targets": number_list(targets), "start": start,
        "end": [number_list(w) for w in weights], "losses": losses, "norms": norms,
    }


TRAJECTORIES = {
    "sgd": lambda: trajectory(lambda w: torch.optim.SGD(w, 0.1)),
    "sgd momentum": lambda: trajectory(lambda w: torch.optim.SGD(w, 0.1, momentum=0.9, dampening=0.1, weight_decay=0.01)),
    "sgd nesterov": lambda: trajectory(lambda w: torch.optim.SGD(w, 0.1, momentum=0.9, nesterov=True)),
    "adam": lambda: trajectory(lambda w: torch.optim.Adam(w, 0.01)),
    "adam decay": lambda: trajectory(lambda w: torch.optim.Adam(w, 0.01, betas=(0.8, 0.99), weight_decay=0.1)),
    "adamw": lambda: trajectory(lambda w: torch.optim.AdamW(w, 0.01, weight_decay=0.1)),
    "adam clipped": lambda: trajectory(lambda w: torch.optim.Adam(w, 0.01), clip=0.05),
}


def main():
    torch.set_num_threads(1)
    reference = {
        "torch": torch.__version__,
        "cases": {name: run(inputs, function) for name, (inputs, function) in CASES.items()},
        "trajectories": {name: make() for name, make in TRAJECTORIES.items()},
    }
    target = pathlib.Path(__file__).with_name("reference.json")
    target.write_text(json.dumps(reference, separators=(",", ":")) + "\n")


if __name__ == "__main__":
    main()
