using System.Collections.Immutable;

namespace Builder.Datasets.Columns;

/// <summary>A cell of a column of numbers that is none.</summary>
/// <param name="Row">Its row in the source, from 0.</param>
/// <param name="Line">The line of the file on which the row begins, from 1.</param>
/// <param name="Text">What it holds, or the beginning of that.</param>
public readonly record struct StrangeCell(int Row, long Line, string Text)
{
    /// <summary>Characters of a text that are kept; a longer one ends in an ellipsis.</summary>
    public const int LongestText = 200;

    /// <summary>Whether the text is all that the cell holds.</summary>
    public bool IsWhole => Text.Length <= LongestText;

    /// <summary>What is kept of a text.</summary>
    internal static string Shortened(string text) => text.Length <= LongestText ? text : text[..LongestText] + "…";
}

/// <summary>What was seen while a column of numbers was read: cells that are none, and how the others are written.</summary>
public sealed record NumberFindings
{
    /// <summary>So many strange cells are kept; others are only counted.</summary>
    public const int MostCells = 100_000;

    /// <summary>A column in which every cell is a plain number or empty.</summary>
    public static NumberFindings None { get; } = new();

    /// <summary>The first cells that are no numbers, in the order of the file; they count as missing.</summary>
    public ImmutableArray<StrangeCell> Strange { get; init; } = [];

    /// <summary>How many cells are no numbers.</summary>
    public int StrangeCount { get; init; }

    /// <summary>How many of them hold a usual mark for "no value", such as "-" or "TBD".</summary>
    public int GapMarks { get; init; }

    /// <summary>How many of them are infinite: numbers, though none that could be learned from.</summary>
    public int Infinite { get; init; }

    /// <summary>The first numbers with a mark, such as &lt;0.5 or 12*, in the order of the file; the number counts.</summary>
    public ImmutableArray<StrangeCell> Marked { get; init; } = [];

    /// <summary>How many numbers have a mark.</summary>
    public int MarkedCount { get; init; }

    /// <summary>The units beside the numbers and how often each stands there.</summary>
    public ImmutableSortedDictionary<string, int> Units { get; init; } = ImmutableSortedDictionary<string, int>.Empty;

    /// <summary>How many numbers have their thousands kept apart, such as 21,522.</summary>
    public int GroupedCount { get; init; }

    /// <summary>The first number with its thousands kept apart, as it is written; null where there is none.</summary>
    public string? Grouped { get; init; }

    /// <summary>The first number that is multiplied by what stands behind it, as it is written, such as "1.2M"; null where there is none.</summary>
    public string? Magnitude { get; init; }

    /// <summary>The first duration as it is written, such as "2h 30m", where the column is read in seconds; null where there is none.</summary>
    public string? Duration { get; init; }

    /// <summary>The first duration of two numbers, such as 3:45, where every one of them may be minutes and seconds as well as hours and minutes; null where they tell it.</summary>
    public string? OpenDuration { get; init; }
}
