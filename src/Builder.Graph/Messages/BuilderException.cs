namespace Builder.Graph.Messages;

/// <summary>
/// What a person has to be told: what is wrong, where, and a way out. Every error of the product that is not a fault of its own derives from it,
/// so whoever is at an edge (page, endpoint, console, runner) needs to know no other.
/// </summary>
public abstract class BuilderException : Exception
{
    /// <summary>An error.</summary>
    /// <param name="reason">What is wrong, and what can be done.</param>
    /// <param name="inner">The technical cause, for the log.</param>
    /// <param name="code">Stable name of the kind of error where it is not the reason's own: one that only puts a place in front.</param>
    protected BuilderException(Message reason, Exception? inner = null, string? code = null)
        : base(null, inner)
    {
        ArgumentNullException.ThrowIfNull(reason);
        (Reason, Code) = (reason, code ?? reason.Kind);
    }

    /// <summary>What is wrong, and what can be done, as it is stored and sent.</summary>
    public Message Reason { get; }

    /// <summary>Stable name of the kind of error, such as "table-ragged".</summary>
    public string Code { get; }

    /// <summary>What is wrong, and what can be done, in every language.</summary>
    public Localized Words => Reason.Words;

    /// <summary>The words in English, for logs.</summary>
    public override string Message => Words.En;
}
