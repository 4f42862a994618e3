using Builder.Graph.Documents;
using Builder.Graph.Messages;

namespace Builder.Graph.Problems;

/// <summary>How much a problem stands in the way.</summary>
public enum Severity
{
    /// <summary>Training works, but probably not as meant.</summary>
    Warning,

    /// <summary>Training cannot start.</summary>
    Error,
}

/// <summary>A way out of a problem: one edit that mends it, and the words on its button.</summary>
/// <param name="Title">What the button says, as an imperative.</param>
/// <param name="Edit">What it does.</param>
public sealed record Fix(Message Title, Edit Edit);

/// <summary>Something that is wrong with a document, in plain words with the actual names and shapes.</summary>
/// <param name="Block">The block it is shown on; null for the document as a whole.</param>
/// <param name="Message">What is wrong, in a sentence, as it is stored and sent; its words are chosen where they are shown.</param>
/// <param name="Fix">The way out where one edit can mend it.</param>
/// <param name="Severity">How much it stands in the way.</param>
public sealed record Problem(string? Block, Message Message, Fix? Fix = null, Severity Severity = Severity.Error)
{
    /// <summary>Stable name of the kind of problem, such as "FeaturesMismatch": the message's own, unless that only puts a place in front.</summary>
    public string Code { get; init; } = Message.Kind;
}
