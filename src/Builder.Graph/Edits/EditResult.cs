using System.Diagnostics.CodeAnalysis;
using Builder.Graph.Documents;
using Builder.Graph.Problems;

namespace Builder.Graph.Edits;

/// <summary>What became of an edit: the changed document and the edit that takes it back, or the reason why nothing was changed.</summary>
public sealed record EditResult
{
    private EditResult(ProjectDocument? document, Edit? inverse, Problem? problem) => (Document, Inverse, Problem) = (document, inverse, problem);

    /// <summary>True where the edit was carried out.</summary>
    [MemberNotNullWhen(true, nameof(Document), nameof(Inverse))]
    [MemberNotNullWhen(false, nameof(Problem))]
    public bool Succeeded => Problem is null;

    /// <summary>The document after the edit; null where it was refused.</summary>
    public ProjectDocument? Document { get; }

    /// <summary>The edit that turns <see cref="Document"/> back into the document before, to the byte; null where it was refused.</summary>
    public Edit? Inverse { get; }

    /// <summary>Why the edit was refused; null where it was carried out.</summary>
    public Problem? Problem { get; }

    /// <summary>A refusal.</summary>
    public static implicit operator EditResult(Problem problem) => new(null, null, problem);

    /// <summary>A change, and the edits that take it back in this order.</summary>
    internal static EditResult Changed(ProjectDocument document, params ReadOnlySpan<Edit> inverse) =>
        new(document, inverse is [var single] ? single : new Batch([.. inverse]), null);
}
