using Builder.Storage.Database;
using Microsoft.EntityFrameworkCore;

namespace Builder.Storage.Access;

/// <summary>A browser that was let in.</summary>
/// <param name="Id">Names it; made from what its cookie holds, which itself is never stored.</param>
/// <param name="Browser">What kind of browser it says it is.</param>
/// <param name="SystemUser">Number of the user of this computer that it belongs to; null where that cannot be known, as on other computers.</param>
/// <param name="OpenedAt">When it was let in.</param>
/// <param name="SeenAt">When it last asked for something, to the hour.</param>
public sealed record BrowserSession(string Id, string Browser, long? SystemUser, DateTimeOffset OpenedAt, DateTimeOffset SeenAt);

/// <summary>The browsers that were let in. They hold beyond a restart.</summary>
public sealed class BrowserSessionStore(BuilderDatabase database)
{
    /// <summary>All of them, also those that have lapsed.</summary>
    public async Task<IReadOnlyList<BrowserSession>> ListAsync(CancellationToken ct = default)
    {
        await using var context = database.Context();
        return [.. (await context.BrowserSessions.AsNoTracking().ToListAsync(ct)).Select(r => new BrowserSession(r.Id, r.Browser, r.SystemUser, r.OpenedAt, r.SeenAt))];
    }

    /// <summary>Remembers one.</summary>
    /// <exception cref="StorageException">It cannot be saved.</exception>
    public Task AddAsync(BrowserSession session, CancellationToken ct = default)
    {
        ArgumentNullException.ThrowIfNull(session);
        return SavingAsync(context =>
        {
            context.BrowserSessions.Add(new()
            {
                Id = session.Id, Browser = session.Browser, SystemUser = session.SystemUser, OpenedAt = session.OpenedAt, SeenAt = session.SeenAt,
            });
            return context.SaveChangesAsync(ct);
        });
    }

    /// <summary>Remembers when one last asked for something; nothing happens where it is gone.</summary>
    /// <exception cref="StorageException">It cannot be saved.</exception>
    public Task SeenAsync(string id, DateTimeOffset at, CancellationToken ct = default) =>
        SavingAsync(context => context.BrowserSessions.Where(r => r.Id == id).ExecuteUpdateAsync(set => set.SetProperty(r => r.SeenAt, at), ct));

    /// <summary>Forgets some.</summary>
    /// <exception cref="StorageException">It cannot be saved: they would hold again after a restart.</exception>
    public Task RemoveAsync(IReadOnlyCollection<string> ids, CancellationToken ct = default) =>
        SavingAsync(context => context.BrowserSessions.Where(r => ids.Contains(r.Id)).ExecuteDeleteAsync(ct));

    private async Task SavingAsync(Func<BuilderContext, Task<int>> save)
    {
        await using var context = database.Context();
        try
        {
            await save(context);
        }
        catch (Exception cause) when (cause is DbUpdateException or System.Data.Common.DbException)
        {
            throw StorageProblems.NotSaved(cause);
        }
    }
}
