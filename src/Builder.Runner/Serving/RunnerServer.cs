using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Text.Json;
using Builder.Graph.Messages;
using Builder.Protocol;
using Builder.Protocol.Messages;
using Builder.Runner.Console;

namespace Builder.Runner.Serving;

/// <summary>
/// A runner under the command of a server: lines come in, events go out. The first command of weight decides what the process does: one
/// run, one comparison, one model to predict with, or one to measure or compare. It ends with the run, when told to, or soon after the lines end.
/// </summary>
public sealed class RunnerServer : IDisposable
{
    private static readonly TimeSpan Beat = TimeSpan.FromSeconds(1);

    // A checkpoint is written after the current batch. Where that takes longer, the one before it has to do.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2.5);

    // An ordinary end takes libtorch down, and waits for it where it is just being loaded. Nobody may outlive the server by five seconds.
    private static readonly TimeSpan LastMoment = TimeSpan.FromSeconds(3);

    private readonly EventStream _events;
    private readonly Stopwatch _clock = Stopwatch.StartNew();
    private readonly TaskCompletionSource<int> _end = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private TrainingWorker? _run;
    private InferenceWorker? _model;
    private MeasurementWorker? _measured;
    private TrialWorker? _trials;
    private volatile bool _isBusy;

    /// <summary>A server that tells on this stream.</summary>
    public RunnerServer(EventStream events) => _events = events;

    /// <summary>
    /// Ties this process to its server alone: the terminal cannot end it, and it begins to watch for the server's end, which is that of standard
    /// input or of its parent: on a busy machine it takes seconds until the first line is read, and no less until the last one is. A
    /// process that only serves calls it before all else.
    /// </summary>
    public static void EndWithServer()
    {
        ProcessEnding.NotByTerminal();
        ProcessEnding.WithinOfServer(LastMoment);
    }

