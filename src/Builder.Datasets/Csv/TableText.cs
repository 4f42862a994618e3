using System.Collections.Immutable;
using Builder.Datasets.Archives;
using Builder.Graph.Data;

namespace Builder.Datasets.Csv;

/// <summary>The text in which a table's rows are read: the file itself, or what was made of a workbook, JSON and the like.</summary>
public sealed class TableText : IDisposable
{
    /// <summary>Stands behind each cell of a text that was made here: no cell holds it.</summary>
    public const byte CellEnd = 0x1F;

    /// <summary>Stands behind each row of a text that was made here, so that lines inside cells do not count: the lines of messages are rows of the sheet.</summary>
    public const byte RowEnd = 0x1E;

    private readonly Func<Stream> _open;
    private readonly IDisposable? _owned;

    /// <summary>A text that was made of another kind of file: UTF-8, cells and rows ended by <see cref="CellEnd"/> and <see cref="RowEnd"/>, decimal points.</summary>
    /// <param name="name">The file's name, for messages.</param>
    /// <param name="open">Opens the text.</param>
    /// <param name="made">What was made of what.</param>
    /// <param name="owned">Goes with this.</param>
    public TableText(string name, Func<Stream> open, MadeTable made, IDisposable? owned = null)
        : this(name, open) => (Made, _owned) = (made, owned);

    private TableText(string name, Func<Stream> open) => (Name, _open) = (name, open);

    /// <summary>The file's name, for messages.</summary>
    public string Name { get; }

    /// <summary>Of which kind of file the text was made; null where it is the file's own.</summary>
    public MadeTable? Made { get; }

    /// <summary>A file that is text itself, plain or compressed with gzip.</summary>
    public static TableText OfFile(string path) => new(Path.GetFileName(path), () => SourceStream.Open(path));

    /// <summary>A text that lies in a file of another name, such as in an archive.</summary>
    /// <param name="name">The name for messages.</param>
    /// <param name="open">Opens it.</param>
    /// <param name="owned">Goes with this.</param>
    /// <param name="sheets">The tables of the archive; null where it is in none.</param>
    /// <param name="keys">The names of the columns that are one in the file and were taken apart.</param>
    public static TableText Of(string name, Func<Stream> open, IDisposable? owned = null, ChosenSheet? sheets = null, ImmutableArray<string> keys = default) =>
        new(name, open, owned, sheets) { Keys = keys.IsDefault ? [] : keys };

    private TableText(string name, Func<Stream> open, IDisposable? owned, ChosenSheet? sheets)
        : this(name, open) => (_owned, Sheets) = (owned, sheets);

    /// <summary>Which of several tables of the file this is; null where there is one only.</summary>
    public ChosenSheet? Sheets { get; init; }

    /// <summary>The names of the first columns where they are one in the file and were taken apart; else none.</summary>
    public ImmutableArray<string> Keys { get; private init; } = [];

    /// <summary>The encoding that was found in the whole text, as <see cref="Text.TextEncoding"/> names it; null where nobody has looked yet.</summary>
    internal string? Encoding { get; set; }

    /// <summary>Opens the text from its beginning.</summary>
    /// <exception cref="DataException">It cannot be read.</exception>
    public Stream Open() => _open();

    /// <inheritdoc/>
    public void Dispose() => _owned?.Dispose();
}

/// <summary>One of several tables of a file.</summary>
/// <param name="Name">Its name.</param>
/// <param name="All">The names of all.</param>
public sealed record ChosenSheet(string Name, ImmutableArray<string> All);

/// <summary>How a text came about that is not the file's own.</summary>
/// <param name="Layout">The kind of file it was made of.</param>
public sealed record MadeTable(TableLayout Layout)
{
    /// <summary>The rows that hold names and more about the columns; null where that must be looked at.</summary>
    public TableHeader? Header { get; init; }

    /// <summary>Rows above the table.</summary>
    public int LinesAbove { get; init; }

    /// <summary>Cells that are empty because they are one with the cell above or beside them.</summary>
    public int MergedCells { get; init; }
}
