using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.Json;
using Builder.Datasets.Columns;
using Builder.Datasets.Pictures;
using Builder.Graph.Data;

namespace Builder.Web.Pictures;

/// <summary>
/// Which pictures of data sets cannot be read. All are decoded once for each state of their files, in the background; what was found lies beside the small pictures
/// and goes with them.
/// </summary>
public sealed class PictureChecks
{
    private const string FileName = "unreadable.json";

    private static readonly TimeSpan s_tellEach = TimeSpan.FromSeconds(1);

    private readonly ConcurrentDictionary<string, PictureFindings> _known = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, long> _told = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, bool> _ordered = new(StringComparer.Ordinal);

    /// <summary>More is known of the pictures with this fingerprint. Said about once a second, and when all are done.</summary>
    public event Action<string>? Changed;

    /// <summary>What is known of the pictures of a source; null where it has none that could be damaged.</summary>
    /// <param name="projectFolder">The project's folder.</param>
    /// <param name="source">The source.</param>
    /// <param name="fingerprint">The fingerprint of its files.</param>
    public PictureFindings? Of(string projectFolder, DataSource source, string fingerprint)
    {
        if (source is not PicturesSource)
        {
            return null;
        }

        var file = ThumbnailPlace.PathOf(projectFolder, fingerprint, FileName);
        return _known.TryGetValue(file, out var known) ? known : Read(file) is { } kept ? _known.GetOrAdd(file, kept) : null;
    }

    /// <summary>What is known where all pictures are in a table; nothing was looked at where it is new.</summary>
    internal PictureFindings OfAll(string projectFolder, DataSource source, RawTable table) =>
        Of(projectFolder, source, table.Fingerprint) is { } known && known.Count == table.RowCount ? known : new(0, table.RowCount, []);

    /// <summary>Whether somebody has to order that pictures be looked at: once for each state of their files while the server runs.</summary>
    public bool IsToBeOrdered(string projectFolder, DataSource source, string fingerprint) =>
        source is PicturesSource && Of(projectFolder, source, fingerprint) is not { IsComplete: true } && _ordered.TryAdd(ThumbnailPlace.PathOf(projectFolder, fingerprint, FileName), true);

    /// <summary>Takes what was found.</summary>
    /// <param name="projectFolder">The project's folder.</param>
    /// <param name="fingerprint">The fingerprint of the pictures' files.</param>
    /// <param name="findings">All that is known now.</param>
    /// <param name="isToBeKept">Whether it is written as well: it need not be at each step.</param>
    internal void Add(string projectFolder, string fingerprint, PictureFindings findings, bool isToBeKept)
    {
        var file = ThumbnailPlace.PathOf(projectFolder, fingerprint, FileName);
        if (isToBeKept || findings.IsComplete)
        {
            ThumbnailPlace.Keep(projectFolder, file, JsonSerializer.SerializeToUtf8Bytes(findings, JsonSerializerOptions.Web));
        }

        _known[file] = findings;
    }

    /// <summary>Tells those who listen that more is known.</summary>
    internal void Tell(string projectFolder, string fingerprint, PictureFindings findings)
    {
        var file = ThumbnailPlace.PathOf(projectFolder, fingerprint, FileName);
        if (findings.IsComplete || !_told.TryGetValue(file, out var last) || Stopwatch.GetElapsedTime(last) > s_tellEach)
        {
            _told[file] = Stopwatch.GetTimestamp();
            Changed?.Invoke(fingerprint);
        }
    }

    private static PictureFindings? Read(string file)
    {
        try
        {
            return File.Exists(file) && JsonSerializer.Deserialize<PictureFindings>(File.ReadAllBytes(file), JsonSerializerOptions.Web) is { Unreadable.IsDefault: false } findings ? findings : null;
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException or JsonException)
        {
            return null;
        }
    }
}
