using System.Collections.Immutable;
using Builder.Datasets.Profiles;
using Builder.Graph.Data;

namespace Builder.Proposals.Columns;

/// <summary>Which columns are of use at all, before anybody has said anything.</summary>
internal static class FirstUses
{
    /// <summary>Columns with more gaps than this share tell too little.</summary>
    private const double MostMissing = 0.6;

    /// <summary>A use for every column; none is the target yet.</summary>
    public static ImmutableArray<ColumnUse> Of(SourceInspection inspection) =>
        [.. inspection.Profiles.Select((p, i) => IsUseful(p, inspection.Columns[i].Type) ? ColumnUse.Input : ColumnUse.Ignored)];

    private static bool IsUseful(ColumnProfile profile, ColumnType type) =>
        type == ColumnType.Picture || IsRunningText(profile, type)
        || (type != ColumnType.Id && profile.Distinct > 1 && profile.Missing <= profile.Count * MostMissing);

    private static bool IsRunningText(ColumnProfile profile, ColumnType type) => type == ColumnType.Text && profile.Count == 1;
}
