"""Writes 50 steps of every optimizer, schedule and loss as PyTorch makes them.

Run with a Python that has torch:  python3 tests/Builder.Training.Tests/Oracles/trajectories.py
Writes optimizers.json, schedules.json and losses.json beside this file. Everything is computed in float64 on one thread from numbers that
float32 holds exactly, and rounded to ten digits: running it again gives the same bytes.
"""
import json
import math
import pathlib

import torch
from torch import nn

HERE = pathlib.Path(__file__).resolve().parent
STEPS = 50
STEP = 64


def exact(generator, *shape):
    """Random multiples of 1/64 between -1 and 1."""
    return torch.randint(-STEP, STEP + 1, shape, generator=generator).double() / STEP


def short(tensor):
    return [float(f"{value:.10g}") for value in torch.as_tensor(tensor).detach().reshape(-1).tolist()]


def write(name, content):
    lines = ",\n".join(json.dumps(case, separators=(",", ":")) for case in content.pop("cases"))
    head = json.dumps(content, separators=(",", ":"))[1:-1]
    (HERE / name).write_text("{" + head + ("," if head else "") + '"cases":[\n' + lines + "\n]}\n")


# ---------------------------------------------------------------- optimizers

OPTIMIZERS = [
    ("SGD", {"lr": 0.1}),
    ("SGD", {"lr": 0.05, "momentum": 0.9}),
    ("SGD", {"lr": 0.05, "momentum": 0.9, "nesterov": True, "weight_decay": 0.01}),
    ("SGD", {"lr": 0.05, "momentum": 0.8, "dampening": 0.3, "weight_decay": 0.05}),
    ("Adam", {"lr": 0.01}),
    ("Adam", {"lr": 0.02, "betas": [0.5, 0.9], "eps": 1e-6, "weight_decay": 0.1}),
    ("Adam", {"lr": 0.05, "amsgrad": True}),
    ("Adam", {"lr": 0.05, "amsgrad": True, "weight_decay": 0.02, "betas": [0.8, 0.9]}),
    ("AdamW", {"lr": 0.01}),
    ("AdamW", {"lr": 0.05, "weight_decay": 0.3, "betas": [0.7, 0.95]}),
    ("AdamW", {"lr": 0.05, "amsgrad": True, "weight_decay": 0.1, "betas": [0.8, 0.9]}),
    ("RMSprop", {"lr": 0.01}),
    ("RMSprop", {"lr": 0.01, "alpha": 0.9, "momentum": 0.7, "weight_decay": 0.01}),
    ("RMSprop", {"lr": 0.01, "alpha": 0.9, "centered": True}),
    ("RMSprop", {"lr": 0.005, "alpha": 0.95, "centered": True, "momentum": 0.5, "eps": 1e-5}),
    ("Adagrad", {"lr": 0.1}),
    ("Adagrad", {"lr": 0.1, "lr_decay": 0.05, "weight_decay": 0.01, "initial_accumulator_value": 0.1}),
    ("Adadelta", {"lr": 1.0}),
    ("Adadelta", {"lr": 2.0, "rho": 0.8, "eps": 1e-4, "weight_decay": 0.02}),
    ("NAdam", {"lr": 0.01}),
    ("NAdam", {"lr": 0.02, "betas": [0.8, 0.95], "momentum_decay": 0.01, "weight_decay": 0.05}),
    ("RAdam", {"lr": 0.02}),
    ("RAdam", {"lr": 0.02, "betas": [0.8, 0.95], "weight_decay": 0.05}),
]
CLIPPED = [
    ("SGD", {"lr": 0.2}, 0.05),
    ("Adam", {"lr": 0.02, "amsgrad": True}, 0.05),
    ("AdamW", {"lr": 0.02}, 0.05),
]


