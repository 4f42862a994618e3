using System.Globalization;
using Builder.Datasets.Columns;
using Builder.Datasets.Import;
using Builder.Graph.Data;

namespace Builder.Datasets.Preparation;

/// <summary>Looks up how some prepared rows stand in their source: a table is read once more, so that no run holds it in memory.</summary>
public static class SourceValues
{
    private const long LargestFile = 256L << 20;
    private const int LongestText = 500;

    // Of what nobody reads this much is enough to look at.
    private const int MostUnread = 20;

    /// <summary>The table that data were prepared from, as it stands in its source, with columns that nothing reads as texts.</summary>
    /// <param name="dataSet">The description.</param>
    /// <param name="projectFolder">The folder that the source's paths are relative to.</param>
    /// <param name="data">What was prepared from it.</param>
    /// <param name="ct">Stops the work.</param>
    /// <returns>The table; null where the source is none, is very large, or has been changed since.</returns>
    /// <exception cref="DataException">The source cannot be read any more.</exception>
    public static RawTable? Open(DataSet dataSet, string projectFolder, PreparedData data, CancellationToken ct = default)
    {
        ArgumentNullException.ThrowIfNull(dataSet);
        ArgumentNullException.ThrowIfNull(data);
        if (dataSet.Source is not TableSource source || new FileInfo(ProjectPath.Resolve(projectFolder, source.Path)) is not { Exists: true, Length: <= LargestFile })
        {
            return null;
        }

        var table = DataImport.Read(WithUnread(dataSet, source, ProjectPath.Resolve(projectFolder, source.Path), ct), projectFolder, ct);
        return DataPreparation.Fingerprint(dataSet, table) == data.Fingerprint ? table : null;
    }

    /// <summary>What people want to see of some rows: the columns that the model reads, ids, and what orders or groups the rows.</summary>
    /// <param name="dataSet">The description.</param>
    /// <param name="table">The table.</param>
    /// <param name="fitted">What was learned from its training rows.</param>
    /// <param name="inputs">The columns that the model reads.</param>
    /// <param name="rows">Places in the source, from 0.</param>
    /// <returns>By row, by column.</returns>
    public static IReadOnlyDictionary<int, IReadOnlyDictionary<string, string?>> Read(
        DataSet dataSet, RawTable table, FittedTransforms fitted, IReadOnlyCollection<string> inputs, IReadOnlyCollection<int> rows)
    {
        ArgumentNullException.ThrowIfNull(dataSet);
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(fitted);
        ArgumentNullException.ThrowIfNull(rows);
        var found = new Dictionary<int, IReadOnlyDictionary<string, string?>>();
        var (wanted, columns) = (rows.ToHashSet(), Columns(dataSet, fitted, inputs, table));
        for (var row = 0; row < table.RowCount; row++)
        {
            if (wanted.Contains(table.SourceRow(row)))
            {
                found[table.SourceRow(row)] = columns.ToDictionary(c => c.Label, c => Text(c.Column, row));
            }
        }

        return found;
    }

    // Where rows that are alike are taken once, more columns would make more of them different.
    private static DataSet WithUnread(DataSet dataSet, TableSource source, string path, CancellationToken ct)
    {
        if (dataSet.Rows is { Distinct: true })
        {
            return dataSet;
        }

        var needs = ColumnNeeds.Of(dataSet);
        var read = needs.Select(n => n.Name).ToHashSet(StringComparer.Ordinal);
        var unread = TableImport.Names(source, path, needs, ct).Where(name => !read.Contains(name)).Distinct(StringComparer.Ordinal).Take(MostUnread);
        return dataSet with { Columns = [.. dataSet.Columns, .. unread.Select(name => new DataColumn { Name = name, Type = ColumnType.Category })] };
    }

    private static List<(string Label, RawColumn Column)> Columns(
        DataSet dataSet, FittedTransforms fitted, IReadOnlyCollection<string> inputs, RawTable table)
    {
        var labels = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var key in dataSet.Columns.Where(c => c.Type == ColumnType.Id).Select(c => c.SourceName)
            .Concat(new[] { dataSet.Windows?.OrderBy, dataSet.Windows?.GroupBy }.OfType<string>()))
        {
            labels.TryAdd(key, key);
        }

        foreach (var uses in inputs.Select(name => fitted[name]).GroupBy(c => c.Source))
        {
            labels[uses.Key] = uses.Count() == 1 ? uses.First().Name : uses.Key;
        }

        return [.. labels.Select(l => (l.Value, Column: table.Columns.FirstOrDefault(c => c.Name == l.Key)))
            .Where(c => c.Column is NumberColumn or TextColumn).Select(c => (c.Value, c.Column!))];
    }

    private static string? Text(RawColumn column, int row) => column switch
    {
        NumberColumn numbers => double.IsNaN(numbers.Values[row]) ? null : numbers.Values[row].ToString("R", CultureInfo.InvariantCulture),
        TextColumn texts => texts[row] is { Length: > LongestText } text ? text[..LongestText] + "…" : texts[row],
        _ => null,
    };
}
