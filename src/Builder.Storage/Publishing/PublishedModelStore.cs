using Builder.Storage.Database;
using Builder.Storage.Files;
using Microsoft.EntityFrameworkCore;

namespace Builder.Storage.Publishing;

/// <summary>The models that others may use under a name, and their versions.</summary>
public sealed class PublishedModelStore(BuilderDatabase database, TimeProvider clock) : IDisposable
{
    private readonly SemaphoreSlim _publishing = new(1, 1);

    /// <summary>One model; null where there is none of that name.</summary>
    public async Task<PublishedModel?> FindAsync(string name, CancellationToken ct = default) =>
        await SelectAsync(m => m.Where(row => row.Name == name), ct) is [var found] ? found : null;

    /// <summary>The models of a project, the oldest first.</summary>
    public Task<IReadOnlyList<PublishedModel>> ListAsync(string project, CancellationToken ct = default) => SelectAsync(m => m.Where(row => row.ProjectId == project), ct);

    /// <summary>All models, also those whose project is gone, the oldest first.</summary>
    public Task<IReadOnlyList<PublishedModel>> ListAsync(CancellationToken ct = default) => SelectAsync(m => m, ct);

    /// <summary>A name that no model has yet: the wanted one, or with the next free number behind it.</summary>
    public async Task<string> FreshNameAsync(string wanted, CancellationToken ct = default)
    {
        await using var context = database.Context();
        var taken = (await context.PublishedModels.Select(m => m.Name).ToListAsync(ct)).ToHashSet(StringComparer.Ordinal);
        return Enumerable.Range(2, taken.Count + 1).Select(number => ModelName.Numbered(wanted, number)).Prepend(wanted).First(name => !taken.Contains(name));
    }

    /// <summary>Publishes a version; it answers as soon as it is whole, and the model is switched on.</summary>
    /// <param name="version">The version.</param>
    /// <param name="fill">Writes its files into the folder that it is given. Whatever it throws leaves nothing behind.</param>
    /// <param name="ct">Stops the work; nothing is left behind.</param>
    /// <returns>The model with the new version.</returns>
    /// <exception cref="StorageException">The name is none or another project's, or there is no room.</exception>
    public async Task<PublishedModel> PublishAsync(NewModelVersion version, Func<string, CancellationToken, Task> fill, CancellationToken ct = default)
    {
        ArgumentNullException.ThrowIfNull(version);
        ArgumentNullException.ThrowIfNull(fill);
        if (!ModelName.IsValid(version.Name))
        {
            throw StorageProblems.NoModelName(version.Name);
        }

        await _publishing.WaitAsync(ct);
        try
        {
            await CheckOwnerAsync(version, ct);
            await new ModelVersionMaking(database).AddAsync(ModelRow(version), number => VersionRow(version, number), fill, ct);
        }
        finally
        {
            _publishing.Release();
        }

        return (await FindAsync(version.Name, ct))!;
    }

    /// <summary>Chooses the version that answers.</summary>
    /// <returns>False where there is no such version.</returns>
    /// <exception cref="StorageException">It cannot be saved.</exception>
    public async Task<bool> ServeAsync(string name, int version, CancellationToken ct = default)
    {
        await using var context = database.Context();
        return await context.ModelVersions.AnyAsync(v => v.ModelName == name && v.Number == version && v.IsWhole, ct)
            && await ChangeAsync(name, row => row.CurrentVersion = version, ct);
    }

    /// <summary>Switches a model on or off.</summary>
    /// <returns>False where there is none.</returns>
    /// <exception cref="StorageException">It cannot be saved.</exception>
    public Task<bool> SwitchAsync(string name, bool isOn, CancellationToken ct = default) => ChangeAsync(name, row => row.IsOn = isOn, ct);

    /// <summary>Says anew what a model is called and what it is for.</summary>
    /// <returns>False where there is none.</returns>
    /// <exception cref="StorageException">It cannot be saved.</exception>
    public Task<bool> DescribeAsync(string name, string title, string purpose, CancellationToken ct = default) =>
        ChangeAsync(name, row => (row.Title, row.Purpose) = (title, purpose), ct);

