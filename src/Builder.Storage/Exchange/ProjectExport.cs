using System.IO.Compression;
using System.Text.Json;
using Builder.Graph.Json;
using Builder.Protocol;
using Builder.Storage.Database;
using Builder.Storage.Projects;
using Builder.Storage.Runs;
using Microsoft.EntityFrameworkCore;

namespace Builder.Storage.Exchange;

/// <summary>Writes a whole project into one file.</summary>
public sealed class ProjectExport(BuilderDatabase database, ProjectLog log, VersionStore versions, RunStore runs)
{
    private const int EntriesAtOnce = 500;

    /// <summary>Writes a project: its document, data files, history and, if wanted, its runs that are over.</summary>
    /// <param name="id">The project.</param>
    /// <param name="output">Where to; need not be seekable.</param>
    /// <param name="withRuns">True to take the runs along.</param>
    /// <param name="ct">Stops the work.</param>
    /// <exception cref="StorageException">There is no such project.</exception>
    public async Task WriteAsync(string id, Stream output, bool withRuns, CancellationToken ct = default)
    {
        await using var context = database.Context();
        var row = await context.Projects.AsNoTracking().FirstOrDefaultAsync(p => p.Id == id && p.DeletedAt == null, ct) ?? throw StorageProblems.NoProject();
        var over = withRuns ? (await runs.ListAsync(id, ct)).Where(r => r.State.IsOver()).ToList() : [];
        await using var archive = new ZipArchive(output, ZipArchiveMode.Create, leaveOpen: true);
        var zip = new DigestedZip(archive);
        await zip.AddAsync(PackedProject.Document, ProjectJson.Write(await log.DocumentAsync(id, row.Revision, ct)), ct);
        await zip.AddAsync(PackedProject.First, ProjectJson.Write(await log.DocumentAsync(id, 0, ct)), ct);
        await zip.AddAsync(PackedProject.History, stream => WriteHistoryAsync(stream, id, row.Revision, ct), ct);
        foreach (var run in over)
        {
            await zip.AddAsync($"{PackedProject.RunDocuments}{run.Id}.json", ProjectJson.Write(await runs.DocumentAsync(run.Id, ct)), ct);
        }

        await AddFilesAsync(zip, database.Folder.ProjectFolder(id), name => !name.StartsWith(PackedProject.Runs, StringComparison.Ordinal)
            || over.Exists(r => name.StartsWith($"{PackedProject.Runs}{r.Id}/", StringComparison.Ordinal)), ct);

        // The last file: it names the digests of all others. The document may be changed by hand; the history tells whether it was.
        zip.Digests.Remove(PackedProject.Document);
        var about = new AboutProject(
            AboutProject.Current, row.Template, row.Revision, row.CreatedAt, await versions.ListAsync(id, ct), over, zip.Digests);
        await zip.AddAsync(PackedProject.About, JsonSerializer.SerializeToUtf8Bytes(about, PackedProject.Options), ct);
    }

    private async Task WriteHistoryAsync(Stream stream, string id, long revision, CancellationToken ct)
    {
        for (long after = 0; after < revision; after += EntriesAtOnce)
        {
            foreach (var entry in await log.EntriesAsync(id, after, Math.Min(after + EntriesAtOnce, revision), ct))
            {
                await stream.WriteAsync(JsonSerializer.SerializeToUtf8Bytes(PackedEdit.Of(entry), PackedProject.Options), ct);
                await stream.WriteAsync("\n"u8.ToArray(), ct);
            }
        }
    }

    private static async Task AddFilesAsync(DigestedZip zip, string folder, Predicate<string> isWanted, CancellationToken ct)
    {
        if (!Directory.Exists(folder))
        {
            return;
        }

        foreach (var file in new DirectoryInfo(folder).EnumerateFiles("*", SearchOption.AllDirectories))
        {
            var name = Path.GetRelativePath(folder, file.FullName).Replace(Path.DirectorySeparatorChar, '/');
            if (file.LinkTarget is null && name != PackedProject.Document && !PackedProject.StaysHere(name) && isWanted(name))
            {
                await using var content = new FileStream(file.FullName, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
                await zip.AddAsync(name, entry => content.CopyToAsync(entry, ct), ct);
            }
        }
    }

    /// <summary>A zip that remembers the SHA-256 of each file.</summary>
    private sealed class DigestedZip(ZipArchive zip)
    {
        public Dictionary<string, string> Digests { get; } = new(StringComparer.Ordinal);

        public Task AddAsync(string name, byte[] content, CancellationToken ct) => AddAsync(name, entry => entry.WriteAsync(content, ct).AsTask(), ct);

        public async Task AddAsync(string name, Func<Stream, Task> write, CancellationToken ct)
        {
            await using var entry = new DigestingStream(await zip.CreateEntry(name).OpenAsync(ct));
            await write(entry);
            Digests[name] = entry.Digest();
        }
    }
}
