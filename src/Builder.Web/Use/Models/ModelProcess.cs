using System.Collections.Concurrent;
using System.Globalization;
using Builder.Protocol;
using Builder.Web.Runners;

namespace Builder.Web.Use.Models;

/// <summary>
/// A runner with one loaded model. A native crash ends its process, never the server: whoever waits is told, and the next question starts
/// another.
/// </summary>
public sealed class ModelProcess : IAsyncDisposable
{
    private static readonly TimeSpan LongestLoad = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan LongestAnswer = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan LongestFarewell = TimeSpan.FromSeconds(3);

    private readonly RunnerProcess _runner;
    private readonly TaskCompletionSource<ModelDescription> _loaded = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly ConcurrentDictionary<string, TaskCompletionSource<RunEvent>> _asked = new(StringComparer.Ordinal);
    private readonly Task _over;
    private ModelDescription? _description;
    private long _count;
    private volatile bool _isBroken;

    private ModelProcess(string runner, RunnerSurroundings? surroundings)
    {
        _runner = RunnerProcess.Start(runner, Take, surroundings);
        _over = _runner.Ended.ContinueWith(_ => TellAllItIsGone(), TaskScheduler.Default);
    }

    /// <summary>What the model takes and gives.</summary>
    public ModelDescription Description => _description ?? throw new InvalidOperationException("The model is not loaded yet.");

    /// <summary>Its process.</summary>
    public int ProcessId => _runner.ProcessId;

    /// <summary>True once the process has ended, or is about to.</summary>
    public bool IsGone => _isBroken || _over.IsCompleted;

    /// <summary>Starts a process and loads a model into it.</summary>
    /// <param name="runner">The runner's program.</param>
    /// <param name="bundle">Folder of the model.</param>
    /// <param name="surroundings">What the runner finds around it; null for what this process finds.</param>
    /// <param name="ct">Gives up.</param>
    /// <exception cref="ModelException">It cannot be loaded.</exception>
    public static async Task<ModelProcess> StartAsync(string runner, string bundle, RunnerSurroundings? surroundings = null, CancellationToken ct = default)
    {
        var model = Launch(runner, surroundings);
        try
        {
            await model.SendAsync(new RunnerCommand.Load(bundle), ct);
            model._description = await model._loaded.Task.WaitAsync(LongestLoad, ct);
            return model;
        }
        catch (Exception failure)
        {
            await model.DisposeAsync();
            if (failure is TimeoutException)
            {
                throw ModelException.TooSlow();
            }

            throw;
        }
    }

    /// <summary>Asks the model.</summary>
    /// <param name="command">Makes the command with the id that it must carry.</param>
    /// <param name="ct">Gives up waiting; the model answers into the void.</param>
    /// <exception cref="ModelException">It cannot answer; "NotAsked" where the question has not reached it.</exception>
    public async Task<RunEvent.Prediction> AskAsync(Func<string, RunnerCommand> command, CancellationToken ct = default) =>
        (RunEvent.Prediction)await AnswerAsync(command, ct);

    /// <summary>Lets the model be written as an ONNX file.</summary>
    /// <param name="file">Where.</param>
    /// <param name="name">What people will call the file.</param>
    /// <param name="ct">Gives up waiting.</param>
    /// <returns>Lines of Python that load the file and ask it something.</returns>
    /// <exception cref="ModelException">It cannot be written; "NotAsked" where the question has not reached it.</exception>
    public async Task<string> ExportOnnxAsync(string file, string name, CancellationToken ct = default) =>
        ((RunEvent.Exported)await AnswerAsync(id => new RunnerCommand.ExportOnnx(id, file, name), ct)).Usage;

    /// <summary>Asks the model why it answers so.</summary>
    /// <param name="command">Makes the command with the id that it must carry.</param>
    /// <param name="ct">Gives up waiting, and the model gives up as well: other questions have their turn.</param>
    /// <exception cref="ModelException">It cannot be said; "NotAsked" where the question has not reached it.</exception>
    public async Task<PredictionExplanation> ExplainAsync(Func<string, RunnerCommand.Explain> command, CancellationToken ct = default) =>
        ((RunEvent.Explained)await WhileWaitedAsync(command, ct)).Explanation;

    /// <summary>Asks the model what it would answer if a column held something else.</summary>
    /// <inheritdoc cref="ExplainAsync"/>
    public async Task<ColumnDependence> VaryAsync(Func<string, RunnerCommand.VaryColumn> command, CancellationToken ct = default) =>
        ((RunEvent.ColumnVaried)await WhileWaitedAsync(command, ct)).Dependence;

    private async Task<RunEvent> WhileWaitedAsync(Func<string, RunnerCommand> command, CancellationToken ct)
    {
        string? asked = null;
        try
        {
            return await AnswerAsync(id => command(asked = id), ct);
        }
        catch (OperationCanceledException) when (asked is not null && !IsGone)
        {
            await _runner.SendAsync(new RunnerCommand.GiveUp(asked));
            throw;
        }
    }

    private async Task<RunEvent> AnswerAsync(Func<string, RunnerCommand> command, CancellationToken ct)
    {
        var id = Interlocked.Increment(ref _count).ToString(CultureInfo.InvariantCulture);
        var answer = _asked[id] = new(TaskCreationOptions.RunContinuationsAsynchronously);
        try
        {
            await SendAsync(command(id), ct);
            return await answer.Task.WaitAsync(LongestAnswer, ct);
        }
        catch (TimeoutException)
        {
            _runner.Kill();
            throw ModelException.TooSlow();
        }
        finally
        {
            _asked.TryRemove(id, out _);
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        _isBroken = true;
        await _runner.EndAsync(LongestFarewell);
        await _over;
        await _runner.DisposeAsync();
    }

    private static ModelProcess Launch(string runner, RunnerSurroundings? surroundings)
    {
        try
        {
            return new(runner, surroundings);
        }
        catch (RunnerMissingException)
        {
            throw ModelException.NoRunner();
        }
    }

    // Who gives up waiting does not cut the line that is being written.
    private async Task SendAsync(RunnerCommand command, CancellationToken ct)
    {
        if (IsGone || !await _runner.SendAsync(command).WaitAsync(ct))
        {
            _isBroken = true;
            throw ModelException.NotReached();
        }
    }

    private void TellAllItIsGone()
    {
        _isBroken = true;
        _loaded.TrySetException(ModelException.Gone());
        foreach (var waiting in _asked.Values)
        {
            waiting.TrySetException(ModelException.Gone());
        }
    }

    private void Take(RunEvent message)
    {
        switch (message)
        {
            case RunEvent.Loaded loaded: _loaded.TrySetResult(loaded.Model); break;
            case RunEvent.Failed failed: _loaded.TrySetException(new ModelException(failed.Message, failed.Code)); break;
            case RunEvent.Prediction answer: Waiting(answer.Id)?.TrySetResult(answer); break;
            case RunEvent.Explained answer: Waiting(answer.Id)?.TrySetResult(answer); break;
            case RunEvent.ColumnVaried answer: Waiting(answer.Id)?.TrySetResult(answer); break;
            case RunEvent.Exported answer: Waiting(answer.Id)?.TrySetResult(answer); break;
            case RunEvent.PredictionFailed failed:
                Waiting(failed.Id)?.TrySetException(new ModelException(failed.Message, failed.Code));
                break;
        }
    }

    private TaskCompletionSource<RunEvent>? Waiting(string id) => _asked.GetValueOrDefault(id);
}
