using Builder.Graph;
using Builder.Graph.Documents;
using Builder.Graph.Edits;
using Builder.Storage.Projects;
using Builder.Web.Sessions;

namespace Builder.Web.History;

/// <summary>One line of the time line; the same thing done several times in a row is one line.</summary>
/// <param name="Revision">The revision that it led to.</param>
/// <param name="Words">What was done.</param>
/// <param name="At">When.</param>
/// <param name="Times">How often in a row.</param>
public sealed record TimeLineEntry(long Revision, Localized Words, DateTimeOffset At, int Times = 1);

/// <summary>A part of the time line, the newest first.</summary>
/// <param name="Entries">Its lines.</param>
/// <param name="Before">The revision before the oldest of them; 0 where nothing is left.</param>
public sealed record TimeLinePage(IReadOnlyList<TimeLineEntry> Entries, long Before);

/// <summary>Reads what happened to a project, in words.</summary>
public sealed class TimeLine(ProjectLog log)
{
    private const int Most = ProjectLog.SnapshotEvery;

    /// <summary>The entries up to a revision.</summary>
    public async Task<TimeLinePage> ReadAsync(string project, long upTo, CancellationToken ct = default)
    {
        var before = Math.Max(0, upTo - Most);
        var document = await log.DocumentAsync(project, before, ct);
        var lines = new List<TimeLineEntry>();
        foreach (var entry in await log.EntriesAsync(project, before, upTo, ct))
        {
            var after = DocumentEditor.Apply(document, entry.Entry.Edit).Document ?? document;
            Add(lines, new(entry.Revision, Words(entry, document, after), entry.At.ToLocalTime()));
            document = after;
        }

        lines.Reverse();
        return new(lines, before);
    }

    private static Localized Words(LoggedEdit entry, ProjectDocument before, ProjectDocument after) =>
        entry.Entry.Step != HistoryStep.Do ? EditWords.Of(entry.Entry, before, after)
        : RestoreIds.RevisionOf(entry.CommandId) is { } revision ? HistoryTexts.WentBack(revision)
        : RestoreIds.RunOf(entry.CommandId) is { } run ? HistoryTexts.BroughtBack(run)
        : EditWords.Of(entry.Entry, before, after);

    private static void Add(List<TimeLineEntry> lines, TimeLineEntry line)
    {
        if (lines.Count > 0 && lines[^1] is var last && last.Words == line.Words && last.At.Date == line.At.Date)
        {
            lines[^1] = line with { Times = last.Times + 1 };
        }
        else
        {
            lines.Add(line);
        }
    }
}
