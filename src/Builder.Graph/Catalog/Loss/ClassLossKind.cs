using System.Collections.Immutable;
using Builder.Graph.Data;
using Builder.Graph.Messages;
using Builder.Graph.Problems;
using Builder.Graph.Shapes;

namespace Builder.Graph.Catalog.Kinds;

/// <summary>A loss that compares one value per class with the number of the right class.</summary>
public abstract class ClassLossKind : LossKind
{
    private static readonly MessageTemplate ClassesMismatch = new(
        "ClassesMismatch.loss",
        "the target has {wanted} classes, but the prediction has {values}. One value per class is needed.",
        "目标有 {wanted} 个类别，但预测有 {values}。每个类别需要一个数值。");

    private static readonly MessageTemplate ShapeMismatch = new(
        "ShapeMismatch.classes",
        "the prediction {prediction} holds {values} for each of {places} places, but the target is {target}.",
        "预测 {prediction} 为 {places} 中的每个位置给出 {values}，但目标是 {target}。");

    private static readonly MessageTemplate TakeFromDimension1 = new(
        "fix-take-classes-from-dimension-1", "Take the classes from dimension 1", "类别取自第 1 维");

    private static readonly MessageTemplate TakeFromLastDimension = new(
        "fix-take-classes-from-last-dimension", "Take the classes from the last dimension", "类别取自最后一维");

    private static readonly MessageTemplate OneValuePerClassAsPrediction = new(
        "problem-one-value-per-class-as-prediction",
        "one value per class as prediction",
        "每个类别一个数值作为预测");

    private static readonly MessageTemplate WrongDim = new(
        "WrongDim.classes",
        "classes cannot lie in dimension 0, which counts the samples.",
        "类别不能位于第 0 维，该维表示样本。");

    private static readonly MessageTemplate UseDimension1 = new("fix-use-dimension-1", "Use dimension 1", "使用第 1 维");

    private static readonly MessageTemplate OneOutput = new(
        "OneOutput",
        "a single output cannot choose between classes, and the target is plain numbers.",
        "只有一个输出无法在类别之间选择，而且目标是普通数值。");

    private static readonly MessageTemplate SeveralLabels = new(
        "SeveralLabels",
        "a row of the target may have several labels or none, but this loss expects exactly one right class.",
        "目标的一行可以有多个标签，也可以没有，而这个损失函数要求恰好有一个正确的类别。");

    private static readonly MessageTemplate ClassNumbersAsTarget = new(
        "problem-class-numbers-as-target",
        "class numbers as target",
        "类别编号作为目标");

    private static readonly MessageTemplate WeightMismatch = new(
        "WeightMismatch",
        "there are {length} class weights for {classes} classes.",
        "有 {length} 个类别权重，却有 {classes} 个类别。");

    private static readonly MessageTemplate DropClassWeights = new(
        "fix-drop-class-weights",
        "Drop the class weights",
        "去掉类别权重");

    /// <summary>How much each class counts.</summary>
    protected static Parameter ClassWeights { get; } = new("weight", ParameterType.NumberList, null, new("Class weights", "类别权重"), new(
        "One number per class: mistakes on classes with a larger number count more. Empty: all count the same.",
        "每个类别一个数：数值越大，该类别上的错误影响越大。不填则各类别同等对待。"), 0, 1e6);

    /// <inheritdoc/>
    protected override ImmutableArray<Parameter> Own =>
    [
        ClassWeights,
        new("ignore_index", ParameterType.Integer, null, new("Ignored class number", "忽略的类别编号"), new(
            "Targets with this number do not count, such as the number of padding. Empty: all count.",
            "目标为该编号时不计入损失，例如填充的编号。不填则全部计入。"), -100, Parameter.MaxUnits),
        new("dim", ParameterType.Integer, 1, new("Class dimension", "类别所在维度"), new(
            "Where the classes lie: 1 for lists and pictures, -1 (last) for sequences such as text.",
            "类别位于哪个维度：列表和图片为 1，文本等序列为 -1（最后一维）。"), -1, 1),
    ];

    /// <summary>True where targets may also be probabilities of all classes.</summary>
    protected virtual bool TakesProbabilities => false;

    /// <inheritdoc/>
    protected override ImmutableArray<WeightSpec> Buffers(BlockInstance block) =>
        block.Reals("weight") is { Length: > 0 } weight ? [WeightSpec.Buffer("weight", weight.Length)] : [];

