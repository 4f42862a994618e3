using System.Collections.Concurrent;
using Builder.Datasets.Columns;
using Builder.Datasets.Profiles;
using Builder.Graph.Data;
using Builder.Web.Data.Upload;
using Builder.Web.Sessions;

namespace Builder.Web.Data;

/// <summary>
/// Looks into the sources of data sets and remembers what was found while the files stay as they are: the page, its pictures and a
/// proposal all need it.
/// </summary>
/// <param name="tables">Has large tables read by a process of their own when they are looked at under new settings; null where they are read here.</param>
public sealed class DataInspections(TableClient? tables = null)
{
    private const int Kept = 12;

    /// <summary>Bytes of tables that are remembered beside the one that was looked at last.</summary>
    private const long MostBytes = 1L << 28;

    private readonly ConcurrentDictionary<Key, Lazy<Task<SourceInspection>>> _known = new();
    private readonly ConcurrentDictionary<Key, long> _bytes = new();
    private readonly ConcurrentQueue<Key> _order = new();

    /// <summary>What a source holds. The work is done beside the caller, once for all who ask.</summary>
    /// <param name="projectFolder">The project's folder.</param>
    /// <param name="source">The source.</param>
    /// <param name="changes">Rows left out and cells corrected; null for the file as it is.</param>
    /// <param name="ct">Stops waiting.</param>
    /// <exception cref="Builder.Datasets.DataException">The source cannot be used, or is another than the one that was changed.</exception>
    public async Task<SourceInspection> OfAsync(string projectFolder, DataSource source, RowChanges? changes, CancellationToken ct = default)
    {
        var stamp = await Task.Run(() => SourceFiles.Stamp(projectFolder, source), ct);
        var key = new Key(projectFolder, source, changes is { IsEmpty: false } ? changes : null, stamp);
        var inspection = _known.GetOrAdd(key, k =>
        {
            Remember(k);
            return new(() => Task.Run(() => LookAsync(k), CancellationToken.None));
        });
        try
        {
            return await inspection.Value.WaitAsync(ct);
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            _known.TryRemove(key, out _);
            throw;
        }
    }

    private async Task<SourceInspection> LookAsync(Key key)
    {
        var source = key.Source is TableSource table && tables is not null ? await tables.KeepAsync(key.Folder, table, CancellationToken.None) : key.Source;
        var found = SourceInspection.Of(source, key.Changes, key.Folder);
        _bytes[key] = found.Table.Columns.Sum(BytesOf);
        if (!_known.ContainsKey(key))
        {
            // It was let go of while it was read.
            _bytes.TryRemove(key, out _);
            return found;
        }

        while (_order.Count > 1 && _bytes.Where(b => b.Key != key).Sum(b => b.Value) > MostBytes && _order.TryPeek(out var oldest) && oldest != key && _order.TryDequeue(out oldest))
        {
            Forget(oldest);
        }

        return found;
    }

    private void Remember(Key key)
    {
        _order.Enqueue(key);
        while (_order.Count > Kept && _order.TryDequeue(out var oldest))
        {
            Forget(oldest);
        }
    }

    private void Forget(Key key)
    {
        _known.TryRemove(key, out _);
        _bytes.TryRemove(key, out _);
    }

    private static long BytesOf(RawColumn column) => column switch
    {
        NumberColumn => 8L * column.Count,
        TextColumn texts => (4L * column.Count) + texts.Entries.Memory,
        _ => 0,
    };

    private sealed record Key(string Folder, DataSource Source, RowChanges? Changes, string Stamp);
}
