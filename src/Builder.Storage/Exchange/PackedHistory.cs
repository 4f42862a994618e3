using System.Text.Json;
using Builder.Graph.Documents;
using Builder.Graph.Edits;
using Builder.Graph.Json;
using Builder.Storage.Projects;

namespace Builder.Storage.Exchange;

/// <summary>The history in a packed project. It is read line by line, as often as it is needed, and never held as a whole.</summary>
internal sealed class PackedHistory
{
    private const long MostBytes = 1_000_000_000;
    private const int MostChanges = 1_000_000;

    private readonly PackedFiles _files;

    private PackedHistory(PackedFiles files, ProjectDocument first, long count) => (_files, First, Count) = (files, first, count);

    /// <summary>The document that the project began with.</summary>
    public ProjectDocument First { get; }

    /// <summary>How many changes there are.</summary>
    public long Count { get; }

    /// <summary>The history, if it really leads to the document; null otherwise: the project then begins with the document.</summary>
    /// <param name="files">The packed project.</param>
    /// <param name="revision">How many changes it says it has.</param>
    /// <param name="last">The document.</param>
    /// <param name="ct">Stops the work.</param>
    /// <exception cref="StorageException">It is damaged, or too long.</exception>
    public static PackedHistory? Of(PackedFiles files, long revision, ProjectDocument last, CancellationToken ct)
    {
        if (revision > MostChanges)
        {
            throw StorageProblems.NotAProjectFile(ExchangeMessages.HistoryTooLong.With(("most", MostChanges)));
        }

        try
        {
            if (files.Read(PackedProject.First, DocumentLimits.FileBytes) is not { } first || !files.Entries.ContainsKey(PackedProject.History))
            {
                return null;
            }

            var history = new PackedHistory(files, ProjectJson.Read(first), revision);
            return history.LeadsTo(last, ct) ? history : null;
        }
        catch (Exception error) when (error is JsonException or ProjectFileException or InvalidOperationException)
        {
            return null;
        }
    }

    /// <summary>The changes, oldest first.</summary>
    /// <exception cref="JsonException">A line is none.</exception>
    /// <exception cref="StorageException">The file is damaged.</exception>
    public IEnumerable<LoggedEdit> Entries()
    {
        using var stream = _files.OpenFile(PackedProject.History, MostBytes)!;
        foreach (var line in new BoundedLines(stream, DocumentLimits.FileBytes).Where(l => l.Length > 0))
        {
            yield return JsonSerializer.Deserialize<PackedEdit>(line, PackedProject.Options)?.Read() ?? throw new JsonException("A line is empty.");
        }
    }

    private bool LeadsTo(ProjectDocument last, CancellationToken ct)
    {
        var (document, commands) = (First, new HashSet<string>(StringComparer.Ordinal));
        var count = 0L;
        foreach (var entry in Entries())
        {
            ct.ThrowIfCancellationRequested();
            if (++count > Count || entry.Revision != count || entry.CommandId.Length is 0 or > LoggedEdit.LongestId || entry.Actor.Length > LoggedEdit.LongestId
                || !commands.Add(entry.CommandId) || DocumentEditor.Apply(document, entry.Entry.Edit) is not { Succeeded: true } result)
            {
                return false;
            }

            document = result.Document;
        }

        return count == Count && ProjectJson.Write(document).AsSpan().SequenceEqual(ProjectJson.Write(last));
    }
}
