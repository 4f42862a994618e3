"""Layers that rearrange values."""
from torch import nn
from torch.nn import functional as F

from layers import case, values

case("Flatten", [values(2, 3, 2, 2)], lambda: nn.Flatten())
case("Flatten", [values(2, 3, 2, 2)], lambda: nn.Flatten(2, 3), {"start_dim": 2, "end_dim": 3})
case("Unflatten", [values(2, 6, 2)], lambda: nn.Unflatten(1, (2, 3)), {"unflattened_size": [2, 3]})
case("Reshape", [values(2, 12)], lambda: lambda x: x.reshape(len(x), 3, 2, 2), {"shape": [3, -1, 2]})
case("Permute", [values(2, 3, 4)], lambda: lambda x: x.permute(0, 2, 1))
case("Permute", [values(2, 3, 4, 2)], lambda: lambda x: x.permute(0, 2, 3, 1), {"dims": [0, 2, 3, 1]})
case("Select", [values(2, 4, 3)], lambda: lambda x: x.select(1, -1))
case("Select", [values(2, 4, 3)], lambda: lambda x: x.select(2, 0), {"dim": 2, "index": 0})


def upsample(shape, **settings):
    """One case with the same settings for PyTorch and for the block."""
    case("Upsample", [values(*shape)], lambda: nn.Upsample(**settings), settings)


upsample((2, 2, 4), scale_factor=2.0)
upsample((2, 2, 4), scale_factor=1.5, mode="linear")
upsample((2, 2, 5), size=8, mode="linear", align_corners=True)
upsample((1, 2, 3, 4), scale_factor=2.0)
upsample((1, 2, 3, 4), scale_factor=2.7, mode="bilinear")
upsample((1, 2, 3, 4), size=[5, 3], mode="bilinear", align_corners=True)
upsample((1, 1, 4, 4), scale_factor=2.0, mode="bicubic")


def pad(shape, widths, **settings):
    """One case with the same settings for PyTorch and for the block."""
    case("Pad", [values(*shape)], lambda: lambda x: F.pad(x, widths, **settings), {"pad": widths, **settings})


pad((2, 3, 4), [1, 2, -1, 0], value=1.5)
pad((2, 2, 5), [2, 1], mode="reflect")
pad((2, 2, 3, 4), [1, 2, 0, 1], mode="replicate")
pad((2, 2, 3, 4), [2, 1, 1, 2], mode="circular")
