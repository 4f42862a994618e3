using Builder.Graph.Shapes;
using Builder.Training.Onnx;
using Kind = Builder.Graph.Catalog.Kinds.Embedding;
using static TorchSharp.torch;

namespace Builder.Training.Layers;

/// <summary>One row of a table for each number. https://pytorch.org/docs/stable/generated/torch.nn.Embedding.html</summary>
public sealed class Embedding : UnaryLayer
{
    private readonly TorchSharp.Modules.Embedding _table;

    /// <summary>Weights [num_embeddings, embedding_dim], standard normal, the row of padding_idx zero.</summary>
    public Embedding(LayerContext context) => _table = Module(nn.Embedding(
        Kind.Entries(context.Block)!.Value,
        context.Block.Int("embedding_dim"),
        context.Block.Has("padding_idx") ? context.Block.Int("padding_idx") : null,
        device: context.Device,
        dtype: context.DType));

    /// <inheritdoc/>
    public override Tensor Forward(Tensor input, ForwardContext pass) => _table.forward(input);

    /// <inheritdoc/>
    public override string ToOnnx(OnnxValue input, TensorType output, OnnxGraph graph) => graph.Op("Gather", [graph.Weight("weight", _table.weight!), input.Name]);
}
