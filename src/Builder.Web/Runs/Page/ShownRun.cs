using Builder.Protocol;
using Builder.Storage.Runs;

namespace Builder.Web.Runs.Page;

/// <summary>
/// Which run a window shows. A training that somebody starts elsewhere takes the place of none that is still under way: whoever watches one
/// keeps its buttons.
/// </summary>
public static class ShownRun
{
    /// <summary>The run to show; null where there is none.</summary>
    /// <param name="runs">All runs, the newest first.</param>
    /// <param name="chosen">The one that the address names, if any.</param>
    /// <param name="followed">The one that the window shows at present, if any.</param>
    public static RunSummary? Of(IReadOnlyList<RunSummary> runs, string? chosen, string? followed)
    {
        if (runs.FirstOrDefault(r => r.Id == chosen) is { } named)
        {
            return named;
        }

        var shown = runs.FirstOrDefault(r => r.Id == followed);
        return shown is { } watched && !watched.State.IsOver()
            ? watched : runs.FirstOrDefault(r => !r.State.IsOver() && r.State != RunState.Queued) ?? shown ?? (runs is [var newest, ..] ? newest : null);
    }
}
