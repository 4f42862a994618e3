"""Trains four small networks for 100 steps with PyTorch and writes the projects, the initial weights and the losses.

Run with a Python that has torch:  python3 tests/Builder.Training.Tests/Oracles/parity.py
Writes one folder a network below tests/Builder.Training.Tests/Parity/stored: project.json and data.csv, which train as any project does,
and oracle.json with the weights before and after and the loss of every step. Running it again gives the same bytes.
"""
import json
import math
import pathlib

import torch
from torch import nn
from torch.nn import functional as F

STORED = pathlib.Path(__file__).resolve().parent.parent / "Parity" / "stored"
ROWS, BATCH, EPOCHS = 80, 16, 20
STEPS = ROWS // BATCH * EPOCHS
LETTERS = "abcdef"
CLASSES = ["no", "so-so", "yes"]


def block(name, kind, **parameters):
    return {"id": name, "kind": kind, "position": [0, 0], **({"parameters": parameters} if parameters else {})}


def chain(*names):
    return [(a + ".output", b + ".input") for a, b in zip(names, names[1:])]


def project(name, columns, blocks, links):
    return {
        "format": 1, "name": name,
        "data": [{"id": "data", "source": {"kind": "table", "path": "data.csv"}, "columns": columns,
                  "split": {"kind": "time", "validation": 0, "test": 0}}],
        "blocks": blocks + [block("trainer", "Trainer", epochs=EPOCHS, batch_size=BATCH, shuffle=False)],
        "links": [{"from": a, "to": b} for a, b in links],
    }


def numbers(count):
    return [{"name": f"x{i}", "type": "number"} for i in range(count)]


KIND = {"name": "kind", "type": "category", "transforms": [{"kind": "ordinal"}]}


def classified(x, generator):
    weight = torch.randn(x.shape[1], 3, generator=generator)
    return (x.float() @ weight).argmax(1)


def mlp(generator):
    x = exact(generator, ROWS, 6)
    y = classified(x, generator)
    y[:3] = torch.arange(3)
    model = nn.ModuleDict({"hidden": nn.Linear(6, 16), "out": nn.Linear(16, 3)})
    names = ["numbers", "hidden", "relu", "out", "loss"]
    document = project("MLP", numbers(6) + [KIND], [
        block("numbers", "NumberInput", columns=[f"x{i}" for i in range(6)]), block("hidden", "Linear", out_features=16),
        block("relu", "ReLU"), block("out", "Linear", out_features=3), block("kind", "Target", columns=["kind"]),
        block("loss", "CrossEntropyLoss"), block("adam", "Adam", lr=0.01, weight_decay=0.001),
    ], chain(*names) + [("kind.output", "loss.target"), ("loss.output", "adam.loss")])
    optimizer = torch.optim.Adam(model.parameters(), lr=0.01, weight_decay=0.001)
    return (document, [*x.tolist()], [CLASSES[k] for k in y.tolist()], model, optimizer, None, 0,
            lambda rows: F.cross_entropy(model["out"](model["hidden"](x[rows]).relu()), y[rows]))


