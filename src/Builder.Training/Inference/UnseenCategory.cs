using System.Collections.Immutable;
using Builder.Datasets.Columns;
using Builder.Datasets.Preparation;
using Builder.Datasets.Transforms.Steps;

namespace Builder.Training.Inference;

/// <summary>New rows hold a category that the training data did not have, in a column that the model reads.</summary>
/// <param name="Column">The column.</param>
/// <param name="Value">The first such category.</param>
/// <param name="Row">Its row, from 0.</param>
/// <param name="Rows">How many rows of the column hold one.</param>
public sealed record UnseenCategory(string Column, string Value, int Row, int Rows)
{
    internal static ImmutableArray<UnseenCategory> In(PreparedData data, RawTable rows) =>
        [.. data.Columns.Values.Where(c => c.UnseenRows.Count > 0).Select(c => First(c, data, rows)).OrderBy(u => u.Row)];

    private static UnseenCategory First(PreparedColumn column, PreparedData data, RawTable rows)
    {
        var row = column.UnseenRows.Min(r => data.SourceRow(r));
        var fitted = data.Fitted[column.Name];
        var cell = rows.Find<TextColumn>(fitted.Source)?[row] ?? "";
        return new(column.Name, fitted.Steps.OfType<FittedMultiHot>().FirstOrDefault()?.UnseenIn(cell) ?? cell, row, column.UnseenRows.Count);
    }
}
