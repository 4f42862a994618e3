using Builder.Files;
using Builder.Protocol;
using Builder.Runner.Console;
using Builder.Runner.Evaluations;
using Builder.Training.Importances;

namespace Builder.Runner.Serving;

/// <summary>Measures what matters to the model of a finished run, on a thread of its own. Its file is written wholly or not at all, whenever the process ends.</summary>
internal sealed class ImportanceWorker
{
    /// <summary>Begins.</summary>
    /// <param name="order">Which run.</param>
    /// <param name="events">Where the answer goes.</param>
    /// <param name="ended">Called with the exit code.</param>
    public ImportanceWorker(RunnerCommand.MeasureImportance order, EventStream events, Action<int> ended) => new Thread(() => ended(Failures.Guard(
        () =>
        {
            var run = new RunFolder(Path.GetFullPath(order.Folder));
            ImportanceWriter.Write(run, RunImportance.Measure(
                run, Path.GetFullPath(order.Project), DeviceNames.Parse(order.Device), order.Threads, ImportanceWriter.BudgetOnRequest));
            events.Send(new RunEvent.ImportanceMeasured());
            return 0;
        },
        (code, reason) => events.Send(new RunEvent.Failed(code, reason))))) { IsBackground = true, Name = "importance" }.Start();
}
