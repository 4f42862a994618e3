using System.Text.Json.Serialization;

namespace Builder.Web.Canvas.Messages;

/// <summary>What the server tells the canvas client. Golden samples of each lie in tests/golden/canvas.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(Snapshot), "snapshot")]
[JsonDerivedType(typeof(Patch), "patch")]
[JsonDerivedType(typeof(Diagnostics), "diagnostics")]
[JsonDerivedType(typeof(Acknowledge), "acknowledge")]
[JsonDerivedType(typeof(Reject), "reject")]
[JsonDerivedType(typeof(Settings), "settings")]
[JsonDerivedType(typeof(RunStatus), "runStatus")]
[JsonDerivedType(typeof(Presence), "presence")]
[JsonDerivedType(typeof(SelectBlocks), "select")]
[JsonDerivedType(typeof(IslandCommand), "command")]
public abstract record ToIsland;

/// <summary>The whole document: after mounting and after a resync.</summary>
public sealed record Snapshot(long Revision, DocumentView Document, DiagnosticsView Diagnostics, bool CanUndo, bool CanRedo) : ToIsland;

/// <summary>What changed from one revision to a later one.</summary>
/// <param name="Revision">The revision that the canvas client has afterwards.</param>
/// <param name="Base">The revision that the canvas client must have before.</param>
/// <param name="CommandId">The command that did it, where it was one.</param>
/// <param name="Set">What is new or different.</param>
/// <param name="Removed">What is gone.</param>
/// <param name="CanUndo">Whether there is something to take back.</param>
/// <param name="CanRedo">Whether there is something to make again.</param>
public sealed record Patch(long Revision, long Base, string? CommandId, PatchSet Set, PatchRemoved Removed, bool CanUndo, bool CanRedo) : ToIsland;

/// <summary>What is new or different.</summary>
public sealed record PatchSet(IReadOnlyList<NodeView> Blocks, IReadOnlyList<LinkView> Links, IReadOnlyList<GroupView> Groups, IReadOnlyList<NoteView> Notes);

/// <summary>What is gone; links by their key.</summary>
public sealed record PatchRemoved(IReadOnlyList<string> Blocks, IReadOnlyList<string> Links, IReadOnlyList<string> Groups, IReadOnlyList<string> Notes);

/// <summary>What the analysis says now: only blocks of which it says something else than before, null for those that are gone.</summary>
public sealed record Diagnostics(
    long Revision,
    IReadOnlyDictionary<string, BlockView?> Blocks,
    IReadOnlyList<ProblemView> Document,
    long TotalParameters,
    bool CanTrain) : ToIsland;

/// <summary>A command is done and on disk.</summary>
public sealed record Acknowledge(string CommandId, long Revision) : ToIsland;

/// <summary>A command was refused, with the reason in words.</summary>
public sealed record Reject(string CommandId, string Message) : ToIsland;

/// <summary>How the canvas client shows itself.</summary>
public sealed record Settings(string Language, string Theme, bool ReadOnly) : ToIsland;

/// <summary>State of the newest run; null where there is none.</summary>
public sealed record RunStatus(string? State, double? Progress, string? Message) : ToIsland;

/// <summary>Who else has the project open.</summary>
public sealed record Presence(IReadOnlyList<PersonView> People) : ToIsland;

/// <summary>Asks the canvas client to select blocks and to bring them into view.</summary>
public sealed record SelectBlocks(IReadOnlyList<string> Blocks) : ToIsland;

/// <summary>Something else that the page asks of the canvas client.</summary>
public sealed record IslandCommand(
    string Name,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Group = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Kind = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Block = null) : ToIsland;
