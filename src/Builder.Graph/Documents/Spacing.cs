namespace Builder.Graph.Documents;

/// <summary>How far apart blocks stand that nobody has placed by hand, in the units of <see cref="Position"/>: room for a wire between them.</summary>
public static class Spacing
{
    /// <summary>From a block to the one beside it.</summary>
    public const double Across = 240;

    /// <summary>From a block to the one below it.</summary>
    public const double Down = 160;
}
