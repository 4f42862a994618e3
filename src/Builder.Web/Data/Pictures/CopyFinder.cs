using System.Collections.Concurrent;
using System.Text.Json;
using Builder.Datasets;
using Builder.Datasets.Archives;
using Builder.Datasets.Checks;
using Builder.Graph.Data;
using Builder.Web.Pictures;

namespace Builder.Web.Data.Pictures;

/// <summary>
/// Looks for pictures of data sets that are copies of each other, once for each state of their files: what was found lies beside the small pictures of that state and
/// goes with them.
/// </summary>
/// <param name="pictures">Decodes them.</param>
public sealed class CopyFinder(PictureClient pictures) : IDisposable
{
    private const int Kept = 12;
    private const int MostBytes = 16 << 20;

    private readonly ConcurrentDictionary<string, Lazy<Task<PictureCopies>>> _known = new(StringComparer.Ordinal);
    private readonly SemaphoreSlim _turn = new(1);

    /// <summary>True for sources in which copies are looked for.</summary>
    public static bool IsFor(DataSource source) => source is PicturesSource or IdxSource;

    /// <summary>The copies, where they are known already; null where they have to be looked for first.</summary>
    /// <param name="projectFolder">The project's folder.</param>
    /// <param name="source">The source.</param>
    /// <param name="fingerprint">The fingerprint of its files.</param>
    public PictureCopies? Known(string projectFolder, DataSource source, string fingerprint) =>
        _known.TryGetValue(FileOf(projectFolder, source, fingerprint), out var found) && found is { IsValueCreated: true, Value.IsCompletedSuccessfully: true } ? found.Value.Result : null;

    /// <summary>The copies; none where the pictures cannot be read. The work is done beside the caller, once for all who ask.</summary>
    /// <param name="projectFolder">The project's folder.</param>
    /// <param name="source">The source.</param>
    /// <param name="fingerprint">The fingerprint of its files.</param>
    /// <param name="ct">Stops waiting.</param>
    public async Task<PictureCopies> OfAsync(string projectFolder, DataSource source, string fingerprint, CancellationToken ct = default)
    {
        var file = FileOf(projectFolder, source, fingerprint);
        if (_known.Count >= Kept && !_known.ContainsKey(file))
        {
            _known.Clear();
        }

        var found = _known.GetOrAdd(file, f => new(() => Task.Run(() => FindAsync(projectFolder, source, f), CancellationToken.None)));
        return await found.Value.WaitAsync(ct);
    }

    /// <inheritdoc/>
    public void Dispose() => _turn.Dispose();

    private async Task<PictureCopies> FindAsync(string projectFolder, DataSource source, string file)
    {
        if (Read(file) is { } before)
        {
            return before;
        }

        await _turn.WaitAsync();
        try
        {
            var found = await pictures.CopiesAsync(projectFolder, source);
            Write(projectFolder, file, found);
            return found;
        }
        catch (DataException)
        {
            // What cannot be read is told where the data are read.
            return PictureCopies.None;
        }
        finally
        {
            _turn.Release();
        }
    }

    private static string FileOf(string projectFolder, DataSource source, string fingerprint) =>
        Path.Combine(Path.GetDirectoryName(new ThumbnailPlace(projectFolder, source, fingerprint, 0).FilePath)!, "copies.json");

    private static PictureCopies? Read(string file)
    {
        try
        {
            return File.Exists(file) && BoundedFile.Read(file, MostBytes) is { } json && JsonSerializer.Deserialize<PictureCopies>(json) is { Groups.IsDefault: false } copies ? copies : null;
        }
        catch (Exception broken) when (broken is JsonException or NotSupportedException or IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private static void Write(string projectFolder, string file, PictureCopies copies)
    {
        // A page may still show a project whose folder is gone; it is not to come back for this.
        if (!Directory.Exists(projectFolder))
        {
            return;
        }

        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            var temporary = $"{file}.{Guid.NewGuid():N}";
            File.WriteAllBytes(temporary, JsonSerializer.SerializeToUtf8Bytes(copies));
            File.Move(temporary, file, overwrite: true);
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException)
        {
            // They are looked for again after the next start.
        }
    }
}
