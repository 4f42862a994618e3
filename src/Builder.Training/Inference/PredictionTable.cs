using System.Collections.Immutable;

namespace Builder.Training.Inference;

/// <summary>Predictions as a table: one row for each sample, values in the target's own units and class names.</summary>
/// <param name="Columns">Names of the columns.</param>
/// <param name="Rows">Texts and numbers, in the order of the columns.</param>
/// <param name="Unseen">Columns of the input in which the model met what it has never seen.</param>
public sealed record PredictionTable(ImmutableArray<string> Columns, IReadOnlyList<object[]> Rows, ImmutableArray<UnseenCategory> Unseen);
