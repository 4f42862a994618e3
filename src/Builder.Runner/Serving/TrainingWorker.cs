using Builder.Files;
using Builder.Graph.Messages;
using Builder.Protocol;
using Builder.Protocol.Messages;
using Builder.Runner.Commands;
using Builder.Runner.Console;
using Builder.Training.Loop;
using Builder.Training.Runs;

namespace Builder.Runner.Serving;

/// <summary>The one run of a process: carries it out, and passes on what it is asked meanwhile.</summary>
public sealed class TrainingWorker(RunnerCommand.Start order, EventStream events) : IDisposable
{
    private readonly PauseSwitch _pause = new();
    private readonly Lock _rateLock = new();
    private readonly CancellationTokenSource _stop = new();
    private readonly CancellationTokenSource _leave = new();
    private readonly CancellationTokenSource _giveWay = new();
    private RateControl? _rates;
    private double? _rate;

    /// <summary>What it does.</summary>
    public RunnerActivity State { get; private set; } = RunnerActivity.Preparing;

    /// <summary>Waits after the current batch.</summary>
    public void Pause() => _pause.TurnOn();

    /// <summary>Goes on.</summary>
    public void Resume() => _pause.TurnOff();

    /// <summary>Multiplies the learning rates of the plan, from the next batch on; one that still prepares begins with it.</summary>
    public void ScaleRate(double factor)
    {
        lock (_rateLock)
        {
            _rate = factor;
            _rates?.Set(factor);
        }
    }

    /// <summary>Ends after the current batch and finishes as usual.</summary>
    public void Stop()
    {
        State = RunnerActivity.Stopping;
        _stop.Cancel();
    }

    /// <summary>Keeps a checkpoint after the current batch and ends.</summary>
    public void Leave() => _leave.Cancel();

    /// <summary>Another training wants the machine: a model that is finished is not compared with simple methods now.</summary>
    public void GiveWay() => _giveWay.Cancel();

    /// <summary>Trains to the end; the exit code.</summary>
    public int Execute() => Failures.Guard(Train, Fail);

    /// <summary>Says that the run was cut off.</summary>
    public void SayInterrupted() => events.Send(Interrupted);

    /// <inheritdoc/>
    public void Dispose()
    {
        _pause.Dispose();
        _stop.Dispose();
        _leave.Dispose();
        _giveWay.Dispose();
    }

    private int Train()
    {
        var document = ProjectFolder.Open(order.Document ?? order.Project).Document;
        var folder = new RunFolder(Directory.CreateDirectory(order.Folder).FullName);
        using var log = new EventLog(folder);
        RunExecution.Execute(new RunRequest
        {
            Document = document,
            ProjectFolder = Path.GetFullPath(order.Project),
            Folder = folder,
            Device = DeviceNames.Parse(order.Device),
            Threads = order.Threads,
            Resume = order.FromCheckpoint,
            Stop = _stop.Token,
            Leave = _leave.Token,
            Pause = _pause,
            Rates = Take,
            Observer = happened =>
            {
                Follow(happened);
                log.Write(happened);
                events.Send(EventMapping.ToMessage(happened, folder));
            },
        }, events.Send, LowPriority.Take, _giveWay.Token);
        return 0;
    }

    private void Take(RateControl rates)
    {
        lock (_rateLock)
        {
            _rates = rates;
            if (_rate is { } wished)
            {
                rates.Set(wished);
            }
        }
    }

    private void Follow(TrainingEvent happened) => State = happened switch
    {
        _ when _stop.IsCancellationRequested => RunnerActivity.Stopping,
        RunStarted or RunResumed => RunnerActivity.Running,
        RunPaused => RunnerActivity.Paused,
        _ => State,
    };

    private void Fail(string code, Message reason)
    {
        var failed = _leave.IsCancellationRequested && code == RunnerMessages.Stopped.Code ? Interrupted : new RunEvent.Failed(code, reason);
        Keep(failed);
        events.Send(failed);
    }

    // Only a run that began has a log. Where the disk is the reason, there is nowhere to write it down.
    private void Keep(RunEvent.Failed failed)
    {
        var folder = new RunFolder(Path.GetFullPath(order.Folder));
        if (!File.Exists(folder.Events))
        {
            return;
        }

        try
        {
            using var log = new EventLog(folder);
            log.Write(failed);
        }
        catch (Exception full) when (full is IOException or UnauthorizedAccessException)
        {
        }
    }

    private static RunEvent.Failed Interrupted => new(RunnerMessages.Interrupted.Code, RunnerMessages.Interrupted.With());
}
