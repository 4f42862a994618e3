using Builder.Graph.Analysis;
using Builder.Graph.Documents;

namespace Builder.Web.Sessions;

/// <summary>What is different after one or more steps of a session.</summary>
/// <param name="Change">Where the documents may differ.</param>
/// <param name="Told">Ids of the blocks of which something else may be said; null where that may be any block.</param>
public sealed record ChangeStep(DocumentChange Change, IReadOnlySet<string>? Told)
{
    /// <summary>This step and one after it.</summary>
    public ChangeStep Then(ChangeStep next)
    {
        ArgumentNullException.ThrowIfNull(next);
        return new(Change.Then(next.Change), Told is null || next.Told is null ? null : Told.Union(next.Told).ToHashSet(StringComparer.Ordinal));
    }
}

/// <summary>
/// The last steps of a session, so that a window that follows them need not look through whole documents for what is different. An analysis stands
/// for the document that it is of; none is kept alive for this. Any thread may ask and add.
/// </summary>
public sealed class ChangeTrail
{
    private const int MostSteps = 64;
    private readonly List<(WeakReference<GraphAnalysis> Before, WeakReference<GraphAnalysis> After, ChangeStep Step)> _steps = [];
    private readonly Lock _lock = new();

    /// <summary>Adds the newest step.</summary>
    /// <param name="before">What was said before: the end of the last step.</param>
    /// <param name="after">What is said now.</param>
    /// <param name="step">What is different.</param>
    public void Add(GraphAnalysis before, GraphAnalysis after, ChangeStep step)
    {
        lock (_lock)
        {
            _steps.RemoveRange(0, _steps.Count == MostSteps ? 1 : 0);
            _steps.Add((new(before), new(after), step));
        }
    }

    /// <summary>What comes next does not follow from what was.</summary>
    public void Clear()
    {
        lock (_lock)
        {
            _steps.Clear();
        }
    }

    /// <summary>All steps from one analysis to another as one; null where the way is not known, because it is too long ago or leads elsewhere.</summary>
    public ChangeStep? Between(GraphAnalysis before, GraphAnalysis after)
    {
        var way = new ChangeStep(DocumentChange.None, new HashSet<string>());
        if (ReferenceEquals(before, after))
        {
            return way;
        }

        lock (_lock)
        {
            var (first, last) = (_steps.FindLastIndex(s => Is(s.Before, before)), _steps.FindLastIndex(s => Is(s.After, after)));
            return first < 0 || last < first ? null : _steps[first..(last + 1)].Aggregate(way, (all, next) => all.Then(next.Step));
        }
    }

    private static bool Is(WeakReference<GraphAnalysis> kept, GraphAnalysis analysis) => kept.TryGetTarget(out var found) && ReferenceEquals(found, analysis);
}
