using System.Text.Json.Serialization;
using Builder.Graph.Documents;

namespace Builder.Web.Canvas.Messages;

/// <summary>What a person did on the canvas. `block` is a kind (or preset) in gestures that add, and a block's id in all others.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(AddBlockGesture), "addBlock")]
[JsonDerivedType(typeof(InsertOnLinkGesture), "insertOnLink")]
[JsonDerivedType(typeof(MoveOntoLinkGesture), "moveOntoLink")]
[JsonDerivedType(typeof(AddAndConnectGesture), "addAndConnect")]
[JsonDerivedType(typeof(ConnectGesture), "connect")]
[JsonDerivedType(typeof(DisconnectGesture), "disconnect")]
[JsonDerivedType(typeof(ReconnectGesture), "reconnect")]
[JsonDerivedType(typeof(MoveGesture), "move")]
[JsonDerivedType(typeof(DeleteGesture), "delete")]
[JsonDerivedType(typeof(DuplicateGesture), "duplicate")]
[JsonDerivedType(typeof(PasteGesture), "paste")]
[JsonDerivedType(typeof(GroupGesture), "group")]
[JsonDerivedType(typeof(UngroupGesture), "ungroup")]
[JsonDerivedType(typeof(RepeatGesture), "repeat")]
[JsonDerivedType(typeof(LabelGesture), "label")]
[JsonDerivedType(typeof(MuteGesture), "mute")]
[JsonDerivedType(typeof(NoteGesture), "note")]
[JsonDerivedType(typeof(SetParameterGesture), "setParameter")]
[JsonDerivedType(typeof(ApplyFixGesture), "applyFix")]
[JsonDerivedType(typeof(AlignGesture), "align")]
[JsonDerivedType(typeof(LayoutGesture), "layout")]
public abstract record Gesture;

/// <summary>Puts a new block on a canvas.</summary>
public sealed record AddBlockGesture(string Block, bool Preset, double X, double Y, string? Group) : Gesture;

/// <summary>Puts a new block onto a link.</summary>
public sealed record InsertOnLinkGesture(string Block, bool Preset, string Link, double X, double Y) : Gesture;

/// <summary>Drops an unlinked block that is there already onto a link.</summary>
public sealed record MoveOntoLinkGesture(string Block, string Link, double X, double Y) : Gesture;

/// <summary>Drops a wire on empty canvas and chooses the block that goes there.</summary>
/// <param name="Block">The kind or preset.</param>
/// <param name="Preset">True where it is a preset.</param>
/// <param name="X">Place of the new block.</param>
/// <param name="Y">Place of the new block.</param>
/// <param name="Group">Canvas of the new block.</param>
/// <param name="Port">The port that the wire hangs on.</param>
/// <param name="Direction">"from": the wire leaves <paramref name="Port"/>; "to": it enters it.</param>
/// <param name="NewPort">The new block's port; empty for the best that fits.</param>
public sealed record AddAndConnectGesture(
    string Block, bool Preset, double X, double Y, string? Group, EndView Port, string Direction, string? NewPort) : Gesture;

/// <summary>Draws a wire.</summary>
public sealed record ConnectGesture(EndView From, EndView To) : Gesture;

/// <summary>Takes a wire away.</summary>
public sealed record DisconnectGesture(string Link) : Gesture;

/// <summary>Drags one end of a wire to another port.</summary>
public sealed record ReconnectGesture(string Link, EndView From, EndView To) : Gesture;

/// <summary>Drags blocks and notes to new places.</summary>
public sealed record MoveGesture(IReadOnlyDictionary<string, double[]> Positions, IReadOnlyDictionary<string, double[]>? Notes) : Gesture;

/// <summary>Removes blocks, links and notes.</summary>
public sealed record DeleteGesture(IReadOnlyList<string> Blocks, IReadOnlyList<string> Links, IReadOnlyList<string> Notes, bool Join) : Gesture;

/// <summary>Copies blocks and remarks next to themselves.</summary>
public sealed record DuplicateGesture(IReadOnlyList<string> Blocks, IReadOnlyList<string>? Notes) : Gesture;

/// <summary>Brings in what was copied, perhaps in another project.</summary>
public sealed record PasteGesture(string Clipboard, double X, double Y, string? Group) : Gesture;

/// <summary>Puts blocks into a new group.</summary>
public sealed record GroupGesture(IReadOnlyList<string> Blocks, string Name) : Gesture;

/// <summary>Takes a group apart.</summary>
public sealed record UngroupGesture(string Block) : Gesture;

/// <summary>Runs a group several times in a row; a block that is no group becomes one.</summary>
public sealed record RepeatGesture(string Block, long Count) : Gesture;

/// <summary>Renames a block; an empty text shows the kind's title again.</summary>
public sealed record LabelGesture(string Block, string? Text) : Gesture;

/// <summary>Mutes blocks or switches them on again.</summary>
public sealed record MuteGesture(IReadOnlyList<string> Blocks, bool Muted) : Gesture;

/// <summary>Adds, changes or (with an empty text) removes a remark.</summary>
public sealed record NoteGesture(string? Id, string? Text, double X, double Y, string? Group) : Gesture;

/// <summary>Sets a parameter; null lets it go back to its default.</summary>
public sealed record SetParameterGesture(string Block, string Name, ParameterValue? Value) : Gesture;

/// <summary>Presses the button of a problem.</summary>
public sealed record ApplyFixGesture(string? Block, string Code, int Index) : Gesture;

/// <summary>Lines blocks up; the canvas client knows their sizes and so their places.</summary>
public sealed record AlignGesture(IReadOnlyDictionary<string, double[]> Positions) : Gesture;

/// <summary>Lays everything out anew.</summary>
public sealed record LayoutGesture(IReadOnlyDictionary<string, double[]> Positions, IReadOnlyDictionary<string, double[]>? Notes) : Gesture;
