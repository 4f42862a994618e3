"""Activations, over values on both sides of their kinks."""
from torch import nn

from layers import case, values


def both(kind, shape=(4, 6), low=-8.0, high=8.0, **settings):
    """One case with the same settings for PyTorch and for the block."""
    case(kind, [values(*shape, low=low, high=high)], lambda: getattr(nn, kind)(**settings), settings)


for name in ("ReLU", "ReLU6", "SELU", "SiLU", "Mish", "Sigmoid", "Tanh", "Softsign", "Hardswish", "Hardsigmoid"):
    both(name)
case("LogSigmoid", [values(4, 6, low=-8.0, high=8.0)], lambda: nn.LogSigmoid())
both("LeakyReLU")
both("LeakyReLU", negative_slope=0.2)
both("ELU", alpha=0.5)
both("CELU", alpha=1.5)
both("GELU")
both("GELU", approximate="tanh")
both("Softplus")
both("Softplus", beta=2.0, threshold=5.0)
both("Hardtanh")
both("Hardtanh", min_val=-3.0, max_val=0.5)
both("GLU", (3, 6))
both("GLU", (2, 4, 3), dim=1)
both("Softmax", (3, 5), dim=-1)
both("Softmax", (2, 4, 3), dim=1)
both("LogSoftmax", (3, 5), dim=-1)
both("LogSoftmax", (2, 4, 3), dim=1)
case("PReLU", [values(3, 4)], lambda: nn.PReLU())
case("PReLU", [values(2, 3, 4)], lambda: nn.PReLU(3, init=0.1), {"num_parameters": 3, "init": 0.1})
