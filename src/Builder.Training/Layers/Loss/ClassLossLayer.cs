using static TorchSharp.torch;

namespace Builder.Training.Layers;

/// <summary>A loss that compares one value per class with the number of the right class, the classes in dimension 1 or in the last.</summary>
public abstract class ClassLossLayer : LossLayer
{
    private readonly bool _classesLast;

    /// <summary>Reads the place of the classes and their weights.</summary>
    protected ClassLossLayer(LayerContext context)
        : base(context)
    {
        _classesLast = context.Block.Int("dim") == -1;
        IgnoreIndex = context.Block.Has("ignore_index") ? context.Block.Int("ignore_index") : DefaultIgnoreIndex;
        ClassWeight = Values("weight");
    }

    /// <summary>What PyTorch ignores unless told otherwise.</summary>
    protected const long DefaultIgnoreIndex = -100;

    /// <summary>Targets with this number do not count.</summary>
    protected long IgnoreIndex { get; }

    /// <summary>How much each class counts, [C]; null where all count the same.</summary>
    protected Tensor? ClassWeight { get; }

    /// <inheritdoc/>
    public sealed override Tensor Forward(Tensor input, Tensor other, Pass pass)
    {
        if (!_classesLast || input.dim() == 2)
        {
            return Compute(input, other);
        }

        var classes = input.size(-1);
        return Compute(input.reshape(-1, classes), other.dim() == input.dim() ? other.reshape(-1, classes) : other.reshape(-1));
    }

    /// <summary>The loss of [N, C, …] against [N, …], or against [N, C, …] probabilities.</summary>
    protected abstract Tensor Compute(Tensor input, Tensor target);
}
