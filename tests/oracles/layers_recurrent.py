"""Recurrent layers."""
import torch
from torch import nn

from layers import case, values


def both(kind, shape, output, **settings):
    """One case; `output` is a parameter of the block alone."""
    base = getattr(nn, kind)

    class Layer(base):
        def forward(self, x):
            every, state = super().forward(x)
            last = (state[0] if isinstance(state, tuple) else state)
            last = torch.cat([last[-2], last[-1]], 1) if self.bidirectional else last[-1]
            return every if output == "all" else last

    case(kind, [values(*shape)], lambda: Layer(shape[2], batch_first=True, **settings), {"output": output, **settings})


for name in ("RNN", "LSTM", "GRU"):
    both(name, (2, 4, 3), "last", hidden_size=3)
    both(name, (2, 4, 3), "all", hidden_size=2, num_layers=2, bidirectional=True)
    both(name, (3, 3, 2), "last", hidden_size=2, num_layers=2, bidirectional=True, bias=False)
both("RNN", (2, 3, 2), "all", hidden_size=3, nonlinearity="relu")