class NAdam(torch.optim.Optimizer):
    """NAdam as PyTorch computes it from version 2.0 on, and as its page has always described it.

    Versions before multiplied the product of all momenta once too often by the newest one; single steps differ by less than 1e-3.
    """

    def __init__(self, parameters, lr=2e-3, betas=(0.9, 0.999), eps=1e-8, weight_decay=0, momentum_decay=4e-3):
        super().__init__(parameters, dict(lr=lr, betas=betas, eps=eps, weight_decay=weight_decay, momentum_decay=momentum_decay))

    @torch.no_grad()
    def step(self, closure=None):
        for group in self.param_groups:
            for parameter in group["params"]:
                self.update(parameter, self.state[parameter], **{k: v for k, v in group.items() if k in self.defaults})

    def update(self, parameter, state, lr, betas, eps, weight_decay, momentum_decay):
        mean = state.setdefault("exp_avg", torch.zeros_like(parameter))
        square = state.setdefault("exp_avg_sq", torch.zeros_like(parameter))
        step = state["step"] = state.get("step", 0) + 1
        gradient = parameter.grad + weight_decay * parameter
        momentum, following = (betas[0] * (1 - 0.5 * 0.96 ** (t * momentum_decay)) for t in (step, step + 1))
        product = state["mu_product"] = state.get("mu_product", 1.0) * momentum
        mean.mul_(betas[0]).add_(gradient, alpha=1 - betas[0])
        square.mul_(betas[1]).addcmul_(gradient, gradient, value=1 - betas[1])
        denominator = (square / (1 - betas[1] ** step)).sqrt() + eps
        parameter.addcdiv_(gradient, denominator, value=-lr * (1 - momentum) / (1 - product))
        parameter.addcdiv_(mean, denominator, value=-lr * following / (1 - product * following))


def optimizers():
    generator = torch.Generator().manual_seed(1)
    x, y, weight, bias = exact(generator, 5, 3), exact(generator, 5, 2), exact(generator, 3, 2), exact(generator, 2)
    cases = []
    for kind, options, clip in [(k, o, 0) for k, o in OPTIMIZERS] + CLIPPED:
        parameters = [weight.clone().requires_grad_(), bias.clone().requires_grad_()]
        arguments = {k: tuple(v) if isinstance(v, list) else v for k, v in options.items()}
        optimizer = (NAdam if kind == "NAdam" else getattr(torch.optim, kind))(parameters, **arguments)
        steps = []
        for _ in range(STEPS):
            optimizer.zero_grad(set_to_none=True)
            (torch.tanh(x @ parameters[0] + parameters[1]) - y).square().mean().backward()
            if clip:
                torch.nn.utils.clip_grad_norm_(parameters, clip)
            optimizer.step()
            steps.append(short(torch.cat([p.reshape(-1) for p in parameters])))
        cases.append({"kind": kind, "options": options, "clip": clip, "steps": steps})
    write("optimizers.json", {"x": short(x), "y": short(y), "weight": short(weight), "bias": short(bias), "cases": cases})


# ---------------------------------------------------------------- schedules

PER_EPOCH = 5
EPOCHS = STEPS // PER_EPOCH


def warmup(options, total):
    start, rise = options.get("start_factor", 1 / 3), options.get("total_iters", 100)
    decay, floor = options.get("decay", "none"), options.get("eta_min", 0.0)

    def build(optimizer):
        scheduler = torch.optim.lr_scheduler
        first = scheduler.LinearLR(optimizer, start_factor=start, total_iters=rise)
        if decay == "none":
            return first
        base = optimizer.defaults["lr"]
        rest = total - rise
        second = (scheduler.CosineAnnealingLR(optimizer, rest, floor) if decay == "cosine"
                  else scheduler.LinearLR(optimizer, 1.0, floor / base, rest))
        return scheduler.SequentialLR(optimizer, [first, second], [rise])
    return build


def plain(name, options, **more):
    arguments = {k: v for k, v in options.items() if k not in ("per", "monitor")}
    return lambda optimizer: getattr(torch.optim.lr_scheduler, name)(optimizer, **arguments, **more)