    /// <summary>Takes commands until the end; the exit code.</summary>
    public int Run(Stream commands)
    {
        LibtorchWarmup.Begin();
        _events.Send(new RunEvent.Ready(RunEvent.ProtocolVersion, Environment.ProcessId));
        using var beat = new Timer(_ => _events.Send(new RunEvent.Heartbeat(State, _clock.Elapsed.TotalSeconds, Environment.WorkingSet)), null, Beat, Beat);
        using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, signal => On(signal, Stop));
        using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, signal => On(signal, Leave));
        new Thread(() => ReadAll(commands)) { IsBackground = true, Name = "commands" }.Start();
        return _end.Task.GetAwaiter().GetResult();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _model?.Dispose();

        // A run that is still busy keeps its switches: the process ends under it.
        if (!_isBusy)
        {
            _run?.Dispose();
        }
    }

    private RunnerActivity State =>
        _run?.State ?? _model?.State ?? (_trials is not null ? RunnerActivity.Running : _measured is not null ? RunnerActivity.Predicting : RunnerActivity.Idle);

    private static void On(PosixSignalContext signal, Action action)
    {
        signal.Cancel = true;
        action();
    }

    private void ReadAll(Stream commands)
    {
        using var lines = new StreamReader(commands);
        try
        {
            while (lines.ReadLine() is { } line)
            {
                if (line.Length > 0)
                {
                    Obey(line);
                }
            }
        }
        catch (IOException)
        {
            // A pipe that breaks is one that ends.
        }

        Leave();
    }

    private void Obey(string line)
    {
        try
        {
            Obey(RunnerCommandJson.Read(line));
        }
        catch (JsonException)
        {
            Refuse(RunnerMessages.NotACommand.With(("line", Shortened(line))));
        }
    }

    private void Obey(RunnerCommand command)
    {
        switch (command)
        {
            case RunnerCommand.Start start: Begin(start); break;
            case RunnerCommand.Load load: Begin(load); break;
            case RunnerCommand.MeasureImportance measure: Begin(ended => MeasurementWorker.Begin(measure, _events, ended)); break;
            case RunnerCommand.CompareRivals rivals: Begin(ended => MeasurementWorker.Begin(rivals, _events, ended)); break;
            case RunnerCommand.Compare compare: Begin(compare); break;
            case RunnerCommand.Pause: WithRun(run => run.Pause()); break;
            case RunnerCommand.Resume: WithRun(run => run.Resume()); break;
            case RunnerCommand.ScaleRate rate: WithRun(run => run.ScaleRate(rate.Factor)); break;
            case RunnerCommand.Stop: Stop(); break;
            case RunnerCommand.GiveWay: WithRun(run => run.GiveWay()); break;
            case RunnerCommand.Predict predict: WithModel(predict.Id, model => model.Predict(predict)); break;
            case RunnerCommand.Generate generate: WithModel(generate.Id, model => model.Generate(generate)); break;
            case RunnerCommand.Explain explain: WithModel(explain.Id, model => model.Explain(explain)); break;
            case RunnerCommand.VaryColumn vary: WithModel(vary.Id, model => model.Vary(vary)); break;
            case RunnerCommand.GiveUp giveUp: WithModel(giveUp.Id, model => model.GiveUp(giveUp)); break;
            case RunnerCommand.ExportOnnx export: WithModel(export.Id, model => model.Export(export)); break;
            case RunnerCommand.Shutdown: Leave(); break;
        }
    }

    private void Begin(RunnerCommand.Start start)
    {
        if (IsFree())
        {
            (_run, _isBusy) = (new TrainingWorker(start, _events), true);
            new Thread(() => Execute(_run)) { IsBackground = true, Name = "run" }.Start();
        }
    }

    private void Execute(TrainingWorker run)
    {
        var code = run.Execute();
        _isBusy = false;
        _end.TrySetResult(code);
    }

    private void Begin(RunnerCommand.Load load)
    {
        if (IsFree())
        {
            _model = new InferenceWorker(load, _events, code => _end.TrySetResult(code));
        }
    }

    private void Begin(Func<Action<int>, MeasurementWorker> measure)
    {
        if (IsFree())
        {
            _measured = measure(code => _end.TrySetResult(code));
        }
    }

    // It keeps nothing: whoever ends the process needs not wait for it.
    private void Begin(RunnerCommand.Compare compare)
    {
        if (IsFree())
        {
            var trials = _trials = new TrialWorker(compare, _events);
            new Thread(() => _end.TrySetResult(trials.Execute())) { IsBackground = true, Name = "trials" }.Start();
        }
    }

    private bool IsFree()
    {
        if (_run is null && _model is null && _measured is null && _trials is null)
        {
            return true;
        }

        Refuse(RunnerMessages.Busy.With());
        return false;
    }

    private void WithRun(Action<TrainingWorker> act)
    {
        if (_run is { } run)
        {
            act(run);
            return;
        }

        Refuse(RunnerMessages.NothingTrained.With());
    }

    private void WithModel(string id, Action<InferenceWorker> act)
    {
        if (_model is { } model)
        {
            act(model);
            return;
        }

        _events.Send(new RunEvent.PredictionFailed(id, "NoModel", RunnerMessages.NoModel.With()));
    }

    private void Refuse(Message reason) => _events.Send(new RunEvent.Refused(reason.Kind, reason));

    private void Stop()
    {
        if (_run is { } run)
        {
            run.Stop();
            return;
        }

        _end.TrySetResult(0);
    }

    // The server is gone or wants the runner gone: a run keeps a checkpoint, everything else ends at once.
    private void Leave()
    {
        ProcessEnding.Within(LastMoment);
        if (_run is null)
        {
            _end.TrySetResult(0);
            return;
        }

        _run.Leave();
        if (!_end.Task.Wait(Patience))
        {
            _run.SayInterrupted();
            _end.TrySetResult(Console.Failures.ExitCode);
        }
    }

    private static string Shortened(string line) => line.Length <= 80 ? line : line[..80] + "…";
}
