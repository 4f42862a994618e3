"""Fully connected layers and embeddings."""
from torch import nn

from layers import case, numbers, values

case("Linear", [values(3, 4)], lambda: nn.Linear(4, 5), {"out_features": 5})
case("Linear", [values(2, 3, 4)], lambda: nn.Linear(4, 2, bias=False), {"out_features": 2, "bias": False})

case("Embedding", [numbers(6, 2, 5)], lambda: nn.Embedding(6, 3), {"embedding_dim": 3})
case("Embedding", [numbers(5, 7)], lambda: nn.Embedding(8, 4, padding_idx=0), {"num_embeddings": 8, "embedding_dim": 4, "padding_idx": 0})

case("EmbeddingBag", [numbers(6, 2, 5)], lambda: nn.EmbeddingBag(6, 3), {"embedding_dim": 3})
case("EmbeddingBag", [numbers(3, 4, 6)], lambda: nn.EmbeddingBag(5, 4, padding_idx=0), {"num_embeddings": 5, "embedding_dim": 4, "padding_idx": 0})
