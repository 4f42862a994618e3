using Builder.Graph.Documents;

namespace Builder.Web.Evaluate.Sizes;

/// <summary>The sizes of one model, while they are tried and after.</summary>
/// <param name="trained">The document of the run.</param>
/// <param name="waits">True where somebody trains.</param>
internal sealed class Ladder(ProjectDocument trained, bool waits) : IDisposable
{
    private SizeState _state = new() { Phase = waits ? SizePhase.Waiting : SizePhase.Preparing };

    /// <summary>The document of the run.</summary>
    public ProjectDocument Trained { get; } = trained;

    /// <summary>Ends it.</summary>
    public CancellationTokenSource Stop { get; } = new();

    /// <summary>What is known so far.</summary>
    public SizeState State
    {
        get => Volatile.Read(ref _state);
        set => Volatile.Write(ref _state, value);
    }

    /// <summary>True while it computes, or waits for its turn.</summary>
    public bool IsUnderWay => State.Phase is SizePhase.Preparing or SizePhase.Trying;

    /// <summary>True from its end on, however it ended.</summary>
    public bool IsOver => State.Phase is SizePhase.Done or SizePhase.Stopped or SizePhase.Nothing;

    /// <inheritdoc/>
    public void Dispose() => Stop.Dispose();
}
