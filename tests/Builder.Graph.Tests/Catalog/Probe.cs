using System.Collections.Immutable;
using System.Globalization;
using Builder.Graph.Catalog;
using Builder.Graph.Data;
using Builder.Graph.Documents;
using Builder.Graph.Problems;
using Builder.Graph.Shapes;

namespace Builder.Graph.Tests.Catalog;

/// <summary>
/// Asks one kind for its shape rule. What arrives is written as "[N, 3, 28, 28]" for values, "#10[N]" for numbers of 10 classes, "#[N]"
/// where their count is not known; null for an open port.
/// </summary>
internal sealed record Probe(string Kind, ImmutableArray<ImmutableArray<TensorType>> Inputs)
{
    private const string Id = "probe";

    public ImmutableSortedDictionary<string, ParameterValue> Parameters { get; init; } = Block.NoParameters;

    public DataSchema? Data { get; init; }

    public ImmutableDictionary<string, Block> Sources { get; init; } = ImmutableDictionary<string, Block>.Empty;

    /// <summary>One link at each of the first ports; all of them at the only port of a variadic kind.</summary>
    public static Probe Of(string kind, params string?[] inputs)
    {
        var ports = BlockCatalog.Get(kind).Inputs;
        var types = inputs.Select(i => i is null ? ImmutableArray<TensorType>.Empty : [Parse(i)]).ToImmutableArray();
        return ports is [{ Variadic: true }]
            ? new(kind, [[.. types.SelectMany(t => t)]])
            : new(kind, [.. types, .. Enumerable.Repeat(ImmutableArray<TensorType>.Empty, ports.Length - types.Length)]);
    }

    public Probe With(string parameter, ParameterValue value) => this with { Parameters = Parameters.SetItem(parameter, value) };

    public Probe From(string port, string kind) => this with { Sources = Sources.Add(port, new Block { Id = "source", Kind = kind }) };

    public Probe From(string port, string kind, string parameter, ParameterValue value) => this with
    {
        Sources = Sources.Add(port, new Block { Id = "source", Kind = kind, Parameters = Block.NoParameters.Add(parameter, value) }),
    };

    public BlockInstance Instance()
    {
        var kind = BlockCatalog.Get(Kind);
        return new(new Block { Id = Id, Kind = Kind, Parameters = Parameters }, kind, Inputs, Data, [.. kind.Inputs.Select(
            port => Sources.TryGetValue(port.Name, out var source) ? ImmutableArray.Create(source) : [])]);
    }

    public ShapeResult Infer() => BlockCatalog.Get(Kind).Infer(Instance());

    /// <summary>The only output, as it is written to people.</summary>
    public string Output()
    {
        var result = Infer();
        Assert.Empty(result.Problems);
        return Write(Assert.Single(result.Outputs));
    }

    /// <summary>Names and sizes of the weights: "weight [4, 3]".</summary>
    public string[] Weights() => [.. Infer().Weights.Select(w => $"{w.Name} [{string.Join(", ", w.Shape)}]")];

    /// <summary>The line of PyTorch.</summary>
    public string PyTorch() => BlockCatalog.Get(Kind).PyTorch(Instance());

    /// <summary>The only problem, which has this code, names this block and says the same things in both languages.</summary>
    public Problem Fails(string code)
    {
        var problem = Assert.Single(Infer().Problems);
        Assert.Equal((code, Id), (problem.Code, problem.Block));
        Assert.NotEqual("", problem.Message.Words.En);
        Assert.Contains(problem.Message.Words.Zh, letter => letter > '\u3000');
        return problem;
    }

    /// <summary>Carries out the fix of the only problem, an edit of this block; afterwards nothing may be wrong.</summary>
    public Probe Mended(string code)
    {
        var fix = Assert.IsType<Fix>(Fails(code).Fix);
        var mended = Apply(this, fix.Edit);
        Assert.Empty(mended.Infer().Problems);
        return mended;
    }

    /// <summary>The edit of another block that mends the only problem.</summary>
    public Edit FixElsewhere(string code) => Assert.IsType<Fix>(Fails(code).Fix).Edit;

    private static Probe Apply(Probe probe, Edit edit) => edit switch
    {
        Batch batch => batch.Edits.Aggregate(probe, Apply),
        SetParameter { Block: Id, Value: null } set => probe with { Parameters = probe.Parameters.Remove(set.Name) },
        SetParameter { Block: Id } set => probe.With(set.Name, set.Value!),
        ChangeKind { Block: Id } change => probe with
        {
            Kind = change.Kind,
            Parameters = probe.Parameters.RemoveRange(probe.Parameters.Keys.Where(p => BlockCatalog.Get(change.Kind).FindParameter(p) is null)),
        },
        _ => throw new InvalidOperationException($"{edit} does not change this block alone."),
    };

    private static TensorType Parse(string text)
    {
        var open = text.IndexOf('[', StringComparison.Ordinal);
        var dims = text[(open + 1)..^1].Split(", ", StringSplitOptions.RemoveEmptyEntries);
        var shape = new Shape([.. dims.Select(d => long.TryParse(d, CultureInfo.InvariantCulture, out var size) ? size : Dim.Symbol(d))]);
        return open == 0 ? new(shape) : new(shape, ElementType.Int64, open > 1 ? int.Parse(text[1..open], CultureInfo.InvariantCulture) : null);
    }

    private static string Write(TensorType type) => type.Element == ElementType.Int64 ? $"#{type.Classes}{type}" : type.ToString();
}