SCHEDULES = [
    ("ConstantLR", {"factor": 0.25, "total_iters": 3}),
    ("ConstantLR", {"total_iters": 17, "per": "step"}),
    ("StepLR", {"step_size": 3, "gamma": 0.5}),
    ("StepLR", {"step_size": 8, "per": "step"}),
    ("ExponentialLR", {"gamma": 0.8}),
    ("ExponentialLR", {"gamma": 0.95, "per": "step"}),
    ("CosineAnnealingLR", {"eta_min": 0.01}),
    ("CosineAnnealingLR", {"T_max": 7}),
    ("CosineAnnealingLR", {"T_max": 20, "per": "step", "eta_min": 0.005}),
    ("OneCycleLR", {}),
    ("OneCycleLR", {"max_lr": 0.4, "pct_start": 0.25, "div_factor": 10.0, "final_div_factor": 100.0}),
    ("OneCycleLR", {"max_lr": 0.4, "anneal_strategy": "linear"}),
    ("OneCycleLR", {"max_lr": 0.4, "three_phase": True, "base_momentum": 0.8, "max_momentum": 0.9}),
    ("OneCycleLR", {"max_lr": 0.4, "cycle_momentum": False, "per": "epoch"}),
    ("LinearWarmup", {"total_iters": 10}),
    ("LinearWarmup", {"total_iters": 4, "start_factor": 0.1, "per": "epoch"}),
    ("LinearWarmup", {"total_iters": 12, "start_factor": 0.01, "decay": "cosine", "eta_min": 0.002}),
    ("LinearWarmup", {"total_iters": 12, "decay": "linear", "eta_min": 0.01}),
    ("LinearWarmup", {"total_iters": 3, "decay": "linear", "per": "epoch"}),
]
PLATEAUS = [
    {"factor": 0.5, "patience": 2},
    {"factor": 0.3, "patience": 1, "cooldown": 2, "min_lr": 0.004},
    {"factor": 0.5, "patience": 2, "mode": "max", "threshold": 0.05},
    {"factor": 0.5, "patience": 1, "threshold": 0.02, "threshold_mode": "abs"},
    {"factor": 0.5, "patience": 1, "threshold": 0.02, "threshold_mode": "abs", "mode": "max"},
    {"factor": 0.5, "patience": 0, "eps": 0.01},
]


def build(kind, options, total):
    if kind == "LinearWarmup":
        return warmup(options, total)
    if kind == "OneCycleLR":
        options = {"max_lr": 0.1, **options}
        return plain(kind, options, total_steps=total)
    if kind == "CosineAnnealingLR":
        return plain(kind, {"T_max": total, **options})
    return plain(kind, options)


def follow(kind, options, lr, momentum):
    default = "step" if kind in ("OneCycleLR", "LinearWarmup") else "epoch"
    per_step = options.get("per", default) == "step"
    optimizer = torch.optim.SGD([nn.Parameter(torch.zeros(1))], lr=lr, momentum=momentum)
    scheduler = build(kind, options, STEPS if per_step else EPOCHS)(optimizer)
    rates, momenta = [], []
    for step in range(STEPS):
        rates.append(optimizer.param_groups[0]["lr"])
        momenta.append(optimizer.param_groups[0]["momentum"])
        optimizer.step()
        if step + 1 < STEPS and (per_step or (step + 1) % PER_EPOCH == 0):
            scheduler.step()
    return rates, momenta


def plateau(options, lr, watched):
    optimizer = torch.optim.SGD([nn.Parameter(torch.zeros(1))], lr=lr)
    scheduler = torch.optim.lr_scheduler.ReduceLROnPlateau(optimizer, **options)
    rates = []
    for value in watched:
        rates.append(optimizer.param_groups[0]["lr"])
        scheduler.step(value)
    return rates


def schedules():
    lr, momentum, cases = 0.1, 0.9, []
    for kind, options in SCHEDULES:
        rates, momenta = follow(kind, options, lr, momentum)
        cases.append({"kind": kind, "options": options, "rates": short(rates), "momenta": short(momenta)})
    watched = [1 + 0.9 * math.cos(0.31 * i) / (1 + 0.1 * i) for i in range(STEPS)]
    watched = short(watched)
    plateaus = [{"kind": "ReduceLROnPlateau", "options": o, "rates": short(plateau(o, lr, watched))} for o in PLATEAUS]
    write("schedules.json", {
        "lr": lr, "momentum": momentum, "stepsPerEpoch": PER_EPOCH, "epochs": EPOCHS, "watched": watched, "cases": cases + plateaus})


# ---------------------------------------------------------------- losses

def signs(target):
    return (target > 0).double() * 2 - 1


