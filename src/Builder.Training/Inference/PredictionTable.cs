using System.Collections.Immutable;
using Builder.Graph.Messages;

namespace Builder.Training.Inference;

/// <summary>Predictions as a table: one row for each sample, values in the target's own units and class names.</summary>
/// <param name="Columns">Names of the columns.</param>
/// <param name="Rows">Texts and numbers, in the order of the columns.</param>
/// <param name="Unseen">Columns of the input in which the model met what it has never seen.</param>
/// <param name="Refused">Rows that have no prediction, because a cell is no number or no date where the model reads one, or is empty where it needs a value, or because the picture cannot be read; all their cells but the file are empty texts.</param>
public sealed record PredictionTable(
    ImmutableArray<string> Columns, IReadOnlyList<object[]> Rows, ImmutableArray<UnseenCategory> Unseen, ImmutableArray<RefusedRow> Refused);

/// <summary>A row that has no prediction.</summary>
/// <param name="Row">The row, from 0.</param>
/// <param name="Line">The line of the file on which it begins, from 1; null where that is not known.</param>
/// <param name="Column">The column that is to blame.</param>
/// <param name="Text">What its cell holds; null where it holds nothing.</param>
/// <param name="NeedsDate">Whether a date is needed there, else a number.</param>
public sealed record RefusedRow(int Row, long? Line, string Column, string? Text, bool NeedsDate)
{
    /// <summary>What is wrong with its picture, which it names; null where a cell is to blame.</summary>
    public Message? Reason { get; init; }
}
