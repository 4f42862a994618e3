namespace Builder.Training.Loop;

/// <summary>Lets another thread hold a run between two batches. What the run learns does not depend on it.</summary>
public sealed class PauseSwitch : IDisposable
{
    private readonly ManualResetEventSlim _goes = new(true);

    /// <summary>True while the run shall wait.</summary>
    public bool IsOn => !_goes.IsSet;

    /// <summary>The run waits after its current batch.</summary>
    public void TurnOn() => _goes.Reset();

    /// <summary>The run goes on.</summary>
    public void TurnOff() => _goes.Set();

    /// <inheritdoc/>
    public void Dispose() => _goes.Dispose();

    /// <summary>Waits until the run may go on; false where it was asked to stop meanwhile.</summary>
    internal bool Wait(CancellationToken stop)
    {
        try
        {
            _goes.Wait(stop);
            return true;
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }
}
