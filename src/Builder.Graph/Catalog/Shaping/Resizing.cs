using System.Collections.Immutable;
using System.Globalization;
using Builder.Graph.Documents;
using Builder.Graph.Messages;
using Builder.Graph.Problems;
using Builder.Graph.Shapes;

namespace Builder.Graph.Catalog.Kinds;

/// <summary>One slice along a dimension, which goes away: [N, T, F] to [N, F].</summary>
public sealed class Select : BlockKind
{
    private static readonly MessageTemplate NoSuchPlace = new(
        "NoSuchPlace",
        "place {index} does not exist: dimension {dim} of {shape} has {size}.",
        "位置 {index} 不存在：{shape} 的第 {dim} 维只有 {size} 个。");

    private static readonly MessageTemplate PickLastOne = new("fix-pick-last-one", "Pick the last one", "选取最后一片");

    private const long MaxIndex = Parameter.MaxUnits;

    /// <inheritdoc/>
    public override Family Family => Family.Shaping;

    /// <inheritdoc/>
    public override Localized Title { get; } = new("Select", "选取层");

    /// <inheritdoc/>
    public override Localized Help { get; } = new(
        "Picks one slice, for example the last step of a sequence, and drops the rest.",
        "选取其中一片，例如序列的最后一步，其余舍弃。");

    /// <inheritdoc/>
    public override string Source => "https://pytorch.org/docs/stable/generated/torch.select.html";

    /// <inheritdoc/>
    public override ImmutableArray<Parameter> Parameters { get; } =
    [
        DimRule.Parameter("dim", 1, new("Dimension", "维度"), new(
            "The dimension from which a slice is picked; 1 are the steps of a sequence or the channels of a picture.",
            "从哪个维度选取，1 表示序列的步或图片的通道。")),
        Parameter.Integer("index", -1, new("Place", "位置"), new(
            "Which slice, counted from 0; -1 is the last one.",
            "选取第几片，从 0 数起，-1 表示最后一片。"), -MaxIndex, MaxIndex),
    ];

    /// <inheritdoc/>
    public override ShapeResult Infer(BlockInstance block)
    {
        if ((DimRule.Check(block, "dim", 1) ?? IndexProblem(block)) is { } problem)
        {
            return problem;
        }

        var shape = block.Input.Shape;
        var dim = DimRule.FromFront(block.Int("dim"), shape.Rank);
        return block.Input.Reshaped(shape.Slice(0, dim).Append([.. shape.Skip(dim + 1)]));
    }

    /// <inheritdoc/>
    public override string PyTorch(BlockInstance block) =>
        PyTorchLine.Call("x.select", [block.Value("dim"), block.Value("index")]);

    private static Problem? IndexProblem(BlockInstance block)
    {
        var (index, size) = (block.Int("index"), block.Input.Shape[DimRule.FromFront(block.Int("dim"), block.Input.Shape.Rank)]);
        return !size.IsKnown || (index >= -size.Size && index < size.Size) ? null : CommonProblems.Mismatch(
            block,
            NoSuchPlace.With(("index", index), ("dim", block.Int("dim")), ("shape", block.Input.Shape), ("size", size)),
            CommonProblems.Set(
                block, "index", -1, PickLastOne.With()));
    }
}

/// <summary>Adds a margin, or with negative numbers cuts one off.</summary>
public sealed class Pad : BlockKind
{
    private static readonly MessageTemplate WidthsMismatch = new(
        "WidthsMismatch",
        "{count} widths do not fit {input}: it takes two for each dimension that gets a margin.",
        "{count} 个宽度与{input}不符：每个要加边距的维度需要两个数。");

    private static readonly MessageTemplate AddOneAllAround = new("fix-add-one-all-around", "Add one all around", "四周各加一");

    private static readonly MessageTemplate MarginMismatch = new(
        "MarginMismatch",
        "a margin of {before} and {after} is not possible for {size} values with this filling.",
        "对 {size} 个数值，这种填充方式无法加上 {before} 和 {after} 的边距。");

    private static readonly MessageTemplate SetAllWidthsTo0 = new(
        "fix-set-all-widths-to-0",
        "Set all widths to 0",
        "将所有宽度设为 0");

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

        return CommonProblems.Mismatch(
            block,
            WidthsMismatch.With(("count", count), ("input", TypeWords.Describe(block.Input))),
            rank is not (3 or 4) ? null :
            CommonProblems.Set(block, "pad", ParameterValue.Of([.. Enumerable.Repeat(1L, spatial)]), AddOneAllAround.With()));
    }

    private static Problem? WidthProblem(BlockInstance block, Dim size, long before, long after)
    {
        if (!size.IsKnown || Fits(block.Text("mode"), size.Size, before, after))
        {
            return null;
        }

        return CommonProblems.Mismatch(block, MarginMismatch.With(("before", before), ("after", after), ("size", size)), CommonProblems.Set(
                block, "pad", ParameterValue.Of([.. block.Ints("pad").Select(_ => 0L)]), SetAllWidthsTo0.With()));
    }

    private static bool Fits(string mode, long size, long before, long after) => mode switch
    {
        "constant" => size + before + after >= 1 && size + Math.Min(before, 0) + Math.Min(after, 0) >= 0,
        "reflect" => before >= 0 && after >= 0 && before < size && after < size,
        "circular" => before >= 0 && after >= 0 && before <= size && after <= size,
        _ => before >= 0 && after >= 0,
    };
}

