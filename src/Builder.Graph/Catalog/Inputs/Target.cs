using System.Collections.Immutable;
using Builder.Graph.Data;
using Builder.Graph.Documents;
using Builder.Graph.Messages;
using Builder.Graph.Shapes;

namespace Builder.Graph.Catalog.Kinds;

/// <summary>
/// What is to be predicted: numbers [N, K], one category as class numbers [N], the labels of a row as yes and no [N, K], the next tokens of a
/// text [N, T], a series [N, T, F] or a picture [N, C, H, W].
/// </summary>
public sealed class Target : BlockKind
{
    private static readonly MessageTemplate SeveralCategories = new(
        "SeveralCategories",
        "several categories cannot be one target. Give each a Target block and a loss of its own, or take yes/no columns as numbers.",
        "多个类别不能合成一个目标。请为每个类别各放一个目标模块和损失函数，或者把是/否列作为数值使用。");

    private static readonly MessageTemplate MixedTargets = new(
        "MixedTargets",
        "columns of different types cannot be one target. Give each a Target block of its own.",
        "不同类型的列不能合成一个目标。请为每一列各放一个目标模块。");

    private static readonly MessageTemplate TakeThemAsNumbers = new(
        "fix-take-them-as-numbers",
        "Take them as numbers",
        "作为数值使用");

    /// <inheritdoc/>
    public override Family Family => Family.Inputs;

    /// <inheritdoc/>
    public override Role Role => Role.Target;

    /// <inheritdoc/>
    public override Localized Title { get; } = new("Target", "目标");

    /// <inheritdoc/>
    public override Localized Help { get; } = new(
        "The column that the network shall learn to predict. It is used for training and for scores, never as an input.",
        "网络要学会预测的列。它只用于训练和评分，不会作为输入。");

    /// <inheritdoc/>
    public override string Source => "https://pytorch.org/docs/stable/data.html";

    /// <inheritdoc/>
    public override ImmutableArray<Port> Inputs => [];

    /// <inheritdoc/>
    public override ImmutableArray<Parameter> Parameters { get; } =
    [
        DataBinding.DataParameter,
        new("columns", ParameterType.Columns, null, new("Columns", "列"), new(
            "What is to be predicted: one column, or several number columns.", "要预测的内容：一列，或者多个数值列。")),
        Parameter.OneOf("as", new("Given as", "形式"), new(
            "Categories are given as class numbers unless a loss needs plain numbers 0 and 1.",
            "类别默认以类别编号给出；如果损失函数需要 0 和 1 这样的数值，请选择“数值”。"),
            new Choice("auto", new("As the column is", "按列的类型")),
            new Choice("number", new("Numbers", "数值"))),
    ];

    /// <inheritdoc/>
    public override ShapeResult Infer(BlockInstance block)
    {
        var binding = DataBinding.Of(block, "columns");
        if (binding.Problem is { } problem)
        {
            return problem;
        }

        var columns = binding.Columns;
        var asNumber = block.Text("as") == "number";
        return columns.All(c => c.Element == ElementType.Int64) && !asNumber ? Categories(block, columns)
            : columns is [var only] ? Single(only)
            : Several(block, columns, asNumber);
    }

    private static ShapeResult Categories(BlockInstance block, ImmutableArray<ColumnSchema> columns) => columns is [var only]
        ? new TensorType(Shape.Batched(only.SampleShape.AsSpan()), ElementType.Int64, only.Classes)
        : CommonProblems.Mismatch(block, SeveralCategories.With(), AsNumber(block));

    private static TensorType Single(ColumnSchema column) =>
        ColumnShapes.IsPicture(column) ? TensorType.Batched(column.SampleShape.AsSpan())
        : ColumnShapes.IsSeries(column) ? ColumnShapes.Series([column])
        : column is { IsMultiLabel: true, SampleShape.Length: 1 } ? ColumnShapes.List([column]) with { Classes = column.Classes }
        : ColumnShapes.List([column]);

    private static ShapeResult Several(BlockInstance block, ImmutableArray<ColumnSchema> columns, bool asNumber)
    {
        if (columns.All(ColumnShapes.IsSeries) && columns.All(c => c.SampleShape[0] == columns[0].SampleShape[0]))
        {
            return ColumnShapes.Series(columns);
        }

        var isMixed = !asNumber && columns.Any(c => c.Element == ElementType.Int64);
        var isFlat = columns.All(c => c.SampleShape.IsEmpty || c.Classes is not null);
        return isFlat && !isMixed ? ColumnShapes.List(columns)
            : CommonProblems.Mismatch(block, MixedTargets.With(), isFlat ? AsNumber(block) : null);
    }

    private static Problems.Fix AsNumber(BlockInstance block) =>
        new(TakeThemAsNumbers.With(), new SetParameter(block.Block.Id, "as", "number"));
}
