"""Pooling."""
from torch import nn

from layers import case, values


def both(kind, shape, **settings):
    """One case with the same settings for PyTorch and for the block."""
    case(kind, [values(*shape)], lambda: getattr(nn, kind)(**settings), settings)


both("MaxPool1d", (2, 3, 9), kernel_size=2)
both("MaxPool1d", (2, 2, 10), kernel_size=3, stride=2, padding=1, dilation=2, ceil_mode=True)
both("MaxPool2d", (2, 2, 6, 7), kernel_size=2)
both("MaxPool2d", (2, 2, 7, 6), kernel_size=[3, 2], stride=[2, 3], padding=[1, 1], dilation=[2, 1], ceil_mode=True)
both("AvgPool1d", (2, 3, 9), kernel_size=2)
both("AvgPool1d", (2, 2, 10), kernel_size=3, stride=2, padding=1, ceil_mode=True, count_include_pad=False)
both("AvgPool2d", (2, 2, 6, 7), kernel_size=2)
both("AvgPool2d", (2, 2, 7, 6), kernel_size=[3, 2], stride=[2, 3], padding=[1, 0], ceil_mode=True, count_include_pad=False)
both("AdaptiveAvgPool1d", (2, 3, 9), output_size=4)
both("AdaptiveAvgPool2d", (2, 3, 5, 7), output_size=1)
both("AdaptiveAvgPool2d", (2, 2, 5, 7), output_size=[2, 3])
