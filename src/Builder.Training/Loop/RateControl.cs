using System.Collections.Immutable;

namespace Builder.Training.Loop;

/// <summary>From one batch on, all learning rates of a run are those of its plan times a factor.</summary>
/// <param name="Epoch">The epoch of that batch, from 1.</param>
/// <param name="Step">Batches of the epoch that were done before it.</param>
/// <param name="Factor">What the plan's rates are multiplied with, whatever a schedule makes of them meanwhile.</param>
public sealed record RateChange(long Epoch, long Step, double Factor);

/// <summary>
/// Lets another thread change the learning rates of a run while it trains, and keeps what was changed and when. A run that begins with these
/// changes, or goes on with them, makes them before the same batches again: it learns the same to the bit.
/// </summary>
/// <param name="changes">Those to be made again, in the order of their batches.</param>
/// <param name="keep">Is given all changes after each new one, on the run's own thread.</param>
public sealed class RateControl(IEnumerable<RateChange> changes, Action<IReadOnlyList<RateChange>> keep)
{
    private readonly Lock _lock = new();
    private ImmutableList<RateChange> _changes = [.. changes];
    private double? _wished;

    /// <summary>What the plan's rates are multiplied with now.</summary>
    public double Factor { get; private set; } = 1;

    /// <summary>Asks for another factor, from the next batch on; from any thread.</summary>
    /// <param name="factor">Above 0; 1 for the rates of the plan.</param>
    public void Set(double factor)
    {
        lock (_lock)
        {
            _wished = factor;
        }
    }

    /// <summary>Takes up the factor with which a run goes on that has done so many batches of an epoch.</summary>
    /// <param name="epoch">The epoch, from 1.</param>
    /// <param name="step">Batches of it that are done; a change before the next one is still to be made.</param>
    public void GoOn(long epoch, long step) => Factor = _changes.LastOrDefault(c => IsBefore(c, epoch, step))?.Factor ?? 1;

    /// <summary>The change to be made before a batch, which is kept where it is new; null where all stays as it is. For the run's own thread.</summary>
    /// <param name="epoch">The epoch, from 1.</param>
    /// <param name="step">Batches of it that are done.</param>
    public RateChange? Before(long epoch, long step)
    {
        double? wished;
        lock (_lock)
        {
            (wished, _wished) = (_wished, null);
        }

        var change = wished is { } factor ? New(new(epoch, step, factor)) : _changes.Find(c => (c.Epoch, c.Step) == (epoch, step));
        if (change is not null)
        {
            Factor = change.Factor;
        }

        return change;
    }

    // What a person wants now counts more than what was wanted later, before the run was broken off.
    private RateChange? New(RateChange change)
    {
        var made = _changes.RemoveAll(c => !IsBefore(c, change.Epoch, change.Step));
        if (change.Factor == Factor && made.Count == _changes.Count)
        {
            return null;
        }

        _changes = made.Add(change);
        keep(_changes);
        return change;
    }

    private static bool IsBefore(RateChange change, long epoch, long step) => change.Epoch < epoch || (change.Epoch == epoch && change.Step < step);
}