/// <summary>Series [N, C, L] and pictures [N, C, H, W] in another size.</summary>
public sealed class Upsample : ModuleKind
{
    private static readonly MessageTemplate SeriesOrPicture = new(
        "problem-series-or-picture",
        "a series [N, channels, length] or a picture [N, channels, height, width]",
        "序列 [N, 通道, 长度] 或图片 [N, 通道, 高, 宽]");

    private static readonly MessageTemplate MethodMismatch = new(
        "MethodMismatch",
        "the method “{mode}” is not for {input}.",
        "方法“{mode}”不适用于{input}。");

    private static readonly MessageTemplate UseFitting = new("fix-use-fitting", "Use “{fitting}”", "改用“{fitting}”");

    private static readonly MessageTemplate OutputTooSmall = new(
        "OutputTooSmall",
        "nothing would be left of {input}.",
        "{input} 将什么都不剩。");

    private static readonly MessageTemplate SetFactorTo1 = new("fix-set-factor-to-1", "Set the factor to 1", "将倍数设为 1");

    private static readonly string[] ModesOfSeries = ["nearest", "linear"];
    private static readonly string[] ModesOfPictures = ["nearest", "bilinear", "bicubic"];

    /// <inheritdoc/>
    public override Family Family => Family.Shaping;

    /// <inheritdoc/>
    public override Localized Title { get; } = new("Upsample", "上采样层");

    /// <inheritdoc/>
    public override Localized Help { get; } = new(
        "Enlarges a picture or series by repeating or blending its values. Nothing is learned.",
        "通过重复或混合数值来放大图片或序列，没有需要学习的内容。");

    /// <inheritdoc/>
    public override ImmutableArray<Parameter> Parameters { get; } =
    [
        Parameter.Real("scale_factor", 2.0, new("Factor", "倍数"), new(
            "How many times larger it becomes. Without meaning where a size is set.",
            "放大多少倍。填写了大小时不起作用。"), 0, 100, minExclusive: true),
        Parameter.IntegerOrList("size", null, new("Size", "大小"), new(
            "The size that comes out, in place of a factor.",
            "直接指定输出大小，代替倍数。"), 1, 10_000),
        Parameter.OneOf("mode", new("Method", "方法"), new(
            "How values in between come about: by repeating the nearest one, or by blending.",
            "中间的数值如何得到：重复最近的值，或混合相邻的值。"),
            new("nearest", new("Nearest", "最近邻")),
            new("linear", new("Linear (series)", "线性（序列）")),
            new("bilinear", new("Bilinear (pictures)", "双线性（图片）")),
            new("bicubic", new("Bicubic (pictures)", "双三次（图片）"))),
        Parameter.Switch("align_corners", false, new("Align corners", "对齐角点"), new(
            "Keeps the outermost values exactly in the corners. Only for blending.",
            "让最外侧的数值正好留在角上，仅用于混合方法。")),
    ];

    /// <inheritdoc/>
    public override ShapeResult Infer(BlockInstance block)
    {
        if (CommonProblems.ValuesExpected(block) is { } problem)
        {
            return problem;
        }

        var shape = block.Input.Shape;
        if (shape.Rank is not (3 or 4))
        {
            return CommonProblems.WrongRank(block, SeriesOrPicture.With());
        }

        if ((ModeProblem(block) ?? SpatialRules.CheckCount(block, "size", shape.Rank - 2) ?? SizeProblem(block)) is { } wrong)
        {
            return wrong;
        }

        return block.Input.Reshaped(Output(block));
    }

    /// <inheritdoc/>
    public override string PyTorch(BlockInstance block) => PyTorchLine.Of("Upsample", [],
        ("size", block.Value("size")),
        ("scale_factor", block.Has("size") ? null : block.Value("scale_factor")),
        ("mode", block.Text("mode") == "nearest" ? null : block.Value("mode")),
        ("align_corners", block.Flag("align_corners") && block.Text("mode") != "nearest" ? true : null));

    private static Shape Output(BlockInstance block)
    {
        var shape = block.Input.Shape;
        var sizes = block.Ints("size", shape.Rank - 2);
        for (var i = 2; i < shape.Rank; i++)
        {
            shape = shape.With(i, block.Has("size") ? sizes[i - 2] : Scaled(shape[i], block.Real("scale_factor")));
        }

        return shape;
    }

    private static Dim Scaled(Dim size, double factor) => (size.IsKnown, factor == Math.Floor(factor)) switch
    {
        (true, _) => (long)Math.Floor(size.Size * factor),
        (false, true) => size * (long)factor,
        _ => Dim.Symbol(string.Create(CultureInfo.InvariantCulture, $"⌊({size})·{factor}⌋")),
    };

    private static Problem? ModeProblem(BlockInstance block)
    {
        var (mode, series) = (block.Text("mode"), block.Input.Shape.Rank == 3);
        var fitting = series ? ModesOfSeries : ModesOfPictures;
        return fitting.Contains(mode) ? null : CommonProblems.Mismatch(
            block,
            MethodMismatch.With(("mode", mode), ("input", TypeWords.Describe(block.Input))),
            CommonProblems.Set(block, "mode", fitting[1], UseFitting.With(("fitting", fitting[1]))));
    }

    private static Problem? SizeProblem(BlockInstance block) => Output(block).All(d => !d.IsKnown || d.Size >= 1) ? null :
        CommonProblems.Mismatch(
            block,
            OutputTooSmall.With(("input", TypeWords.Describe(block.Input))),
            CommonProblems.Set(block, "scale_factor", 1.0, SetFactorTo1.With()));
}
