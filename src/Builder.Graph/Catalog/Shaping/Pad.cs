using System.Collections.Immutable;
using Builder.Graph.Documents;
using Builder.Graph.Problems;
using Builder.Graph.Shapes;

namespace Builder.Graph.Catalog.Kinds;

/// <summary>Adds a margin, or with negative numbers cuts one off.</summary>
public sealed class Pad : BlockKind
{
    private const long MaxPad = 10_000;

    /// <inheritdoc/>
    public override Family Family => Family.Shaping;

    /// <inheritdoc/>
    public override Localized Title { get; } = new("Pad", "边缘填充层");

    /// <inheritdoc/>
    public override Localized Help { get; } = new(
        "Adds a margin around a picture or at the ends of a series.",
        "在图片四周或序列两端加上边距。");

    /// <inheritdoc/>
    public override string Source => "https://pytorch.org/docs/stable/generated/torch.nn.functional.pad.html";

    /// <inheritdoc/>
    public override ImmutableArray<Parameter> Parameters { get; } =
    [
        Parameter.IntegerList("pad", ParameterValue.Of(1L, 1L, 1L, 1L), new("Widths", "宽度"), new(
            "Two numbers for each dimension, the last dimension first: left, right, top, bottom. Negative numbers cut off.",
            "每个维度两个数，从最后一维开始：左、右、上、下。负数表示裁掉。"), -MaxPad, MaxPad),
        Parameter.OneOf("mode", new("Filled with", "填充内容"), new(
            "What the margin consists of.",
            "边距里填什么。"),
            new("constant", new("A fixed value", "固定数值")),
            new("reflect", new("Mirror image", "镜像")),
            new("replicate", new("The outermost values", "最外侧的数值")),
            new("circular", new("The other end", "另一端的内容"))),
        Parameter.Real("value", 0.0, new("Value", "数值"), new(
            "The fixed value of the margin.",
            "边距的固定数值。"), -1e6, 1e6),
    ];

    /// <inheritdoc/>
    public override ShapeResult Infer(BlockInstance block)
    {
        if ((CommonProblems.ValuesExpected(block) ?? CountProblem(block)) is { } problem)
        {
            return problem;
        }

        var (shape, pad) = (block.Input.Shape, block.Ints("pad"));
        for (var i = 0; i < pad.Length / 2; i++)
        {
            if (WidthProblem(block, shape[-1 - i], pad[2 * i], pad[(2 * i) + 1]) is { } tooWide)
            {
                return tooWide;
            }

            shape = shape.With(-1 - i, shape[-1 - i] + pad[2 * i] + pad[(2 * i) + 1]);
        }

        return block.Input.Reshaped(shape);
    }

    /// <inheritdoc/>
    public override string PyTorch(BlockInstance block) => PyTorchLine.Call("F.pad",
        [new PyTorchLine.Verbatim("x"), block.Value("pad")], [.. PyTorchLine.Changed(block, "mode", "value")]);

    /// <summary>A fixed value may fill any dimension but the batch; the other fillings are for the spatial dimensions, all of them.</summary>
    private static Problem? CountProblem(BlockInstance block)
    {
        var (count, rank) = (block.Ints("pad").Length, block.Input.Shape.Rank);
        var spatial = 2 * (rank - 2);
        if (block.Text("mode") == "constant" ? count > 0 && count % 2 == 0 && count <= 2 * (rank - 1) : rank is 3 or 4 && count == spatial)
        {
            return null;
        }

        return CommonProblems.Mismatch(block, "WidthsMismatch", new(
            $"{count} widths do not fit {CommonProblems.Describe(block.Input).En}: it takes two for each dimension that gets a margin.",
            $"{count} 个宽度与{CommonProblems.Describe(block.Input).Zh}不符：每个要加边距的维度需要两个数。"), rank is not (3 or 4) ? null :
            CommonProblems.Set(block, "pad", ParameterValue.Of([.. Enumerable.Repeat(1L, spatial)]), new(
                "Add one all around", "四周各加一")));
    }

    private static Problem? WidthProblem(BlockInstance block, Dim size, long before, long after)
    {
        if (!size.IsKnown || Fits(block.Text("mode"), size.Size, before, after))
        {
            return null;
        }

        return CommonProblems.Mismatch(block, "MarginMismatch", new(
            $"a margin of {before} and {after} is not possible for {size} values with this filling.",
            $"对 {size} 个数值，这种填充方式无法加上 {before} 和 {after} 的边距。"), CommonProblems.Set(
                block, "pad", ParameterValue.Of([.. block.Ints("pad").Select(_ => 0L)]), new("Set all widths to 0", "将所有宽度设为 0")));
    }

    private static bool Fits(string mode, long size, long before, long after) => mode switch
    {
        "constant" => size + before + after >= 1 && size + Math.Min(before, 0) + Math.Min(after, 0) >= 0,
        "reflect" => before >= 0 && after >= 0 && before < size && after < size,
        "circular" => before >= 0 && after >= 0 && before <= size && after <= size,
        _ => before >= 0 && after >= 0,
    };
}
