using Builder.Storage.Database;
using Microsoft.EntityFrameworkCore;

namespace Builder.Storage.Projects;

/// <summary>Names that people gave to revisions of a project.</summary>
public sealed class VersionStore(BuilderDatabase database, TimeProvider clock)
{
    /// <summary>The named versions of a project, the newest revision first.</summary>
    public async Task<IReadOnlyList<NamedVersion>> ListAsync(string project, CancellationToken ct = default)
    {
        await using var context = database.Context();
        return await context.Versions.AsNoTracking().Where(v => v.ProjectId == project).OrderByDescending(v => v.Revision)
            .Select(v => new NamedVersion(v.Id, v.Revision, v.Name, v.At)).ToListAsync(ct);
    }

    /// <summary>Versions that a project may have.</summary>
    public const int Most = 1_000;

    /// <summary>Names a revision; a revision that has a name gets the new one.</summary>
    /// <exception cref="StorageException">The project has too many versions already.</exception>
    public async Task<NamedVersion> NameAsync(string project, long revision, string name, CancellationToken ct = default)
    {
        await using var context = database.Context();
        var row = await context.Versions.FirstOrDefaultAsync(v => v.ProjectId == project && v.Revision == revision, ct);
        if (row is null)
        {
            if (await context.Versions.CountAsync(v => v.ProjectId == project, ct) >= Most)
            {
                throw StorageProblems.TooManyVersions(Most);
            }

            row = new() { Id = ShortId.New(), ProjectId = project, Revision = revision, Name = name, At = clock.GetUtcNow() };
            context.Versions.Add(row);
        }

        row.Name = name;
        await context.SaveChangesAsync(ct);
        return new(row.Id, row.Revision, row.Name, row.At);
    }

    /// <summary>Takes the name away; the revision stays.</summary>
    public async Task RemoveAsync(string project, string version, CancellationToken ct = default)
    {
        await using var context = database.Context();
        await context.Versions.Where(v => v.ProjectId == project && v.Id == version).ExecuteDeleteAsync(ct);
    }
}