    /// <inheritdoc/>
    public override string PyTorch(BlockInstance block) => PyTorchLine.Of(Id, [], [
        ("weight", PyTorchLine.Tensor(block, "weight")),
        .. PyTorchLine.Changed(block, "p", "margin", "ignore_index", "label_smoothing", "reduction")]);

    /// <inheritdoc/>
    protected override Problem? Check(BlockInstance block)
    {
        var (input, target) = (block.Input, block.At("target")!);
        if (input.Element == ElementType.Int64)
        {
            return CommonProblems.WrongElement(block, OneValuePerClassAsPrediction.With());
        }

        if (input.Shape.Rank < 2)
        {
            return CommonProblems.WrongRank(block, ProblemWords.OneValuePerClass.With());
        }

        return CheckDim(block) ?? (target.Element == ElementType.Int64 ? CheckClasses(block, target) : CheckProbabilities(block, target))
            ?? CheckWeight(block);
    }

    /// <summary>Where the classes lie: 1 for kinds without a choice.</summary>
    private static long ClassDim(BlockInstance block) => block.Kind.FindParameter("dim") is null ? 1 : block.Int("dim");

    private static Dim Classes(BlockInstance block) => block.Input.Shape[(int)ClassDim(block)];

    private static Problem? CheckDim(BlockInstance block) => ClassDim(block) != 0 ? null : CommonProblems.Mismatch(block, WrongDim.With(),
        CommonProblems.Set(block, "dim", 1, UseDimension1.With()));

    private static Problem? CheckClasses(BlockInstance block, TensorType target)
    {
        if (!target.Shape.Equals(Without(block.Input.Shape, ClassDim(block))))
        {
            return WrongTargetShape(block, target);
        }

        var classes = Classes(block);
        if (!classes.IsKnown || target.Classes is not { } wanted || classes.Size == wanted)
        {
            return null;
        }

        var problem = CommonProblems.Mismatch(
            block,
            ClassesMismatch.With(("wanted", wanted), ("values", TypeWords.Values(classes))),
            LossFixes.Outputs(block, wanted));
        return problem with { Severity = classes.Size < wanted ? Severity.Error : Severity.Warning };
    }

    private static Problem WrongTargetShape(BlockInstance block, TensorType target)
    {
        var other = ClassDim(block) == 1 ? -1 : 1;
        var places = Without(block.Input.Shape, ClassDim(block));
        var fix = !target.Shape.Equals(Without(block.Input.Shape, other)) ? null
            : CommonProblems.Set(block, "dim", other, (other == 1 ? TakeFromDimension1 : TakeFromLastDimension).With());
        return CommonProblems.Mismatch(block, ShapeMismatch.With(
            ("prediction", block.Input), ("values", TypeWords.Values(Classes(block))), ("places", places), ("target", target)), fix);
    }

    private Problem? CheckProbabilities(BlockInstance block, TensorType target)
    {
        if (target.IsMultiLabel)
        {
            return CommonProblems.Mismatch(block, SeveralLabels.With(), LossFixes.Other(block, "BCEWithLogitsLoss"));
        }

        var classes = Classes(block);
        if (classes is { IsKnown: true, Size: 1 })
        {
            return CommonProblems.Mismatch(block, OneOutput.With(), LossFixes.Other(block, "BCEWithLogitsLoss"));
        }

        return TakesProbabilities && block.Input.Shape.Equals(target.Shape) ? null
            : CommonProblems.WrongElement(block, target, ClassNumbersAsTarget.With(),
                block.From("target")?.Parameters.GetValueOrDefault("as") is Documents.ParameterValue.Text { Value: "number" }
                    ? LossFixes.TargetAs(block, "auto")
                    : LossFixes.Other(block, "MSELoss"));
    }

    private static Problem? CheckWeight(BlockInstance block)
    {
        var (weight, classes) = (block.Reals("weight"), Classes(block));
        return weight.IsEmpty || !classes.IsKnown || weight.Length == classes.Size ? null : CommonProblems.Mismatch(
            block,
            WeightMismatch.With(("length", weight.Length), ("classes", classes)),
            new(DropClassWeights.With(), new Documents.SetParameter(block.Block.Id, "weight", null)));
    }

    private static Shape Without(Shape shape, long dim)
    {
        var index = (int)(dim < 0 ? dim + shape.Rank : dim);
        return new([.. shape.Where((_, i) => i != index)]);
    }
}
