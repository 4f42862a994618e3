using System.Threading.Channels;
using Builder.Storage.Runs;

namespace Builder.Web.Runs.Feed;

/// <summary>Collects the runs of one project that have changed since somebody looked: each once, in its latest state.</summary>
internal sealed class ChangedRuns : IDisposable
{
    private readonly Channel<bool> _signal = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
    private readonly Dictionary<string, RunListEntry> _changed = new(StringComparer.Ordinal);
    private readonly RunFeed _feed;
    private readonly string _projectId;

    public ChangedRuns(RunFeed feed, string projectId)
    {
        (_feed, _projectId) = (feed, projectId);
        feed.StatusChanged += Note;
    }

    public async Task<IReadOnlyList<RunListEntry>> NextAsync(CancellationToken ct)
    {
        await _signal.Reader.ReadAsync(ct);
        lock (_changed)
        {
            var changed = _changed.Values.ToList();
            _changed.Clear();
            return changed;
        }
    }

    public void Dispose() => _feed.StatusChanged -= Note;

    private void Note(RunSummary run)
    {
        if (run.ProjectId != _projectId)
        {
            return;
        }

        lock (_changed)
        {
            _changed[run.Id] = RunListEntry.Of(run);
        }

        _signal.Writer.TryWrite(true);
    }
}
