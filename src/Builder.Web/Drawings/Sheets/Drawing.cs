using System.Collections.Immutable;
using Builder.Graph.Analysis;
using Builder.Graph.Differences;
using Builder.Graph.Documents;

namespace Builder.Web.Drawings.Sheets;

/// <summary>A document as it was at some time, with what can be said of it.</summary>
/// <param name="Document">The document.</param>
/// <param name="Analysis">Its shapes and sizes.</param>
public sealed record DrawnVersion(ProjectDocument Document, GraphAnalysis Analysis);

/// <summary>Which of two compared versions a drawing shows.</summary>
public enum DrawingSide
{
    /// <summary>The second, together with what it has lost.</summary>
    Both,

    /// <summary>The first.</summary>
    Before,

    /// <summary>The second.</summary>
    After,
}

/// <summary>A read-only drawing of a document: a sheet for its canvas and one for that of each group.</summary>
/// <param name="Version">The version that is shown.</param>
/// <param name="Before">The version that it is compared with; null where it is shown for itself.</param>
/// <param name="Side">Which of both is shown.</param>
/// <param name="Differences">What is different; null where nothing is compared.</param>
/// <param name="Sheets">The sheets, the main canvas first.</param>
public sealed record Drawing(
    DrawnVersion Version, DrawnVersion? Before, DrawingSide Side, DocumentDifferences? Differences, ImmutableArray<Sheet> Sheets)
{
    /// <summary>The drawing of a document.</summary>
    public static Drawing Of(DrawnVersion version) => Make(version, before: null, DrawingSide.After);

    /// <summary>A drawing in which everything is marked that is different between two documents.</summary>
    /// <param name="before">The first.</param>
    /// <param name="after">The second.</param>
    /// <param name="side">Which is shown. The sheets of both sides have the same extent, so that they can lie beside each other.</param>
    public static Drawing Compare(DrawnVersion before, DrawnVersion after, DrawingSide side) => Make(after, before, side);

    private static Drawing Make(DrawnVersion version, DrawnVersion? before, DrawingSide side)
    {
        var differences = before is null ? null : DocumentDifferences.Between(before.Document, version.Document);
        var maker = new SheetMaker(before, version, differences, side);
        return new(version, before, side, differences, maker.All());
    }
}
