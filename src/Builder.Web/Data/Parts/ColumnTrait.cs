using Builder.Datasets.Profiles;

namespace Builder.Web.Data.Parts;

/// <summary>What is worth knowing of a column before it is used.</summary>
public enum ColumnTrait
{
    /// <summary>Nothing stands out.</summary>
    None,

    /// <summary>All values are the same.</summary>
    Constant,

    /// <summary>All but one in a hundred values are the same.</summary>
    AlmostConstant,

    /// <summary>Most numbers lie close together and a few far away on one side.</summary>
    Skewed,
}

/// <summary>Finds what stands out about a column in its profile alone, so that a wide table costs nothing more.</summary>
public static class ColumnTraits
{
    private const double NearlyAll = 0.99;

    /// <summary>What stands out about a column.</summary>
    public static ColumnTrait Of(ColumnProfile profile)
    {
        ArgumentNullException.ThrowIfNull(profile);
        var present = profile.Count - profile.Missing;
        return present == 0 || profile.Distinct == 0 ? ColumnTrait.None
            : profile.Distinct == 1 ? ColumnTrait.Constant
            : IsAlmostConstant(profile, present) ? ColumnTrait.AlmostConstant
            : profile.IsSkewed ? ColumnTrait.Skewed
            : ColumnTrait.None;
    }

    // Of numbers the profile has no counts of values; a bin of the histogram that holds nearly all of them is as telling where they are few.
    private static bool IsAlmostConstant(ColumnProfile profile, int present) => profile.Numbers is { } numbers
        ? profile.Distinct <= ColumnProfile.FewValues && numbers.Histogram is { Length: > 0 } bins && bins.Max() >= NearlyAll * present
        : profile.Top is [var most, ..] && most.Count >= NearlyAll * present;
}
