using System.Collections.Immutable;
using Builder.Graph.Catalog;
using Builder.Graph.Documents;
using Builder.Graph.Shapes;

namespace Builder.Training.Tests.Layers.Examples;

/// <summary>One legal use of a kind: its parameters and what arrives at its ports.</summary>
/// <param name="Kind">Id of the kind.</param>
/// <param name="Inputs">For each input port, in the order of the kind's: what arrives by slot; empty for an open port.</param>
/// <param name="Parameters">Parameters that are set.</param>
/// <param name="Training">Whether the pass is one of training.</param>
/// <param name="BatchSize">Samples in the batch.</param>
public sealed record LayerExample(
    string Kind,
    ImmutableArray<ImmutableArray<ExampleInput>> Inputs,
    ImmutableSortedDictionary<string, ParameterValue> Parameters,
    bool Training,
    long BatchSize)
{
    /// <summary>An example with one link at each of the first ports; a null stands for an open port.</summary>
    public static LayerExample Of(string kind, params ExampleInput?[] inputs) => OfSlots(
        kind, [.. inputs.Select(input => input is null ? ImmutableArray<ExampleInput>.Empty : [input])]);

    /// <summary>An example with several links at some ports.</summary>
    public static LayerExample OfSlots(string kind, params ImmutableArray<ImmutableArray<ExampleInput>> inputs)
    {
        var open = Enumerable.Repeat(ImmutableArray<ExampleInput>.Empty, BlockCatalog.Get(kind).Inputs.Length - inputs.Length);
        var batch = inputs.SelectMany(slots => slots).Where(input => input.Shape.Length > 0).Select(input => input.Shape[0]);
        return new(kind, [.. inputs, .. open], Block.NoParameters, Training: false, batch.FirstOrDefault(3));
    }

    /// <summary>All inputs, port by port.</summary>
    public IEnumerable<ExampleInput> AllInputs => Inputs.SelectMany(slots => slots);

    /// <summary>The same with a parameter set; null leaves the catalog's default.</summary>
    public LayerExample With(string parameter, ParameterValue? value) =>
        value is null ? this : this with { Parameters = Parameters.SetItem(parameter, value) };

    /// <summary>The same with a yes/no parameter set.</summary>
    public LayerExample With(string parameter, bool value) => With(parameter, (ParameterValue)value);

    /// <summary>The same with a whole number set.</summary>
    public LayerExample With(string parameter, long value) => With(parameter, (ParameterValue)value);

    /// <summary>The same with a real number set.</summary>
    public LayerExample With(string parameter, double value) => With(parameter, (ParameterValue)value);

    /// <summary>The same in training.</summary>
    public LayerExample InTraining(bool training = true) => this with { Training = training };

    /// <summary>The block with types for what arrives.</summary>
    public BlockInstance Instance(Func<ExampleInput, TensorType> type) => new(
        new Block { Id = "example", Kind = Kind, Parameters = Parameters },
        BlockCatalog.Get(Kind),
        [.. Inputs.Select(slots => slots.Select(type).ToImmutableArray())]);

    /// <summary>The block with all sizes known.</summary>
    public BlockInstance Instance() => Instance(input => input.Known());

    /// <inheritdoc/>
    public override string ToString() =>
        $"{Kind}({string.Join(", ", Parameters.Select(p => $"{p.Key}={PyTorchLine.Literal(p.Value)}"))}) on "
        + string.Join(", ", AllInputs.Select(input => input.Known()));
}
