using System.Text.Json.Serialization;

namespace Builder.Web.Canvas.Messages;

/// <summary>What the canvas client tells the server; tests/golden/canvas/outgoing.json has a sample of each.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(Apply), "apply")]
[JsonDerivedType(typeof(Undo), "undo")]
[JsonDerivedType(typeof(Redo), "redo")]
[JsonDerivedType(typeof(Selected), "select")]
[JsonDerivedType(typeof(OpenGroup), "openGroup")]
[JsonDerivedType(typeof(Resync), "resync")]
[JsonDerivedType(typeof(Train), "train")]
public abstract record FromIsland;

/// <summary>A message that is answered with acknowledge or reject.</summary>
/// <param name="CommandId">Chosen by the canvas client; it sends the same one again where no answer came.</param>
public abstract record IslandRequest(string CommandId) : FromIsland;

/// <summary>A gesture that changes the document, sent when it is complete.</summary>
/// <param name="CommandId">Its id.</param>
/// <param name="BaseRevision">The revision that the person looked at.</param>
/// <param name="Gesture">What was done.</param>
public sealed record Apply(string CommandId, long BaseRevision, Gesture Gesture) : IslandRequest(CommandId);

/// <summary>Takes the last change back.</summary>
public sealed record Undo(string CommandId) : IslandRequest(CommandId);

/// <summary>Makes the change again that was taken back last.</summary>
public sealed record Redo(string CommandId) : IslandRequest(CommandId);

/// <summary>What the person has selected, and on which canvas.</summary>
public sealed record Selected(IReadOnlyList<string> Blocks, string? Group) : FromIsland;

/// <summary>The person looks into a group; null is the main canvas.</summary>
public sealed record OpenGroup(string? Group) : FromIsland;

/// <summary>The canvas client wants the whole document.</summary>
public sealed record Resync(long Revision) : FromIsland;

/// <summary>The person wants to train.</summary>
public sealed record Train : FromIsland;
