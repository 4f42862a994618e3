namespace Builder.Protocol;

/// <summary>
/// How the prediction for a row follows one of its columns, all others kept as they are: individual conditional expectation (Goldstein and others 2015,
/// https://doi.org/10.1080/10618600.2014.907095); and beside it the mean over rows that the model has learned from: partial dependence (Friedman 2001,
/// https://doi.org/10.1214/aos/1013203451). It tells what the model would say, not what would happen.
/// </summary>
/// <param name="Output">The column that is predicted, or the name of the output.</param>
/// <param name="Class">The class or label whose probability, from 0 to 1, is told; null for a quantity.</param>
/// <param name="Unit">Unit of a quantity, where one is known.</param>
/// <param name="Column">Name of the column among the model's inputs.</param>
/// <param name="ColumnUnit">Unit of its numbers, where one is known.</param>
/// <param name="Prediction">The prediction for the row as it is.</param>
/// <param name="Points">What was tried in its place: numbers in rising order, categories in that of the model.</param>
/// <param name="Rows">Over how many rows that the model has learned from the means are taken.</param>
public sealed record ColumnDependence(
    string Output, string? Class, string? Unit, string Column, string? ColumnUnit, double Prediction, IReadOnlyList<DependencePoint> Points, int Rows);

/// <summary>What a model says for one value of a column.</summary>
/// <param name="Value">The value, as it is typed.</param>
/// <param name="Number">The same as a number; null for a category.</param>
/// <param name="Prediction">The prediction for the row with this value.</param>
/// <param name="Mean">The mean prediction for the other rows with this value.</param>
/// <param name="Low">The prediction below which a tenth of those rows lie.</param>
/// <param name="High">The prediction above which a tenth of them lie.</param>
public sealed record DependencePoint(string Value, double? Number, double Prediction, double Mean, double Low, double High);
