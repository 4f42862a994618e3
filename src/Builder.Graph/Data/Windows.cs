namespace Builder.Graph.Data;

/// <summary>How ordered rows, or the tokens of a text, are cut into windows of equal length.</summary>
public sealed record Windows
{
    /// <summary>Rows (or tokens) in a window.</summary>
    public required int Length { get; init; }

    /// <summary>How many rows after the window's last row the target lies.</summary>
    public int Horizon { get; init; } = 1;

    /// <summary>Rows between the starts of two neighbouring windows.</summary>
    public int Stride { get; init; } = 1;

    /// <summary>Source column that orders the rows; null for the order of the file.</summary>
    public string? OrderBy { get; init; }

    /// <summary>Source column whose values keep series apart: no window holds rows of two of them.</summary>
    public string? GroupBy { get; init; }

    /// <summary>
    /// The longest step between two neighbouring rows of a window, in days where <see cref="OrderBy"/> holds dates, else in its units: a longer one is a hole, and
    /// no window reaches across. Null where any step will do.
    /// </summary>
    public double? LongestStep { get; init; }
}
