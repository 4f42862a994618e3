using System.Collections.Immutable;
using Builder.Graph.Data;
using Builder.Graph.Documents;
using Builder.Graph.Shapes;

namespace Builder.Graph.Catalog.Kinds;

/// <summary>Category columns as class numbers: one column [N], several [N, K], windows [N, T].</summary>
public sealed class CategoryInput : DataInputKind
{
    /// <inheritdoc/>
    public override Localized Title { get; } = new("Categories", "类别输入");

    /// <inheritdoc/>
    public override Localized Help { get; } = new(
        "Brings a column of names, such as colours or cities, to the network as class numbers. An Embedding usually follows.",
        "把名称列（如颜色、城市）以类别编号送入网络，后面通常接嵌入层。");

    /// <inheritdoc/>
    protected override Localized Wanted { get; } = new("category columns", "类别列");

    /// <inheritdoc/>
    public override bool Fits(ColumnSchema column) => ColumnShapes.IsCategory(column);

    /// <inheritdoc/>
    protected override ShapeResult Bind(BlockInstance block, ImmutableArray<ColumnSchema> columns)
    {
        if (columns is [var only])
        {
            return new TensorType(Shape.Batched(only.SampleShape.AsSpan()), ElementType.Int64, only.Classes);
        }

        return columns.All(c => c.SampleShape.IsEmpty)
            ? new TensorType(Shape.Batched(columns.Length), ElementType.Int64, columns.Max(c => c.Classes))
            : CommonProblems.Mismatch(block, "SeveralSeries", new(
                "categories in windows come one column at a time. Give each an input block of its own.",
                "窗口中的类别一次只能取一列。请为每一列各放一个输入模块。"),
                CommonProblems.Set(block, ColumnsParameter, ParameterValue.Of(columns[0].Name), new(
                    $"Use {columns[0].Name} only", $"只用 {columns[0].Name}")));
    }
}
