using System.Text.Json;
using Builder.Datasets;
using Builder.Datasets.Checks;
using Builder.Graph.Data;
using Builder.Protocol;
using Builder.Web.Runners;

namespace Builder.Web.Pictures;

/// <summary>
/// Has pictures opened by a process of its own: they come from anybody, and the server itself decodes none. One process is kept warm while pictures
/// are asked for; one that ends is started again.
/// </summary>
public sealed class PictureClient : IAsyncDisposable
{
    private const int AtOnce = 2;

    // With the native memory of two pictures at their largest this keeps the process below two gigabytes.
    private const string HeapLimit = "0x30000000";

    private static readonly TimeSpan Idle = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Comparing = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan LongestReading = TimeSpan.FromMinutes(10);

    private readonly RunnerOptions _options;
    private readonly SemaphoreSlim _turns = new(AtOnce);
    private readonly Lock _gate = new();
    private readonly ITimer _idle;
    private readonly ILogger _log;
    private PictureProcess? _warm;

    /// <summary>Nothing is started until a picture is asked for.</summary>
    public PictureClient(RunnerOptions options, TimeProvider clock, ILogger<PictureClient> log)
    {
        ArgumentNullException.ThrowIfNull(clock);
        (_options, _log) = (options, log);
        _idle = clock.CreateTimer(_ => Background.Run(LetGoAsync, log, "let go of a process for pictures"), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    /// <summary>The process that is warm; null where none is.</summary>
    public int? ProcessId
    {
        get
        {
            lock (_gate)
            {
                return _warm is { IsGone: false } warm ? warm.ProcessId : null;
            }
        }
    }

    /// <summary>A row's picture, made small, as a PNG file; null where there is none.</summary>
    /// <param name="project">The project's folder.</param>
    /// <param name="source">The source of the data set.</param>
    /// <param name="version">Another one whenever its files are others.</param>
    /// <param name="row">The row, from 0.</param>
    /// <param name="side">Pixels that the longer side has at most.</param>
    /// <param name="ct">Gives up.</param>
    /// <exception cref="DataException">It cannot be read.</exception>
    public async Task<byte[]?> ThumbnailAsync(string project, DataSource source, string version, int row, int side, CancellationToken ct = default) =>
        ((RunEvent.PictureDone)await AskAsync(id => new RunnerCommand.Thumbnail(id, project, JsonSerializer.SerializeToElement(source, DataJson.Options), version, row, side), ct)).Png;

    /// <summary>Decodes pictures of a data set from end to end, for a short time.</summary>
    /// <param name="project">The project's folder.</param>
    /// <param name="source">The source of the data set.</param>
    /// <param name="version">Another one whenever its files are others.</param>
    /// <param name="row">The first row, from 0.</param>
    /// <param name="most">Pictures at most.</param>
    /// <param name="ct">Gives up.</param>
    /// <returns>The first row that was not looked at, and those that cannot be read.</returns>
    /// <exception cref="DataException">The source cannot be used, or the program stopped over a picture.</exception>
    public async Task<(int Next, IReadOnlyList<UnreadableRow> Unreadable)> CheckRowsAsync(string project, DataSource source, string version, int row, int most, CancellationToken ct = default)
    {
        var done = (RunEvent.PicturesChecked)await AskAsync(id => new RunnerCommand.CheckRows(id, project, JsonSerializer.SerializeToElement(source, DataJson.Options), version, row, most), ct);
        return (done.Next, done.Unreadable);
    }

    /// <summary>What some pictures have in common; null where none can be read.</summary>
    /// <exception cref="DataException">No process can be started.</exception>
    public async Task<PictureHint?> LookAsync(IReadOnlyList<string> files, CancellationToken ct = default) =>
        files.Count == 0 ? null : ((RunEvent.PicturesSeen)await AskAsync(id => new RunnerCommand.LookAtPictures(id, files), ct)).Hint;

    /// <summary>Looks for pictures of a source that are copies of each other. Many are decoded for it: that is done by a process that ends afterwards.</summary>
    /// <exception cref="DataException">They cannot be read.</exception>
    public async Task<PictureCopies> CopiesAsync(string project, DataSource source, CancellationToken ct = default)
    {
        var found = (RunEvent.CopiesFound)await AskAloneAsync(
            id => new RunnerCommand.FindCopies(id, project, JsonSerializer.SerializeToElement(source, DataJson.Options), (int)Comparing.TotalSeconds), ct);
        return new([.. found.Groups], found.Compared, found.All);
    }

    /// <summary>Opens a picture from end to end.</summary>
    /// <exception cref="DataException">It is none, or too large.</exception>
    public Task CheckAsync(string file, string name, CancellationToken ct = default) => AskAsync(id => new RunnerCommand.CheckPicture(id, file, name), ct);

    /// <summary>A drawing in the form of the pictures that a model knows, as a PNG file; null where nothing was drawn.</summary>
    /// <exception cref="DataException">It is no picture, or too large.</exception>
    public async Task<byte[]?> PrepareAsync(string file, PictureHint hint, CancellationToken ct = default) =>
        ((RunEvent.PictureDone)await AskAsync(id => new RunnerCommand.PrepareDrawing(id, file, hint), ct)).Png;

    /// <summary>The schema of a data set with pictures, or of a large table. All of it is prepared for that, which is done by a process that ends afterwards.</summary>
    /// <exception cref="DataException">It cannot be read.</exception>
    public async Task<DataSetSchema> SchemaAsync(string project, DataSet dataSet, CancellationToken ct = default) => ((RunEvent.SchemaRead)await AskAloneAsync(
        id => new RunnerCommand.ReadSchema(id, project, JsonSerializer.SerializeToElement(dataSet, DataJson.Options)), ct)).Schema;

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _idle.DisposeAsync();
        await LetGoAsync();
        _turns.Dispose();
    }

    /// <summary>Has a process do something that ends afterwards.</summary>
    private async Task<RunEvent> AskAloneAsync(Func<string, RunnerCommand> task, CancellationToken ct)
    {
        await using var alone = Start(heapLimit: null);
        try
        {
            return await alone.AskAsync(task, LongestReading, ct);
        }
        catch (PictureProcessGoneException)
        {
            throw PictureFailures.Gone();
        }
    }

    // Another picture may have ended the process: then this one is asked again, once.
    private async Task<RunEvent> AskAsync(Func<string, RunnerCommand> task, CancellationToken ct)
    {
        await _turns.WaitAsync(ct);
        try
        {
            try
            {
                return await Warm().AskAsync(task, Longest, ct);
            }
            catch (PictureProcessGoneException)
            {
                return await Warm().AskAsync(task, Longest, ct);
            }
        }
        catch (PictureProcessGoneException)
        {
            throw PictureFailures.Gone();
        }
        finally
        {
            _turns.Release();
            _idle.Change(Idle, Timeout.InfiniteTimeSpan);
        }
    }

    private PictureProcess Warm()
    {
        lock (_gate)
        {
            if (_warm is { IsGone: true } gone)
            {
                Background.Run(gone.DisposeAsync().AsTask(), _log, "let go of a process for pictures");
                _warm = null;
            }

            return _warm ??= Start(HeapLimit);
        }
    }

    private PictureProcess Start(string? heapLimit)
    {
        try
        {
            return new(_options.Program, _options.Surroundings, heapLimit);
        }
        catch (RunnerMissingException)
        {
            throw PictureFailures.NoRunner();
        }
    }

    private async Task LetGoAsync()
    {
        PictureProcess? warm;
        lock (_gate)
        {
            // Somebody who asks just now gets the next one; whoever is being answered is asked for again.
            (warm, _warm) = (_warm, null);
        }

        if (warm is not null)
        {
            await warm.DisposeAsync();
        }
    }
}
