using Builder.Graph.Catalog;
using Builder.Graph.Documents;

namespace Builder.Training.Tests.Layers.Examples;

/// <summary>Random choices of an example; the same seed makes the same ones.</summary>
public sealed class Draw(int seed)
{
    private readonly Random _random = new(seed);

    /// <summary>A whole number between both bounds, which are included.</summary>
    public long Int(long low, long high) => _random.NextInt64(low, high + 1);

    /// <summary>A real number.</summary>
    public double Real(double low, double high) => low + ((high - low) * _random.NextDouble());

    /// <summary>Yes or no.</summary>
    public bool Flag() => _random.Next(2) == 1;

    /// <summary>One of these.</summary>
    public T Pick<T>(params ReadOnlySpan<T> choices) => choices[_random.Next(choices.Length)];

    /// <summary>One number for all dimensions, or a list with one for each.</summary>
    public ParameterValue PerDimension(int dimensions, long low, long high) => Flag()
        ? Int(low, high)
        : ParameterValue.Of([.. Enumerable.Range(0, dimensions).Select(_ => Int(low, high))]);

    /// <summary>Values for the named parameters, drawn from the catalog's own ranges where these are narrow, else from −2 … 2.</summary>
    public LayerExample FromRanges(LayerExample example, params IEnumerable<string> parameters)
    {
        foreach (var name in parameters)
        {
            example = example.With(name, Value(BlockCatalog.Get(example.Kind).GetParameter(name)));
        }

        return example;
    }

    private ParameterValue Value(Parameter parameter) => parameter.Type switch
    {
        ParameterType.Flag => Flag(),
        ParameterType.Choice => Pick(parameter.Choices.AsSpan()).Value,
        ParameterType.Number => Real(Math.Max(parameter.Min ?? -2, -2) + 0.01, Math.Min(parameter.Max ?? 2, 2) - 0.01),
        _ => throw new ArgumentException($"{parameter.Name} is not a flag, a choice or a real number.", nameof(parameter)),
    };
}
