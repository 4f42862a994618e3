using Builder.Graph;

namespace Builder.Training;

/// <summary>A run cannot go on. The words are for the person who started it: what happened, where, and what to do.</summary>
public sealed class TrainingException : Exception
{
    /// <summary>A failure with its reason in plain words.</summary>
    /// <param name="code">Stable name of the kind of failure, such as "LossNotFinite".</param>
    /// <param name="reason">What happened, where, and a way out.</param>
    /// <param name="inner">The technical cause, for the log.</param>
    public TrainingException(string code, Localized reason, Exception? inner = null)
        : base(reason.En, inner) => (Code, Reason) = (code, reason);

    /// <summary>Stable name of the kind of failure.</summary>
    public string Code { get; }

    /// <summary>What happened, where, and a way out.</summary>
    public Localized Reason { get; }
}
