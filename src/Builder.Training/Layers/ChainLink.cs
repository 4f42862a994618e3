namespace Builder.Training.Layers;

/// <summary>The layers and losses whose way back <see cref="Programs.LayerChain"/> knows.</summary>
public enum ChainOperator
{
    /// <summary>x Wᵀ + b. Its number is 1 where it has a bias, otherwise 0.</summary>
    Linear,

    /// <summary>Neighbouring dimensions become one. Its number is the first of them; the last is the tensor's last.</summary>
    Flatten,

    /// <summary>max(0, x).</summary>
    ReLU,

    /// <summary>x, or its number times x where x is negative.</summary>
    LeakyReLU,

    /// <summary>x Φ(x). Its number is 1 where it is approximated by tanh, otherwise 0.</summary>
    GELU,

    /// <summary>x σ(x).</summary>
    SiLU,

    /// <summary>tanh x.</summary>
    Tanh,

    /// <summary>σ(x).</summary>
    Sigmoid,

    /// <summary>Drops values at random. Its number is their share, between 0 and 1 and neither of them.</summary>
    Dropout,

    /// <summary>Cross entropy of [N, C] against class numbers [N]. Of all losses the number is 1 for the mean and 2 for the sum.</summary>
    CrossEntropy,

    /// <summary>Squared error against values of the same shape.</summary>
    SquaredError,

    /// <summary>Binary cross entropy of logits against values of the same shape.</summary>
    BinaryCrossEntropy,
}

/// <summary>What a layer does, for <see cref="Programs.LayerChain"/>.</summary>
/// <param name="Operator">Its kind.</param>
/// <param name="Number">What the operator says that its number is.</param>
public sealed record ChainLink(ChainOperator Operator, double Number = 0);

/// <summary>A layer that may be a link of a <see cref="Programs.LayerChain"/>. Its weights are those of its operator, in PyTorch's order.</summary>
public interface IChainable
{
    /// <summary>What it does in training; null where its parameters ask for something that the operator does not do.</summary>
    ChainLink? Link { get; }
}
