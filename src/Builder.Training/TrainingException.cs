using Builder.Graph.Messages;

namespace Builder.Training;

/// <summary>A run cannot go on. The words are for the person who started it: what happened, where, and what to do.</summary>
public sealed class TrainingException : BuilderException
{
    /// <summary>A failure with its reason in plain words.</summary>
    /// <param name="reason">What happened, where, and a way out.</param>
    /// <param name="inner">The technical cause, for the log.</param>
    /// <param name="code">Stable name of the kind of failure where it is not the reason's own.</param>
    public TrainingException(Message reason, Exception? inner = null, string? code = null)
        : base(reason, inner, code)
    {
    }
}
