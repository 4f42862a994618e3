using System.Collections.Immutable;
using Builder.Graph.Data;
using Builder.Graph.Documents;
using Builder.Graph.Messages;
using Builder.Graph.Problems;
using Builder.Graph.Shapes;

namespace Builder.Graph.Catalog.Kinds;

/// <summary>Arithmetic on two tensors, number by number; shapes are broadcast as in PyTorch.</summary>
public abstract class BinaryKind : BlockKind
{
    private static readonly MessageTemplate Quoted = new("problem-layer", "“{layer}”", "“{layer}”");

    private static readonly MessageTemplate GiveChannels = new(
        "fix-give-channels", "Give {layer} {count} {count|channel|channels}", "把{layer}的通道数改为 {count}");

    private static readonly MessageTemplate NumberByNumber = new(
        "ShapeMismatch.number-by-number",
        "it takes number by number, but the first is {input} and the second {other}. Both must have the same sizes, or the size 1 where they differ.",
        "它逐个数值运算，但第一项是{input}，第二项是{other}。两者的大小必须相同，不同之处须有一方为 1。");

    /// <inheritdoc/>
    public sealed override Family Family => Family.Math;

    /// <inheritdoc/>
    public sealed override string Source => $"https://pytorch.org/docs/stable/generated/torch.{Function}.html";

    /// <inheritdoc/>
    public sealed override ImmutableArray<Port> Inputs { get; } = [new("input", new("First", "第一项")), new("other", new("Second", "第二项"))];

    /// <summary>PyTorch's function.</summary>
    protected abstract string Function { get; }

    /// <inheritdoc/>
    public sealed override ShapeResult Infer(BlockInstance block)
    {
        var (input, other) = (block.Input, block.At("other")!);
        if (input.Element == ElementType.Int64 || other.Element == ElementType.Int64)
        {
            return CommonProblems.WrongElement(block, input.Element == ElementType.Int64 ? input : other, ProblemWords.PlainValues.With());
        }

        return Broadcasting.Of(input.Shape, other.Shape) is { } shape ? new TensorType(shape) : CommonProblems.Mismatch(
            block,
            NumberByNumber.With(("input", TypeWords.Describe(input)), ("other", TypeWords.Describe(other))),
            Resize(block, input.Shape, other.Shape));
    }

    private static Fix? Resize(BlockInstance block, Shape input, Shape other) => ResizeNext(block, input, other) ?? ResizeWithin(block, input, other);

    /// <summary>
    /// Gives the one of the two that a layer of the same canvas makes, with nothing behind it that changes sizes, the size of the other: in a
    /// shortcut that is the last layer of the way around which it leads. Null where that is both or none.
    /// </summary>
    private static Fix? ResizeWithin(BlockInstance block, Shape input, Shape other)
    {
        var (first, second) = (Maker(block, "input"), Maker(block, "other"));
        return first is not null && second is null ? Sized(first, input, other) : second is not null && first is null ? Sized(second, other, input) : null;
    }

    private static Block? Maker(BlockInstance block, string port) =>
        block.SizedBy(port) is { } maker && maker.Group == block.Block.Group && SizeOf(maker) is not null ? maker : null;

    // A layer that works in groups of channels cannot give any number of them.
    private static (string Parameter, int Dim)? SizeOf(Block maker) => BlockCatalog.Find(maker.Kind) switch
    {
        Linear => ("out_features", -1),
        ConvolutionKind when !maker.Parameters.ContainsKey("groups") => ("out_channels", 1),
        _ => null,
    };

    private static Fix? Sized(Block maker, Shape made, Shape wanted)
    {
        var (parameter, dim) = SizeOf(maker)!.Value;
        return !Broadcasting.DiffersOnly(made, wanted, dim) ? null
            : parameter == "out_features" ? LossFixes.Outputs(maker, Name(maker), wanted[dim].Size)
            : new Fix(GiveChannels.With(("layer", Name(maker)), ("count", wanted[dim].Size)), new SetParameter(maker.Id, parameter, wanted[dim].Size));
    }

