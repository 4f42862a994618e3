namespace Builder.Web.Shell.Security;

/// <summary>Counts who tried to get in and could not: addresses that were used before or made up, cookies that open nothing.</summary>
public sealed class EntryAttempts(TimeProvider clock)
{
    private readonly Lock _gate = new();
    private (long Count, DateTimeOffset? Last) _failed;

    /// <summary>How many failed since the server started, and when the last one did.</summary>
    public (long Count, DateTimeOffset? Last) FailedSoFar
    {
        get
        {
            lock (_gate)
            {
                return _failed;
            }
        }
    }

    /// <summary>Somebody could not get in.</summary>
    public void Failed()
    {
        lock (_gate)
        {
            _failed = (_failed.Count + 1, clock.GetUtcNow());
        }
    }
}
