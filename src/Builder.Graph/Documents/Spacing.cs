namespace Builder.Graph.Documents;

/// <summary>How far apart blocks stand that nobody has placed by hand, in the units of <see cref="Position"/>: room for a wire between them.</summary>
public static class Spacing
{
    /// <summary>From a block to the one beside it.</summary>
    public const double Across = CanvasGeometry.BlockWidth + 64;

    /// <summary>From a block to the one below it.</summary>
    public const double Down = 160;

    /// <summary>From a block to the one beside it, at least: a wire between them can still be seen.</summary>
    public const double LeastAcross = CanvasGeometry.BlockWidth + 40;

    /// <summary>Blocks whose tops are farther apart stand in different rows.</summary>
    public const double SameRow = 96;
}