    /// <summary>Gives the one of the two that comes from a Linear layer the size of the other; null where that is both or none.</summary>
    private static Fix? ResizeNext(BlockInstance block, Shape input, Shape other)
    {
        var (first, second) = (block.From("input") is { Kind: "Linear" } a ? a : null, block.From("other") is { Kind: "Linear" } b ? b : null);
        return first is not null && second is null && Broadcasting.DiffersLast(input, other) ? LossFixes.Outputs(first, Name(first), other[-1].Size)
            : second is not null && first is null && Broadcasting.DiffersLast(other, input) ? LossFixes.Outputs(second, Name(second), input[-1].Size)
            : null;
    }

    private static Message Name(Block linear) =>
        Quoted.With(("layer", linear.Label is { Length: > 0 } label ? label : BlockCatalog.Get(linear.Kind).TitleMessage));

    /// <inheritdoc/>
    public sealed override string PyTorch(BlockInstance block) =>
        PyTorchLine.Call($"torch.{Function}", [new PyTorchLine.Verbatim("input"), new PyTorchLine.Verbatim("other")]);
}

/// <summary>a + b, element by element, shapes broadcast as in PyTorch ([N, C, 1] and [N, 1, L] to [N, C, L]); also of two losses [].</summary>
public sealed class Add : BinaryKind
{
    /// <inheritdoc/>
    public override Localized Title { get; } = new("Add", "相加");

    /// <inheritdoc/>
    public override Localized Help { get; } = new(
        "Adds two results number by number: shortcuts around layers, or the sum of two losses.",
        "把两个结果逐个数值相加：用于跳跃连接，或把两个损失加在一起。");

    /// <inheritdoc/>
    public override string Formula => @"y = a + b";

    /// <inheritdoc/>
    protected override string Function => "add";
}

/// <summary>a − b, element by element, shapes broadcast as in PyTorch.</summary>
public sealed class Subtract : BinaryKind
{
    /// <inheritdoc/>
    public override Localized Title { get; } = new("Subtract", "相减");

    /// <inheritdoc/>
    public override Localized Help { get; } = new(
        "Subtracts the second result from the first, number by number.",
        "用第一项逐个数值减去第二项。");

    /// <inheritdoc/>
    public override string Formula => @"y = a - b";

    /// <inheritdoc/>
    protected override string Function => "subtract";
}

/// <summary>a · b, element by element, shapes broadcast as in PyTorch.</summary>
public sealed class Multiply : BinaryKind
{
    /// <inheritdoc/>
    public override Localized Title { get; } = new("Multiply", "相乘");

    /// <inheritdoc/>
    public override Localized Help { get; } = new(
        "Multiplies two results number by number; with values from 0 to 1 it acts as a gate.",
        "把两个结果逐个数值相乘；当其中一项在 0 到 1 之间时，相当于一道门。");

    /// <inheritdoc/>
    public override string Formula => @"y = a \odot b";

    /// <inheritdoc/>
    protected override string Function => "multiply";
}

/// <summary>Product of matrices: […, A, B] times […, B, C] to […, A, C].</summary>
public sealed class MatMul : BlockKind
{
    private static readonly MessageTemplate Table = new(
        "problem-table",
        "a table of numbers with rows and columns",
        "有行和列的数表");

    private static readonly MessageTemplate CannotMultiply = new(
        "ShapeMismatch.multiply",
        "{input} and {other} cannot be multiplied: the last size of the first must be the last but one of the second.",
        "{input} 与 {other} 无法相乘：第一项的最后一维必须等于第二项的倒数第二维。");

    /// <inheritdoc/>
    public override Family Family => Family.Math;

    /// <inheritdoc/>
    public override Localized Title { get; } = new("Matrix product", "矩阵乘法");

    /// <inheritdoc/>
    public override Localized Help { get; } = new(
        "Multiplies two tables of numbers row by column, the building block of attention.",
        "把两个数表按行乘列相乘，是注意力的基本构件。");

    /// <inheritdoc/>
    public override string Formula => @"Y = A B";

    /// <inheritdoc/>
    public override string Source => "https://pytorch.org/docs/stable/generated/torch.matmul.html";

    /// <inheritdoc/>
    public override ImmutableArray<Port> Inputs { get; } = [new("input", new("First", "第一项")), new("other", new("Second", "第二项"))];

