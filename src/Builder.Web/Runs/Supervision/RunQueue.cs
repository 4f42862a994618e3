namespace Builder.Web.Runs.Supervision;

/// <summary>Who trains and who waits: one at a time on each device, in the order in which they asked.</summary>
internal sealed class RunQueue
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, Slot> _slots = new(StringComparer.Ordinal);

    /// <summary>The places of those who wait for a device have changed. Raised outside the lock.</summary>
    public event Action<string>? Moved;

    /// <summary>Asks for a device; the task completes when it is the run's turn.</summary>
    /// <param name="runId">The run.</param>
    /// <param name="device">The device.</param>
    /// <param name="first">True for a run that had its turn before and was paused: it goes before those that have not begun.</param>
    /// <param name="ct">Gives the place up.</param>
    public async Task EnterAsync(string runId, string device, bool first, CancellationToken ct)
    {
        var place = new Place(runId);
        lock (_lock)
        {
            var slot = SlotOf(device);
            if (slot.Holder is null)
            {
                slot.Holder = runId;
                return;
            }

            slot.Waiting.Insert(first ? 0 : slot.Waiting.Count, place);
        }

        if (first)
        {
            Moved?.Invoke(device);
        }

        await using var given = ct.Register(() => GiveUp(device, place));
        await place.Turn.Task;
    }

    /// <summary>Gives the device to the next. Does nothing where the run does not hold it.</summary>
    public void Leave(string runId, string device)
    {
        lock (_lock)
        {
            var slot = SlotOf(device);
            if (slot.Holder != runId)
            {
                return;
            }

            slot.Holder = null;
            if (slot.Waiting is [var next, ..])
            {
                slot.Waiting.RemoveAt(0);
                slot.Holder = next.RunId;
                next.Turn.SetResult();
            }
        }

        Moved?.Invoke(device);
    }

    /// <summary>How many go before a waiting run, with the one that trains; 0 for a run that does not wait.</summary>
    public int Before(string runId, string device)
    {
        lock (_lock)
        {
            return SlotOf(device).Waiting.FindIndex(p => p.RunId == runId) + 1;
        }
    }

    private Slot SlotOf(string device) => _slots.TryGetValue(device, out var slot) ? slot : _slots[device] = new();

    private void GiveUp(string device, Place place)
    {
        lock (_lock)
        {
            // Whoever has just got its turn keeps it, and gives it back itself.
            if (!SlotOf(device).Waiting.Remove(place))
            {
                return;
            }

            place.Turn.SetCanceled(CancellationToken.None);
        }

        Moved?.Invoke(device);
    }

    private sealed class Slot
    {
        public string? Holder { get; set; }

        public List<Place> Waiting { get; } = [];
    }

    private sealed record Place(string RunId)
    {
        public TaskCompletionSource Turn { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
