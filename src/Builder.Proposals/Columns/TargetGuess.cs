using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Builder.Datasets.Columns;
using Builder.Datasets.Numbers;
using Builder.Datasets.Profiles;
using Builder.Datasets.Splits;
using Builder.Graph.Data;

namespace Builder.Proposals.Columns;

/// <summary>Guesses which column a person wants to predict: by its name, else the last one that can be predicted.</summary>
internal static partial class TargetGuess
{
    /// <summary>More classes than this are rarely what somebody wants to predict.</summary>
    private const int UsualClasses = 50;

    /// <summary>The name of the column, or null where none can be predicted.</summary>
    public static string? Of(SourceInspection inspection, IReadOnlyList<ColumnChoice> columns)
    {
        var possible = columns.Select((column, i) => (Column: column, Profile: inspection.Profiles[i]))
            .Where(c => c.Column.Use != ColumnUse.Ignored && CanBeTarget(c.Column.Type) && IsUsual(c.Column, c.Profile) && !NamesParts(inspection.Table, c.Column.Name))
            .Select(c => c.Column.Name).ToArray();
        return possible.FirstOrDefault(n => Certain().IsMatch(n)) ?? possible.FirstOrDefault(n => Likely().IsMatch(n)) ?? possible.LastOrDefault();
    }

    /// <summary>The column of pictures that a model shall tell: their folder's name or their label, or else one of the table beside them; null where nothing is known of them.</summary>
    public static string? OfPictures(SourceInspection inspection)
    {
        bool Varies(int i) => inspection.Profiles[i].Distinct > 1;
        var columns = inspection.Columns;
        var folder = Enumerable.Range(0, columns.Length).FirstOrDefault(i => columns[i].Name is PicturesSource.ClassColumn or "label" && Varies(i), -1);
        if (folder >= 0)
        {
            return columns[folder].Name;
        }

        ColumnChoice[] choices = [.. columns.Select(c => new ColumnChoice(c.Name, c.Type, CanBeTarget(c.Type) ? ColumnUse.Input : ColumnUse.Ignored))];
        // A hundred breeds of dogs are many classes of a table and usual ones of pictures, as long as each has several.
        return Of(inspection, choices)
            ?? columns.Where((c, i) => c.Type == ColumnType.Category && Varies(i) && inspection.Profiles[i].Distinct * 2 <= inspection.Profiles[i].Count).LastOrDefault()?.Name;
    }

    /// <summary>True for columns of a type that a network can learn to predict.</summary>
    public static bool CanBeTarget(ColumnType type) => type is ColumnType.Number or ColumnType.Category or ColumnType.Labels;

    /// <summary>As what a column of pictures is predicted: as what it holds, or else its texts are classes. The label of an IDX file is a class, though it is written as a number.</summary>
    public static ColumnType TypeOfPictures(DataSource source, ColumnType type) => source is PicturesSource && CanBeTarget(type) ? type : ColumnType.Category;

    /// <summary>True for a column that says which rows are for training and which for the test.</summary>
    private static bool NamesParts(RawTable table, string column) => table.Find<TextColumn>(column) is { Entries.Length: > 0 } texts && texts.Entries.All(e => PartNames.Of(e) is not null);

    private static bool IsUsual(ColumnChoice column, ColumnProfile profile) =>
        profile.Distinct > 1 && (column.Type != ColumnType.Category || profile.Distinct <= UsualClasses) && !Clock().IsMatch(column.Name);

    [GeneratedRegex(@"^(target|label|labels|class|y|outcome|result|答案|目标|标签|类别|结果)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Certain();

    [GeneratedRegex(
        @"(^|[_\s.-])(target|label|class|species|diagnosis|churn(ed)?|survived|default(ed)?|fraud|price|outcome|quality|rating|topic|sentiment|category|strength|cultivar|digit|demand|sales|is_?spam|spam)([_\s.-]|$)|价格|价钱|房价|销量|销售额|流失|违约|类别|分类|种类|品种|标签|评分|情感|是否",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Likely();

    [GeneratedRegex(@"^(time|timestamp|date|datetime|year|month|day|hour|t|日期|时间|年|月|日)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Clock();
}

/// <summary>Finds the unit of a column: beside nearly all of its numbers, or in its name, such as "body_mass_g" or "length (cm)".</summary>
internal static partial class ColumnUnit
{
    /// <summary>The unit, or null.</summary>
    public static string? Of(RawColumn column)
    {
        ArgumentNullException.ThrowIfNull(column);
        var findings = (column as NumberColumn)?.Findings ?? NumberFindings.None;
        return !findings.Units.IsEmpty ? MostlyOne(findings.Units)
            : InName(column.Name) is { } unit && (findings.Magnitude is null || Magnitudes.OfUnit(unit) is null) ? unit : null;
    }

    // Amounts in several units have none in common; one that is rarely written says nothing about the others.
    private static string? MostlyOne(ImmutableSortedDictionary<string, int> beside)
    {
        var most = beside.MaxBy(u => u.Value);
        return most.Value * 10L >= beside.Values.Sum() * 9L ? most.Key : null;
    }

    private static string? InName(string name) =>
        InBrackets().Match(name) is { Success: true } bracketed ? Units.AfterNumber(bracketed.Groups["unit"].Value.Trim()) ?? Units.InName(bracketed.Groups["unit"].Value.Trim())
        : AtEnd().Match(name) is { Success: true } end ? Units.InName(end.Groups["unit"].Value)
        : null;

    // "c[1]" and "c[d]" are places in a list; of a unit a blank or another word keeps square brackets apart.
    [GeneratedRegex(@"(?:[(（]|(?<=\s|_)\[)(?<unit>[^()（）\[\]]{1,12})[)）\]]\s*$", RegexOptions.CultureInvariant)]
    private static partial Regex InBrackets();

    [GeneratedRegex(@"[_\s](?<unit>[\p{L}]{1,8})$", RegexOptions.CultureInvariant)]
    private static partial Regex AtEnd();
}
