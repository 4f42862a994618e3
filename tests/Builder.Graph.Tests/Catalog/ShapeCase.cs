using System.Collections.Immutable;
using System.Globalization;
using Builder.Graph.Catalog;
using Builder.Graph.Data;
using Builder.Graph.Documents;
using Builder.Graph.Problems;
using Builder.Graph.Shapes;

namespace Builder.Graph.Tests.Catalog;

/// <summary>
/// One block with one input, written in short: kind "Conv2d", input "N 3 28 28" (or "N T int64/5000" for numbers of 5000 classes),
/// parameters "kernel_size=3 padding=[1,0] mode=reflect".
/// </summary>
internal sealed record ShapeCase(string Kind, TensorType Input, ImmutableSortedDictionary<string, ParameterValue> Parameters)
{
    public static ShapeCase Of(string kind, string input, string parameters = "") => new(kind, Type(input), Values(kind, parameters));

    public BlockInstance Block => new(
        new Block { Id = "block", Kind = Kind, Parameters = Parameters }, BlockCatalog.Get(Kind), [[Input]]);

    public ShapeResult Infer() => Block.Kind.Infer(Block);

    /// <summary>The only problem, which must be of this code and speak of the block in both languages.</summary>
    public Problem Problem(string code)
    {
        var problem = Assert.Single(Infer().Problems);
        Assert.Equal(code, problem.Code);
        Assert.Equal("block", problem.Block);
        Assert.NotEqual(problem.Message.Words.En, problem.Message.Words.Zh);
        return problem;
    }

    /// <summary>What the block finds after the fix was carried out.</summary>
    public ShapeResult After(Fix fix) => fix.Edit switch
    {
        SetParameter { Value: null } edit => (this with { Parameters = Parameters.Remove(edit.Name) }).Infer(),
        SetParameter edit => (this with { Parameters = Parameters.SetItem(edit.Name, edit.Value!) }).Infer(),
        ChangeKind edit => (this with { Kind = edit.Kind, Parameters = Kept(edit.Kind) }).Infer(),
        InsertBefore edit => Inserted(edit),
        var other => throw new NotSupportedException($"No fix of these kinds is a {other.GetType().Name}."),
    };

    private ImmutableSortedDictionary<string, ParameterValue> Kept(string kind) => Parameters
        .Where(p => BlockCatalog.Get(kind).FindParameter(p.Key) is not null)
        .ToImmutableSortedDictionary(p => p.Key, p => p.Value, StringComparer.Ordinal);

    private ShapeResult Inserted(InsertBefore edit)
    {
        var before = new ShapeCase(edit.Kind, Input, edit.Parameters).Infer();
        return before.Outputs is [var output] ? (this with { Input = output }).Infer() : before;
    }

    private static TensorType Type(string text)
    {
        var words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var shape = new Shape([.. words.Where(w => !w.StartsWith("int64", StringComparison.Ordinal)).Select(Size)]);
        var whole = words.FirstOrDefault(w => w.StartsWith("int64", StringComparison.Ordinal))?.Split('/');
        return whole is null
            ? new(shape)
            : new(shape, ElementType.Int64, whole is [_, var classes] ? int.Parse(classes, CultureInfo.InvariantCulture) : null);
    }

    private static Dim Size(string word) =>
        long.TryParse(word, CultureInfo.InvariantCulture, out var size) ? size : Dim.Symbol(word);

    private static ImmutableSortedDictionary<string, ParameterValue> Values(string kind, string text) => text
        .Split(' ', StringSplitOptions.RemoveEmptyEntries)
        .Select(word => word.Split('='))
        .ToImmutableSortedDictionary(
            pair => BlockCatalog.Get(kind).GetParameter(pair[0]).Name, pair => Value(pair[1]), StringComparer.Ordinal);

    private static ParameterValue Value(string text)
    {
        if (text.StartsWith('['))
        {
            return new ParameterValue.List([.. text.Trim('[', ']').Split(',', StringSplitOptions.RemoveEmptyEntries).Select(Value)]);
        }

        return bool.TryParse(text, out var flag) ? flag
            : long.TryParse(text, CultureInfo.InvariantCulture, out var whole) ? whole
            : double.TryParse(text, CultureInfo.InvariantCulture, out var real) ? real
            : text;
    }
}
