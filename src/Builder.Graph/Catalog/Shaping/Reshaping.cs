using System.Collections.Immutable;
using Builder.Graph.Documents;
using Builder.Graph.Messages;
using Builder.Graph.Problems;

namespace Builder.Graph.Catalog.Kinds;

/// <summary>Neighbouring dimensions become one: [N, C, H, W] to [N, C·H·W].</summary>
public sealed class Flatten : ModuleKind
{
    private static readonly MessageTemplate DimensionsCrossed = new(
        "DimensionsCrossed",
        "the first dimension {startDim} lies behind the last one {endDim} in {shape}.",
        "在 {shape} 中，起始维度 {startDim} 位于结束维度 {endDim} 之后。");

    private static readonly MessageTemplate JoinUpToLastDimension = new(
        "fix-join-up-to-last-dimension",
        "Join up to the last dimension",
        "一直合并到最后一维");

    private static readonly MessageTemplate AlreadyFlatWords = new(
        "AlreadyFlat",
        "{shape} is already a plain list, so this block changes nothing.",
        "{shape} 本来就是普通列表，该模块不起作用。");

    /// <inheritdoc/>
    public override Family Family => Family.Shaping;

    /// <inheritdoc/>
    public override Localized Title { get; } = new("Flatten", "展平层");

    /// <inheritdoc/>
    public override Localized Help { get; } = new(
        "Lays all values of a picture or sequence into one long list, as a fully connected layer needs it.",
        "把图片或序列的所有数值排成一个长列表，以便接全连接层。");

    /// <inheritdoc/>
    public override ImmutableArray<Parameter> Parameters { get; } =
    [
        DimRule.Parameter("start_dim", 1, new("First dimension", "起始维度"), new(
            "The first dimension to be joined; 1 keeps the samples apart.",
            "从哪个维度开始合并，填 1 可保持样本分开。")),
        DimRule.Parameter("end_dim", -1, new("Last dimension", "结束维度"), new(
            "The last dimension to be joined; -1 is the last one.",
            "合并到哪个维度为止，-1 表示最后一维。")),
    ];

    /// <inheritdoc/>
    public override ShapeResult Infer(BlockInstance block)
    {
        var (input, shape) = (block.Input, block.Input.Shape);
        if (shape.Rank < 2)
        {
            return CommonProblems.WrongRank(block, ProblemWords.SamplesWithSeveralValues.With());
        }

        if ((DimRule.Check(block, "start_dim", 1) ?? DimRule.Check(block, "end_dim", -1) ?? OrderProblem(block)) is { } problem)
        {
            return problem;
        }

        var (start, end) = (Front(block, "start_dim"), Front(block, "end_dim"));
        var joined = shape.Slice(start, end - start + 1).Product();
        ShapeResult result = input.Reshaped(shape.Slice(0, start).Append([joined, .. shape.Skip(end + 1)]));
        return shape.Rank > 2 ? result : result.WithWarning(AlreadyFlat(block));
    }

    private static int Front(BlockInstance block, string parameter) => DimRule.FromFront(block.Int(parameter), block.Input.Shape.Rank);

    private static Problem? OrderProblem(BlockInstance block) => Front(block, "start_dim") <= Front(block, "end_dim") ? null :
        CommonProblems.Mismatch(
            block,
            DimensionsCrossed.With(("startDim", block.Int("start_dim")), ("endDim", block.Int("end_dim")), ("shape", block.Input.Shape)),
            CommonProblems.Set(block, "end_dim", -1, JoinUpToLastDimension.With()));

    private static Problem AlreadyFlat(BlockInstance block) => CommonProblems.Mismatch(block, AlreadyFlatWords.With(("shape", block.Input.Shape)));
}

/// <summary>One dimension becomes several: [N, C·H·W] to [N, C, H, W].</summary>
public sealed class Unflatten : ModuleKind
{
    /// <inheritdoc/>
    public override Family Family => Family.Shaping;

    /// <inheritdoc/>
    public override Localized Title { get; } = new("Unflatten", "维度拆分层");

    /// <inheritdoc/>
    public override Localized Help { get; } = new(
        "Splits one dimension into several and leaves the others alone: the reverse of Flatten.",
        "把一个维度拆成多个，其他维度不变，是展平层的反向操作。");

    /// <inheritdoc/>
    public override ImmutableArray<Parameter> Parameters { get; } =
    [
        DimRule.Parameter("dim", 1, new("Dimension", "维度"), new(
            "The dimension that is split.",
            "要拆分的维度。")),
        Parameter.IntegerList("unflattened_size", ParameterValue.Of(1L, -1L), new("Sizes", "拆分后的大小"), new(
            "The sizes that take its place. One of them may be -1: it takes what is left.",
            "拆分后的各维大小。其中一项可填 -1，表示取余下的大小。"), -1, Parameter.MaxUnits),
    ];

    /// <inheritdoc/>
    public override ShapeResult Infer(BlockInstance block)
    {
        if ((DimRule.Check(block, "dim", 1) ?? SizeRule.CheckList(block, "unflattened_size")) is { } problem)
        {
            return problem;
        }

        var shape = block.Input.Shape;
        var dim = DimRule.FromFront(block.Int("dim"), shape.Rank);
        var (sizes, uneven) = SizeRule.Resolve(block, "unflattened_size", [shape[dim]]);
        return uneven is null ? block.Input.Reshaped(shape.Slice(0, dim).Append([.. sizes, .. shape.Skip(dim + 1)])) : uneven;
    }

