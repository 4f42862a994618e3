namespace Builder.Graph.Documents;

/// <summary>
/// A named sub-graph. Blocks belong to it by <see cref="Block.Group"/>; its ports are its GroupInput and GroupOutput blocks, in the order of
/// their ids. A block of kind "Group" uses it, once or repeated; every use has weights of its own unless it says otherwise.
/// </summary>
/// <param name="Id">Unique among groups and stable: letters, digits, '-' and '_'.</param>
/// <param name="Name">What the person calls it.</param>
public sealed record Group(string Id, string Name);

/// <summary>A remark that lies on the canvas by itself.</summary>
/// <param name="Id">Unique among notes.</param>
/// <param name="Text">Plain text, never markup.</param>
/// <param name="Position">Top left corner.</param>
/// <param name="Group">The group whose canvas it lies on; null for the main canvas.</param>
public sealed record Note(string Id, string Text, Position Position, string? Group = null);