    /// <summary>Says who may use a model.</summary>
    /// <param name="name">The model.</param>
    /// <param name="access">Who may use it.</param>
    /// <param name="passwordHash">The hash of the password; null for none.</param>
    /// <param name="ct">Stops waiting.</param>
    /// <returns>False where there is none.</returns>
    /// <exception cref="StorageException">It cannot be saved.</exception>
    public Task<bool> LimitAsync(string name, ModelAccess access, string? passwordHash, CancellationToken ct = default) =>
        ChangeAsync(name, row => (row.Access, row.PasswordHash) = (access, passwordHash), ct);

    /// <summary>Removes a model with all its versions.</summary>
    /// <returns>False where there is none.</returns>
    /// <exception cref="StorageException">It cannot be saved.</exception>
    public async Task<bool> RemoveAsync(string name, CancellationToken ct = default)
    {
        await using var context = database.Context();
        var folders = await context.ModelVersions.Where(v => v.ModelName == name).Select(v => v.Folder).ToListAsync(ct);
        var isDone = await SavingAsync(() => context.PublishedModels.Where(m => m.Name == name).ExecuteDeleteAsync(ct)) > 0;
        folders.ForEach(folder => Folders.TryDelete(database.Folder.PublishedFolder(folder)));
        return isDone;
    }

    /// <inheritdoc/>
    public void Dispose() => _publishing.Dispose();

    private async Task CheckOwnerAsync(NewModelVersion version, CancellationToken ct)
    {
        await using var context = database.Context();
        if (await context.PublishedModels.AnyAsync(m => m.Name == version.Name && m.ProjectId != version.ProjectId, ct))
        {
            throw StorageProblems.ModelNameTaken(version.Name);
        }
    }

    private PublishedModelRow ModelRow(NewModelVersion version) => new()
    {
        Name = version.Name, ProjectId = version.ProjectId, Title = version.Title, Purpose = version.Purpose, IsOn = true, CreatedAt = clock.GetUtcNow(),
    };

    private ModelVersionRow VersionRow(NewModelVersion version, int number) => new()
    {
        ModelName = version.Name, Number = number, RunId = version.RunId, Folder = ShortId.New(), PublishedAt = clock.GetUtcNow(),
    };

    private async Task<bool> ChangeAsync(string name, Action<PublishedModelRow> change, CancellationToken ct)
    {
        await using var context = database.Context();
        if (await context.PublishedModels.FirstOrDefaultAsync(m => m.Name == name, ct) is not { } row)
        {
            return false;
        }

        change(row);
        await SavingAsync(() => context.SaveChangesAsync(ct));
        return true;
    }

    private static async Task<int> SavingAsync(Func<Task<int>> save)
    {
        try
        {
            return await save();
        }
        catch (Exception cause) when (cause is DbUpdateException or System.Data.Common.DbException)
        {
            throw StorageProblems.NotSaved(cause);
        }
    }

    // A model whose first version is still being made is not there yet.
    private async Task<IReadOnlyList<PublishedModel>> SelectAsync(Func<IQueryable<PublishedModelRow>, IQueryable<PublishedModelRow>> which, CancellationToken ct)
    {
        await using var context = database.Context();
        var models = await which(context.PublishedModels.AsNoTracking()).Where(m => m.CurrentVersion > 0).OrderBy(m => m.CreatedAt).ThenBy(m => m.Name).ToListAsync(ct);
        var names = models.Select(m => m.Name).ToList();
        var versions = (await context.ModelVersions.AsNoTracking().Where(v => v.IsWhole && names.Contains(v.ModelName)).OrderByDescending(v => v.Number).ToListAsync(ct)).ToLookup(v => v.ModelName);
        return [.. models.Select(m => new PublishedModel(
            m.Name, m.ProjectId, m.Title, m.Purpose, m.IsOn, m.Access, m.PasswordHash, m.CurrentVersion, m.CreatedAt,
            [.. versions[m.Name].Select(v => new ModelVersion(v.Number, v.RunId, v.PublishedAt, database.Folder.PublishedFolder(v.Folder)))]))];
    }
}
