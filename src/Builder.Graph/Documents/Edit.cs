using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Builder.Graph.Data;

namespace Builder.Graph.Documents;

/// <summary>
/// One small, named, invertible change of a document. DocumentEditor.Apply is the only function that carries edits out;
/// undo, history, collaboration and crash recovery all work on these values.
/// </summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "edit")]
[JsonDerivedType(typeof(AddBlock), "addBlock")]
[JsonDerivedType(typeof(RemoveBlock), "removeBlock")]
[JsonDerivedType(typeof(Connect), "connect")]
[JsonDerivedType(typeof(Disconnect), "disconnect")]
[JsonDerivedType(typeof(SetParameter), "setParameter")]
[JsonDerivedType(typeof(MoveBlocks), "moveBlocks")]
[JsonDerivedType(typeof(SetLabel), "setLabel")]
[JsonDerivedType(typeof(SetBlockNote), "setBlockNote")]
[JsonDerivedType(typeof(SetMuted), "setMuted")]
[JsonDerivedType(typeof(ShareWeights), "shareWeights")]
[JsonDerivedType(typeof(ChangeKind), "changeKind")]
[JsonDerivedType(typeof(SetBlockGroup), "setBlockGroup")]
[JsonDerivedType(typeof(AddGroup), "addGroup")]
[JsonDerivedType(typeof(RemoveGroup), "removeGroup")]
[JsonDerivedType(typeof(RenameGroup), "renameGroup")]
[JsonDerivedType(typeof(SetNote), "setNote")]
[JsonDerivedType(typeof(SetDataSet), "setDataSet")]
[JsonDerivedType(typeof(ChangeRows), "changeRows")]
[JsonDerivedType(typeof(RenameProject), "renameProject")]
[JsonDerivedType(typeof(DescribeProject), "describeProject")]
[JsonDerivedType(typeof(InsertBefore), "insertBefore")]
[JsonDerivedType(typeof(Batch), "batch")]
public abstract record Edit;

/// <summary>Adds a block whose id is not taken.</summary>
public sealed record AddBlock(Block Block) : Edit;

/// <summary>Removes a block together with its links.</summary>
public sealed record RemoveBlock(string Block) : Edit;

/// <summary>Adds a link; both ports must exist and the place must be free.</summary>
public sealed record Connect(Link Link) : Edit;

/// <summary>Removes the link that ends at this place.</summary>
public sealed record Disconnect(PortRef To, int Slot = 0) : Edit;

/// <summary>Sets a parameter, or with null lets it go back to the catalog's default.</summary>
public sealed record SetParameter(string Block, string Name, ParameterValue? Value) : Edit;

/// <summary>Moves blocks to new places on the canvas.</summary>
public sealed record MoveBlocks(ImmutableSortedDictionary<string, Position> Positions) : Edit;

/// <summary>Renames a block; null shows the kind's title again.</summary>
public sealed record SetLabel(string Block, string? Label) : Edit;

/// <summary>Sets the remark on a block; null removes it.</summary>
public sealed record SetBlockNote(string Block, string? Note) : Edit;

/// <summary>Mutes a block, or switches it on again.</summary>
public sealed record SetMuted(string Block, bool Muted) : Edit;

/// <summary>Lets a block use another block's weights; null gives it its own again.</summary>
public sealed record ShareWeights(string Block, string? From) : Edit;

/// <summary>Turns a block into one of another kind; parameters that the new kind does not have are dropped.</summary>
public sealed record ChangeKind(string Block, string Kind) : Edit;

/// <summary>Moves a block without links into a group, or with null to the main canvas.</summary>
public sealed record SetBlockGroup(string Block, string? Group) : Edit;

/// <summary>Adds an empty group.</summary>
public sealed record AddGroup(Group Group) : Edit;

/// <summary>Removes a group that is empty and not used.</summary>
/// <param name="Group">Id of the group.</param>
/// <param name="EvenIfNamed">
/// True takes back a group that blocks had named before it was there, and leaves them as they were then; null refuses a group that is used.
/// </param>
public sealed record RemoveGroup(string Group, bool? EvenIfNamed = null) : Edit;

/// <summary>Renames a group.</summary>
public sealed record RenameGroup(string Group, string Name) : Edit;

/// <summary>Adds, changes or (with null) removes a remark on the canvas.</summary>
public sealed record SetNote(string Id, Note? Note) : Edit;

/// <summary>Adds, changes or (with null) removes a data set.</summary>
public sealed record SetDataSet(string Id, DataSet? DataSet) : Edit;

/// <summary>Changes single rows of a data set as one step: leaves some out, takes some back, corrects cells. The file stays as it is.</summary>
/// <param name="DataSet">The data set.</param>
/// <param name="Of">Fingerprint of the source whose rows are meant.</param>
/// <param name="LeaveOut">Rows that are not used any more.</param>
/// <param name="TakeBack">Rows that are used again.</param>
/// <param name="Cells">Cells that get another value.</param>
public sealed record ChangeRows(string DataSet, string? Of, RowNumbers LeaveOut, RowNumbers TakeBack, ImmutableArray<CellChange> Cells) : Edit;

/// <summary>Another value for a cell; empty for a missing value, null for what the file says.</summary>
public sealed record CellChange(int Row, string Column, string? Value);

/// <summary>Renames the project.</summary>
public sealed record RenameProject(string Name) : Edit;

/// <summary>Sets the description of the project; null removes it.</summary>
public sealed record DescribeProject(string? Description) : Edit;

/// <summary>Several edits as one: all are carried out, or none.</summary>
public sealed record Batch(ImmutableArray<Edit> Edits) : Edit;

/// <summary>
/// Puts a new block with default ports onto the wire that ends at this place. The id of the new block follows from the kind and the
/// document, so the same edit on the same document always gives the same result.
/// </summary>
public sealed record InsertBefore(
    PortRef To, int Slot, string Kind, ImmutableSortedDictionary<string, ParameterValue> Parameters) : Edit;
