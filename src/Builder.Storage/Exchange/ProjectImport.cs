using System.Text.Json;
using Builder.Graph.Data;
using Builder.Graph.Documents;
using Builder.Graph.Json;
using Builder.Protocol;
using Builder.Storage.Database;
using Builder.Storage.Projects;
using Builder.Storage.Runs;

namespace Builder.Storage.Exchange;

/// <summary>What came in as a file.</summary>
/// <param name="Project">The new project.</param>
/// <param name="IsModel">True where it was a model by itself: it is there to be used.</param>
public sealed record ImportedProject(ProjectSummary Project, bool IsModel)
{
    /// <summary>Its id.</summary>
    public string Id => Project.Id;

    /// <summary>Its name.</summary>
    public string Name => Project.Name;

    /// <summary>Number of its document: how many edits came in with it.</summary>
    public long Revision => Project.Revision;
}

/// <summary>
/// Makes a project from a file that <see cref="ProjectExport"/> wrote, from a plain project file, or around a model that was downloaded by
/// itself. All of it or nothing.
/// </summary>
public sealed class ProjectImport(ProjectStore projects, TimeProvider clock)
{
    /// <summary>Raised with the id of a project that has come in, when it is on the disk.</summary>
    public event Action<string>? Imported;

    /// <summary>What the disks can hold onto which projects are unpacked.</summary>
    internal DiskNames Disk { get; init; } = DiskNames.Here;

    /// <summary>Makes a new project from a file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="ct">Stops the work; nothing is left behind.</param>
    /// <exception cref="StorageException">It is no project file, or there is no room. Nothing is left behind.</exception>
    public async Task<ImportedProject> ReadAsync(string path, CancellationToken ct = default)
    {
        try
        {
            var project = IsPlain(path)
                ? new(await projects.CreateAsync(ProjectJson.Read(await File.ReadAllBytesAsync(path, ct)), ct: ct), IsModel: false)
                : await UnpackAsync(path, ct);
            Imported?.Invoke(project.Id);
            return project;
        }
        catch (ProjectFileException cause)
        {
            throw StorageProblems.NotAProjectFile(cause.Reason, cause);
        }
    }

    private async Task<ImportedProject> UnpackAsync(string path, CancellationToken ct)
    {
        using var files = PackedFiles.Open(path, Disk);
        return PackedModel.Find(files) is { } model ? new(await AroundAsync(model, ct), IsModel: true) : new(await UnpackAsync(files, ct), IsModel: false);
    }

    private async Task<ProjectSummary> AroundAsync(PackedModel model, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var row = new ProjectRow { Id = ShortId.New(), Name = await projects.FreshNameAsync(model.Document.Name, ct), CreatedAt = now, ChangedAt = now };
        var run = model.Row(row.Id, now);
        var document = model.Document with { Name = row.Name };
        await projects.AddAsync(
            row, (folder, stop) => Task.Run(() => model.Unpack(folder, run.Id), stop), Rows(row, document, null, null, [run]), ct);
        return (await projects.FindAsync(row.Id, ct))!;
    }

    private async Task<ProjectSummary> UnpackAsync(PackedFiles files, CancellationToken ct)
    {
        var bytes = files.Read(PackedProject.Document, DocumentLimits.FileBytes)
            ?? throw StorageProblems.NotAProjectFile(ExchangeMessages.NoProject.With());
        var document = ProjectJson.Read(bytes);
        var about = About(files);
        if (about?.Digests is { } digests)
        {
            files.Expect(digests);
        }

        var past = about is null ? null : await Task.Run(() => PackedHistory.Of(files, about.Revision, document, ct), ct);
        var now = clock.GetUtcNow();
        var row = new ProjectRow
        {
            Id = ShortId.New(), Name = document.Name, Template = about?.Template, Revision = past?.Count ?? 0,
            CreatedAt = now, ChangedAt = now,
        };
        var runs = Runs(files, about, row.Id);
        await projects.AddAsync(
            row, (folder, stop) => Task.Run(() => Unpack(files, folder, runs, stop), stop), Rows(row, document, past, about, runs.Values), ct);
        return (await projects.FindAsync(row.Id, ct))!;
    }

    private static IEnumerable<object> Rows(ProjectRow row, ProjectDocument document, PackedHistory? past, AboutProject? about, IEnumerable<RunRow> runs)
    {
        yield return new SnapshotRow { ProjectId = row.Id, Document = ProjectJson.Write(past?.First ?? document) };
        if (past is { Count: > 0 })
        {
            foreach (var entry in past.Entries())
            {
                yield return LogRows.Write(row.Id, entry);
            }

            yield return new SnapshotRow { ProjectId = row.Id, Revision = row.Revision, Document = ProjectJson.Write(document) };
        }

        foreach (var version in (about?.Versions ?? []).Where(v => v.Revision <= row.Revision))
        {
            yield return new VersionRow { Id = ShortId.New(), ProjectId = row.Id, Revision = version.Revision, Name = version.Name, At = version.At };
        }

        foreach (var run in runs)
        {
            yield return run;
        }
    }

    private static void Unpack(PackedFiles files, string folder, Dictionary<string, RunRow> runs, CancellationToken ct)
    {
        foreach (var (name, entry) in files.Entries)
        {
            ct.ThrowIfCancellationRequested();
            if (TargetOf(name, runs) is { } target)
            {
                files.Unpack(entry, folder, target);
            }
        }
    }

    /// <summary>Where a file goes; null where it does not belong into the folder. Runs get new ids, because the old ones may be here already.</summary>
    private static string? TargetOf(string name, Dictionary<string, RunRow> runs)
    {
        if (name == PackedProject.Document || PackedProject.StaysHere(name))
        {
            return null;
        }

        // Also under “Runs”, which is the same folder on most systems.
        return name.Split('/', 3) is not [var top, var run, var rest] || !$"{top}/".Equals(PackedProject.Runs, StringComparison.OrdinalIgnoreCase) ? name
            : runs.TryGetValue(run, out var row) ? $"{PackedProject.Runs}{row.Id}/{rest}" : null;
    }

    private static AboutProject? About(PackedFiles files)
    {
        if (files.Read(PackedProject.About, DocumentLimits.FileBytes) is not { } json)
        {
            return null;
        }

        var about = Parse(json);
        if (about is null || about.Versions.Any(v => v is null) || about.Runs.Any(r => r is null) || about.Digests?.Values.Any(d => d is null) == true)
        {
            throw StorageProblems.NotAProjectFile(ExchangeMessages.AboutUnreadable.With());
        }

        if (about.Versions.Count > VersionStore.Most || about.Versions.Any(v => v.Name.Length > DocumentLimits.NameLength))
        {
            throw StorageProblems.NotAProjectFile(ExchangeMessages.TooManyVersions.With(("most", VersionStore.Most)));
        }

        return about;
    }

    private static AboutProject? Parse(byte[] json)
    {
        try
        {
            return JsonSerializer.Deserialize<AboutProject>(json, PackedProject.Options);
        }
        catch (JsonException)
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
                ImportedEvaluation.Check(files, run.Id);
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
}
