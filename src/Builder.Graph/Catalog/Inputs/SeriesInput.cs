using System.Collections.Immutable;
using Builder.Graph.Data;
using Builder.Graph.Documents;

namespace Builder.Graph.Catalog.Kinds;

/// <summary>Number columns in windows of several steps: [N, T, F].</summary>
public sealed class SeriesInput : DataInputKind
{
    /// <inheritdoc/>
    public override Localized Title { get; } = new("Series", "序列输入");

    /// <inheritdoc/>
    public override Localized Help { get; } = new(
        "Brings the last steps of a series to the network, such as 30 days of weather: for each step one list of numbers.",
        "把序列最近的若干步送入网络，例如 30 天的天气：每一步是一组数值。");

    /// <inheritdoc/>
    protected override Localized Wanted { get; } = new(
        "number columns of data that is cut into windows", "已切成窗口的数值列");

    /// <inheritdoc/>
    public override bool Fits(ColumnSchema column) => ColumnShapes.IsSeries(column);

    /// <inheritdoc/>
    protected override ShapeResult Bind(BlockInstance block, ImmutableArray<ColumnSchema> columns) =>
        columns.All(c => c.SampleShape[0] == columns[0].SampleShape[0])
            ? ColumnShapes.Series(columns)
            : CommonProblems.Mismatch(block, "StepsMismatch", new(
                "the columns have different numbers of steps.", "各列的步数不同。"),
                CommonProblems.Set(block, ColumnsParameter, ParameterValue.Of(columns[0].Name), new(
                    $"Use {columns[0].Name} only", $"只用 {columns[0].Name}")));
}
