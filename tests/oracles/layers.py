"""Writes what PyTorch computes for each layer: outputs, gradients and buffers.

Run with a Python that has torch:  python3 tests/oracles/layers.py [FAMILY ...]
Without names it writes all families. Results go to tests/Builder.Training.Tests/Layers/stored/FAMILY.json. All numbers are computed in
float64 from inputs and weights that float32 holds exactly, and rounded to nine digits: running it again gives the same bytes.

Each family has a module of its own beside this one, layers_FAMILY.py, which calls `case` for every case of its kinds.
"""
import importlib
import json
import pathlib
import sys
import zlib

import torch

HERE = pathlib.Path(__file__).resolve().parent
STORED = HERE.parent / "Builder.Training.Tests" / "Layers" / "stored"
STEP = 128
CASES = {}


def values(*shape, low=-2.0, high=2.0):
    """An input of real values."""
    return {"shape": list(shape), "low": low, "high": high}


def numbers(classes, *shape):
    """An input of class or token numbers below `classes`."""
    return {"shape": list(shape), "classes": classes}


def case(kind, inputs, build, parameters=None, training=False, random_weights=True):
    """Adds a case.

    inputs: one entry for each port: an input, a list of inputs for a port that takes several, or None for an open port.
    build: makes the torch.nn.Module, or a function of the input tensors; called with nothing. A function without weights may be given
        as `lambda: lambda x: ...`.
    parameters: those that are set on the block, under the catalog's names.
    random_weights: False keeps the weights that the module starts with.
    """
    CASES.setdefault(kind, []).append((inputs, build, parameters or {}, training, random_weights))


def exact(generator, shape, low, high):
    """Random multiples of 1/128 between both bounds: short to write, exact in float32."""
    whole = torch.randint(round(low * STEP), round(high * STEP) + 1, shape, generator=generator)
    return whole.double() / STEP


def make(spec, generator):
    if "classes" in spec:
        return torch.randint(0, spec["classes"], spec["shape"], generator=generator)
    return exact(generator, spec["shape"], spec["low"], spec["high"]).requires_grad_()


def written(tensor, spec=None):
    flat = tensor.detach().reshape(-1).tolist()
    result = {"shape": list(tensor.shape), "values": [v if isinstance(v, int) else short(v) for v in flat]}
    if spec is not None and "classes" in spec:
        result.update(classes=spec["classes"], whole=True)
    elif not tensor.is_floating_point():
        result.update(whole=True)
    return result


def short(value):
    """Nine significant digits; what is only rounding noise around zero becomes zero."""
    return 0.0 if abs(value) < 1e-13 else float(f"{value:.9g}")


def slots(port):
    return [] if port is None else port if isinstance(port, list) else [port]


def compute(inputs, build, parameters, training, random_weights, generator):
    module = build()
    weights, buffers = {}, {}
    if isinstance(module, torch.nn.Module):
        module = module.double().train(training)
        weights = dict(module.named_parameters())
        buffers = {name: b for name, b in module.named_buffers() if name != "num_batches_tracked"}
        with torch.no_grad():
            for weight in weights.values() if random_weights else []:
                weight.copy_(exact(generator, weight.shape, -1, 1))
            for name, buffer in buffers.items():
                buffer.copy_(exact(generator, buffer.shape, 0.5, 1.5) if buffer.is_floating_point() else buffer)
    ports = [[(spec, make(spec, generator)) for spec in slots(port)] for port in inputs]
    record = {
        "parameters": parameters,
        "training": training,
        "inputs": [[written(tensor, spec) for spec, tensor in port] for port in ports],
        "weights": {name: written(t) for name, t in list(weights.items()) + list(buffers.items())},
    }
    arguments = [None if not port else port[0][1] if not isinstance(inputs[i], list) else [t for _, t in port] for i, port in enumerate(ports)]
    outputs = module(*arguments)
    outputs = list(outputs) if isinstance(outputs, (tuple, list)) else [outputs]
    record["outputs"] = [written(o) for o in outputs]
    gradients = [exact(generator, o.shape, -1, 1) for o in outputs]
    record["outputGradients"] = [written(g) for g in gradients]
    pairs = [(o, g) for o, g in zip(outputs, gradients) if o.requires_grad]
    if pairs:
        torch.autograd.backward([o for o, _ in pairs], [g for _, g in pairs])
    leaves = [leaf for port in ports for leaf in (port or [(None, None)])]
    record["inputGradients"] = [
        None if t is None or not t.is_floating_point() else written(t.grad if t.grad is not None else torch.zeros_like(t)) for _, t in leaves]
    record["weightGradients"] = {
        name: written(t.grad if t.grad is not None else torch.zeros_like(t)) for name, t in weights.items()}
    record["buffers"] = {name: written(b) for name, b in buffers.items()}
    return record


def main(names):
    torch.set_num_threads(1)
    STORED.mkdir(exist_ok=True)
    for path in sorted(HERE.glob("layers_*.py")):
        family = path.stem.removeprefix("layers_").capitalize()
        CASES.clear()
        importlib.import_module(path.stem)
        if not names or family in names:
            (STORED / f"{family}.json").write_text("{\n" + ",\n".join(stored(kind) for kind in sorted(CASES)) + "\n}\n")


def stored(kind):
    generator = torch.Generator().manual_seed(zlib.crc32(kind.encode()))
    records = [compute(*one, generator) for one in CASES[kind]]
    return f'"{kind}":[\n' + ",\n".join(json.dumps(r, separators=(",", ":")) for r in records) + "\n]"


if __name__ == "__main__":
    sys.modules["layers"] = sys.modules["__main__"]
    main(sys.argv[1:])
