using Builder.Files;
using Builder.Protocol;
using Builder.Web.Hosting.Telemetry;
using Builder.Web.Runners;

namespace Builder.Web.Use.Models;

/// <summary>How models are kept ready.</summary>
/// <param name="Runner">The runner's program.</param>
/// <param name="Idle">After so long without a question a model is let go.</param>
/// <param name="Most">So many models at once; the one that was not asked for longest goes first.</param>
/// <param name="Surroundings">What its runners find around them; null for what this process finds.</param>
public sealed record WarmModelOptions(string Runner, TimeSpan Idle, int Most = 3, RunnerSurroundings? Surroundings = null);

/// <summary>
/// Keeps the models that people are trying loaded: one for each project, each in a process of its own. They go when nobody asks them any
/// more, and come back by themselves.
/// </summary>
public sealed class ModelPool : IAsyncDisposable
{
    private readonly Dictionary<string, Warm> _byProject = new(StringComparer.Ordinal);
    private readonly Lock _gate = new();
    private readonly WarmModelOptions _options;
    private readonly TimeProvider _clock;
    private readonly ITimer _sweep;
    private readonly ILogger _log;

    /// <summary>Models, kept as the options say.</summary>
    public ModelPool(WarmModelOptions options, ILogger<ModelPool> log, TimeProvider? clock = null)
    {
        (_options, _log, _clock) = (options, log, clock ?? TimeProvider.System);
        var period = TimeSpan.FromTicks(Math.Max(options.Idle.Ticks / 4, TimeSpan.TicksPerMillisecond * 50));
        _sweep = _clock.CreateTimer(_ => Sweep(), null, period, period);
    }

    /// <summary>How many are loaded or loading.</summary>
    public int Count
    {
        get
        {
            lock (_gate)
            {
                return _byProject.Count;
            }
        }
    }

    /// <summary>What a model takes and gives; loads it where it is not.</summary>
    /// <exception cref="ModelException">It cannot be loaded.</exception>
    public Task<ModelDescription> DescribeAsync(string project, string bundle, CancellationToken ct = default) =>
        WithAsync(project, bundle, model => Task.FromResult(model.Description), ct);

    /// <summary>
    /// Asks a model. One that has crashed since the last question is loaded again first; one that crashes over this question is not asked twice.
    /// </summary>
    /// <exception cref="ModelException">It cannot answer.</exception>
    public Task<RunEvent.Prediction> AskAsync(string project, string bundle, Func<string, RunnerCommand> command, CancellationToken ct = default) =>
        ServerMetrics.PredictionAsync(() => AskTwiceAsync(project, bundle, model => model.AskAsync(command, ct), ct));

    /// <summary>Asks a model why it answers so.</summary>
    /// <param name="project">The project.</param>
    /// <param name="bundle">Folder of the model.</param>
    /// <param name="command">Makes the command with the id that it must carry.</param>
    /// <param name="ct">Gives up waiting, and the model gives up as well.</param>
    /// <exception cref="ModelException">It cannot be said.</exception>
    public Task<PredictionExplanation> ExplainAsync(string project, string bundle, Func<string, RunnerCommand.Explain> command, CancellationToken ct = default) =>
        AskTwiceAsync(project, bundle, model => model.ExplainAsync(command, ct), ct);

    /// <summary>Asks a model what it would answer if a column held something else.</summary>
    /// <inheritdoc cref="ExplainAsync"/>
    public Task<ColumnDependence> VaryAsync(string project, string bundle, Func<string, RunnerCommand.VaryColumn> command, CancellationToken ct = default) =>
        AskTwiceAsync(project, bundle, model => model.VaryAsync(command, ct), ct);

    /// <summary>Lets a model be written as an ONNX file.</summary>
    /// <param name="project">The project.</param>
    /// <param name="bundle">Folder of the model.</param>
    /// <param name="file">Where.</param>
    /// <param name="name">What people will call the file.</param>
    /// <param name="ct">Gives up waiting.</param>
    /// <returns>Lines of Python that load the file and ask it something.</returns>
    /// <exception cref="ModelException">It cannot be written so.</exception>
    public Task<string> ExportOnnxAsync(string project, string bundle, string file, string name, CancellationToken ct = default) =>
        AskTwiceAsync(project, bundle, model => model.ExportOnnxAsync(file, name, ct), ct);

