using System.Collections.Immutable;
using Builder.Graph.Documents;
using Builder.Graph.Messages;
using Builder.Graph.Problems;
using Builder.Graph.Shapes;

namespace Builder.Graph.Catalog;

/// <summary>What holds for normalisations.</summary>
public static class NormalizationRules
{
    private static readonly MessageTemplate SingleValue = new(
        "SingleValue",
        "it normalises over a single value of {shape}, so that everything would become zero.",
        "在 {shape} 中只对单个数值做归一化，结果会全部变成零。");

    private static readonly MessageTemplate NormalizedShapeMismatch = new(
        "NormalizedShapeMismatch",
        "it is set to normalise over [{sizes}], but {shape} does not end like that.",
        "设定的归一化形状为 [{sizes}]，但 {shape} 的末尾与之不符。");

    private static readonly MessageTemplate NormaliseOverLastDimension = new(
        "fix-normalise-over-last-dimension",
        "Normalise over the last dimension",
        "改为对最后一维归一化");

    /// <summary>The last dimensions to normalise over.</summary>
    public static Parameter NormalizedShapeParameter { get; } = new(
        "normalized_shape", ParameterType.IntegerOrList, null, new("Normalized sizes", "归一化形状"), new(
            "Sizes of the last dimensions to normalise over. Left empty, only the very last one.",
            "要归一化的末尾各维的大小。不填则只对最后一维归一化。"), 1, Parameter.MaxUnits);

    /// <summary>"nn.LayerNorm(64)": the sizes, then what differs from the defaults.</summary>
    public static string PyTorch(BlockInstance block)
    {
        var sizes = NormalizedShape(block);
        return PyTorchLine.Of(block.Kind.Id, [sizes.Length == 1 ? sizes[0] : ParameterValue.Of(sizes.AsSpan())],
            [.. block.Kind.Parameters.Where(p => p.Name != "normalized_shape" && block.Value(p.Name) != p.Default)
                .Select(p => (p.Name, (object?)block.Value(p.Name)))]);
    }

    /// <summary>A mean of a single value says nothing: everything would become zero.</summary>
    public static Problem? CheckSeveral(BlockInstance block, Dim values) => !values.IsKnown || values.Size > 1 ? null :
        CommonProblems.Mismatch(block, SingleValue.With(("shape", block.Input.Shape)));

    /// <summary>The sizes of the last dimensions over which a layer normalises: as set, or the last one.</summary>
    public static ImmutableArray<long> NormalizedShape(BlockInstance block) =>
        block.Has("normalized_shape") ? block.Ints("normalized_shape") : [block.Input.Shape[-1].Size];

    /// <summary>The last dimensions must be known and have the sizes that <see cref="NormalizedShape"/> says.</summary>
    public static Problem? CheckNormalizedShape(BlockInstance block)
    {
        if (CommonProblems.ValuesExpected(block) is { } problem)
        {
            return problem;
        }

        var shape = block.Input.Shape;
        if (shape.Rank < 2)
        {
            return CommonProblems.WrongRank(block, ProblemWords.SamplesWithSeveralValues.With());
        }

        return shape[-1].IsKnown ? CheckSizes(block, NormalizedShape(block)) : CommonProblems.UnknownSize(block, shape[-1]);
    }

    private static Problem? CheckSizes(BlockInstance block, ImmutableArray<long> sizes)
    {
        var shape = block.Input.Shape;
        var fits = sizes.Length > 0 && sizes.Length < shape.Rank
            && shape.Skip(shape.Rank - sizes.Length).SequenceEqual(sizes.Select(Dim.Of));
        return fits ? null : CommonProblems.Mismatch(block, NormalizedShapeMismatch.With(("sizes", string.Join(", ", sizes)), ("shape", shape)), new(
                NormaliseOverLastDimension.With(),
                new Documents.SetParameter(block.Block.Id, "normalized_shape", null)));
    }
}
