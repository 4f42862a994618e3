"""Normalisation."""
import torch
from torch import nn

from layers import case, values


class RMSNorm(nn.Module):
    """Zhang and Sennrich 2019: x / sqrt(mean(x^2) + eps) * weight, over the last dimensions. This PyTorch has no such module."""

    def __init__(self, sizes, eps=None, affine=True):
        super().__init__()
        self.sizes = sizes
        self.eps = eps
        self.weight = nn.Parameter(torch.ones(sizes)) if affine else None

    def forward(self, x):
        dims = tuple(range(-len(self.sizes), 0))
        eps = torch.finfo(x.dtype).eps if self.eps is None else self.eps
        normal = x / torch.sqrt((x * x).mean(dims, keepdim=True) + eps)
        return normal if self.weight is None else normal * self.weight


class LayerNormWithoutBias(nn.Module):
    """LayerNorm(bias=False) of newer PyTorch versions."""

    def __init__(self, size):
        super().__init__()
        self.weight = nn.Parameter(torch.ones(size))

    def forward(self, x):
        return nn.functional.layer_norm(x, self.weight.shape, self.weight)


def channels(kind, shape, training, **settings):
    """One case with the same settings for PyTorch and for the block."""
    case(kind, [values(*shape)], lambda: getattr(nn, kind)(shape[1], **settings), settings, training)


for one in (True, False):
    channels("BatchNorm1d", (5, 3), one)
    channels("BatchNorm1d", (3, 2, 4), one, eps=0.01, momentum=0.3)
    channels("BatchNorm2d", (3, 2, 3, 4), one)
    channels("BatchNorm2d", (2, 3, 2, 3), one, affine=False, track_running_stats=False)
    channels("InstanceNorm1d", (2, 3, 5), one)
    channels("InstanceNorm1d", (2, 2, 4), one, affine=True, track_running_stats=True)
    channels("InstanceNorm2d", (2, 2, 3, 4), one, affine=True, eps=0.1)
    channels("InstanceNorm2d", (2, 3, 3, 2), one, track_running_stats=True, momentum=0.5)

case("GroupNorm", [values(2, 6, 4)], lambda: nn.GroupNorm(3, 6), {"num_groups": 3})
case("GroupNorm", [values(2, 4, 2, 3)], lambda: nn.GroupNorm(2, 4, eps=0.1, affine=False), {"num_groups": 2, "eps": 0.1, "affine": False})
case("LayerNorm", [values(2, 3, 5)], lambda: nn.LayerNorm(5))
case("LayerNorm", [values(2, 3, 4)], lambda: nn.LayerNorm([3, 4], eps=0.1, elementwise_affine=False),
     {"normalized_shape": [3, 4], "eps": 0.1, "elementwise_affine": False})
case("LayerNorm", [values(4, 6)], lambda: LayerNormWithoutBias(6), {"bias": False})
case("RMSNorm", [values(2, 3, 5)], lambda: RMSNorm([5], eps=1e-5), {"eps": 1e-5})
case("RMSNorm", [values(2, 3, 4, low=0.5)], lambda: RMSNorm([3, 4], affine=False), {"normalized_shape": [3, 4], "elementwise_affine": False})
