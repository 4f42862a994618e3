"""Attention and positions."""
import torch
from torch import nn

from layers import case, numbers, values


def attention(inputs, **settings):
    """One case; an open key is the query, an open value the key. `causal` is a parameter of the block alone."""
    causal = settings.pop("causal", False)
    inputs = inputs + [None] * (4 - len(inputs))
    embed = inputs[0]["shape"][2]
    key = (inputs[1] or inputs[0])["shape"][2]
    value = inputs[2]["shape"][2] if inputs[2] else key

    class Layer(nn.MultiheadAttention):
        def forward(self, query, key=None, value=None, padding=None):
            key = query if key is None else key
            value = key if value is None else value
            future = torch.ones(query.shape[1], key.shape[1], dtype=torch.bool).triu(1) if causal else None
            padding = None if padding is None else padding > 0
            return super().forward(query, key, value, key_padding_mask=padding, need_weights=False, attn_mask=future)[0]

    case("MultiheadAttention", inputs, lambda: Layer(embed, kdim=key, vdim=value, batch_first=True, **settings),
         {**settings, **({"causal": True} if causal else {})})


class LearnedPositions(nn.Module):
    def __init__(self, longest, features):
        super().__init__()
        self.weight = nn.Parameter(torch.zeros(longest, features))

    def forward(self, x):
        return x + self.weight[:x.shape[1]]


def waves(x):
    """The formula of the paper, written out."""
    steps, features = x.shape[1:]
    table = torch.tensor([[
        torch.tensor(t / 10000 ** ((f - f % 2) / features), dtype=torch.float64).sin() if f % 2 == 0
        else torch.tensor(t / 10000 ** ((f - 1) / features), dtype=torch.float64).cos()
        for f in range(features)] for t in range(steps)], dtype=torch.float64)
    return x + table


attention([values(2, 3, 4)], num_heads=2)
attention([values(2, 4, 6)], num_heads=3, causal=True)
attention([values(2, 3, 4), values(2, 5, 4)], num_heads=2, bias=False)
attention([values(2, 3, 4), values(2, 7, 3), values(2, 7, 2), numbers(2, 2, 7)], num_heads=2)
attention([values(2, 7, 4), None, None, numbers(2, 2, 7)], num_heads=1)

case("PositionalEmbedding", [values(2, 3, 4)], lambda: LearnedPositions(5, 4), {"max_length": 5})
case("SinusoidalEncoding", [values(2, 7, 6)], lambda: waves)
case("SinusoidalEncoding", [values(1, 3, 5)], lambda: waves)
case("PaddingMask", [numbers(3, 4, 6)], lambda: lambda x: (x == 0).double())
case("PaddingMask", [numbers(4, 2, 6)], lambda: lambda x: (x == 3).double(), {"padding_idx": 3})