def cnn(generator):
    x = exact(generator, ROWS, 64)
    y = classified(x, generator)
    y[:3] = torch.arange(3)
    model = nn.ModuleDict({"conv": nn.Conv2d(1, 4, 3, padding=1), "norm": nn.BatchNorm2d(4), "out": nn.Linear(64, 3)})
    document = project("CNN", numbers(64) + [KIND], [
        block("numbers", "NumberInput", columns=[f"x{i}" for i in range(64)]), block("picture", "Reshape", shape=[1, 8, 8]),
        block("conv", "Conv2d", out_channels=4, kernel_size=3, padding=1), block("norm", "BatchNorm2d"), block("relu", "ReLU"),
        block("pool", "MaxPool2d", kernel_size=2), block("flat", "Flatten"), block("out", "Linear", out_features=3),
        block("kind", "Target", columns=["kind"]), block("loss", "CrossEntropyLoss", label_smoothing=0.05),
        block("sgd", "SGD", lr=0.05, momentum=0.9, nesterov=True), block("steps", "StepLR", step_size=7, gamma=0.5),
    ], chain("numbers", "picture", "conv", "norm", "relu", "pool", "flat", "out", "loss")
        + [("kind.output", "loss.target"), ("loss.output", "sgd.loss"), ("steps.schedule", "sgd.schedule")])
    optimizer = torch.optim.SGD(model.parameters(), lr=0.05, momentum=0.9, nesterov=True)

    def loss(rows):
        z = F.max_pool2d(model["norm"](model["conv"](x[rows].reshape(-1, 1, 8, 8))).relu(), 2)
        return F.cross_entropy(model["out"](z.flatten(1)), y[rows], label_smoothing=0.05)
    schedule = lambda step: 0.5 ** (step // (ROWS // BATCH) // 7)
    return document, [*x.tolist()], [CLASSES[k] for k in y.tolist()], model, optimizer, schedule, 0, loss


def lstm(generator):
    x = exact(generator, ROWS, 24)
    y = (torch.sin(x.reshape(-1, 6, 4).sum(1)[:, 0]) * 64).round() / 64
    model = nn.ModuleDict({"first": nn.LSTM(4, 8, num_layers=2, batch_first=True), "second": nn.LSTM(8, 6, batch_first=True), "out": nn.Linear(6, 1)})
    document = project("LSTM", numbers(24) + [{"name": "kind", "type": "number"}], [
        block("numbers", "NumberInput", columns=[f"x{i}" for i in range(24)]), block("series", "Reshape", shape=[6, 4]),
        block("first", "LSTM", hidden_size=8, num_layers=2, output="all"), block("second", "LSTM", hidden_size=6, output="last"),
        block("out", "Linear", out_features=1), block("kind", "Target", columns=["kind"]), block("loss", "MSELoss"),
        block("rmsprop", "RMSprop", lr=0.003, clip_grad_norm=0.2),
    ], chain("numbers", "series", "first", "second", "out", "loss") + [("kind.output", "loss.target"), ("loss.output", "rmsprop.loss")])
    optimizer = torch.optim.RMSprop(model.parameters(), lr=0.003)

    def loss(rows):
        z, _ = model["first"](x[rows].reshape(-1, 6, 4))
        _, (state, _) = model["second"](z)
        return F.mse_loss(model["out"](state[-1]).squeeze(1), y[rows])
    return document, [*x.tolist()], y.tolist(), model, optimizer, None, 0.2, loss


def transformer(generator):
    width, steps = 16, 8
    tokens = torch.randint(0, 6, (ROWS, steps + 1), generator=generator)
    tokens[:, steps] = (tokens[:, steps - 1] + tokens[:, 2]) % 6
    tokens[:6] = torch.arange(6)[:, None]
    layers = {}
    for i in (1, 2):
        layers.update({
            f"normA{i}": nn.LayerNorm(width), f"attend{i}": nn.MultiheadAttention(width, 2, batch_first=True),
            f"normB{i}": nn.LayerNorm(width), f"up{i}": nn.Linear(width, 32), f"down{i}": nn.Linear(32, width)})
    model = nn.ModuleDict({"embed": nn.Embedding(6, width), "place": nn.Embedding(steps, width), **layers,
                           "norm": nn.LayerNorm(width), "out": nn.Linear(width, 6)})
    blocks = [block("letters", "CategoryInput", columns=[f"t{i}" for i in range(steps)]), block("embed", "Embedding", embedding_dim=width),
              block("place", "PositionalEmbedding", max_length=steps)]
    links = chain("letters", "embed", "place")
    stream = "place"
    for i in (1, 2):
        blocks += [block(f"normA{i}", "LayerNorm"), block(f"attend{i}", "MultiheadAttention", num_heads=2, causal=True), block(f"addA{i}", "Add"),
                   block(f"normB{i}", "LayerNorm"), block(f"up{i}", "Linear", out_features=32), block(f"gelu{i}", "GELU"),
                   block(f"down{i}", "Linear", out_features=width), block(f"addB{i}", "Add")]
        links += [(f"{stream}.output", f"normA{i}.input"), (f"normA{i}.output", f"attend{i}.query"),
                  (f"{stream}.output", f"addA{i}.input"), (f"attend{i}.output", f"addA{i}.other"),
                  (f"addA{i}.output", f"addB{i}.input"), (f"down{i}.output", f"addB{i}.other")]
        links += [(f"addA{i}.output", f"normB{i}.input")] + chain(f"normB{i}", f"up{i}", f"gelu{i}", f"down{i}")
        stream = f"addB{i}"
    blocks += [block("norm", "LayerNorm"), block("final", "Select", dim=1, index=-1), block("out", "Linear", out_features=6),
               block("next", "Target", columns=[f"t{steps}"]), block("loss", "CrossEntropyLoss"),
               block("adamw", "AdamW", lr=0.01, eps=1e-4), block("warm", "LinearWarmup", total_iters=10, start_factor=0.1, decay="cosine")]
    links += chain(stream, "norm", "final", "out", "loss") + [
        ("next.output", "loss.target"), ("loss.output", "adamw.loss"), ("warm.schedule", "adamw.schedule")]
    columns = [{"name": f"t{i}", "type": "category", "transforms": [{"kind": "ordinal"}]} for i in range(steps + 1)]
    optimizer = torch.optim.AdamW(model.parameters(), lr=0.01, eps=1e-4)  # keys need no bias: their gradients are noise that Adam must not enlarge
    mask = torch.full((steps, steps), -math.inf).triu(1)

    def loss(rows):
        z = model["embed"](tokens[rows, :-1]) + model["place"].weight
        for i in (1, 2):
            h = model[f"normA{i}"](z)
            z = z + model[f"attend{i}"](h, h, h, attn_mask=mask, need_weights=False)[0]
            z = z + model[f"down{i}"](F.gelu(model[f"up{i}"](model[f"normB{i}"](z))))
        return F.cross_entropy(model["out"](model["norm"](z)[:, -1]), tokens[rows, -1])

    def schedule(step):
        return 0.1 + 0.9 * step / 10 if step < 10 else (1 + math.cos(math.pi * (step - 10) / (STEPS - 10))) / 2
    rows = [[LETTERS[t] for t in row] for row in tokens.tolist()]
    return project("Transformer", columns, blocks, links), rows, None, model, optimizer, schedule, 0, loss


def exact(generator, *shape):
    return torch.randint(-64, 65, shape, generator=generator).float() / 64


def named(model):
    return {name: t for name, t in list(model.named_parameters()) + list(model.named_buffers()) if "num_batches" not in name}


def written(model):
    return {name: {"shape": list(t.shape), "values": [float(f"{v:.9g}") for v in t.detach().reshape(-1).tolist()]} for name, t in named(model).items()}


def train(make, number):
    torch.manual_seed(number)
    document, rows, last, model, optimizer, schedule, clip, loss_of = make(torch.Generator().manual_seed(number))
    with torch.no_grad():
        for parameter in model.parameters():
            parameter.copy_((parameter * 1024).round() / 1024)
    model.train()
    oracle = {"weights": written(model), "losses": []}
    base = optimizer.param_groups[0]["lr"]
    for step in range(STEPS):
        start = step * BATCH % ROWS
        if schedule:
            optimizer.param_groups[0]["lr"] = base * schedule(step)
        optimizer.zero_grad(set_to_none=True)
        loss = loss_of(slice(start, start + BATCH))
        loss.backward()
        if clip:
            nn.utils.clip_grad_norm_(model.parameters(), clip)
        optimizer.step()
        oracle["losses"].append(float(f"{loss.item():.9g}"))
    oracle["after"] = written(model)
    folder = STORED / make.__name__
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "project.json").write_text(json.dumps(document, indent=1) + "\n")
    header = [c["name"] for c in document["data"][0]["columns"]]
    table = [row + ([] if last is None else [last[i]]) for i, row in enumerate(rows)]
    (folder / "data.csv").write_text("\n".join(",".join(str(v) for v in row) for row in [header] + table) + "\n")
    (folder / "oracle.json").write_text(json.dumps(oracle, separators=(",", ":")) + "\n")
    print(make.__name__, oracle["losses"][0], oracle["losses"][-1])


if __name__ == "__main__":
    torch.set_num_threads(1)
    for seed, network in enumerate((mlp, cnn, lstm, transformer), 1):
        train(network, seed)
