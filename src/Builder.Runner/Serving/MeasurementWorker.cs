using Builder.Files;
using Builder.Protocol;
using Builder.Runner.Console;
using Builder.Runner.Evaluations;
using Builder.Training.Importances;
using Builder.Training.Rivals;

namespace Builder.Runner.Serving;

/// <summary>Measures the model of a finished run, on a thread of its own. The file that it writes is there wholly or not at all, whenever the process ends.</summary>
internal sealed class MeasurementWorker
{
    private MeasurementWorker(Func<RunEvent> measure, EventStream events, Action<int> ended) => new Thread(() => ended(Failures.Guard(
        () =>
        {
            events.Send(measure());
            return 0;
        },
        (code, reason) => events.Send(new RunEvent.Failed(code, reason))))) { IsBackground = true, Name = "measurement" }.Start();

    /// <summary>Begins to measure what matters to the model.</summary>
    /// <param name="order">Which run.</param>
    /// <param name="events">Where the answer goes.</param>
    /// <param name="ended">Called with the exit code.</param>
    public static MeasurementWorker Begin(RunnerCommand.MeasureImportance order, EventStream events, Action<int> ended) => new(
        () =>
        {
            var run = new RunFolder(Path.GetFullPath(order.Folder));
            ImportanceWriter.Write(run, RunImportance.Measure(
                run, Path.GetFullPath(order.Project), DeviceNames.Parse(order.Device), order.Threads, ImportanceWriter.BudgetOnRequest));
            return new RunEvent.ImportanceMeasured();
        }, events, ended);

    /// <summary>Begins to compare the model with simple methods; it gives way to whatever else the machine has to do.</summary>
    /// <inheritdoc cref="Begin(RunnerCommand.MeasureImportance, EventStream, Action{int})"/>
    public static MeasurementWorker Begin(RunnerCommand.CompareRivals order, EventStream events, Action<int> ended) => new(
        () =>
        {
            LowPriority.Take();
            var run = new RunFolder(Path.GetFullPath(order.Folder));
            RivalWriter.Write(run, RunRivals.Compare(
                run, Path.GetFullPath(order.Project), DeviceNames.Parse(order.Device), order.Threads, RivalWriter.LongestOnRequest));
            return new RunEvent.RivalsCompared();
        }, events, ended);
}
