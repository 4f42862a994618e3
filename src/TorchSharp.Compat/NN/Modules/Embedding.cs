using TorchSharp.Interop;
using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>One learned vector a number (https://pytorch.org/docs/stable/generated/torch.nn.Embedding.html).</summary>
public sealed class Embedding : nn.Module<Tensor, Tensor>
{
    private static readonly Operator s_embedding = new("embedding");
    private readonly long? _paddingIndex;
    private readonly bool _scaleGradByFrequency;
    private readonly bool _sparse;

    internal Embedding(
        long count, long width, long? paddingIndex, bool scaleGradByFrequency, bool sparse, Device? device, ScalarType? dtype)
    {
        _paddingIndex = paddingIndex < 0 ? paddingIndex + count : paddingIndex;
        _scaleGradByFrequency = scaleGradByFrequency;
        _sparse = sparse;
        using var scope = NewDisposeScope();
        using var noGrad = no_grad();
        var values = randn([count, width], dtype, device);
        if (_paddingIndex is { } padding)
        {
            values.select(0, padding).zero_();
        }

        register_parameter("weight", new Parameter(values));
    }

    /// <summary>[how many, width].</summary>
    public Parameter weight
    {
        get => get_parameter("weight")!;
        set => register_parameter("weight", value);
    }

    /// <param name="input">Whole numbers of any shape.</param>
    /// <returns>The shape of the input with the width as a new last dimension.</returns>
    public override Tensor forward(Tensor input) =>
        s_embedding.Call(weight, input, _paddingIndex ?? -1, _scaleGradByFrequency, _sparse);
}
