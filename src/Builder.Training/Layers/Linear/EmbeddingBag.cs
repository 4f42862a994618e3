using Builder.Graph.Shapes;
using Builder.Training.Onnx;
using Kind = Builder.Graph.Catalog.Kinds.Embedding;
using static TorchSharp.torch;

namespace Builder.Training.Layers;

/// <summary>
/// The mean of the rows that a list of numbers names, without those of padding_idx; zeros where there is nothing else.
/// https://pytorch.org/docs/stable/generated/torch.nn.EmbeddingBag.html
/// </summary>
public sealed class EmbeddingBag : UnaryLayer
{
    private readonly TorchSharp.Modules.Embedding _table;
    private readonly long? _padding;

    /// <summary>Weights [num_embeddings, embedding_dim], standard normal, the row of padding_idx zero.</summary>
    public EmbeddingBag(LayerContext context)
    {
        _padding = context.Block.Has("padding_idx") ? context.Block.Int("padding_idx") : null;
        _table = Module(nn.Embedding(Kind.Entries(context.Block)!.Value, context.Block.Int("embedding_dim"), _padding, device: context.Device, dtype: context.DType));
    }

    /// <inheritdoc/>
    public override Tensor Forward(Tensor input, ForwardContext pass)
    {
        var rows = _table.forward(input);
        if (_padding is not { } padding)
        {
            return rows.mean([1]);
        }

        var counts = input.ne(padding).to(rows.dtype).unsqueeze(-1);
        return (rows * counts).sum(1) / counts.sum(1).clamp_min(1);
    }

    /// <inheritdoc/>
    public override string ToOnnx(OnnxValue input, TensorType output, OnnxGraph graph)
    {
        var rows = graph.Op("Gather", [graph.Weight("weight", _table.weight!), input.Name]);
        if (_padding is not { } padding)
        {
            return graph.Op("ReduceMean", [rows], ("axes", (long[])[1]), ("keepdims", 0L));
        }

        var counted = graph.Cast(graph.Op("Not", [graph.Op("Equal", [input.Name, graph.Integer(padding)])]), OnnxElement.Float);
        counted = graph.Op("Unsqueeze", [counted, graph.Integers(-1)]);
        var steps = graph.Integers(1);
        var sum = graph.Op("ReduceSum", [graph.Op("Mul", [rows, counted]), steps], ("keepdims", 0L));
        return graph.Op("Div", [sum, graph.Op("Max", [graph.Op("ReduceSum", [counted, steps], ("keepdims", 0L)), graph.Float(1)])]);
    }
}
