"""Convolutions."""
from torch import nn

from layers import case, values


def both(kind, shape, outputs, kernel, **settings):
    """One case with the same settings for PyTorch and for the block."""
    build = getattr(nn, kind)
    case(kind, [values(*shape)], lambda: build(shape[1], outputs, kernel, **settings),
         {"out_channels": outputs, "kernel_size": kernel, **settings})


both("Conv1d", (2, 3, 9), 4, 3)
both("Conv1d", (2, 4, 10), 6, 2, stride=2, padding=1, dilation=2, groups=2, bias=False)
both("Conv2d", (2, 2, 6, 5), 3, 3, padding=1)
both("Conv2d", (2, 4, 7, 6), 4, [3, 2], stride=[2, 1], padding=[2, 0], dilation=[1, 2], groups=4)
both("Conv2d", (1, 3, 5, 5), 2, 1, bias=False)
both("ConvTranspose1d", (2, 3, 5), 4, 3)
both("ConvTranspose1d", (2, 4, 4), 6, 3, stride=3, padding=1, output_padding=2, groups=2)
both("ConvTranspose2d", (2, 3, 3, 4), 2, 4, stride=2, padding=1)
both("ConvTranspose2d", (1, 4, 3, 3), 4, [2, 3], stride=[2, 3], output_padding=[1, 2], dilation=[2, 1], groups=2, bias=False)
