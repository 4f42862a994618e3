namespace Builder.Datasets.Readings;

/// <summary>The columns that are known of one table, in the files that the readings before have left.</summary>
/// <param name="stem">How the files' paths begin.</param>
/// <param name="keep">Writes further columns.</param>
internal sealed class StoredColumns(string stem, Action<string, IReadOnlyList<StoredColumn>, int> keep) : IDisposable
{
    private List<ColumnFile>? _files;

    /// <summary>A column; null where it is not known.</summary>
    public StoredColumn? Find(ColumnKey key)
    {
        _files ??= Open();
        return _files.Where(f => f.Has(key)).Select(f => f.Read(key)).FirstOrDefault(c => c is not null);
    }

    /// <summary>Whether a column is known.</summary>
    public bool Has(ColumnKey key) => (_files ??= Open()).Exists(f => f.Has(key));

    /// <summary>Lines among the rows in which nothing stands; null where nothing is known yet.</summary>
    public int? BlankLines => (_files ??= Open()).FirstOrDefault()?.BlankLines;

    /// <summary>Keeps columns, and how many lines among the rows hold nothing.</summary>
    public void Keep(IReadOnlyList<StoredColumn> columns, int blankLines)
    {
        if (columns.Count > 0)
        {
            keep(stem, columns, blankLines);
            Dispose();
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _files?.ForEach(f => f.Dispose());
        _files = null;
    }

    private List<ColumnFile> Open()
    {
        try
        {
            var (folder, name) = (Path.GetDirectoryName(stem)!, Path.GetFileName(stem));
            return Directory.Exists(folder) ? [.. Directory.EnumerateFiles(folder, name + ".*").Order(StringComparer.Ordinal).Select(ColumnFile.Open).OfType<ColumnFile>()] : [];
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }
}
