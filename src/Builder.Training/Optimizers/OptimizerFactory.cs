using System.Collections.Frozen;
using Builder.Graph.Catalog;
using Builder.Training.Layers;

namespace Builder.Training.Optimizers;

/// <summary>Builds the optimizer of a block; fused where the machine's library offers it.</summary>
public static class OptimizerFactory
{
    private static readonly FrozenDictionary<string, Func<IReadOnlyList<NamedTensor>, BlockInstance, Optimizer>> Constructors =
        new Dictionary<string, Func<IReadOnlyList<NamedTensor>, BlockInstance, Optimizer>>(StringComparer.Ordinal)
        {
            ["SGD"] = (parameters, options) => new SGD(parameters, options),
            ["Adam"] = (parameters, options) => new Adam(parameters, options),
            ["AdamW"] = (parameters, options) => new AdamW(parameters, options),
            ["RMSprop"] = (parameters, options) => new RMSprop(parameters, options),
            ["Adagrad"] = (parameters, options) => new Adagrad(parameters, options),
            ["Adadelta"] = (parameters, options) => new Adadelta(parameters, options),
            ["NAdam"] = (parameters, options) => new NAdam(parameters, options),
            ["RAdam"] = (parameters, options) => new RAdam(parameters, options),
        }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Ids of all optimizer kinds.</summary>
    public static IReadOnlyCollection<string> Kinds => Constructors.Keys;

    /// <summary>An optimizer without memory.</summary>
    /// <param name="options">The optimizer block.</param>
    /// <param name="parameters">What it trains.</param>
    /// <param name="momentumChanges">A schedule moves the momentum.</param>
    /// <param name="fused">Use the one-pass native step where there is one; its results agree to rounding.</param>
    public static Optimizer Create(
        BlockInstance options, IReadOnlyList<NamedTensor> parameters, bool momentumChanges = false, bool fused = true)
    {
#if TORCHSHARP_COMPAT
        if (fused && FusedOptimizer.Supports(options))
        {
            return new FusedOptimizer(parameters, options, momentumChanges);
        }
#endif
        return Constructors[options.Kind.Id](parameters, options);
    }
}