    private async Task<T> AskTwiceAsync<T>(string project, string bundle, Func<ModelProcess, Task<T>> ask, CancellationToken ct)
    {
        using var scope = LogScopes.Project(_log, project);
        try
        {
            return await WithAsync(project, bundle, ask, ct);
        }
        catch (ModelException lost) when (lost.Code == ModelException.NotAsked)
        {
            UseLog.AskedAgain(_log);
            return await WithAsync(project, bundle, ask, ct);
        }
    }

    /// <summary>The process of a project's model; null where none is loaded.</summary>
    public int? ProcessOf(string project)
    {
        lock (_gate)
        {
            return _byProject.TryGetValue(project, out var warm) && warm.Model.IsCompletedSuccessfully ? warm.Model.Result.ProcessId : null;
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _sweep.DisposeAsync();
        List<Warm> all;
        lock (_gate)
        {
            all = [.. _byProject.Values];
            _byProject.Clear();
        }

        await Task.WhenAll(all.Select(LetGoAsync));
    }

    // A model that is loading or answering is in use, however long it takes.
    private async Task<T> WithAsync<T>(string project, string bundle, Func<ModelProcess, Task<T>> use, CancellationToken ct)
    {
        var warm = Take(project, bundle);
        try
        {
            return await use(await warm.Model.WaitAsync(ct));
        }
        finally
        {
            lock (_gate)
            {
                (warm.Users, warm.Used) = (warm.Users - 1, _clock.GetUtcNow());
            }
        }
    }

    private Warm Take(string project, string bundle)
    {
        // A run that goes on after a stop writes another model into the same folder, and a person may choose other thresholds.
        var folder = new BundleFolder(bundle);
        var written = (File.GetLastWriteTimeUtc(folder.Summary), File.GetLastWriteTimeUtc(folder.Thresholds));
        lock (_gate)
        {
            if (!_byProject.TryGetValue(project, out var warm) || warm.Bundle != bundle || warm.Written != written || warm.IsGone)
            {
                if (warm is not null)
                {
                    Background.Run(LetGoAsync(warm), _log, "let go of a model");
                }

                UseLog.Loading(_log, project);
                warm = new Warm(bundle, written, Task.Run(() => ModelProcess.StartAsync(_options.Runner, bundle, _options.Surroundings)));
                _byProject[project] = warm;
                MakeRoom(project);
            }

            (warm.Users, warm.Used) = (warm.Users + 1, _clock.GetUtcNow());
            return warm;
        }
    }

    private void MakeRoom(string newest)
    {
        var others = _byProject.Where(m => m.Key != newest).OrderByDescending(m => m.Value.Users > 0).ThenByDescending(m => m.Value.Used);
        foreach (var (project, warm) in others.Skip(_options.Most - 1).ToList())
        {
            _byProject.Remove(project);
            Background.Run(LetGoAsync(warm), _log, "let go of a model");
        }
    }

    private void Sweep()
    {
        var oldest = _clock.GetUtcNow() - _options.Idle;
        lock (_gate)
        {
            foreach (var (project, warm) in _byProject.Where(m => m.Value.Users == 0 && (m.Value.IsGone || m.Value.Used < oldest)).ToList())
            {
                _byProject.Remove(project);
                Background.Run(LetGoAsync(warm), _log, "let go of a model");
            }
        }
    }

    private static async Task LetGoAsync(Warm warm)
    {
        try
        {
            await (await warm.Model).DisposeAsync();
        }
        catch (ModelException)
        {
            // It was never loaded; whoever waited for it has been told.
        }
    }

    private sealed class Warm(string bundle, (DateTime Summary, DateTime Thresholds) written, Task<ModelProcess> model)
    {
        public string Bundle { get; } = bundle;

        public (DateTime Summary, DateTime Thresholds) Written { get; } = written;

        public Task<ModelProcess> Model { get; } = model;

        public DateTimeOffset Used { get; set; }

        public int Users { get; set; }

        public bool IsGone => Model.IsFaulted || (Model.IsCompletedSuccessfully && Model.Result.IsGone);
    }
}
