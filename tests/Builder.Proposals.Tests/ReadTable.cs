using System.Globalization;
using System.Text.RegularExpressions;
using Builder.Datasets.Columns;
using Builder.Datasets.Dates;
using Builder.Datasets.Profiles;
using Builder.Datasets.Sheets;
using Builder.Graph.Data;
using Builder.Proposals.Warnings;
using Builder.Tests.Intake;

namespace Builder.Proposals.Tests;

/// <summary>What was read, in the words in which <see cref="IntakeTable"/> says what is expected.</summary>
internal static partial class ReadTable
{
    /// <summary>Reads a table as the Data page does, with the target that is guessed or chosen.</summary>
    public static (SourceInspection Inspection, DataPlan Plan) Look(IntakeTable table, string folder)
    {
        var isText = table.File.EndsWith(".txt", StringComparison.Ordinal) && !TableFiles.IsTable(Path.Combine(folder, table.File));
        var inspection = SourceInspection.Of(isText ? new TextSource { Path = table.File } : new TableSource { Path = table.File }, folder, TestContext.Current.CancellationToken);
        var plan = DataPlan.Guess(inspection, "data");
        var chosen = table.Columns.Split(" · ").FirstOrDefault(c => c.EndsWith("**", StringComparison.Ordinal));
        return (inspection, chosen is null ? plan : plan.WithTarget(chosen[..chosen.LastIndexOf(' ')]));
    }

    /// <summary>All columns with their types, the target with a star.</summary>
    public static string Columns(DataPlan plan) => string.Join(" · ", plan.Columns.Select(c => $"{c.Name} {Name(c.Type)}{(c.Use == ColumnUse.Target ? "*" : "")}"));

    /// <summary>A warning as a table of the intake names it: kind(column): buttons.</summary>
    public static string Told(DataWarning warning)
    {
        var buttons = new[] { warning.Fix }.Concat(warning.OtherFixes).OfType<DataFix>().Select(f => f.Title.En);
        return $"{warning.Code}{(warning.Column is { } column ? $"({column})" : "")}: {string.Join(" | ", buttons)}".TrimEnd();
    }

    private static string Name(ColumnType type) => type switch
    {
        ColumnType.Number => "number",
        ColumnType.Category => "category",
        ColumnType.Date => "date",
        ColumnType.Text => "text",
        ColumnType.Id => "id",
        ColumnType.Labels => "labels",
        _ => type.ToString(),
    };

    /// <summary>What the cells that are named hold, in the words of the table.</summary>
    public static string Cells(string named, RawTable table) => string.Join(" · ", named.Split(" · ", StringSplitOptions.RemoveEmptyEntries).Select(cell =>
    {
        var (column, row) = (Cell().Match(cell).Groups["column"].Value, int.Parse(Cell().Match(cell).Groups["row"].Value, CultureInfo.InvariantCulture));
        return $"{column} {row} = {Text(table.Columns.Single(c => c.Name == column), row - 1)}".TrimEnd();
    }));

    private static string Text(RawColumn column, int row) => column switch
    {
        NumberColumn numbers => double.IsNaN(numbers.Values[row]) ? "" : numbers.Values[row].ToString("R", CultureInfo.InvariantCulture),
        TextColumn { Dates.Order: var order } dates => dates[row] is { } text && DateText.TryParse(text, order, out var moment)
            ? moment.ToString(order == DateOrder.TimeOfDay ? "HH:mm" : moment.TimeOfDay == default ? "yyyy-MM-dd" : "yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture) : "",
        TextColumn texts => texts[row] ?? "",
        _ => throw new NotSupportedException(column.GetType().Name),
    };

    [GeneratedRegex(@"^(?<column>.+) (?<row>\d+) =", RegexOptions.Singleline)]
    private static partial Regex Cell();
}
