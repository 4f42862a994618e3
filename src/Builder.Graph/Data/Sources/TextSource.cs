namespace Builder.Graph.Data;

/// <summary>
/// One running text, plain or gzip. Columns: <c>text</c>, and <c>next</c>, which is the text moved on by one token.
/// </summary>
public sealed record TextSource : DataSource
{
    /// <summary>The file.</summary>
    public required string Path { get; init; }

    /// <summary>utf-8, utf-16le, utf-16be, windows-1252, latin-1 or gb18030; null to detect it.</summary>
    public string? Encoding { get; init; }
}
