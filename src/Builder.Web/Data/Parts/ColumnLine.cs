using Builder.Datasets.Profiles;
using Builder.Graph;
using Builder.Proposals;

namespace Builder.Web.Data.Parts;

/// <summary>A line of the table of columns.</summary>
/// <param name="Choice">What the column is used for.</param>
/// <param name="Profile">What it holds.</param>
/// <param name="Why">Why it has its type; empty where a person chose it.</param>
/// <param name="Dates">From when to when its dates go; null for other columns.</param>
internal sealed record ColumnLine(ColumnChoice Choice, ColumnProfile Profile, Localized Why, DateSpan? Dates)
{
    /// <summary>Share of rows without a value.</summary>
    public double Share => Profile.Missing / (double)Math.Max(1, Profile.Count);

    /// <summary>What stands out.</summary>
    public ColumnTrait Trait { get; } = ColumnTraits.Of(Profile);
}