    /// <inheritdoc/>
    public override string PyTorch(BlockInstance block) =>
        PyTorchLine.Of("Unflatten", [block.Value("dim"), block.Value("unflattened_size")]);
}

/// <summary>The values of each sample laid out in other sizes: [N, …] to [N, …shape].</summary>
public sealed class Reshape : BlockKind
{
    private static readonly MessageTemplate Samples = new("problem-samples", "samples [N, …]", "样本 [N, …]");

    /// <inheritdoc/>
    public override Family Family => Family.Shaping;

    /// <inheritdoc/>
    public override Localized Title { get; } = new("Reshape", "变形层");

    /// <inheritdoc/>
    public override Localized Help { get; } = new(
        "Lays the values of each sample out anew, for example a list of 784 numbers as a 1×28×28 picture.",
        "重新排列每个样本的数值，例如把 784 个数值的列表变成 1×28×28 的图片。");

    /// <inheritdoc/>
    public override string Source => "https://pytorch.org/docs/stable/generated/torch.reshape.html";

    /// <inheritdoc/>
    public override ImmutableArray<Parameter> Parameters { get; } =
    [
        Parameter.IntegerList("shape", ParameterValue.Of(-1L), new("Sizes", "形状"), new(
            "The new sizes of one sample. One of them may be -1: it takes what is left.",
            "单个样本的新形状。其中一项可填 -1，表示取余下的大小。"), -1, Parameter.MaxUnits),
    ];

    /// <inheritdoc/>
    public override ShapeResult Infer(BlockInstance block)
    {
        var shape = block.Input.Shape;
        if (shape.Rank < 1)
        {
            return CommonProblems.WrongRank(block, Samples.With());
        }

        if (SizeRule.CheckList(block, "shape") is { } problem)
        {
            return problem;
        }

        var (sizes, uneven) = SizeRule.Resolve(block, "shape", [.. shape.Skip(1)]);
        return uneven is null ? block.Input.Reshaped(shape.Slice(0, 1).Append(sizes.AsSpan())) : uneven;
    }

    /// <inheritdoc/>
    public override string PyTorch(BlockInstance block) => PyTorchLine.Call("x.reshape",
        [new PyTorchLine.Verbatim("len(x)"), .. block.Ints("shape").Cast<object?>()]);
}

/// <summary>Dimensions in another order: [N, T, F] to [N, F, T].</summary>
public sealed class Permute : BlockKind
{
    private static readonly MessageTemplate OrderMismatch = new(
        "OrderMismatch",
        "[{dims}] must list each of the {rank} dimensions of {shape} once, 0 first.",
        "[{dims}] 应把 {shape} 的 {rank} 个维度各列一次，并以 0 开头。");

    private static readonly MessageTemplate SetOrderTo = new("fix-set-order-to", "Set the order to {text}", "将顺序设为 {text}");

    /// <inheritdoc/>
    public override Family Family => Family.Shaping;

    /// <inheritdoc/>
    public override Localized Title { get; } = new("Permute", "维度重排层");

    /// <inheritdoc/>
    public override Localized Help { get; } = new(
        "Puts the dimensions in another order, for example to make the features of a sequence the channels of a convolution.",
        "改变各维度的顺序，例如把序列的特征变成卷积的通道。");

    /// <inheritdoc/>
    public override string Source => "https://pytorch.org/docs/stable/generated/torch.permute.html";

    /// <inheritdoc/>
    public override ImmutableArray<Parameter> Parameters { get; } =
    [
        Parameter.IntegerList("dims", ParameterValue.Of(0L, 2L, 1L), new("Order", "顺序"), new(
            "The old places in their new order. The first is always 0, the samples.",
            "按新顺序列出原来的维度编号，第一个始终是 0（样本）。"), -DimRule.MaxRank, DimRule.MaxRank - 1),
    ];

    /// <inheritdoc/>
    public override ShapeResult Infer(BlockInstance block)
    {
        var shape = block.Input.Shape;
        var dims = block.Ints("dims").Select(d => DimRule.FromFront(d, shape.Rank)).ToArray();
        if (dims.Length > 0 && dims[0] == 0 && dims.Order().SequenceEqual(Enumerable.Range(0, shape.Rank)))
        {
            return block.Input.Reshaped(new([.. dims.Select(d => shape[d])]));
        }

        long[] rotated = [0, .. Enumerable.Range(2, Math.Max(0, shape.Rank - 2)).Select(d => (long)d), 1];
        var text = string.Join(", ", rotated);
        return CommonProblems.Mismatch(
            block,
            OrderMismatch.With(("dims", string.Join(", ", block.Ints("dims"))), ("rank", shape.Rank), ("shape", shape)),
            shape.Rank < 2 ? null : CommonProblems.Set(block, "dims", ParameterValue.Of(rotated), SetOrderTo.With(("text", text))));
    }

    /// <inheritdoc/>
    public override string PyTorch(BlockInstance block) => PyTorchLine.Call("x.permute", block.Ints("dims").Cast<object?>());
}
