"""Dropout in use, where it changes nothing."""
from torch import nn

from layers import case, values

case("Dropout", [values(3, 4)], lambda: nn.Dropout(0.5), {"p": 0.5})
case("Dropout2d", [values(2, 3, 2, 2)], lambda: nn.Dropout2d(0.3), {"p": 0.3})
