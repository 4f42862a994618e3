using System.Collections.Immutable;
using Builder.Datasets.Archives;
using Builder.Datasets.Columns;
using Builder.Datasets.Pictures;
using Builder.Datasets.Readings;
using Builder.Datasets.Sheets;
using Builder.Graph.Data;

namespace Builder.Datasets.Import;

/// <summary>Finds and reads tables that lie beside pictures and say something about them.</summary>
internal static class LabelTables
{
    /// <summary>Of more files that may be tables (one for each picture, say) only the first are looked at.</summary>
    private const int MostTables = 20;

    /// <summary>Larger files are no lists of pictures.</summary>
    private const long MostBytes = 128L << 20;

    /// <summary>The tables of which at least half of the rows name pictures, or which name at least half of the pictures; the one with the most first.</summary>
    /// <param name="path">The folder or zip file.</param>
    /// <param name="files">The paths of the pictures in it.</param>
    /// <param name="ct">Stops reading.</param>
    public static IReadOnlyList<PictureLabels> Find(string path, IReadOnlyList<string> files, CancellationToken ct)
    {
        var tables = Candidates(path);
        if (tables.Length == 0)
        {
            return [];
        }

        var index = new PictureIndex(files);
        return [.. tables.Select(table => Look(path, table, index, files.Count, ct)).OfType<(PictureLabels Labels, int Found)>().OrderByDescending(t => t.Found).Select(t => t.Labels)];
    }

    /// <summary>How the table of some labels is opened, and the file in which it lies.</summary>
    /// <exception cref="DataException">It is not there any more.</exception>
    public static (TableSource Source, string Path) Place(PictureLabels labels, string path) => Place(labels.Table, path);

    /// <summary>Some columns of the table.</summary>
    /// <exception cref="DataException">It cannot be read, or lacks one.</exception>
    public static RawTable Read(PictureLabels labels, string path, IReadOnlyList<ColumnNeed> needs, CancellationToken ct)
    {
        var (source, file) = Place(labels, path);
        return TableImport.Read(source, file, needs, rows: default, ct);
    }

    private static (TableSource Source, string Path) Place(TableSource table, string path) => !Directory.Exists(path) ? (table with { Path = path, Sheet = table.Path }, path)
        : ProjectPath.Find(path, table.Path) is { } file ? (table, file)
        : throw DataProblems.FileMissing(table.Path);

    private static string[] Candidates(string path)
    {
        if (Directory.Exists(path))
        {
            var all = Directory.EnumerateFiles(path, "*", SearchOption.AllDirectories).Select(file => (Name: Path.GetRelativePath(path, file).Replace('\\', '/'), new FileInfo(file).Length));
            return Chosen(all);
        }

        using var zip = SafeZip.Open(path);
        return Chosen(zip.Names.Select((name, i) => (name, zip.LengthOf(i))));
    }

    private static string[] Chosen(IEnumerable<(string Name, long Length)> files) =>
    [
        .. files.Where(f => f.Length is > 0 and <= MostBytes && TableFiles.IsTableName(f.Name) && !PictureNames.IsHidden(f.Name))
            .OrderBy(f => f.Name.Count(c => c == '/')).ThenByDescending(f => f.Length).ThenBy(f => f.Name, StringComparer.Ordinal)
            .Take(MostTables).Select(f => f.Name),
    ];

    private static (PictureLabels Labels, int Found)? Look(string path, string name, PictureIndex index, int pictures, CancellationToken ct)
    {
        try
        {
            var table = new TableSource { Path = name };
            var (source, file) = Place(table, path);
            var columns = NamesOf(source, file, ct);
            if (columns.Length < 2)
            {
                return null;
            }

            var texts = TableImport.Read(source, file, [.. columns.Select(c => new ColumnNeed(c, IsNumber: false, IsOptional: true))], rows: default, ct);
            TextColumn[] all = [.. texts.Columns.OfType<TextColumn>()];
            var best = all.Select(c => (c.Name, Fit: PictureJoiner.Fit(index, c, name))).MaxBy(c => c.Fit.Pictures);
            return best.Fit.Pictures > 0 && (best.Fit.Pictures * 2 >= best.Fit.Rows || best.Fit.Pictures * 2 >= pictures)
                ? (new PictureLabels { Table = table, Names = best.Name, Ticks = TickColumns.Find(all, best.Name) }, best.Fit.Pictures) : null;
        }
        catch (DataException)
        {
            // No table, or one that cannot be read: it says nothing about the pictures.
            return null;
        }
    }

    private static ImmutableArray<string> NamesOf(TableSource source, string file, CancellationToken ct)
    {
        using var reading = TableReading.Open(source, file, ct: ct);
        return reading.Names;
    }
}
