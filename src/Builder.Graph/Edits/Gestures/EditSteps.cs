using Builder.Graph.Documents;

namespace Builder.Graph.Edits.Gestures;

/// <summary>
/// Collects the steps of a gesture, each made for the document as the steps before leave it. A step that is refused is the last: carrying
/// out the whole then gives its reason.
/// </summary>
internal sealed class EditSteps(ProjectDocument document)
{
    private readonly List<Edit> _edits = [];
    private bool _refused;

    /// <summary>The document after the steps so far.</summary>
    public ProjectDocument Document { get; private set; } = document;

    /// <summary>True where there is no step.</summary>
    public bool IsEmpty => _edits.Count == 0;

    /// <summary>Adds a step.</summary>
    public EditSteps Add(Edit edit)
    {
        if (_refused)
        {
            return this;
        }

        _edits.Add(edit);
        var result = DocumentEditor.Apply(Document, edit);
        (Document, _refused) = result.Succeeded ? (result.Document, false) : (Document, true);
        return this;
    }

    /// <summary>All steps as one edit.</summary>
    public Edit ToEdit() => _edits is [var single] ? single : new Batch([.. _edits]);
}
