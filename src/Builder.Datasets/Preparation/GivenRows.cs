using System.Globalization;
using Builder.Datasets.Changes;
using Builder.Datasets.Columns;
using Builder.Datasets.Numbers;
using Builder.Datasets.Pictures;
using Builder.Datasets.Transforms;
using Builder.Graph.Data;

namespace Builder.Datasets.Preparation;

/// <summary>Rows that somebody has typed, as a table to predict for.</summary>
public static class GivenRows
{
    /// <summary>The columns that the inputs read, and those that order and group a series where they are given.</summary>
    /// <param name="name">What the rows are called in messages.</param>
    /// <param name="dataSet">The description under which the model was trained.</param>
    /// <param name="fitted">What was learned from the training rows.</param>
    /// <param name="inputs">The columns that the model reads.</param>
    /// <param name="rows">
    /// Texts by the name of the column or of its source, the path of a file for a picture; what is empty or left out is missing.
    /// </param>
    public static RawTable Table(
        string name, DataSet dataSet, FittedTransforms fitted, IReadOnlyCollection<string> inputs,
        IReadOnlyList<IReadOnlyDictionary<string, string?>> rows)
    {
        ArgumentNullException.ThrowIfNull(dataSet);
        ArgumentNullException.ThrowIfNull(fitted);
        ArgumentNullException.ThrowIfNull(rows);
        var columns = fitted.Columns.Where(c => inputs.Contains(c.Name)).DistinctBy(c => c.Source)
            .Select(c => c.Type == ColumnType.Picture ? (RawColumn)Pictures(c, rows) : Texts(c.Source, Values(c, rows))).ToList();
        foreach (var key in new[] { dataSet.Windows?.OrderBy, dataSet.Windows?.GroupBy }.OfType<string>())
        {
            if (columns.All(c => c.Name != key) && rows.All(row => row.ContainsKey(key)))
            {
                columns.Add(Texts(key, rows.Select(row => row[key])));
            }
        }

        return MeantValues.Apply(new RawTable(name, columns, fingerprint: ""), dataSet.Changes);
    }

    /// <summary>
    /// A text that is to be given, numbers with a decimal point: "1,234" is a little more than one where the training file has decimal commas. Other texts are
    /// left alone.
    /// </summary>
    /// <param name="dataSet">The description under which the model was trained.</param>
    /// <param name="fitted">What was learned from the training rows.</param>
    /// <param name="column">Name of the column or of its source.</param>
    /// <param name="text">What somebody has typed.</param>
    public static string? Plain(DataSet dataSet, FittedTransforms fitted, string column, string? text)
    {
        ArgumentNullException.ThrowIfNull(dataSet);
        ArgumentNullException.ThrowIfNull(fitted);
        var isNumber = fitted.Columns.Any(c => c.Type == ColumnType.Number && (c.Source == column || c.Name == column));
        var source = fitted.Columns.FirstOrDefault(c => c.Name == column)?.Source ?? column;
        return isNumber && text is not null && dataSet.Source is TableSource table && MarkedNumber.TryParseAny(text, table.DecimalOf(source) == "," ? ',' : '.', out var number, table.HasMagnitudes(source))
            ? number.ToString("R", CultureInfo.InvariantCulture)
            : isNumber && DurationText.TryParse(text, out var seconds, (dataSet.Source as TableSource)?.DateOrderOf(source) == DateOrder.HoursMinutes) ? seconds.ToString("R", CultureInfo.InvariantCulture)
            : text;
    }

    /// <summary>Picture files as the rows of a model whose only input is a picture. They are read when the rows are prepared.</summary>
    public static RawTable Pictures(string name, FittedColumn column, IReadOnlyList<string> files)
    {
        ArgumentNullException.ThrowIfNull(column);
        ArgumentNullException.ThrowIfNull(files);
        return new RawTable(name, [Column(column.Source, files)], fingerprint: "");
    }

    private static IEnumerable<string?> Values(FittedColumn column, IReadOnlyList<IReadOnlyDictionary<string, string?>> rows) =>
        rows.Select(row => row.GetValueOrDefault(column.Source) ?? row.GetValueOrDefault(column.Name));

    private static TextColumn Texts(string source, IEnumerable<string?> values) =>
        new(source, [.. values.Select(value => value?.Trim() is { Length: > 0 } text ? text : null)]);

    private static PictureColumn Pictures(FittedColumn column, IReadOnlyList<IReadOnlyDictionary<string, string?>> rows) =>
        Column(column.Source, [.. Values(column, rows).Select(path => path ?? "")]);

    private static PictureColumn Column(string source, IReadOnlyList<string> files) =>
        new(source, new FilePictures(files), [.. Enumerable.Range(0, files.Count)]);
}
