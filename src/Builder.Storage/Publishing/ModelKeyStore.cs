using Builder.Storage.Database;
using Microsoft.EntityFrameworkCore;

namespace Builder.Storage.Publishing;

/// <summary>A key with which a program asks a published model.</summary>
/// <param name="Id">Names it; made from the key, which itself is never stored.</param>
/// <param name="Model">The name of the one model that it is good for.</param>
/// <param name="Start">Its first characters, by which a person knows it again.</param>
/// <param name="CreatedAt">When it was made.</param>
public sealed record ModelKey(string Id, string Model, string Start, DateTimeOffset CreatedAt);

/// <summary>The keys of published models. One that is removed holds no more.</summary>
public sealed class ModelKeyStore(BuilderDatabase database)
{
    /// <summary>The keys of a model, the oldest first.</summary>
    public async Task<IReadOnlyList<ModelKey>> ListAsync(string model, CancellationToken ct = default)
    {
        await using var context = database.Context();
        return [.. (await context.ModelKeys.AsNoTracking().Where(k => k.ModelName == model).OrderBy(k => k.CreatedAt).ToListAsync(ct)).Select(Key)];
    }

    /// <summary>The key of an id; null where there is none, or no longer.</summary>
    public async Task<ModelKey?> FindAsync(string id, CancellationToken ct = default)
    {
        await using var context = database.Context();
        return await context.ModelKeys.AsNoTracking().FirstOrDefaultAsync(k => k.Id == id, ct) is { } row ? Key(row) : null;
    }

    /// <summary>Keeps a key.</summary>
    /// <exception cref="StorageException">It cannot be saved, or its model is gone.</exception>
    public async Task AddAsync(ModelKey key, CancellationToken ct = default)
    {
        ArgumentNullException.ThrowIfNull(key);
        await using var context = database.Context();
        context.ModelKeys.Add(new() { Id = key.Id, ModelName = key.Model, Start = key.Start, CreatedAt = key.CreatedAt });
        await SavingAsync(() => context.SaveChangesAsync(ct));
    }

    /// <summary>Takes a key away.</summary>
    /// <returns>False where there is none.</returns>
    /// <exception cref="StorageException">It cannot be saved: it would still hold.</exception>
    public async Task<bool> RemoveAsync(string id, CancellationToken ct = default)
    {
        await using var context = database.Context();
        return await SavingAsync(() => context.ModelKeys.Where(k => k.Id == id).ExecuteDeleteAsync(ct)) > 0;
    }

    private static ModelKey Key(ModelKeyRow row) => new(row.Id, row.ModelName, row.Start, row.CreatedAt);

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
}
