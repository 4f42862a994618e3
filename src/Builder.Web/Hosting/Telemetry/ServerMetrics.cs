using System.Diagnostics;
using System.Diagnostics.Metrics;
using Builder.Protocol;

namespace Builder.Web.Hosting.Telemetry;

/// <summary>
/// What the server measures of itself, as the meter and the activity source "Builder": docs/operations.md lists the instruments. Tags hold
/// outcomes and states only, never ids or names, so that the number of series stays small and nobody's data leave.
/// </summary>
public static class ServerMetrics
{
    /// <summary>Name of the meter and of the activity source.</summary>
    public const string Name = "Builder";

    private const string Outcome = "outcome";
    private const string Done = "done";
    private const string Refused = "refused";
    private const string Failed = "failed";

    private static readonly Meter Meter = new(Name, ServerVersion.Text);
    private static readonly ActivitySource Source = new(Name, ServerVersion.Text);

    private static readonly Histogram<double> Edits = Meter.CreateHistogram<double>(
        "builder.edit.duration", "s", "Time from an edit's arrival until it is on the disk.");

    private static readonly UpDownCounter<long> EditsWaiting = Meter.CreateUpDownCounter<long>(
        "builder.edit.waiting", "{edit}", "Edits that wait for their answer.");

    private static readonly Histogram<double> Predictions = Meter.CreateHistogram<double>(
        "builder.prediction.duration", "s", "Time from a question to a model until its answer.");

    private static readonly Histogram<double> Uploads = Meter.CreateHistogram<double>(
        "builder.upload.duration", "s", "Time from a file's arrival until it is part of a project.");

    private static readonly UpDownCounter<long> Circuits = Meter.CreateUpDownCounter<long>(
        "builder.circuits", "{circuit}", "Open windows.");

    private static readonly UpDownCounter<long> RunsNow = Meter.CreateUpDownCounter<long>(
        "builder.runs", "{run}", "Runs that wait, prepare, train or pause, by state.");

    private static readonly Counter<long> RunsStarted = Meter.CreateCounter<long>(
        "builder.run.starts", "{run}", "Runs that began to train.");

    private static readonly Counter<long> RunsEnded = Meter.CreateCounter<long>(
        "builder.run.ends", "{run}", "Runs that ended, by their end.");

    /// <summary>Measures an edit.</summary>
    /// <param name="edit">Carries it out.</param>
    /// <param name="isDone">Whether it was, and not refused.</param>
    internal static async Task<T> EditAsync<T>(Func<Task<T>> edit, Func<T, bool> isDone)
    {
        EditsWaiting.Add(1);
        try
        {
            return await MeasureAsync("edit", Edits, edit, isDone);
        }
        finally
        {
            EditsWaiting.Add(-1);
        }
    }

    /// <summary>Measures a question to a model.</summary>
    internal static Task<T> PredictionAsync<T>(Func<Task<T>> ask) => MeasureAsync("predict", Predictions, ask, _ => true);

    /// <summary>Measures the way of a file into a project.</summary>
    internal static Task<T> UploadAsync<T>(Func<Task<T>> take) => MeasureAsync("upload", Uploads, take, _ => true);

    /// <summary>Notes that a window opened, or closed.</summary>
    internal static void Circuit(bool isOpen) => Circuits.Add(isOpen ? 1 : -1);

    /// <summary>Notes that a run goes from one state to another; null before its first one.</summary>
    internal static void Run(RunState? before, RunState after)
    {
        if (before is { } left && !left.IsOver())
        {
            RunsNow.Add(-1, new KeyValuePair<string, object?>("state", left.Spelling()));
        }

        if (after.IsOver())
        {
            RunsEnded.Add(1, new KeyValuePair<string, object?>("end", after.Spelling()));
            return;
        }

        RunsNow.Add(1, new KeyValuePair<string, object?>("state", after.Spelling()));
        if (after == RunState.Running && before != RunState.Paused)
        {
            RunsStarted.Add(1);
        }
    }

    /// <summary>Begins the span of a run's training; null where nobody listens.</summary>
    internal static Activity? StartRun()
    {
        // It outlives whatever request or event is going on.
        Activity.Current = null;
        var span = Source.StartActivity("train");
        Activity.Current = null;
        return span;
    }

    private static async Task<T> MeasureAsync<T>(string what, Histogram<double> duration, Func<Task<T>> work, Func<T, bool> isDone)
    {
        using var span = Source.StartActivity(what);
        var begun = Stopwatch.GetTimestamp();
        var outcome = Failed;
        try
        {
            var result = await work();
            outcome = isDone(result) ? Done : Refused;
            return result;
        }
        finally
        {
            duration.Record(Stopwatch.GetElapsedTime(begun).TotalSeconds, new KeyValuePair<string, object?>(Outcome, outcome));
            span?.SetTag(Outcome, outcome).SetStatus(outcome == Failed ? ActivityStatusCode.Error : ActivityStatusCode.Ok);
        }
    }
}
