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
/// <param name="Text">Plain text, never markup. In English where <paramref name="Zh"/> is there too.</param>
/// <param name="Position">Top left corner.</param>
/// <param name="Group">The group whose canvas it lies on; null for the main canvas.</param>
/// <param name="Zh">
/// The same in Simplified Chinese, where Builder wrote the note itself, so that it follows the reader's language; null for what a person wrote.
/// </param>
public sealed record Note(string Id, string Text, Position Position, string? Group = null, string? Zh = null)
{
    /// <summary>The text in a reader's language.</summary>
    /// <param name="language">A language code such as "en" or "zh".</param>
    public string In(string? language) => Zh is null ? Text : new Localized(Text, Zh).In(language);
}
