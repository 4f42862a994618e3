namespace Builder.Graph.Documents;

/// <summary>
/// Where two documents may differ: whatever is not named here is the very same object in both. Known from the edit that takes a change back,
/// because that names all that the change touched, so that nobody has to look through a whole document for it.
/// </summary>
public sealed class DocumentChange
{
    private readonly HashSet<string> _blocks = new(StringComparer.Ordinal);
    private readonly HashSet<LinkKey> _links = [];
    private readonly HashSet<string> _groups = new(StringComparer.Ordinal);
    private readonly HashSet<string> _notes = new(StringComparer.Ordinal);

    private DocumentChange()
    {
    }

    /// <summary>No difference.</summary>
    public static DocumentChange None { get; } = new();

    /// <summary>Ids of the blocks that may be added, removed or different.</summary>
    public IReadOnlySet<string> Blocks => _blocks;

    /// <summary>Places of the links that may be added, removed or different.</summary>
    public IReadOnlySet<LinkKey> Links => _links;

    /// <summary>Ids of the groups that may be added, removed or different; what stands in them is told by <see cref="Blocks"/>.</summary>
    public IReadOnlySet<string> Groups => _groups;

    /// <summary>Ids of the notes that may be added, removed or different.</summary>
    public IReadOnlySet<string> Notes => _notes;

    /// <summary>True where a data set may be different.</summary>
    public bool HasOtherData { get; private set; }

    /// <summary>What a change touched.</summary>
    /// <param name="inverse">The edit that takes it back, as the editor gave it.</param>
    public static DocumentChange TakenBackBy(Edit inverse)
    {
        var change = new DocumentChange();
        change.Add(inverse);
        return change;
    }

    /// <summary>This change and one after it.</summary>
    public DocumentChange Then(DocumentChange next)
    {
        ArgumentNullException.ThrowIfNull(next);
        var both = new DocumentChange { HasOtherData = HasOtherData || next.HasOtherData };
        both._blocks.UnionWith(_blocks.Concat(next._blocks));
        both._links.UnionWith(_links.Concat(next._links));
        both._groups.UnionWith(_groups.Concat(next._groups));
        both._notes.UnionWith(_notes.Concat(next._notes));
        return both;
    }

    private void Add(Edit inverse)
    {
        switch (inverse)
        {
            case Batch batch:
                foreach (var edit in batch.Edits)
                {
                    Add(edit);
                }

                break;
            case MoveBlocks move:
                _blocks.UnionWith(move.Positions.Keys);
                break;
            case Connect connect:
                _links.Add(connect.Link.Key);
                break;
            case Disconnect disconnect:
                _links.Add(new(disconnect.To, disconnect.Slot));
                break;
            case AddGroup { Group.Id: var id }:
                _groups.Add(id);
                break;
            case RemoveGroup { Group: var id }:
                _groups.Add(id);
                break;
            case RenameGroup { Group: var id }:
                _groups.Add(id);
                break;
            case SetNote { Id: var id }:
                _notes.Add(id);
                break;
            case SetDataSet or ChangeRows:
                HasOtherData = true;
                break;
            case RenameProject or DescribeProject:
                break;
            default:
                _blocks.Add(BlockOf(inverse));
                break;
        }
    }

    private static string BlockOf(Edit inverse) => inverse switch
    {
        AddBlock { Block.Id: var id } => id,
        RemoveBlock { Block: var id } => id,
        SetLabel { Block: var id } => id,
        SetBlockNote { Block: var id } => id,
        SetMuted { Block: var id } => id,
        SetParameter { Block: var id } => id,
        ShareWeights { Block: var id } => id,
        ChangeKind { Block: var id } => id,
        SetBlockGroup { Block: var id } => id,
        _ => throw new ArgumentException($"{inverse.GetType().Name} takes nothing back.", nameof(inverse)),
    };
}
