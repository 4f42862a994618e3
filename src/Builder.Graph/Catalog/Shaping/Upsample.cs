using System.Collections.Immutable;
using System.Globalization;
using Builder.Graph.Problems;
using Builder.Graph.Shapes;

namespace Builder.Graph.Catalog.Kinds;

/// <summary>Series [N, C, L] and pictures [N, C, H, W] in another size.</summary>
public sealed class Upsample : ModuleKind
{
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
            return CommonProblems.WrongRank(block, new(
                "a series [N, channels, length] or a picture [N, channels, height, width]",
                "序列 [N, 通道, 长度] 或图片 [N, 通道, 高, 宽]"));
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
        return fitting.Contains(mode) ? null : CommonProblems.Mismatch(block, "MethodMismatch", new(
            $"the method “{mode}” is not for {CommonProblems.Describe(block.Input).En}.",
            $"方法“{mode}”不适用于{CommonProblems.Describe(block.Input).Zh}。"), CommonProblems.Set(block, "mode", fitting[1], new(
                $"Use “{fitting[1]}”", $"改用“{fitting[1]}”")));
    }

    private static Problem? SizeProblem(BlockInstance block) => Output(block).All(d => !d.IsKnown || d.Size >= 1) ? null :
        CommonProblems.Mismatch(block, "OutputTooSmall", new(
            $"nothing would be left of {CommonProblems.Describe(block.Input).En}.",
            $"{CommonProblems.Describe(block.Input).Zh} 将什么都不剩。"), CommonProblems.Set(block, "scale_factor", 1.0, new(
                "Set the factor to 1", "将倍数设为 1")));
}
