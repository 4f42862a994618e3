
namespace Builder.Datasets.Columns;

/// <summary>The columns of a source as they are, before any transform. All columns have the same number of rows.</summary>
public sealed class RawTable
{
    private readonly Dictionary<(string Name, Type Type), RawColumn> _byName = [];

    /// <summary>Makes a table of columns of equal length.</summary>
    /// <param name="name">Name of the source, for messages.</param>
    /// <param name="columns">The columns; one name may occur as numbers and again as text.</param>
    /// <param name="fingerprint">XXH128 of the source's bytes, lower-case hexadecimal.</param>
    /// <param name="sourceRows">For each row its row in the source, from 0; null where all rows are there in their order.</param>
    public RawTable(string name, IReadOnlyList<RawColumn> columns, string fingerprint, int[]? sourceRows = null)
    {
        ArgumentNullException.ThrowIfNull(columns);
        Name = name;
        Columns = columns;
        Fingerprint = fingerprint;
        SourceRows = sourceRows;
        RowCount = columns.Count == 0 ? 0 : columns[0].Count;
        foreach (var column in columns)
        {
            if (column.Count != RowCount)
            {
                throw new ArgumentException($"Column {column.Name} has {column.Count} rows, others {RowCount}.", nameof(columns));
            }

            _byName.Add((column.Name, column.GetType()), column);
        }
    }

    /// <summary>Name of the source, for messages.</summary>
    public string Name { get; }

    /// <summary>The columns in the order of the source.</summary>
    public IReadOnlyList<RawColumn> Columns { get; }

    /// <summary>Rows of every column.</summary>
    public int RowCount { get; }

    /// <summary>XXH128 of the source's bytes, lower-case hexadecimal.</summary>
    public string Fingerprint { get; }

    /// <summary>For each row its place in the source, from 0; null where all rows are there in their order.</summary>
    internal int[]? SourceRows { get; }

    /// <summary>A row's place in the source, from 0, whatever was selected and ordered since.</summary>
    public int SourceRow(int row) => SourceRows is null ? row : SourceRows[row];

    /// <summary>A row's number in the source as people count: the first row of data is 1.</summary>
    public int RowNumber(int row) => SourceRow(row) + 1;

    /// <summary>The column of that name and type, or null.</summary>
    public T? Find<T>(string name)
        where T : RawColumn => (T?)_byName.GetValueOrDefault((name, typeof(T)));

    /// <summary>The column of that name and type.</summary>
    /// <exception cref="DataException">There is none.</exception>
    public T Get<T>(string name)
        where T : RawColumn => Find<T>(name) ?? throw DataProblems.NoSuchColumn(Name, name, [.. Columns.Select(c => c.Name).Distinct()]);

    /// <summary>The given rows, in the given order.</summary>
    public RawTable Select(ReadOnlySpan<int> rows)
    {
        var columns = new RawColumn[Columns.Count];
        for (var i = 0; i < columns.Length; i++)
        {
            columns[i] = Columns[i].Select(rows);
        }

        var sourceRows = new int[rows.Length];
        for (var i = 0; i < rows.Length; i++)
        {
            sourceRows[i] = SourceRow(rows[i]);
        }

        return new RawTable(Name, columns, Fingerprint, sourceRows);
    }
}
