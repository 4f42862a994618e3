using System.Collections.Immutable;
using Builder.Datasets.Columns;
using Builder.Graph.Data;

namespace Builder.Datasets.Import;

/// <summary>How the rows of a table beside pictures fit to them.</summary>
/// <param name="File">The table's path in the folder or zip file.</param>
/// <param name="Names">The table's column that names the pictures.</param>
/// <param name="Columns">The columns that the pictures have from it.</param>
/// <param name="Joined">Pictures that a row of the table is about.</param>
public sealed record PictureJoin(string File, string Names, ImmutableArray<string> Columns, int Joined)
{
    /// <summary>Most examples that are kept of each kind of misfit.</summary>
    public const int MostExamples = 5;

    /// <summary>Pictures that the table does not name.</summary>
    public Misfits WithoutRow { get; init; } = Misfits.None;

    /// <summary>Names in the table to which there is no picture.</summary>
    public Misfits WithoutPicture { get; init; } = Misfits.None;

    /// <summary>Names in the table that may mean several pictures, in different folders.</summary>
    public Misfits Unclear { get; init; } = Misfits.None;

    /// <summary>Pictures that the table names more than once; the first row counts.</summary>
    public Misfits Repeated { get; init; } = Misfits.None;

    /// <summary>Columns that say yes or no of one label each, whether they are taken together or not; none where there are no such columns.</summary>
    public ImmutableArray<string> Ticks { get; init; }
}

/// <summary>What does not fit.</summary>
/// <param name="Count">How many.</param>
/// <param name="Examples">The first of them.</param>
public sealed record Misfits(int Count, ImmutableArray<string> Examples)
{
    /// <summary>Nothing.</summary>
    public static Misfits None { get; } = new(0, []);

    /// <summary>These.</summary>
    internal static Misfits Of(IReadOnlyCollection<string> all) => new(all.Count, [.. all.Take(PictureJoin.MostExamples)]);
}

/// <summary>Joins the rows of a table to pictures.</summary>
internal sealed class PictureJoiner
{
    private readonly RawTable _pictures;
    private readonly PictureLabels _labels;
    private readonly int[] _rowOf;
    private readonly (List<string> Gone, List<string> Unclear, List<string> Repeated) _misfits = ([], [], []);

    /// <summary>Looks which row is about which picture.</summary>
    /// <param name="pictures">The pictures.</param>
    /// <param name="labels">The table.</param>
    /// <param name="names">Its column that names the pictures, as texts.</param>
    public PictureJoiner(RawTable pictures, PictureLabels labels, TextColumn names)
    {
        var files = Files(pictures);
        // Where only the table says what a picture shows, it may call that "class" as well.
        _pictures = pictures.Find<TextColumn>(PicturesSource.ClassColumn) is { } classes && Array.TrueForAll(classes.Codes, code => code == TextColumn.Missing)
            ? Without(pictures, PicturesSource.ClassColumn) : pictures;
        _labels = labels;
        _rowOf = new int[files.Length];
        Array.Fill(_rowOf, -1);
        var (index, folder) = (new PictureIndex(files), FolderOf(labels.Table.Path));
        for (var row = 0; row < names.Count; row++)
        {
            if (names[row] is not { } name)
            {
                continue;
            }

            var picture = index.Find(name, folder);
            if (picture < 0)
            {
                (picture == PictureIndex.Several ? _misfits.Unclear : _misfits.Gone).Add(name);
            }
            else if (_rowOf[picture] >= 0)
            {
                _misfits.Repeated.Add(files[picture]);
            }
            else
            {
                _rowOf[picture] = row;
            }
        }
    }

    /// <summary>How many different pictures a column names, and in how many rows it says anything. A grade from 1 to 5 names five pictures at most, however often.</summary>
    public static (int Pictures, int Rows) Fit(PictureIndex index, TextColumn names, string table)
    {
        var folder = FolderOf(table);
        return (names.Entries.Select(name => index.Find(name, folder)).Where(picture => picture >= 0).Distinct().Count(), names.Codes.Count(code => code >= 0));
    }

