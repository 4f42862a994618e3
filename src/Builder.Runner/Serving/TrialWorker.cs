using System.Text.Json;
using Builder.Graph.Json;
using Builder.Protocol;
using Builder.Runner.Console;
using Builder.Training.Runs;

namespace Builder.Runner.Serving;

/// <summary>The comparison that a process makes: short trainings that nobody waits for.</summary>
public sealed class TrialWorker(RunnerCommand.Compare order, EventStream events)
{
    /// <summary>Trains all of them; the exit code. Call it on a thread of its own: that thread gives way to all others from then on.</summary>
    public int Execute() => Failures.Guard(Train, (code, reason) => events.Send(new RunEvent.Failed(code, reason)));

    private int Train()
    {
        LowPriority.Take();
        TrialRun.Execute(new TrialRequest
        {
            Documents = [.. order.Documents.Select(document => ProjectJson.Read(JsonSerializer.SerializeToUtf8Bytes(document)))],
            ProjectFolder = Path.GetFullPath(order.Project),
            Longest = TimeSpan.FromSeconds(order.Seconds),
            Threads = order.Threads,
            Observer = done => events.Send(new RunEvent.TrialDone(
                done.Number, done.Task, RunEventJson.Numbers(done.Validation), done.ValidationSamples, done.Parameters, done.Epochs, done.IsWhole, done.Seconds)),
        });
        return 0;
    }
}
