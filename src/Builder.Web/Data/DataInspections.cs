using System.Collections.Concurrent;
using Builder.Datasets.Profiles;
using Builder.Graph.Data;
using Builder.Web.Sessions;

namespace Builder.Web.Data;

/// <summary>
/// Looks into the sources of data sets and remembers what was found while the files stay as they are: the page, its pictures and a
/// proposal all need it.
/// </summary>
public sealed class DataInspections
{
    private const int Kept = 12;

    private readonly ConcurrentDictionary<Key, Lazy<Task<SourceInspection>>> _known = new();
    private readonly ConcurrentQueue<Key> _order = new();

    /// <summary>What a source holds. The work is done beside the caller, once for all who ask.</summary>
    /// <exception cref="Builder.Datasets.DataException">The source cannot be used.</exception>
    public async Task<SourceInspection> OfAsync(string projectFolder, DataSource source, CancellationToken ct = default)
    {
        var key = new Key(projectFolder, source, await Task.Run(() => SourceFiles.Stamp(projectFolder, source), ct));
        var inspection = _known.GetOrAdd(key, k =>
        {
            Remember(k);
            return new(() => Task.Run(() => SourceInspection.Of(k.Source, k.Folder), CancellationToken.None));
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

    private void Remember(Key key)
    {
        _order.Enqueue(key);
        while (_order.Count > Kept && _order.TryDequeue(out var oldest))
        {
            _known.TryRemove(oldest, out _);
        }
    }

    private sealed record Key(string Folder, DataSource Source, string Stamp);
}
