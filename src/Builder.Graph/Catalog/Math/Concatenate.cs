using System.Collections.Immutable;
using Builder.Graph.Problems;
using Builder.Graph.Shapes;

namespace Builder.Graph.Catalog.Kinds;

/// <summary>Several tensors joined along one dimension.</summary>
public sealed class Concatenate : BlockKind
{
    /// <inheritdoc/>
    public override Family Family => Family.Math;

    /// <inheritdoc/>
    public override Localized Title { get; } = new("Concatenate", "拼接");

    /// <inheritdoc/>
    public override Localized Help { get; } = new(
        "Puts several results side by side: lists become one longer list, pictures one with more channels.",
        "把多个结果并排放在一起：列表合成更长的列表，图片合成通道更多的图片。");

    /// <inheritdoc/>
    public override string Formula => @"y = [x_1; x_2; \dots]";

    /// <inheritdoc/>
    public override string Source => "https://pytorch.org/docs/stable/generated/torch.cat.html";

    /// <inheritdoc/>
    public override ImmutableArray<Port> Inputs { get; } = [new("inputs", new("Inputs", "输入"), Variadic: true)];

    /// <inheritdoc/>
    public override ImmutableArray<Parameter> Parameters { get; } =
    [
        new("dim", ParameterType.Integer, 1, new("Dimension", "维度"), new(
            "Along which dimension: 1 for lists and pictures, -1 (last) for features of sequences.",
            "沿哪个维度拼接：列表和图片为 1，序列的特征为 -1（最后一维）。"), -8, 7),
    ];

    /// <inheritdoc/>
    public override ShapeResult Infer(BlockInstance block)
    {
        var (all, first) = (block.All("inputs"), block.Input);
        var dim = (int)block.Int("dim") + (block.Int("dim") < 0 ? first.Shape.Rank : 0);
        if (dim < 1 || dim >= first.Shape.Rank)
        {
            return WrongDim(block);
        }

        foreach (var type in all)
        {
            if (type.Element != first.Element || type.Shape.Rank != first.Shape.Rank || !type.Shape.With(dim, 1).Equals(first.Shape.With(dim, 1)))
            {
                return CommonProblems.Mismatch(block, "ShapeMismatch", new(
                    $"{first} and {type} cannot be joined along dimension {dim}: all other sizes must be equal.",
                    $"{first} 与 {type} 无法沿第 {dim} 维拼接：其他维度的大小必须全部相等。"));
            }
        }

        var classes = all.All(t => t.Classes is not null) ? all.Max(t => t.Classes) : null;
        return new TensorType(first.Shape.With(dim, all.Aggregate((Dim)0, (sum, t) => sum + t.Shape[dim])), first.Element, classes);
    }

    /// <inheritdoc/>
    public override string PyTorch(BlockInstance block) => PyTorchLine.Call(
        "torch.cat", [new PyTorchLine.Verbatim("inputs")], ("dim", block.Value("dim")));

    private static Problem WrongDim(BlockInstance block) => CommonProblems.Mismatch(block, "WrongDim", new(
        $"{block.Input} cannot be joined along dimension {block.Int("dim")}; dimension 0 counts the samples.",
        $"{block.Input} 无法沿第 {block.Int("dim")} 维拼接；第 0 维表示样本。"),
        block.Input.Shape.Rank < 2 ? null : CommonProblems.Set(block, "dim", -1, new("Join along the last dimension", "沿最后一维拼接")));
}
