using Builder.Web.Runs.Feed;
using Builder.Web.Scores;

namespace Builder.Web.Runs.Page;

/// <summary>A run at a glance: how far it is, its losses and its learning rates.</summary>
/// <param name="Plan">What is trained; null before the training begins.</param>
/// <param name="Now">How far it is; null before its first batch.</param>
/// <param name="Rates">Its learning rates; null before they are told.</param>
/// <param name="Losses">The latest losses, by name.</param>
public sealed record RunGlance(RunPlan? Plan = null, RunNow? Now = null, RunRates? Rates = null, IReadOnlyDictionary<string, double?>? Losses = null)
{
    /// <summary>The epoch it is in, of so many; null where that is not known.</summary>
    public (long Epoch, long Epochs)? Place => Plan is { } plan && Now is { } now
        ? (Math.Min(plan.Epochs, Math.Max(1, now.Epoch)), plan.Epochs) : null;

    /// <summary>The losses as text: 0.412, or several with a stroke between them; empty before the first.</summary>
    public string LossText => Losses is { } losses ? string.Join(" / ", losses.Values.Select(Figures.Number)) : "";

    /// <summary>The same with what is new.</summary>
    public RunGlance With(RunUpdate update)
    {
        ArgumentNullException.ThrowIfNull(update);
        var before = update.Snapshot ? new() : this;
        return new(update.Plan ?? before.Plan, update.Now ?? before.Now, update.Rates ?? before.Rates, Latest(update) ?? before.Losses);
    }

    private static IReadOnlyDictionary<string, double?>? Latest(RunUpdate update)
    {
        var (epoch, step) = (update.Epochs is { Count: > 0 } epochs ? epochs[^1] : null, update.Steps is { Count: > 0 } steps ? steps[^1] : null);
        return epoch is not null && (step is null || step.At <= epoch.Epoch) ? epoch.Train : step?.Train;
    }
}
