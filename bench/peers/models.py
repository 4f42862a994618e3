"""The networks of the benchmark's documents as PyTorch programs. Attributes have the names of the documents' blocks."""
import math

import torch
from torch import nn
from torch.nn import functional as F


class SmallMlp(nn.Module):
    def __init__(self):
        super().__init__()
        self.hidden1, self.hidden2, self.arm = nn.Linear(2, 16), nn.Linear(16, 16), nn.Linear(16, 2)

    def forward(self, x):
        return self.arm(F.relu(self.hidden2(F.relu(self.hidden1(x)))))


class DigitsMlp(nn.Module):
    def __init__(self):
        super().__init__()
        self.hidden, self.digit = nn.Linear(784, 128), nn.Linear(128, 10)

    def forward(self, x):
        return self.digit(F.relu(self.hidden(x.flatten(1))))


class DigitsCnn(nn.Module):
    def __init__(self):
        super().__init__()
        self.convolution, self.hidden, self.digit = nn.Conv2d(1, 32, 3), nn.Linear(5408, 64), nn.Linear(64, 10)

    def forward(self, x):
        x = F.max_pool2d(F.relu(self.convolution(x)), 2)
        return self.digit(F.relu(self.hidden(x.flatten(1))))


class Lstm(nn.Module):
    def __init__(self):
        super().__init__()
        self.lstm, self.linear = nn.LSTM(8, 64, batch_first=True), nn.Linear(64, 1)

    def forward(self, x):
        _, (state, _) = self.lstm(x)
        return self.linear(state[-1])


class Positions(nn.Module):
    def __init__(self, length, width):
        super().__init__()
        self.weight = nn.Parameter(torch.empty(length, width))

    def forward(self, x):
        return x + self.weight[: x.size(1)]


class Attention(nn.Module):
    """Causal self-attention with one product for query, key and value, and one that scales, masks and multiplies."""

    def __init__(self, width, heads, length):
        super().__init__()
        self.heads = heads
        self.in_proj_weight = nn.Parameter(torch.empty(3 * width, width))
        self.out_proj = nn.Linear(width, width, bias=False)
        self.register_buffer("future", torch.full((length, length), -math.inf).triu(1), persistent=False)

    def forward(self, x):
        count, length, width = x.shape
        parts = F.linear(x, self.in_proj_weight).chunk(3, -1)
        q, k, v = (part.view(count, length, self.heads, -1).transpose(1, 2).reshape(count * self.heads, length, -1) for part in parts)
        scores = torch.baddbmm(self.future, q, k.transpose(1, 2), alpha=1 / math.sqrt(width // self.heads))
        mixed = torch.bmm(scores.softmax(-1), v)
        return self.out_proj(mixed.view(count, self.heads, length, -1).transpose(1, 2).reshape(count, length, width))


class TransformerLayer(nn.Module):
    def __init__(self, width, heads, length):
        super().__init__()
        self.norm1, self.attention = nn.LayerNorm(width), Attention(width, heads, length)
        self.norm2, self.widen, self.narrow = nn.LayerNorm(width), nn.Linear(width, 4 * width), nn.Linear(4 * width, width)

    def forward(self, x):
        x = x + self.attention(self.norm1(x))
        return x + self.narrow(F.gelu(self.widen(self.norm2(x))))


class Gpt(nn.Module):
    def __init__(self, tokens=77, width=128, heads=4, length=64, layers=4):
        super().__init__()
        self.embedding, self.positions = nn.Embedding(tokens, width), Positions(length, width)
        self.layers = nn.ModuleList(TransformerLayer(width, heads, length) for _ in range(layers))
        self.norm, self.character = nn.LayerNorm(width), nn.Linear(width, tokens)

    def forward(self, x):
        x = self.positions(self.embedding(x))
        for layer in self.layers:
            x = layer(x)
        return self.character(self.norm(x))


def cross_entropy_of_each_token(scores, targets):
    return F.cross_entropy(scores.view(-1, scores.size(-1)), targets.view(-1))


# For each document: the network and its loss.
MODELS = {
    "mlp-small": (SmallMlp, F.cross_entropy),
    "mlp-digits": (DigitsMlp, F.cross_entropy),
    "digits-cnn": (DigitsCnn, F.cross_entropy),
    "lstm": (Lstm, F.mse_loss),
    "gpt": (Gpt, cross_entropy_of_each_token),
}
