using System.Collections.Immutable;
using Builder.Graph.Data;

namespace Builder.Datasets.Columns;

/// <summary>How finely a date is given.</summary>
public enum DateGrain
{
    /// <summary>2010Q1; stands for its first day, as do months and weeks.</summary>
    Quarter,

    /// <summary>2010-01.</summary>
    Month,

    /// <summary>2010-W05.</summary>
    Week,

    /// <summary>2010-01-31.</summary>
    Day,

    /// <summary>With a time of day.</summary>
    Moment,
}

/// <summary>What was seen while a column of texts was read as dates: cells that are none, and how the others are written.</summary>
public sealed record DateFindings
{
    /// <summary>How all its dates are read.</summary>
    public required DateOrder Order { get; init; }

    /// <summary>The finest that any date is given.</summary>
    public DateGrain Grain { get; init; } = DateGrain.Day;

    /// <summary>Whether some cell can be read in this order only, so that the order must be kept for rows that come later.</summary>
    public bool NeedsOrder { get; init; }

    /// <summary>The other order of day and month in which every date could be read as well, with another meaning; null where the dates tell it.</summary>
    public DateOrder? Other { get; init; }

    /// <summary>A date that the other order gives another meaning; null where there is none.</summary>
    public string? Open { get; init; }

    /// <summary>Whether dates are written as digits only, such as 20151231, so that they could be numbers, too.</summary>
    public bool AreDigits { get; init; }

    /// <summary>Whether years are written with two digits: 69 … 99 are 1969 … 1999, others 2000 … 2068.</summary>
    public bool HasShortYears { get; init; }

    /// <summary>The cells that are no dates, in the order of the file; they count as missing.</summary>
    public ImmutableArray<StrangeCell> Strange { get; init; } = [];

    /// <summary>How many cells are no dates.</summary>
    public int StrangeCount { get; init; }

    /// <summary>How many of them hold a usual mark for "no value", such as "-" or "TBD".</summary>
    public int GapMarks { get; init; }
}
