using Builder.Graph.Edits;

namespace Builder.Graph.Presets;

/// <summary>The edit that adds a preset to a document, and what it will have added.</summary>
/// <param name="Edit">One batch: the group, the blocks in it, their links, and one use.</param>
/// <param name="Group">Id of the new group.</param>
/// <param name="Use">Id of the new block that uses it; its ports are those of the group.</param>
public sealed record PresetAddition(Edit Edit, string Group, string Use);
