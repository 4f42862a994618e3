using System.Collections.Immutable;
using Builder.Graph.Documents;
using Builder.Graph.Messages;
using Builder.Graph.Problems;
using Builder.Graph.Shapes;

namespace Builder.Graph.Catalog.Kinds;

/// <summary>A reduction over chosen dimensions, or over all but the batch: [N, C, L] to [N, C] for dim −1, to [N, C, 1] with keepdim.</summary>
public abstract class ReductionKind : BlockKind
{
    private static readonly MessageTemplate WrongDim = new(
        "WrongDim",
        "the dimensions do not fit to {input}, which has {rank}, each of which can be named once.",
        "所选维度与 {input} 不符：它有 {rank} 个维度，每个只能选一次。");

    private static readonly MessageTemplate TakeAllButSamples = new(
        "fix-take-all-but-samples",
        "Take all but the samples",
        "合并除样本外的所有维度");

    /// <inheritdoc/>
    public sealed override Family Family => Family.Math;

    /// <inheritdoc/>
    public sealed override string Source => $"https://pytorch.org/docs/stable/generated/torch.{Function}.html";

    /// <summary>PyTorch's function.</summary>
    protected abstract string Function { get; }

    /// <inheritdoc/>
    public sealed override ImmutableArray<Parameter> Parameters { get; } =
    [
        new("dim", ParameterType.IntegerList, null, new("Dimensions", "维度"), new(
            "Which dimensions become one number: 1 is the first after the samples, -1 the last. Empty: all but the samples.",
            "哪些维度合成一个数：1 是样本之后的第一维，-1 是最后一维。不填则合并除样本外的所有维度。"), -8, 7),
        Parameter.Switch("keepdim", false, new("Keep dimensions", "保留维度"), new(
            "Leaves a size of 1 where a dimension was.", "在原来的维度处保留大小 1。")),
    ];

    /// <summary>The dimensions that vanish for an input of this rank, counted from the start, in ascending order.</summary>
    public static ImmutableArray<int> Dims(BlockInstance block) => block.Ints("dim") is { IsEmpty: false } given
        ? [.. given.Select(d => (int)(d < 0 ? d + block.Input.Shape.Rank : d)).Order()]
        : [.. Enumerable.Range(1, Math.Max(0, block.Input.Shape.Rank - 1))];

    /// <inheritdoc/>
    public sealed override ShapeResult Infer(BlockInstance block)
    {
        if ((CommonProblems.ValuesExpected(block) ?? CheckDims(block)) is { } problem)
        {
            return problem;
        }

        var dims = Dims(block);
        var sizes = block.Input.Shape.Select((size, i) => (Size: dims.Contains(i) ? (Dim)1 : size, Gone: dims.Contains(i)));
        return new TensorType(new Shape([.. sizes.Where(s => !s.Gone || block.Flag("keepdim")).Select(s => s.Size)]));
    }

    /// <inheritdoc/>
    public sealed override string PyTorch(BlockInstance block) => PyTorchLine.Call(
        $"torch.{Function}", [new PyTorchLine.Verbatim("input")],
        ("dim", ParameterValue.Of([.. Dims(block).Select(d => (long)d)])), ("keepdim", block.Flag("keepdim") ? true : null));

    private static Problem? CheckDims(BlockInstance block)
    {
        var (rank, dims) = (block.Input.Shape.Rank, Dims(block));
        return dims.All(d => d >= 0 && d < rank) && dims.Distinct().Count() == dims.Length ? null
            : CommonProblems.Mismatch(block, WrongDim.With(("input", block.Input), ("rank", rank)),
                new(TakeAllButSamples.With(), new Documents.SetParameter(block.Block.Id, "dim", null)));
    }
}

/// <summary>Sum over dimensions; see <see cref="ReductionKind"/> for the shapes.</summary>
public sealed class Sum : ReductionKind
{
    /// <inheritdoc/>
    public override Localized Title { get; } = new("Sum", "求和");

    /// <inheritdoc/>
    public override Localized Help { get; } = new(
        "Adds up numbers along the chosen dimensions.",
        "沿所选维度把数值相加。");

    /// <inheritdoc/>
    public override string Formula => @"y = \sum_i x_i";

    /// <inheritdoc/>
    protected override string Function => "sum";
}

/// <summary>Mean over dimensions; see <see cref="ReductionKind"/> for the shapes.</summary>
public sealed class Mean : ReductionKind
{
    /// <inheritdoc/>
    public override Localized Title { get; } = new("Average", "平均");

    /// <inheritdoc/>
    public override Localized Help { get; } = new(
        "Averages numbers, for example over all steps of a sequence or all places of a picture.",
        "对数值取平均，例如对序列的所有步或图片的所有位置。");

    /// <inheritdoc/>
    public override string Formula => @"y = \frac1n \sum_i x_i";

    /// <inheritdoc/>
    protected override string Function => "mean";
}

/// <summary>Maximum over dimensions; see <see cref="ReductionKind"/> for the shapes.</summary>
public sealed class Max : ReductionKind
{
    /// <inheritdoc/>
    public override Localized Title { get; } = new("Maximum", "最大值");

    /// <inheritdoc/>
    public override Localized Help { get; } = new(
        "Takes the largest number along the chosen dimensions: whether something occurs anywhere.",
        "沿所选维度取最大的数：即某个特征是否在任何地方出现过。");

    /// <inheritdoc/>
    public override string Formula => @"y = \max_i x_i";

    /// <inheritdoc/>
    protected override string Function => "amax";
}
