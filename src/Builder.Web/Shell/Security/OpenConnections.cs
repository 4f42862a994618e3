using System.Collections.Concurrent;

namespace Builder.Web.Shell.Security;

/// <summary>
/// What each session has open. A page's line was let in when it was opened and asks for nothing again: when the session is ended, the line
/// has to be cut.
/// </summary>
public sealed class OpenConnections : IDisposable
{
    // The page that ended its own session is given the time to leave.
    private static readonly TimeSpan Farewell = TimeSpan.FromSeconds(2);

    private readonly ConcurrentDictionary<string, ConcurrentDictionary<HttpContext, bool>> _bySession = new(StringComparer.Ordinal);
    private readonly BrowserSessions _sessions;
    private readonly TimeProvider _clock;
    private readonly ILogger _log;

    /// <summary>Cuts what belongs to sessions that are ended.</summary>
    public OpenConnections(BrowserSessions sessions, TimeProvider clock, ILogger<OpenConnections> log)
    {
        (_sessions, _clock, _log) = (sessions, clock, log);
        _sessions.Ended += CutSoon;
    }

    /// <summary>Follows a request for as long as it lasts.</summary>
    public async Task FollowAsync(HttpContext http, RequestDelegate next)
    {
        if (TicketHandler.SessionOf(http.User) is not { } session)
        {
            await next(http);
            return;
        }

        var open = _bySession.GetOrAdd(session, _ => new());
        open[http] = true;
        try
        {
            await next(http);
        }
        finally
        {
            open.TryRemove(http, out _);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _sessions.Ended -= CutSoon;

    private void CutSoon(IReadOnlyCollection<string> sessions) => Background.Run(
        async () =>
        {
            await Task.Delay(Farewell, _clock);
            Cut(sessions);
        },
        _log, "cut what an ended session has open");

    private void Cut(IReadOnlyCollection<string> sessions)
    {
        foreach (var session in sessions)
        {
            if (_bySession.TryRemove(session, out var open))
            {
                foreach (var http in open.Keys)
                {
                    http.Abort();
                }
            }
        }
    }
}
