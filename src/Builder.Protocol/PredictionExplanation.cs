namespace Builder.Protocol;

/// <summary>
/// Why a model predicts what it does for a row: Shapley values of its columns. <see cref="Base"/> and all contributions add up to <see cref="Prediction"/>. It tells what the
/// model has done, not what causes what.
/// </summary>
/// <param name="Output">The column that is predicted, or the name of the output.</param>
/// <param name="Class">The class or label whose probability, from 0 to 1, is explained; null for a quantity.</param>
/// <param name="Unit">Unit of a quantity, where one is known.</param>
/// <param name="Base">The mean prediction for the rows that it is compared with.</param>
/// <param name="Prediction">The prediction for the row.</param>
/// <param name="Contributions">One for each column that the model reads, in the order of its inputs.</param>
/// <param name="Rows">How many rows that the model has learned from it is compared with.</param>
/// <param name="Orders">How many orders of the columns were tried; null where the contributions are exact.</param>
public sealed record PredictionExplanation(
    string Output, string? Class, string? Unit, double Base, double Prediction, IReadOnlyList<ColumnContribution> Contributions, int Rows, int? Orders);

/// <summary>How far a column has pushed a prediction.</summary>
/// <param name="Column">Its name among the model's inputs.</param>
/// <param name="Value">Up where positive, in the unit of the prediction; probabilities from −1 to 1.</param>
/// <param name="StandardError">How far the value is off by chance; null where it is exact.</param>
public sealed record ColumnContribution(string Column, double Value, double? StandardError);
