using Builder.Datasets.Csv;
using Builder.Graph.Data;

namespace Builder.Datasets.Sheets;

/// <summary>One table of a file that is no plain text.</summary>
/// <param name="Name">Its name; null where the file has one table only.</param>
/// <param name="Rows">Reads its rows from the first on; null for an empty cell. A row is only good until the next is asked for.</param>
internal sealed record Sheet(string? Name, Func<IEnumerable<IReadOnlyList<string?>>> Rows)
{
    /// <summary>Cells that tables of most kinds of files may have.</summary>
    public const long UsualMostCells = 500_000_000;

    /// <summary>Rows that are looked at to find where the table begins.</summary>
    private const int MostAbove = 20;

    /// <summary>Cells, empty ones counted, that a table may have: a small file can say that it has many more.</summary>
    public long MostCells { get; init; } = UsualMostCells;

    /// <summary>The rows that hold names; null where that must be looked at.</summary>
    public TableHeader? Header { get; init; }

    /// <summary>Whether rows of empty cells count: rows of JSON do, gaps in a sheet do not.</summary>
    public bool KeepsEmptyRows { get; init; }

    /// <summary>Whether it is not shown in the program that made it.</summary>
    public bool IsHidden { get; init; }

    /// <summary>Cells that are empty because they are one with another.</summary>
    public Func<int> MergedCells { get; init; } = () => 0;

    /// <summary>The table's place in its rows, where it is known without looking at them.</summary>
    public Extent? Known { get; init; }

    /// <summary>The table's place in its rows.</summary>
    /// <param name="file">The file's name, for messages.</param>
    /// <param name="ct">Stops reading.</param>
    public Extent Look(string file, CancellationToken ct)
    {
        if (Known is { } known)
        {
            return known;
        }

        var (first, last, filled, cells) = (int.MaxValue, -1, 0L, 0L);
        var heads = new List<(int First, int Last, int Filled)>();
        foreach (var row in Rows())
        {
            ct.ThrowIfCancellationRequested();
            Count(file, ref cells, row.Count);
            var (from, to, count) = (int.MaxValue, -1, 0);
            for (var i = 0; i < row.Count; i++)
            {
                if (!string.IsNullOrEmpty(row[i]))
                {
                    from = Math.Min(from, i);
                    to = i;
                    count++;
                }
            }

            if (heads.Count <= MostAbove)
            {
                // A title that is merged over the table and filled says the same in every cell.
                heads.Add((from, to, count > 1 && row.Where(c => !string.IsNullOrEmpty(c)).Distinct(StringComparer.Ordinal).Count() == 1 ? 1 : count));
            }

            (first, last, filled) = (Math.Min(first, from), Math.Max(last, to), filled + count);
        }

        var width = last < 0 ? 0 : last - first + 1;
        return new(first == int.MaxValue ? 0 : first, width, filled, Header is { Names: > 0 } ? 0 : Above(heads, width));
    }

    /// <summary>Writes the rows as text.</summary>
    public TableText ToText(string file, TableLayout layout, Extent extent, ChosenSheet? sheets, CancellationToken ct)
    {
        if (extent.Width == 0)
        {
            throw SheetProblems.NoTable(file);
        }

        if (extent.Width > CsvTable.MostColumns)
        {
            throw TableProblems.TooManyColumns(file, extent.Width, CsvTable.MostColumns);
        }

        var spool = new Spool(file);
        try
        {
            using (var text = new RowText(spool, extent.Width))
            {
                var cells = 0L;
                foreach (var row in Rows())
                {
                    ct.ThrowIfCancellationRequested();
                    Count(file, ref cells, extent.Width);
                    text.Write(extent.First == 0 ? row : [.. row.Skip(extent.First)], KeepsEmptyRows);
                }
            }

            var made = new MadeTable(layout) { Header = Header, LinesAbove = extent.Above, MergedCells = MergedCells() };
            return new TableText(file, spool.OpenRead, made, spool) { Sheets = sheets };
        }
        catch
        {
            spool.Dispose();
            throw;
        }
    }

    private void Count(string file, ref long cells, int more)
    {
        cells += Math.Max(1, more);
        if (cells > MostCells)
        {
            throw SheetProblems.TooManyCells(file, MostCells);
        }
    }

    // A title, a remark or a blank row: fewer than half of the cells, where a row follows that has more.
    private static int Above(List<(int First, int Last, int Filled)> heads, int width)
    {
        var full = heads.FindIndex(h => h.Filled >= Math.Max(2, (width + 1) / 2));
        var any = heads.FindIndex(h => h.Filled > 0);
        return full >= 0 ? full : Math.Max(any, 0);
    }
}

/// <summary>The place of a table in its rows.</summary>
/// <param name="First">Its first column, from 0.</param>
/// <param name="Width">Columns.</param>
/// <param name="Filled">Cells that hold something.</param>
/// <param name="Above">Rows above it.</param>
internal readonly record struct Extent(int First, int Width, long Filled, int Above);
