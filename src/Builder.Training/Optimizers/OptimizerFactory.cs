using System.Collections.Frozen;
using Builder.Graph.Catalog;
using Builder.Training.Layers;

namespace Builder.Training.Optimizers;

/// <summary>Builds the optimizer of a block.</summary>
public static class OptimizerFactory
{
    private static readonly FrozenDictionary<string, Func<IReadOnlyList<NamedTensor>, BlockInstance, Optimizer>> Constructors =
        new Dictionary<string, Func<IReadOnlyList<NamedTensor>, BlockInstance, Optimizer>>(StringComparer.Ordinal)
        {
            [nameof(SGD)] = (parameters, options) => new SGD(parameters, options),
            [nameof(Adam)] = (parameters, options) => new Adam(parameters, options),
            [nameof(AdamW)] = (parameters, options) => new AdamW(parameters, options),
            [nameof(RMSprop)] = (parameters, options) => new RMSprop(parameters, options),
            [nameof(Adagrad)] = (parameters, options) => new Adagrad(parameters, options),
            [nameof(Adadelta)] = (parameters, options) => new Adadelta(parameters, options),
            [nameof(NAdam)] = (parameters, options) => new NAdam(parameters, options),
            [nameof(RAdam)] = (parameters, options) => new RAdam(parameters, options),
        }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Ids of all optimizer kinds.</summary>
    public static IReadOnlyCollection<string> Kinds => Constructors.Keys;

    /// <summary>An optimizer without memory.</summary>
    /// <param name="options">The optimizer block.</param>
    /// <param name="parameters">What it trains.</param>
    public static Optimizer Create(BlockInstance options, IReadOnlyList<NamedTensor> parameters) => Constructors[options.Kind.Id](parameters, options);
}
