using Builder.Graph.Analysis;
using Builder.Graph.Documents;

namespace Builder.Web.Sessions;

/// <summary>One step of a session: from a document and what was said of it to the next.</summary>
/// <param name="Before">The document before.</param>
/// <param name="SaidBefore">What was said of it.</param>
/// <param name="After">The next document; the same where only more was found out.</param>
/// <param name="SaidAfter">What is said of it.</param>
/// <param name="Change">Where the documents may differ.</param>
/// <param name="Told">Ids of the blocks of which something else may be said; null where that may be any block.</param>
public sealed record ChangeStep(
    ProjectDocument Before, GraphAnalysis SaidBefore, ProjectDocument After, GraphAnalysis SaidAfter, DocumentChange Change, IReadOnlySet<string>? Told);

/// <summary>
/// The last steps of a session, so that a window that follows them need not look through whole documents for what is different. Any thread may
/// ask and add.
/// </summary>
public sealed class ChangeTrail
{
    private const int MostSteps = 64;
    private readonly LinkedList<ChangeStep> _steps = [];
    private readonly Lock _lock = new();

    /// <summary>Adds the newest step.</summary>
    public void Add(ChangeStep step)
    {
        lock (_lock)
        {
            _steps.AddLast(step);
            if (_steps.Count > MostSteps)
            {
                _steps.RemoveFirst();
            }
        }
    }

    /// <summary>All steps between two states as one; null where the way is not known, because it is too long ago or leads elsewhere.</summary>
    public ChangeStep? Between(ProjectDocument before, GraphAnalysis saidBefore, ProjectDocument after, GraphAnalysis saidAfter)
    {
        var way = new ChangeStep(after, saidAfter, after, saidAfter, DocumentChange.None, new HashSet<string>());
        lock (_lock)
        {
            for (var last = _steps.Last; last is not null && !IsAt(way, before, saidBefore); last = last.Previous)
            {
                way = IsAt(way, last.Value.After, last.Value.SaidAfter) ? Joined(last.Value, way) : way;
            }
        }

        return IsAt(way, before, saidBefore) ? way : null;
    }

    private static bool IsAt(ChangeStep way, ProjectDocument document, GraphAnalysis said) =>
        ReferenceEquals(way.Before, document) && ReferenceEquals(way.SaidBefore, said);

    private static ChangeStep Joined(ChangeStep step, ChangeStep next) => new(
        step.Before, step.SaidBefore, next.After, next.SaidAfter, step.Change.Then(next.Change),
        step.Told is null || next.Told is null ? null : step.Told.Union(next.Told).ToHashSet(StringComparer.Ordinal));
}
