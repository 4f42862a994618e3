using System.Collections.Immutable;
using Builder.Graph.Documents;
using Builder.Graph.Messages;
using Builder.Graph.Problems;

namespace Builder.Graph.Edits;

/// <summary>
/// Checks that an edit is complete in itself, whatever document it is meant for: nothing missing, no batch without end. Edits come from
/// the network as well, so nothing is taken for granted.
/// </summary>
internal static class EditRules
{
    private static readonly MessageTemplate BatchTooLarge = new(
        "BatchTooLarge",
        "The change consists of more than {batchEdits} steps. Make it in parts.",
        "该修改超过 {batchEdits} 步。请分几次进行。");

    /// <summary>What is missing in an edit or in any edit of a batch; null where all is there. No recursion, so depth cannot hurt.</summary>
    public static Problem? Check(Edit? edit)
    {
        var waiting = new Stack<(Edit? Edit, int Depth)>([(edit, 0)]);
        for (var count = 0; waiting.TryPop(out var next); count++)
        {
            if (count > DocumentLimits.BatchEdits || next.Depth > DocumentLimits.BatchDepth)
            {
                return TooLarge;
            }

            if (Missing(next.Edit) is { } what)
            {
                return EditProblems.Incomplete(what);
            }

            foreach (var inner in next.Edit is Batch batch ? batch.Edits : [])
            {
                waiting.Push((inner, next.Depth + 1));
            }
        }

        return null;
    }

    /// <summary>A batch beyond all bounds.</summary>
    public static Problem TooLarge { get; } = new(null, BatchTooLarge.With(("batchEdits", DocumentLimits.BatchEdits)));

    private static string? Missing(Edit? edit) => edit switch
    {
        null => "edit",
        AddBlock { Block: var block } => MissingIn(block),
        Connect { Link: null } => "link",
        Connect { Link: var link } => MissingIn(link.From) ?? MissingIn(link.To),
        Disconnect { To: var to } => MissingIn(to),
        SetParameter { Name: null } => "name",
        SetParameter { Value: { } value } when !IsWhole(value) => "value",
        MoveBlocks { Positions: null } => "positions",
        ChangeKind { Kind: null } => "kind",
        AddGroup { Group: null or { Id: null } or { Name: null } } => "group",
        RenameGroup { Name: null } => "name",
        SetNote { Id: null } => "id",
        SetNote { Note: { Text: null } or { Id: null } } => "note",
        SetDataSet { Id: null } => "id",
        ChangeRows { DataSet: null } => "id",
        ChangeRows { LeaveOut: null } or ChangeRows { TakeBack: null } or ChangeRows { Cells.IsDefault: true } => "rows",
        ChangeRows rows when rows.Cells.Any(cell => cell?.Column is null) => "cell",
        RenameProject { Name: null } => "name",
        Batch { Edits.IsDefault: true } => "edits",
        InsertBefore insert => MissingIn(insert.To) ?? (insert.Kind is null ? "kind" : MissingIn(insert.Parameters)),
        _ => MissingBlock(edit),
    };

    private static string? MissingBlock(Edit edit) => edit switch
    {
        RemoveBlock { Block: null } or SetParameter { Block: null } or SetLabel { Block: null } or SetBlockNote { Block: null }
            or SetMuted { Block: null } or ShareWeights { Block: null } or ChangeKind { Block: null } or SetBlockGroup { Block: null } => "block",
        RemoveGroup { Group: null } or RenameGroup { Group: null } => "group",
        _ => null,
    };

    private static string? MissingIn(Block? block) => block switch
    {
        null => "block",
        { Id: null } => "id",
        { Kind: null } => "kind",
        _ => MissingIn(block.Parameters),
    };

    private static string? MissingIn(PortRef port) => port.Block is null || port.Port is null ? "port" : null;

    private static string? MissingIn(ImmutableSortedDictionary<string, ParameterValue>? parameters) =>
        parameters is not null && parameters.Values.All(IsWhole) ? null : "parameters";

    private static bool IsWhole(ParameterValue? value) => value switch
    {
        null or ParameterValue.Text { Value: null } or ParameterValue.List { Items.IsDefault: true } => false,
        ParameterValue.List list => list.Items.All(i => i is not (null or ParameterValue.Text { Value: null } or ParameterValue.List)),
        _ => true,
    };
}
