"""Losses."""
import torch
from torch import nn
from torch.nn import functional as F

from layers import case, numbers, values


def both(kind, first, second, **settings):
    """One case with the same settings for PyTorch and for the block; lists of weights become tensors."""
    build = {k: torch.tensor(v, dtype=torch.float64) if isinstance(v, list) else v for k, v in settings.items()}
    case(kind, [first, second], lambda: getattr(nn, kind)(**build), settings)


for name in ("MSELoss", "L1Loss", "SmoothL1Loss", "HuberLoss"):
    both(name, values(4, 3), values(4, 3))
    both(name, values(2, 3, 2), values(2, 3, 2), reduction="sum")
both("SmoothL1Loss", values(5, 2), values(5, 2), beta=0.25)
both("HuberLoss", values(5, 2), values(5, 2), delta=0.5)

both("BCEWithLogitsLoss", values(5, 1), values(5, 1, low=0, high=1))
both("BCEWithLogitsLoss", values(4, 3), values(4, 3, low=0, high=1), pos_weight=[3.0], reduction="sum")
both("BCEWithLogitsLoss", values(4, 3), values(4, 3, low=0, high=1), pos_weight=[3.0, 1.0, 0.5])

both("CrossEntropyLoss", values(5, 4), numbers(4, 5))
both("CrossEntropyLoss", values(5, 4), numbers(4, 5), weight=[1.0, 2.0, 0.5, 1.0], label_smoothing=0.2)
both("CrossEntropyLoss", values(2, 4, 3, 2), numbers(4, 2, 3, 2), ignore_index=1, reduction="sum")
both("CrossEntropyLoss", values(5, 4), values(5, 4, low=0, high=1))
case("CrossEntropyLoss", [values(2, 5, 3), numbers(3, 2, 5)],
     lambda: lambda x, t: F.cross_entropy(x.reshape(-1, 3), t.reshape(-1), ignore_index=0), {"dim": -1, "ignore_index": 0})
case("CrossEntropyLoss", [values(2, 4, 3), values(2, 4, 3, low=0, high=1)],
     lambda: lambda x, t: F.cross_entropy(x.reshape(-1, 3), t.reshape(-1, 3)), {"dim": -1})

both("NLLLoss", values(5, 4), numbers(4, 5))
both("NLLLoss", values(2, 4, 3), numbers(4, 2, 3), weight=[1.0, 2.0, 0.5, 1.0], ignore_index=2)
case("NLLLoss", [values(2, 5, 3), numbers(3, 2, 5)],
     lambda: lambda x, t: F.nll_loss(x.reshape(-1, 3), t.reshape(-1), reduction="sum"), {"dim": -1, "reduction": "sum"})

both("MultiMarginLoss", values(5, 4), numbers(4, 5))
both("MultiMarginLoss", values(5, 3), numbers(3, 5), p=2, margin=0.5, weight=[1.0, 2.0, 0.5], reduction="sum")

for reduction in ("mean", "batchmean", "sum"):
    both("KLDivLoss", values(4, 3), values(4, 3, low=0.125, high=1), reduction=reduction)
both("KLDivLoss", values(4, 3), values(4, 3), log_target=True)

for reduction in ("mean", "sum"):
    case("GaussianKLLoss", [values(4, 3), values(4, 3)], lambda reduction=reduction: lambda mean, log_variance: getattr(
        torch.distributions.kl_divergence(
            torch.distributions.Normal(mean, (log_variance / 2).exp()), torch.distributions.Normal(torch.zeros_like(mean), 1.0)).sum(1),
        reduction)(), {"reduction": reduction})


def signs(target):
    """PyTorch wants −1 and 1 where the block takes 0 and 1."""
    return torch.where(target.reshape(-1) > 0, 1.0, -1.0)


case("CosineEmbeddingLoss", [values(4, 3), values(4, 3), None], lambda: lambda x, y, _: F.cosine_embedding_loss(x, y, torch.ones(4)))
case("CosineEmbeddingLoss", [values(6, 3), values(6, 3), numbers(2, 6)],
     lambda: lambda x, y, t: F.cosine_embedding_loss(x, y, signs(t), margin=0.25), {"margin": 0.25})
case("CosineEmbeddingLoss", [values(4, 2, 3), values(4, 2, 3), values(4, 1)],
     lambda: lambda x, y, t: F.cosine_embedding_loss(x.flatten(1), y.flatten(1), signs(t), reduction="sum"), {"reduction": "sum"})

case("HingeLoss", [values(6, 1), values(6, 1)], lambda: lambda x, t: F.relu(1 - torch.where(t > 0, 1.0, -1.0) * x).mean())
case("HingeLoss", [values(3, 4), values(3, 4)], lambda: lambda x, t: F.relu(0.5 - torch.where(t > 0, 1.0, -1.0) * x).sum(),
     {"margin": 0.5, "reduction": "sum"})
