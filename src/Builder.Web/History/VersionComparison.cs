using Builder.Graph;
using Builder.Graph.Documents;
using Builder.Graph.Edits;

namespace Builder.Web.History;

/// <summary>What would change if a project went back to a version.</summary>
/// <param name="Returning">Blocks that would be there again.</param>
/// <param name="Going">Blocks that would be gone.</param>
/// <param name="Changing">Blocks that would be set differently.</param>
/// <param name="Links">Links that would come or go.</param>
/// <param name="Data">True where the data would be used differently.</param>
/// <param name="Blocks">Blocks of the version.</param>
public sealed record VersionComparison(
    IReadOnlyList<Localized> Returning, IReadOnlyList<Localized> Going, IReadOnlyList<Localized> Changing, int Links, bool Data, int Blocks)
{
    /// <summary>True where both are the same, but for places on the canvas.</summary>
    public bool IsSame => Returning.Count + Going.Count + Changing.Count + Links == 0 && !Data;

    /// <summary>Compares the present document with an earlier one.</summary>
    public static VersionComparison Between(ProjectDocument now, ProjectDocument then)
    {
        ArgumentNullException.ThrowIfNull(now);
        ArgumentNullException.ThrowIfNull(then);
        var edits = ((Batch)DocumentRestore.Into(now, then)).Edits;
        return new(
            [.. then.Blocks.Values.Where(b => !now.Blocks.ContainsKey(b.Id)).Select(EditWords.Name)],
            [.. now.Blocks.Values.Where(b => !then.Blocks.ContainsKey(b.Id)).Select(EditWords.Name)],
            [.. edits.Select(Changed).OfType<string>().Distinct(StringComparer.Ordinal).Where(id => now.Blocks.ContainsKey(id) && then.Blocks.ContainsKey(id))
                .Select(id => EditWords.Name(now, id))],
            then.Links.Values.Except(now.Links.Values).Count() + now.Links.Values.Except(then.Links.Values).Count(),
            edits.Any(e => e is SetDataSet),
            then.Blocks.Count);
    }

    private static string? Changed(Edit edit) => edit switch
    {
        SetParameter set => set.Block,
        SetLabel label => label.Block,
        SetBlockNote note => note.Block,
        SetMuted mute => mute.Block,
        ShareWeights share => share.Block,
        AddBlock add => add.Block.Id,
        _ => null,
    };
}
