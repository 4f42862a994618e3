using Builder.Protocol;

namespace Builder.Web.Runs.Feed;

/// <summary>Turns what a runner tells into what viewers get: paths become names of files.</summary>
internal static class RunParts
{
    public static RunPlan Plan(RunEvent.Started e) => new(
        e.Task, e.Device, e.Parameters, e.TrainSamples, e.ValidationSamples, e.TestSamples, e.Epochs, e.StepsPerEpoch, e.ResumedAt);

    public static RunOutcome Outcome(RunEvent.Finished e) => new(
        e.Task, e.Epochs, e.BestEpoch, e.End, e.Seconds, e.Train, e.Validation, e.Test, e.Baseline, e.Units);

    public static RunSample Sample(RunEvent.SampleMade e, string runId) => new(
        e.Epoch, e.Kind, e.Kind == SampleKind.Pictures ? InRunFolder(e.Value, runId) : e.Value,
        e.Predictions?.Select(p => p with { Picture = InRunFolder(p.Picture, runId) }).ToList(),
        e.Points?.Select(p => new[] { p.True, p.Predicted }).ToList(), e.Unit);

    // A run's folder has its id as name; where all of it lies may have changed since.
    private static string InRunFolder(string path, string runId)
    {
        var plain = path.Replace('\\', '/');
        var folder = plain.LastIndexOf($"/{runId}/", StringComparison.Ordinal);
        return folder >= 0 ? plain[(folder + runId.Length + 2)..] : plain[(plain.LastIndexOf('/') + 1)..];
    }
}
