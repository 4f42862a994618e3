using System.Collections.Concurrent;
using Builder.Datasets.Import;
using Builder.Datasets.Profiles;
using Builder.Graph.Data;

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
        var key = new Key(projectFolder, source, Stamp(projectFolder, source));
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

    /// <summary>Changes whenever one of the files does.</summary>
    private static string Stamp(string folder, DataSource source)
    {
        string?[] files = source switch
        {
            TableSource table => [table.Path],
            PicturesSource pictures => [pictures.Path],
            IdxSource idx => [idx.Images, idx.Labels],
            TextSource text => [text.Path],
            _ => [],
        };
        return string.Join('|', files.OfType<string>().Select(f => ProjectPath.Find(folder, f) is { } path ? new FileInfo(path) : null)
            .Select(f => f is { Exists: true } ? $"{f.Length}@{f.LastWriteTimeUtc.Ticks}" : "-"));
    }

    private sealed record Key(string Folder, DataSource Source, string Stamp);
}
