using System.Diagnostics;
using Builder.Datasets;
using Builder.Graph.Documents;
using Builder.Graph.Metrics;
using Builder.Protocol;
using Builder.Training.Evaluation;
using Builder.Training.Loop;
using Builder.Training.Sessions;

namespace Builder.Training.Runs;

/// <summary>An order to train several documents that read the same data for a short time each, to compare them.</summary>
public sealed record TrialRequest
{
    /// <summary>What to train, one after the other.</summary>
    public required IReadOnlyList<ProjectDocument> Documents { get; init; }

    /// <summary>Folder of the project: data paths are relative to it.</summary>
    public required string ProjectFolder { get; init; }

    /// <summary>Threads that compute; null for as many as the machine has.</summary>
    public int? Threads { get; init; }

    /// <summary>How long each may train; whatever it came to by then is told, as cut off.</summary>
    public TimeSpan Longest { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>Is told what each came to.</summary>
    public Action<TrialResult> Observer { get; init; } = _ => { };

    /// <summary>Ends it all after the current batch.</summary>
    public CancellationToken Stop { get; init; }
}

/// <summary>What a short training came to.</summary>
/// <param name="Number">Which document, from 0.</param>
/// <param name="Task">What kind of task it learned.</param>
/// <param name="Validation">Scores of its best epoch on the validation samples; empty where it has not come to the end of an epoch.</param>
/// <param name="ValidationSamples">How many there are.</param>
/// <param name="Parameters">Trainable values.</param>
/// <param name="Epochs">Epochs done.</param>
/// <param name="IsWhole">False where its time was up before its plan was done.</param>
/// <param name="Seconds">How long it took.</param>
public sealed record TrialResult(
    int Number, TaskKind Task, IReadOnlyDictionary<string, double> Validation, long ValidationSamples, long Parameters, long Epochs, bool IsWhole, double Seconds);

/// <summary>
/// Short trainings for comparison's sake, on the processor. They learn from the training samples and are scored on the validation samples; the test samples are
/// never looked at. Nothing is written, so one that is cut off leaves nothing behind.
/// </summary>
public static class TrialRun
{
    /// <summary>Trains all documents on the calling thread, which has to be one of its own: autograd's modes and dispose scopes belong to a thread.</summary>
    /// <exception cref="TrainingException">One of them cannot be trained; the reason is in plain words.</exception>
    /// <exception cref="DataException">The data cannot be used; the reason is in plain words.</exception>
    /// <exception cref="OperationCanceledException">It was asked to stop.</exception>
    public static void Execute(TrialRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (request.Documents.Count == 0)
        {
            return;
        }

        if (request.Threads is { } threads)
        {
            ThreadCount.Use(threads);
        }

        var data = ProjectData.Prepare(request.Documents[0], request.ProjectFolder, request.Stop);
        for (var number = 0; number < request.Documents.Count; number++)
        {
            var analysis = TrainingRun.AnalyzeForTraining(request.Documents[number], data.Values);
            using var session = new TrainingSession(analysis, data[ProjectData.DataSetOf(analysis.Graph)], DeviceSelection.Of(DeviceChoice.Cpu));
            request.Observer(Train(number, session, request));
        }
    }

    private static TrialResult Train(int number, TrainingSession session, TrialRequest request)
    {
        using var time = CancellationTokenSource.CreateLinkedTokenSource(request.Stop);
        time.CancelAfter(request.Longest);
        var clock = Stopwatch.StartNew();
        var loop = new TrainingLoop(session, new Evaluator(session), new TrainingState(), new NoCheckpoints(), _ => { });
        var end = loop.Run(time.Token);
        request.Stop.ThrowIfCancellationRequested();
        return new(
            number, session.Task, loop.BestValidation ?? new Dictionary<string, double>(), session.Data.Validation.LongLength, session.Analysis.TotalParameters,
            loop.State.Epoch, end != RunEnd.Stopped, clock.Elapsed.TotalSeconds);
    }

    private sealed class NoCheckpoints : ICheckpointManager
    {
        public void Save(TrainingState state)
        {
        }

        public void SaveBest(TrainingState state)
        {
        }
    }
}
