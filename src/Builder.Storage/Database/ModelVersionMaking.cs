using Builder.Files;
using Builder.Storage.Files;
using Microsoft.EntityFrameworkCore;

namespace Builder.Storage.Database;

/// <summary>
/// Makes a version of a published model, so that it is there wholly or not at all. Until its folder is complete and on the disk its row is marked
/// as being made, its folder has another name, and the model goes on answering with the version before. What a killed server leaves half-made is
/// known by that, and goes at the next start.
/// </summary>
internal sealed class ModelVersionMaking(BuilderDatabase database)
{
    private const string Unfinished = ".new";

    /// <summary>Makes the version; from then on it is the one that answers, and the model is switched on.</summary>
    /// <param name="model">The model's row, where there is none yet.</param>
    /// <param name="make">Makes the row of the version from its number.</param>
    /// <param name="fill">Writes its files into the folder that it is given.</param>
    /// <param name="ct">Stops the work; nothing is left behind.</param>
    /// <exception cref="StorageException">There is no room for it.</exception>
    public async Task AddAsync(PublishedModelRow model, Func<int, ModelVersionRow> make, Func<string, CancellationToken, Task> fill, CancellationToken ct)
    {
        ModelVersionRow? row = null;
        try
        {
            row = await BeginAsync(model, make, ct);
            var folder = database.Folder.PublishedFolder(row.Folder);
            Folders.CreateForOwner(folder + Unfinished);
            await fill(folder + Unfinished, ct);
            Folders.Sync(folder + Unfinished);
            Directory.Move(folder + Unfinished, folder);
            FolderSync.Sync(database.Folder.Published);
            await FinishAsync(row);
        }
        catch (Exception cause)
        {
            await (row is null ? Task.CompletedTask : TryRemoveAsync(row));
            throw cause is IOException or UnauthorizedAccessException or DbUpdateException or System.Data.Common.DbException
                ? StorageProblems.NotSaved(cause) : cause;
        }
    }

    /// <summary>Removes what was being made when the server before ended.</summary>
    public void RemoveUnfinished()
    {
        using var context = database.Context();
        foreach (var folder in context.ModelVersions.Where(v => !v.IsWhole).Select(v => v.Folder).ToList())
        {
            RemoveFolders(folder);
        }

        context.ModelVersions.Where(v => !v.IsWhole).ExecuteDelete();
        context.PublishedModels.Where(m => m.CurrentVersion == 0).ExecuteDelete();
    }

    private async Task<ModelVersionRow> BeginAsync(PublishedModelRow model, Func<int, ModelVersionRow> make, CancellationToken ct)
    {
        await using var context = database.Context();
        if (!await context.PublishedModels.AnyAsync(m => m.Name == model.Name, ct))
        {
            context.PublishedModels.Add(model);
        }

        var row = make(1 + (await context.ModelVersions.Where(v => v.ModelName == model.Name).MaxAsync(v => (int?)v.Number, ct) ?? 0));
        context.ModelVersions.Add(row);
        await context.SaveChangesAsync(ct);
        return row;
    }

    // Both rows in one transaction: a version that is whole is the one that answers. Nothing stops it on its way: what is committed must not be taken back.
    private async Task FinishAsync(ModelVersionRow row)
    {
        await using var context = database.Context();
        context.ModelVersions.Attach(row).Entity.IsWhole = true;
        var model = await context.PublishedModels.FirstAsync(m => m.Name == row.ModelName);
        (model.CurrentVersion, model.IsOn) = (row.Number, true);
        await context.SaveChangesAsync();
    }

    /// <summary>Where even that fails, the next start does it.</summary>
    private async Task TryRemoveAsync(ModelVersionRow row)
    {
        RemoveFolders(row.Folder);
        try
        {
            await using var context = database.Context();
            await context.ModelVersions.Where(v => v.ModelName == row.ModelName && v.Number == row.Number).ExecuteDeleteAsync();
            await context.PublishedModels.Where(m => m.Name == row.ModelName && m.CurrentVersion == 0).ExecuteDeleteAsync();
        }
        catch (System.Data.Common.DbException)
        {
            // The first error is the one to report.
        }
    }

    private void RemoveFolders(string folder)
    {
        Folders.TryDelete(database.Folder.PublishedFolder(folder) + Unfinished);
        Folders.TryDelete(database.Folder.PublishedFolder(folder));
    }
}
