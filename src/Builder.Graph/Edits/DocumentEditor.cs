using Builder.Graph.Analysis;
using Builder.Graph.Documents;

namespace Builder.Graph.Edits;

/// <summary>
/// Carries edits out. Total: any edit on any document gives a document or a problem in plain words, never an exception. Exact: the inverse
/// brings back the document as it was, to the byte. What it lets through can always be written to a file and read again.
/// </summary>
public static class DocumentEditor
{
    /// <summary>The document after an edit, together with the edit that takes it back, or the reason why the edit is refused.</summary>
    public static EditResult Apply(ProjectDocument document, Edit edit)
    {
        if (EditRules.Check(edit) is { } malformed)
        {
            return malformed;
        }

        var result = Carry(document, edit);
        return result.Succeeded && DocumentSize.MayGrow(edit) && DocumentSize.Check(result.Document) is { } tooLarge ? tooLarge : result;
    }

    /// <summary>Carries out an edit that is complete in itself.</summary>
    internal static EditResult Carry(ProjectDocument document, Edit edit) => edit switch
    {
        AddBlock add => BlockEdits.Add(document, add),
        RemoveBlock remove => BlockEdits.Remove(document, remove),
        ChangeKind change => BlockEdits.Change(document, change),
        MoveBlocks move => BlockLookEdits.Move(document, move),
        SetLabel label => BlockLookEdits.Label(document, label),
        SetBlockNote note => BlockLookEdits.Note(document, note),
        SetMuted mute => BlockLookEdits.Mute(document, mute),
        SetParameter set => ParameterEdits.Set(document, set),
        ShareWeights share => ParameterEdits.Share(document, share),
        Connect connect => LinkEdits.Connect(document, connect),
        Disconnect disconnect => LinkEdits.Disconnect(document, disconnect),
        InsertBefore insert => LinkEdits.Insert(document, insert),
        SetBlockGroup move => GroupEdits.MoveBlock(document, move),
        AddGroup add => GroupEdits.Add(document, add),
        RemoveGroup remove => GroupEdits.Remove(document, remove),
        RenameGroup rename => GroupEdits.Rename(document, rename),
        SetNote note => ProjectEdits.SetNote(document, note),
        SetDataSet data => ProjectEdits.SetDataSet(document, data),
        ChangeRows rows => RowEdits.Change(document, rows),
        RenameProject rename => ProjectEdits.Rename(document, rename),
        DescribeProject describe => ProjectEdits.Describe(document, describe),
        Batch batch => BatchEdit.Apply(document, batch),
        _ => EditProblems.Incomplete("edit"),
    };
}
