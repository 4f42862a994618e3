using Builder.Files;
using Builder.Protocol;
using Builder.Training.Loop;
using static Builder.Protocol.RunEventJson;

namespace Builder.Runner.Console;

/// <summary>Turns what the engine tells into messages of the protocol.</summary>
public static class EventMapping
{
    /// <summary>The message of an event.</summary>
    public static RunEvent ToMessage(TrainingEvent happened, RunFolder folder) => happened switch
    {
        RunStarted e => new RunEvent.Started(
            RunEvent.ProtocolVersion, folder.Path, e.Task, e.Device, e.Threads, e.Parameters, e.Samples.Train, e.Samples.Validation,
            e.Samples.Test, e.Epochs, e.StepsPerEpoch, e.ResumedAt, e.DataFingerprint),
        BatchesDone e => new RunEvent.Progress(
            e.Epoch, e.Step, e.StepsPerEpoch, Numbers(e.Losses), double.IsFinite(e.SecondsLeft) ? e.SecondsLeft : null, Numbers(e.LearningRates)),
        RatesChanged { Change: var c } e => new RunEvent.RatesChanged(c.Epoch, c.Step, c.Factor, Numbers(e.Before), Numbers(e.After)),
        EpochDone e => new RunEvent.EpochDone(e.Epoch, Numbers(e.Train), Numbers(e.Validation), Numbers(e.LearningRates), e.Seconds, e.IsBest),
        CheckpointWritten e => new RunEvent.CheckpointWritten(e.Path, e.Epoch, e.Step),
        SampleMade e => Sample(e),
        RunPaused e => new RunEvent.Paused(e.Epoch, e.Step),
        RunResumed e => new RunEvent.Resumed(e.Epoch, e.Step),
        Remark e => new RunEvent.Remark(e.Message),
        ModelScored e => new RunEvent.Scoring(e.Done, e.Samples),
        RunFinished { Result: var r } => new RunEvent.Finished(
            r.Task, r.Epochs, r.BestEpoch, r.End, r.Seconds, Numbers(r.Train), Numbers(r.Validation), Numbers(r.Test), Numbers(r.Baseline),
            r.Units, r.Bundle, r.StartLoss is { } start && double.IsFinite(start) ? start : null),
        _ => throw new InvalidOperationException($"There is no message for {happened.GetType().Name}."),
    };

    private static RunEvent.SampleMade Sample(SampleMade made) => new(
        made.Epoch, made.Kind, made.Value, made.Pictures,
        made.Points?.Select(p => new ValuePoint(p.True, p.Predicted)).ToList(), made.Unit);
}

/// <summary>Writes every event as a line of JSON.</summary>
public sealed class JsonLines(TextWriter output, RunFolder folder)
{
    /// <summary>Writes an event.</summary>
    public void Show(TrainingEvent happened)
    {
        output.WriteLine(RunEventJson.Write(EventMapping.ToMessage(happened, folder)));
        output.Flush();
    }
}

/// <summary>Keeps the events of a run in its folder, but for those that only show progress.</summary>
public sealed class EventLog(RunFolder folder) : IDisposable
{
    private StreamWriter? _file;

    /// <summary>Adds an event.</summary>
    public void Write(TrainingEvent happened)
    {
        if (happened is BatchesDone or ModelScored or CheckpointWritten)
        {
            return;
        }

        _file ??= new StreamWriter(folder.Events, append: true);
        _file.WriteLine(RunEventJson.Write(EventMapping.ToMessage(happened, folder)));
        _file.Flush();
    }

    /// <summary>Adds why the run cannot go on, so that it is known after a restart too.</summary>
    public void Write(RunEvent.Failed failed)
    {
        _file ??= new StreamWriter(folder.Events, append: true);
        _file.WriteLine(RunEventJson.Write(failed));
        _file.Flush();
    }

    /// <inheritdoc/>
    public void Dispose() => _file?.Dispose();
}