LOSSES = [
    ("MSELoss", {}, "same", lambda o: nn.MSELoss()),
    ("MSELoss", {"reduction": "sum"}, "same", lambda o: nn.MSELoss(reduction="sum")),
    ("L1Loss", {}, "same", lambda o: nn.L1Loss()),
    ("HuberLoss", {"delta": 0.3}, "same", lambda o: nn.HuberLoss(**o)),
    ("SmoothL1Loss", {"beta": 0.4}, "same", lambda o: nn.SmoothL1Loss(**o)),
    ("BCEWithLogitsLoss", {}, "yes", lambda o: nn.BCEWithLogitsLoss()),
    ("BCEWithLogitsLoss", {"pos_weight": [3.0]}, "yes", lambda o: nn.BCEWithLogitsLoss(pos_weight=torch.tensor(o["pos_weight"]).double())),
    ("CrossEntropyLoss", {}, "class", lambda o: nn.CrossEntropyLoss()),
    ("CrossEntropyLoss", {"weight": [0.5, 2.0, 1.0], "label_smoothing": 0.1}, "class",
     lambda o: nn.CrossEntropyLoss(weight=torch.tensor(o["weight"]).double(), label_smoothing=0.1)),
    ("CrossEntropyLoss", {"ignore_index": 1}, "class", lambda o: nn.CrossEntropyLoss(ignore_index=1)),
    ("CrossEntropyLoss", {}, "probability", lambda o: nn.CrossEntropyLoss()),
    ("NLLLoss", {"weight": [0.5, 2.0, 1.0]}, "class",
     lambda o: lambda x, t: nn.NLLLoss(weight=torch.tensor(o["weight"]).double())(x, t)),
    ("NLLLoss", {"ignore_index": 2}, "class", lambda o: nn.NLLLoss(**o)),
    ("KLDivLoss", {"reduction": "batchmean"}, "probability", lambda o: nn.KLDivLoss(**o)),
    ("KLDivLoss", {"log_target": True}, "log", lambda o: nn.KLDivLoss(**o)),
    ("GaussianKLLoss", {}, "same", lambda o: lambda m, v: (-0.5 * (1 + v - m.square() - v.exp()).sum(1)).mean()),
    ("CosineEmbeddingLoss", {"margin": 0.1}, "pairs", lambda o: nn.CosineEmbeddingLoss(**o)),
    ("HingeLoss", {}, "yes", lambda o: lambda x, t: (1 - signs(t) * x).relu().mean()),
    ("HingeLoss", {"margin": 0.5, "reduction": "sum"}, "yes", lambda o: lambda x, t: (0.5 - signs(t) * x).relu().sum()),
    ("MultiMarginLoss", {"p": 2, "margin": 0.7}, "class", lambda o: nn.MultiMarginLoss(**o)),
    ("MultiMarginLoss", {"weight": [0.5, 2.0, 1.0]}, "class", lambda o: nn.MultiMarginLoss(weight=torch.tensor(o["weight"]).double())),
]
RATE = 0.1


def targets(kind, generator):
    if kind == "class":
        return [torch.tensor([0, 1, 2, 1, 2, 0])]
    if kind == "yes":
        return [(exact(generator, 6, 3) > 0).double()]
    if kind in ("probability", "log"):
        p = torch.tensor([[0.5, 0.25, 0.25], [0.125, 0.75, 0.125], [0.25, 0.25, 0.5]] * 2).double()
        return [p.log() if kind == "log" else p]
    if kind == "pairs":
        return [exact(generator, 6, 3), torch.tensor([1.0, 0, 1, 0, 0, 1]).double()]
    return [exact(generator, 6, 3)]


def losses():
    generator = torch.Generator().manual_seed(2)
    x, weight = exact(generator, 6, 4), exact(generator, 4, 3)
    cases = []
    for kind, options, shape, make in LOSSES:
        goal, loss = targets(shape, generator), make(options)
        parameter = weight.clone().requires_grad_()
        values, steps = [], []
        for _ in range(STEPS):
            output = x @ parameter
            output = output.log_softmax(1) if kind in ("NLLLoss", "KLDivLoss") else output
            arguments = [goal[0], signs(goal[1])] if shape == "pairs" else goal
            value = loss(output, *arguments)
            parameter.grad = None
            value.backward()
            with torch.no_grad():
                parameter -= RATE * parameter.grad
            values.append(float(f"{value.item():.10g}"))
            steps.append(short(parameter))
        cases.append({
            "kind": kind, "options": options, "targets": [{"shape": list(t.shape), "whole": not t.is_floating_point(), "values": short(t)} for t in goal],
            "losses": values, "steps": steps[9::10]})
    write("losses.json", {"x": short(x), "weight": short(weight), "rate": RATE, "cases": cases})


if __name__ == "__main__":
    torch.set_num_threads(1)
    optimizers()
    schedules()
    losses()
