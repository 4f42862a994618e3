namespace Builder.Graph.Data;

/// <summary>
/// Pictures in a folder or a zip file, one sub-folder a class. Columns: <c>picture</c>, <c>class</c> (the sub-folder's name),
/// <c>file</c> (the path inside, with forward slashes). Ordered by <c>file</c>.
/// </summary>
public sealed record PicturesSource : DataSource
{
    /// <summary>The folder or zip file.</summary>
    public required string Path { get; init; }
}
