using Builder.Graph;
using Builder.Graph.Differences;
using Builder.Graph.Documents;

namespace Builder.Web.History;

/// <summary>What would change if a project went back to a version.</summary>
/// <param name="Returning">Blocks that would be there again.</param>
/// <param name="Going">Blocks that would be gone.</param>
/// <param name="Changing">Blocks that would be set differently.</param>
/// <param name="Links">Links that would come or go.</param>
/// <param name="Data">True where the data would be used differently.</param>
/// <param name="Blocks">Blocks of the version.</param>
/// <param name="IsSame">True where both are the same, but for places on the canvas.</param>
public sealed record VersionComparison(
    IReadOnlyList<Localized> Returning, IReadOnlyList<Localized> Going, IReadOnlyList<Localized> Changing, int Links, bool Data, int Blocks, bool IsSame)
{
    /// <summary>Compares the present document with an earlier one.</summary>
    public static VersionComparison Between(ProjectDocument now, ProjectDocument then)
    {
        ArgumentNullException.ThrowIfNull(now);
        ArgumentNullException.ThrowIfNull(then);
        var found = DocumentDifferences.Between(now, then);
        return new(
            Names(found, ChangeMark.Added), Names(found, ChangeMark.Removed), Names(found, ChangeMark.Changed),
            found.AddedLinks.Count + found.RemovedLinks.Count, !found.Data.IsEmpty, then.Blocks.Count, found.IsSame);
    }

    private static List<Localized> Names(DocumentDifferences found, ChangeMark mark) =>
        [.. found.Blocks.Values.Where(b => b.Mark == mark).Select(b => EditWords.Name(b.Before ?? b.Block))];
}
