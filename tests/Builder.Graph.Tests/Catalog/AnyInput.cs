using System.Collections.Immutable;
using Builder.Graph.Catalog;
using Builder.Graph.Data;
using Builder.Graph.Documents;
using Builder.Graph.Shapes;

namespace Builder.Graph.Tests.Catalog;

/// <summary>Blocks with arbitrary inputs and with parameters from all over their allowed ranges, the ends included.</summary>
internal sealed class AnyInput(int seed)
{
    private readonly Random _random = new(seed);

    public BlockInstance Block(BlockKind kind) => new(
        new Block { Id = "block", Kind = kind.Id, Parameters = Parameters(kind) },
        kind,
        [.. kind.Inputs.Select(Port)]);

    private ImmutableSortedDictionary<string, ParameterValue> Parameters(BlockKind kind) => kind.Parameters
        .Where(_ => _random.Next(2) == 0)
        .ToImmutableSortedDictionary(p => p.Name, Value, StringComparer.Ordinal);

    private ImmutableArray<TensorType> Port(Port port) => port switch
    {
        { Optional: true } when _random.Next(2) == 0 => [],
        { Variadic: true } => [.. Enumerable.Range(0, _random.Next(1, 4)).Select(_ => Type())],
        _ => [Type()],
    };

    private TensorType Type()
    {
        Dim[] dims = [.. Enumerable.Range(0, _random.Next(0, 6)).Select(i => i == 0 ? Dim.Batch : Size())];
        return _random.Next(4) == 0
            ? new(new Shape(dims), ElementType.Int64, _random.Next(2) == 0 ? null : _random.Next(1, 9))
            : new(new Shape(dims));
    }

    private Dim Size() => _random.Next(6) switch
    {
        0 => Dim.Symbol("T"),
        1 => Dim.Symbol("T") + _random.Next(-3, 4),
        2 => 1_000_000_000L,
        _ => _random.Next(1, 9),
    };

    private ParameterValue Value(Parameter parameter) => parameter.Type switch
    {
        ParameterType.Integer => Whole(parameter),
        ParameterType.Number => Real(parameter),
        ParameterType.Flag => _random.Next(2) == 0,
        ParameterType.Choice => parameter.Choices[_random.Next(parameter.Choices.Length)].Value,
        ParameterType.IntegerOrList when _random.Next(2) == 0 => Whole(parameter),
        ParameterType.IntegerList or ParameterType.IntegerOrList => List(() => Whole(parameter)),
        ParameterType.NumberList => List(() => Real(parameter)),
        ParameterType.Blocks or ParameterType.Columns => List(() => "name"),
        _ => "name",
    };

    private ParameterValue.List List(Func<ParameterValue> item) =>
        new([.. Enumerable.Range(0, _random.Next(0, 6)).Select(_ => item())]);

    private ParameterValue Whole(Parameter parameter)
    {
        var (low, high) = ((long)(parameter.Min ?? -1e9), (long)(parameter.Max ?? 1e9));
        return _random.Next(4) switch
        {
            0 => low,
            1 => high,
            _ => System.Math.Min(high, low + _random.Next(0, 12)),
        };
    }

    private ParameterValue Real(Parameter parameter)
    {
        var (low, high) = (parameter.Min ?? -1e9, parameter.Max ?? 1e9);
        return _random.Next(3) switch
        {
            0 => parameter.MinExclusive ? double.BitIncrement(low) : low,
            1 => high,
            _ => low + ((high - low) * _random.NextDouble()),
        };
    }
}