    /// <inheritdoc/>
    public override ShapeResult Infer(BlockInstance block)
    {
        var (input, other) = (block.Input, block.At("other")!);
        if (input.Element == ElementType.Int64 || other.Element == ElementType.Int64)
        {
            return CommonProblems.WrongElement(block, input.Element == ElementType.Int64 ? input : other, ProblemWords.PlainValues.With());
        }

        if (input.Shape.Rank < 2 || other.Shape.Rank < 2)
        {
            return CommonProblems.WrongRank(block, input.Shape.Rank < 2 ? input : other, Table.With());
        }

        var batch = Broadcasting.Of(input.Shape.Slice(0, input.Shape.Rank - 2), other.Shape.Slice(0, other.Shape.Rank - 2));
        return batch is not null && input.Shape[-1] == other.Shape[-2]
            ? new TensorType(batch.Append(input.Shape[-2], other.Shape[-1]))
            : CommonProblems.Mismatch(block, CannotMultiply.With(("input", input), ("other", other)));
    }

    /// <inheritdoc/>
    public override string PyTorch(BlockInstance block) => "torch.matmul(input, other)";
}

/// <summary>Tensors joined along dim: their sizes there add up, all others are equal; [N, a, *] and [N, b, *] to [N, a + b, *] for dim 1.</summary>
public sealed class Concatenate : BlockKind
{
    private static readonly MessageTemplate CannotJoin = new(
        "ShapeMismatch.join",
        "{first} and {type} cannot be joined along dimension {dim}: all other sizes must be equal.",
        "{first} 与 {type} 无法沿第 {dim} 维拼接：其他维度的大小必须全部相等。");

    private static readonly MessageTemplate WrongDimWords = new(
        "WrongDim.join",
        "{input} cannot be joined along dimension {dim}; dimension 0 counts the samples.",
        "{input} 无法沿第 {dim} 维拼接；第 0 维表示样本。");

    private static readonly MessageTemplate JoinAlongLastDimension = new(
        "fix-join-along-last-dimension",
        "Join along the last dimension",
        "沿最后一维拼接");

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
                return CommonProblems.Mismatch(block, CannotJoin.With(("first", first), ("type", type), ("dim", dim)));
            }
        }

        var classes = all.All(t => t.Classes is not null) ? all.Max(t => t.Classes) : null;
        return new TensorType(first.Shape.With(dim, all.Aggregate((Dim)0, (sum, t) => sum + t.Shape[dim])), first.Element, classes);
    }

    /// <inheritdoc/>
    public override string PyTorch(BlockInstance block) => PyTorchLine.Call(
        "torch.cat", [new PyTorchLine.Verbatim("inputs")], ("dim", block.Value("dim")));

    private static Problem WrongDim(BlockInstance block) => CommonProblems.Mismatch(
        block,
        WrongDimWords.With(("input", block.Input), ("dim", block.Int("dim"))),
        block.Input.Shape.Rank < 2 ? null : CommonProblems.Set(block, "dim", -1, JoinAlongLastDimension.With()));
}

/// <summary>A random draw from N(mean, exp(log_variance)) while training, the mean otherwise (Kingma and Welling 2014).</summary>
public sealed class Reparameterize : BlockKind
{
    /// <inheritdoc/>
    public override Family Family => Family.Math;

    /// <inheritdoc/>
    public override Localized Title { get; } = new("Random draw", "随机抽样");

    /// <inheritdoc/>
    public override Localized Help { get; } = new(
        "Draws the code of a variational autoencoder at random around its mean, in a way that lets gradients through.",
        "围绕均值随机抽取变分自编码器的编码，同时让梯度得以通过。");

    /// <inheritdoc/>
    public override string Formula => @"z = \mu + \epsilon\, e^{\frac12 \log\sigma^2}, \quad \epsilon \sim \mathcal{N}(0, 1)";

    /// <inheritdoc/>
    public override string Source => "https://arxiv.org/abs/1312.6114";

    /// <inheritdoc/>
    public override ImmutableArray<Port> Inputs { get; } =
        [new("mean", new("Mean", "均值")), new("log_variance", new("Log of variance", "方差的对数"))];

    /// <inheritdoc/>
    public override ShapeResult Infer(BlockInstance block) =>
        DistributionPorts.Check(block) is { } problem ? problem : new TensorType(block.Input.Shape);

    /// <inheritdoc/>
    public override string PyTorch(BlockInstance block) => "mean + (0.5 * log_variance).exp() * torch.randn_like(mean)";
}
