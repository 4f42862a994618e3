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
}
