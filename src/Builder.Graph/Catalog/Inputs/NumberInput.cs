using System.Collections.Immutable;
using Builder.Graph.Data;

namespace Builder.Graph.Catalog.Kinds;

/// <summary>Number columns side by side: [N, F]. Windows of several steps are laid out as one list.</summary>
public sealed class NumberInput : DataInputKind
{
    /// <inheritdoc/>
    public override Localized Title { get; } = new("Numbers", "数值输入");

    /// <inheritdoc/>
    public override Localized Help { get; } = new(
        "Brings number columns of your table to the network: one row of the table is one list of numbers.",
        "把表格中的数值列送入网络：表格的一行就是一组数值。");

    /// <inheritdoc/>
    protected override Localized Wanted { get; } = new("number columns", "数值列");

    /// <inheritdoc/>
    public override bool Fits(ColumnSchema column) => column.Element == ElementType.Float32 && column.SampleShape.Length <= 2;

    /// <inheritdoc/>
    protected override ShapeResult Bind(BlockInstance block, ImmutableArray<ColumnSchema> columns) => ColumnShapes.List(columns);
}
