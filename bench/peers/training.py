"""Trains one network with eager PyTorch in turns, as told over standard input: the peer of a training benchmark.

usage: training.py SETTINGS    where SETTINGS is JSON: case, start (file with weights, data and orders), device, threads,
                               batchSize, stepsPerEpoch, optimizer, options
Orders, one JSON a line: {"run": STEPS} is answered by {"seconds": S, "processor": S}, {"restart": true} by {"restarted": true},
                         {"save": PATH} by {"saved": PATH}.
"""
import copy
import json
import sys
import time

import torch

import tensor_file
from models import MODELS

TRIAL_SECONDS = 0.5


class Training:
    """A network, its optimizer and its place in the data. Data stay on the device; an epoch's order is applied to all of it at once."""

    def __init__(self, settings, start, foreach):
        network, self.loss = MODELS[settings["case"]]
        self.device = torch.device(settings["device"])
        self.network = network()
        prefix = "weight:"
        self.network.load_state_dict({name[len(prefix):]: copy.deepcopy(tensor) for name, tensor in start.items() if name.startswith(prefix)})
        self.network.to(self.device).train()
        optimizer = getattr(torch.optim, settings["optimizer"])
        self.optimizer = optimizer(self.network.parameters(), foreach=foreach, **settings["options"])
        self.input, self.target, self.orders = (start[name].to(self.device) for name in ("input", "target", "orders"))
        self.size, self.steps_per_epoch = settings["batchSize"], settings["stepsPerEpoch"]
        self.epoch, self.batch, self.batches = -1, self.steps_per_epoch, []

    def begin_epoch(self):
        self.epoch, self.batch = self.epoch + 1, 0
        order = self.orders[self.epoch % len(self.orders)]
        self.batches = list(zip(self.input[order].split(self.size), self.target[order].split(self.size)))

    def run(self, steps):
        began, used = time.perf_counter(), time.process_time()
        for _ in range(steps):
            if self.batch == self.steps_per_epoch:
                self.begin_epoch()
            x, y = self.batches[self.batch]
            self.batch += 1
            self.optimizer.zero_grad(set_to_none=True)
            self.loss(self.network(x), y).backward()
            self.optimizer.step()
        if self.device.type == "cuda":
            torch.cuda.synchronize()
        return {"seconds": time.perf_counter() - began, "processor": time.process_time() - used}


def faster_optimizer(settings, start):
    """Whether foreach=True or False is the faster one here: each is tried in turns, the best turn counts."""
    trials = {foreach: Training(settings, start, foreach) for foreach in (True, False)}
    best = {foreach: float("inf") for foreach in trials}
    ends = time.perf_counter() + TRIAL_SECONDS
    while time.perf_counter() < ends or any(seconds == float("inf") for seconds in best.values()):
        for foreach, trial in trials.items():
            best[foreach] = min(best[foreach], trial.run(3)["processor"])
    return min(best, key=best.get)


def main():
    settings = json.loads(sys.argv[1])
    torch.set_num_threads(settings["threads"])
    torch.manual_seed(0)
    start = tensor_file.read(settings["start"])
    foreach = faster_optimizer(settings, start)
    training = Training(settings, start, foreach)
    answer({"ready": f"PyTorch {torch.__version__}, foreach={foreach}"})
    for line in sys.stdin:
        order = json.loads(line)
        if "run" in order:
            answer(training.run(order["run"]))
        elif "restart" in order:
            training = Training(settings, start, foreach)
            answer({"restarted": True})
        else:
            tensor_file.write(order["save"], training.network.state_dict())
            answer({"saved": order["save"]})


def answer(words):
    print(json.dumps(words), flush=True)


if __name__ == "__main__":
    main()
