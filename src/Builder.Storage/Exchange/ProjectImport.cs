using System.Text;
using System.Text.Json;
using Builder.Graph.Documents;
using Builder.Graph.Edits;
using Builder.Graph.Json;
using Builder.Protocol;
using Builder.Storage.Database;
using Builder.Storage.Projects;
using Builder.Storage.Runs;

namespace Builder.Storage.Exchange;

/// <summary>Makes a project from a file that <see cref="ProjectExport"/> wrote, or from a plain project file. All of it or nothing.</summary>
public sealed class ProjectImport(ProjectStore projects, TimeProvider clock)
{
    private const long MostHistory = 1_000_000_000;

    /// <summary>Makes a new project from a file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="ct">Stops the work; nothing is left behind.</param>
    /// <exception cref="StorageException">It is no project file, or there is no room. Nothing is left behind.</exception>
    public async Task<ProjectSummary> ReadAsync(string path, CancellationToken ct = default)
    {
        try
        {
            return IsPlain(path)
                ? await projects.CreateAsync(ProjectJson.Read(await File.ReadAllBytesAsync(path, ct)), ct: ct)
                : await UnpackAsync(path, ct);
        }
        catch (ProjectFileException cause)
        {
            throw StorageProblems.NotAProjectFile(cause.Problem.Message.En, cause.Problem.Message.Zh, cause);
        }
    }

    private async Task<ProjectSummary> UnpackAsync(string path, CancellationToken ct)
    {
        using var files = PackedFiles.Open(path);
        var bytes = files.Read(PackedProject.Document, DocumentLimits.FileBytes)
            ?? throw StorageProblems.NotAProjectFile("there is no project in it.", "其中没有项目。");
        var document = ProjectJson.Read(bytes);
        var about = About(files);
        var past = about is null ? null : PastOf(files, about, document);
        var now = clock.GetUtcNow();
        var row = new ProjectRow
        {
            Id = ShortId.New(), Name = document.Name, Template = about?.Template, Revision = past?.Entries.Count ?? 0,
            CreatedAt = now, ChangedAt = now,
        };
        var runs = Runs(files, about, row.Id);
        await projects.AddAsync(row, (folder, stop) => Task.Run(() => Unpack(files, folder, runs, stop), stop), context =>
        {
            AddPast(context, row, document, past);
            context.Versions.AddRange((about?.Versions ?? []).Where(v => v.Revision <= row.Revision).Select(v => new VersionRow
            {
                Id = ShortId.New(), ProjectId = row.Id, Revision = v.Revision, Name = v.Name, At = v.At,
            }));
            context.Runs.AddRange(runs.Values);
        }, ct);
        return (await projects.FindAsync(row.Id, ct))!;
    }

    private static void AddPast(BuilderContext context, ProjectRow row, ProjectDocument document, Past? past)
    {
        context.Snapshots.Add(new() { ProjectId = row.Id, Document = ProjectJson.Write(past?.First ?? document) });
        if (past is { Entries.Count: > 0 })
        {
            context.Edits.AddRange(past.Entries.Select(e => LogRows.Write(row.Id, e)));
            context.Snapshots.Add(new() { ProjectId = row.Id, Revision = row.Revision, Document = ProjectJson.Write(document) });
        }
    }

    private static void Unpack(PackedFiles files, string folder, Dictionary<string, RunRow> runs, CancellationToken ct)
    {
        foreach (var (name, entry) in files.Entries)
        {
            ct.ThrowIfCancellationRequested();
            if (TargetOf(name, runs) is { } target)
            {
                PackedFiles.Unpack(entry, folder, target);
            }
        }
    }

    /// <summary>Where a file goes; null where it does not belong into the folder. Runs get new ids, because the old ones may be here already.</summary>
    private static string? TargetOf(string name, Dictionary<string, RunRow> runs)
    {
        if (name == PackedProject.Document || name.StartsWith('.'))
        {
            return null;
        }

        return name.Split('/', 3) is not ["runs", var run, var rest] ? name
            : runs.TryGetValue(run, out var row) ? $"{PackedProject.Runs}{row.Id}/{rest}" : null;
    }

    private static AboutProject? About(PackedFiles files)
    {
        try
        {
            return files.Read(PackedProject.About, DocumentLimits.FileBytes) is { } json
                ? JsonSerializer.Deserialize<AboutProject>(json, PackedProject.Options)
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>The history, if it really leads to the document; otherwise the project begins with the document and without a history.</summary>
    private static Past? PastOf(PackedFiles files, AboutProject about, ProjectDocument last)
    {
        try
        {
            if (files.Read(PackedProject.First, DocumentLimits.FileBytes) is not { } first || files.Read(PackedProject.History, MostHistory) is not { } lines)
            {
                return null;
            }

            var past = new Past(ProjectJson.Read(first), [.. Encoding.UTF8.GetString(lines).Split('\n', StringSplitOptions.RemoveEmptyEntries)
                .Select(line => JsonSerializer.Deserialize<PackedEdit>(line, PackedProject.Options)?.Read() ?? throw new JsonException("A line is empty."))]);
            return past.Entries.Count == about.Revision && past.LeadsTo(last) ? past : null;
        }
        catch (Exception error) when (error is JsonException or ProjectFileException or InvalidOperationException)
        {
            return null;
        }
    }

    private static Dictionary<string, RunRow> Runs(PackedFiles files, AboutProject? about, string project)
    {
        var rows = new Dictionary<string, RunRow>(StringComparer.Ordinal);
        foreach (var run in (about?.Runs ?? []).Where(r => r.State.IsOver()).OrderBy(r => r.Number))
        {
            if (ShortId.IsValid(run.Id) && files.Read($"{PackedProject.RunDocuments}{run.Id}.json", DocumentLimits.FileBytes) is { } document)
            {
                rows[run.Id] = RunRows.Row(run, ShortId.New(), project, rows.Count + 1, document);
            }
        }

        return rows;
    }

    private static bool IsPlain(string path)
    {
        using var stream = File.OpenRead(path);
        return stream.ReadByte() is '{' or 0xEF or ' ' or '\n';
    }

    /// <summary>Where a project began and all that happened since.</summary>
    private sealed record Past(ProjectDocument First, IReadOnlyList<LoggedEdit> Entries)
    {
        public bool LeadsTo(ProjectDocument last)
        {
            var (document, commands) = (First, new HashSet<string>(StringComparer.Ordinal));
            for (var index = 0; index < Entries.Count; index++)
            {
                var entry = Entries[index];
                if (entry is not { CommandId: not null, Actor: not null }
                    || entry.Revision != index + 1 || !commands.Add(entry.CommandId)
                    || DocumentEditor.Apply(document, entry.Entry.Edit) is not { Succeeded: true } result)
                {
                    return false;
                }

                document = result.Document;
            }

            return ProjectJson.Write(document).AsSpan().SequenceEqual(ProjectJson.Write(last));
        }
    }
}
