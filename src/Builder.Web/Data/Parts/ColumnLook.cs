using Builder.Graph.Data;
using Builder.Proposals;

namespace Builder.Web.Data.Parts;

/// <summary>In which order columns are shown.</summary>
public enum ColumnOrder
{
    /// <summary>As in the file.</summary>
    File,

    /// <summary>By name, numbers in names by their value.</summary>
    Name,

    /// <summary>The most gaps first.</summary>
    Gaps,

    /// <summary>The most different values first.</summary>
    Distinct,

    /// <summary>Constant, almost constant and skewed ones first.</summary>
    Remarkable,
}

/// <summary>Which columns are shown.</summary>
public enum ColumnFilter
{
    /// <summary>All.</summary>
    All,

    /// <summary>Inputs and the target.</summary>
    Used,

    /// <summary>Those that are not used.</summary>
    LeftOut,

    /// <summary>Those with missing values.</summary>
    Gaps,

    /// <summary>Those of which all or nearly all values are the same.</summary>
    Constant,

    /// <summary>Those with a few values far away from the others.</summary>
    Skewed,
}

/// <summary>What of a wide table a person wants to see.</summary>
/// <param name="Words">Part of the name; empty for all.</param>
/// <param name="Order">In which order.</param>
/// <param name="Filter">Which.</param>
internal sealed record ColumnLook(string Words, ColumnOrder Order, ColumnFilter Filter)
{
    /// <summary>Everything as in the file.</summary>
    public static ColumnLook Whole { get; } = new("", ColumnOrder.File, ColumnFilter.All);

    /// <summary>The lines to be shown.</summary>
    public List<ColumnLine> Of(IEnumerable<ColumnLine> lines)
    {
        var shown = lines.Where(Fits);
        return [.. Order switch
        {
            ColumnOrder.Name => shown.OrderBy(l => l.Choice.Name, NaturalOrder.Instance),
            ColumnOrder.Gaps => shown.OrderByDescending(l => l.Share),
            ColumnOrder.Distinct => shown.OrderByDescending(l => l.Profile.Distinct),
            ColumnOrder.Remarkable => shown.OrderBy(l => l.Trait == ColumnTrait.None ? int.MaxValue : (int)l.Trait),
            _ => shown,
        }];
    }

    private bool Fits(ColumnLine line) => line.Choice.Name.Contains(Words.Trim(), StringComparison.OrdinalIgnoreCase) && Filter switch
    {
        ColumnFilter.Used => line.Choice.Use != ColumnUse.Ignored,
        ColumnFilter.LeftOut => line.Choice.Use == ColumnUse.Ignored,
        ColumnFilter.Gaps => line.Profile.Missing > 0,
        ColumnFilter.Constant => line.Trait is ColumnTrait.Constant or ColumnTrait.AlmostConstant,
        ColumnFilter.Skewed => line.Trait == ColumnTrait.Skewed,
        _ => true,
    };
}