    /// <summary>The name that a column of the table has beside those of the pictures.</summary>
    public string NameOf(string column) => _pictures.Columns.Any(c => c.Name == column) ? column + Suffix : column;

    /// <summary>The column of the table that has this name beside those of the pictures; null for one of theirs.</summary>
    public string? Inside(string name) => _pictures.Columns.Any(c => c.Name == name) ? null
        : name.EndsWith(Suffix, StringComparison.Ordinal) && _pictures.Columns.Any(c => c.Name + Suffix == name) ? name[..^Suffix.Length]
        : name;

    /// <summary>The pictures with columns of the table.</summary>
    /// <param name="columns">Columns of the table, one value a row of it.</param>
    public (RawTable Table, PictureJoin Join) With(IEnumerable<RawColumn> columns)
    {
        RawColumn[] inside = [.. columns];
        RawColumn[] added = [.. TickColumns.Joined(inside, _labels.Ticks).Where(c => c.Name != _labels.Names).Select(Spread)];
        var files = Files(_pictures);
        var join = new PictureJoin(_labels.Table.Path, _labels.Names, [.. added.Select(c => c.Name)], _rowOf.Count(row => row >= 0))
        {
            WithoutRow = Misfits.Of([.. files.Where((_, picture) => _rowOf[picture] < 0)]),
            WithoutPicture = Misfits.Of(_misfits.Gone),
            Unclear = Misfits.Of(_misfits.Unclear),
            Repeated = Misfits.Of(_misfits.Repeated),
            Ticks = _labels.Ticks.IsDefaultOrEmpty ? TickColumns.Find(inside, _labels.Names) : _labels.Ticks,
        };
        return (new RawTable(_pictures.Name, [.. _pictures.Columns, .. added], _pictures.Fingerprint, _pictures.SourceRows), join);
    }

    private string Suffix => $" ({Path.GetFileName(_labels.Table.Path)})";

    private RawColumn Spread(RawColumn column) => column switch
    {
        NumberColumn numbers => new NumberColumn(NameOf(column.Name), Array.ConvertAll(_rowOf, row => row < 0 ? double.NaN : numbers.Values[row]))
        {
            Findings = numbers.Findings with { Strange = Spread(numbers.Findings.Strange), Marked = Spread(numbers.Findings.Marked) },
        },
        TextColumn texts => new TextColumn(NameOf(column.Name), Array.ConvertAll(_rowOf, row => row < 0 ? TextColumn.Missing : texts.Codes[row]), texts.Entries)
        {
            Dates = texts.Dates is { } dates ? dates with { Strange = Spread(dates.Strange) } : null,
        },
        _ => throw new NotSupportedException(column.GetType().Name),
    };

    /// <summary>Cells of rows that are about a picture, by its row.</summary>
    private ImmutableArray<StrangeCell> Spread(ImmutableArray<StrangeCell> cells)
    {
        if (cells.IsEmpty)
        {
            return cells;
        }

        var pictureOf = _rowOf.Index().Where(p => p.Item >= 0).ToDictionary(p => p.Item, p => p.Index);
        return [.. cells.Where(cell => pictureOf.ContainsKey(cell.Row)).Select(cell => cell with { Row = pictureOf[cell.Row] }).OrderBy(cell => cell.Row)];
    }

    private static string[] Files(RawTable pictures) =>
        pictures.Get<TextColumn>(PicturesSource.FileColumn) is var files ? [.. Enumerable.Range(0, files.Count).Select(row => files[row]!)] : [];

    private static RawTable Without(RawTable table, string column) =>
        new(table.Name, [.. table.Columns.Where(c => c.Name != column)], table.Fingerprint, table.SourceRows);

    private static string FolderOf(string path) => path.LastIndexOf('/') is var end and >= 0 ? path[..end] : "";
}
