namespace Builder.Datasets.Readings;

/// <summary>The columns that are known of one table, in the files that the readings before have left.</summary>
/// <param name="stem">How the files' paths begin.</param>
/// <param name="keep">Writes further columns.</param>
internal sealed class StoredColumns(string stem, Action<string, IReadOnlyList<StoredColumn>> keep) : IDisposable
{
    private List<ColumnFile>? _files;

    /// <summary>A column; null where it is not known.</summary>
    public StoredColumn? Find(ColumnKey key)
    {
        _files ??= Open();
        return _files.Where(f => f.Has(key)).Select(f => f.Read(key)).FirstOrDefault(c => c is not null);
    }

    /// <summary>Keeps columns.</summary>
    public void Keep(IReadOnlyList<StoredColumn> columns)
    {
        if (columns.Count > 0)
        {
            keep(stem, columns);
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
