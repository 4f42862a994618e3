using System.Buffers.Text;
using System.Collections.Concurrent;
using System.Security.Cryptography;
using Builder.Storage;
using Builder.Storage.Access;

namespace Builder.Web.Shell.Security;

/// <summary>
/// The browsers that were let in. Each holds a cookie with a random secret; what is stored is only its hash, so neither the data folder nor a
/// copy of it lets anybody in. A session that nobody uses for seven days lapses, and none lasts longer than ninety.
/// </summary>
public sealed class BrowserSessions(BrowserSessionStore store, TimeProvider clock) : IDisposable
{
    /// <summary>A session that is not used for so long lapses.</summary>
    public static readonly TimeSpan Idle = TimeSpan.FromDays(7);

    private static readonly TimeSpan Longest = TimeSpan.FromDays(90);
    private static readonly TimeSpan Rounding = TimeSpan.FromHours(1);
    private const int SecretBytes = 32;

    private readonly ConcurrentDictionary<string, BrowserSession> _open = new(StringComparer.Ordinal);
    private readonly SemaphoreSlim _reading = new(1, 1);
    private volatile bool _isRead;

    /// <summary>Raised with the ids of sessions that have been ended: what they still have open is to be closed.</summary>
    public event Action<IReadOnlyCollection<string>>? Ended;

    /// <summary>The sessions that hold, the one used last first.</summary>
    public async Task<IReadOnlyList<BrowserSession>> ListAsync()
    {
        await ReadAsync();
        return [.. _open.Values.Where(Holds).OrderByDescending(s => s.SeenAt).ThenByDescending(s => s.OpenedAt)];
    }

    /// <summary>Lets a browser in.</summary>
    /// <param name="browser">What it says it is.</param>
    /// <param name="systemUser">The user of this computer that it belongs to, where that is known.</param>
    /// <returns>The secret for its cookie, and the session.</returns>
    public async Task<(string Secret, BrowserSession Session)> OpenAsync(string browser, long? systemUser = null)
    {
        await ReadAsync();
        var secret = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(SecretBytes));
        var session = new BrowserSession(IdOf(secret), browser, systemUser, clock.GetUtcNow(), clock.GetUtcNow());
        _open[session.Id] = session;
        await TryAsync(() => store.AddAsync(session));
        return (secret, session);
    }

    /// <summary>The session that a secret opens; null where there is none, it has lapsed, or it belongs to another user of the computer.</summary>
    /// <param name="secret">What the cookie holds.</param>
    /// <param name="systemUser">The user of this computer that the request comes from, where that is known.</param>
    /// <returns>The session, and whether it was prolonged just now.</returns>
    public async Task<(BrowserSession Session, bool Prolonged)?> FindAsync(string secret, long? systemUser = null)
    {
        await ReadAsync();
        var id = IdOf(secret);
        if (!_open.TryGetValue(id, out var session) || !Holds(session) || session.SystemUser != systemUser)
        {
            return null;
        }

        var now = clock.GetUtcNow();
        if (now - session.SeenAt < Rounding)
        {
            return (session, false);
        }

        var seen = session with { SeenAt = now };
        // Somebody may have ended it in this moment: then it stays ended.
        if (!_open.TryUpdate(id, seen, session))
        {
            return _open.TryGetValue(id, out var other) ? (other, false) : null;
        }

        await TryAsync(() => store.SeenAsync(id, now));
        return (seen, true);
    }

    /// <summary>Ends sessions: whoever holds them is outside at once, also on pages that are open.</summary>
    /// <exception cref="StorageException">They are ended, but would hold again after a restart: the disk cannot be written to.</exception>
    public async Task EndAsync(IReadOnlyCollection<string> ids)
    {
        await ReadAsync();
        foreach (var id in ids)
        {
            _open.TryRemove(id, out _);
        }

        Ended?.Invoke(ids);
        await store.RemoveAsync(ids);
    }

    /// <summary>Ends all sessions.</summary>
    /// <exception cref="StorageException">As for <see cref="EndAsync"/>.</exception>
    public async Task EndAllAsync()
    {
        await ReadAsync();
        await EndAsync([.. _open.Keys]);
    }

    /// <inheritdoc/>
    public void Dispose() => _reading.Dispose();

    private bool Holds(BrowserSession session) => clock.GetUtcNow() is var now && now - session.SeenAt < Idle && now - session.OpenedAt < Longest;

    private static string IdOf(string secret) => Convert.ToHexStringLower(SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(secret)));

    private async Task ReadAsync()
    {
        if (_isRead)
        {
            return;
        }

        await _reading.WaitAsync();
        try
        {
            if (!_isRead)
            {
                var known = await store.ListAsync();
                foreach (var session in known.Where(Holds))
                {
                    _open[session.Id] = session;
                }

                _isRead = true;
                await TryAsync(() => store.RemoveAsync([.. known.Where(s => !Holds(s)).Select(s => s.Id)]));
            }
        }
        finally
        {
            _reading.Release();
        }
    }

    // A full disk must lock nobody out: the session then lasts until the server ends.
    private static async Task TryAsync(Func<Task> save)
    {
        try
        {
            await save();
        }
        catch (StorageException)
        {
            // Saving is tried again with the next change; who edits is told about the disk.
        }
    }
}
