"""Arithmetic, merging and reductions."""
import torch

from layers import case, values

for kind, function in (("Add", torch.add), ("Subtract", torch.sub), ("Multiply", torch.mul)):
    case(kind, [values(3, 4), values(3, 4)], lambda function=function: function)
    case(kind, [values(2, 3, 4, 2), values(2, 3, 1, 1)], lambda function=function: function)
    case(kind, [values(), values()], lambda function=function: function)

case("MatMul", [values(2, 3, 4), values(2, 4, 5)], lambda: torch.matmul)
case("MatMul", [values(2, 3, 2, 4), values(4, 5)], lambda: torch.matmul)

case("Square", [values(3, 4)], lambda: torch.square)
case("Abs", [values(3, 4)], lambda: torch.abs)
case("Exp", [values(3, 4)], lambda: torch.exp)
case("Log", [values(3, 4, low=0.125)], lambda: torch.log)
case("Scale", [values(3, 4)], lambda: lambda x: x * -0.5 + 3, {"factor": -0.5, "offset": 3.0})
case("Clamp", [values(3, 4)], lambda: lambda x: x.clamp(-0.75, 1.25), {"min": -0.75, "max": 1.25})

for kind, function in (("Mean", torch.mean), ("Sum", torch.sum), ("Max", torch.amax)):
    case(kind, [values(2, 3, 4)], lambda function=function: lambda x: function(x, (1, 2)))
    case(kind, [values(2, 3, 4)], lambda function=function: lambda x: function(x, 1), {"dim": [1]})
    case(kind, [values(2, 3, 4, 2)], lambda function=function: lambda x: function(x, (1, 3), keepdim=True), {"dim": [-1, 1], "keepdim": True})
    case(kind, [values(3, 4)], lambda function=function: lambda x: function(x, (0, 1)), {"dim": [0, 1]})

case("Concatenate", [[values(3, 2), values(3, 4), values(3, 1)]], lambda: lambda xs: torch.cat(xs, 1))
case("Concatenate", [[values(2, 3, 2), values(2, 3, 1)]], lambda: lambda xs: torch.cat(xs, -1), {"dim": -1})
case("Reparameterize", [values(3, 4), values(3, 4)], lambda: lambda mean, log_variance: mean * 1)
