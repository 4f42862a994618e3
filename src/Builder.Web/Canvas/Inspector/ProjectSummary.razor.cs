using System.Collections.Immutable;
using Builder.Graph.Catalog;
using Builder.Graph.Documents;
using Builder.Graph.Problems;

namespace Builder.Web.Canvas.Inspector;

/// <summary>The model as a whole: shown while nothing is selected.</summary>
public sealed partial class ProjectSummary
{
    private const int MostProblems = 3;

    private int Layers => State.Document.Blocks.Values.Count(b => BlockCatalog.Find(b.Kind)?.Role == Role.Layer);

    private ImmutableArray<Problem> Blocking => [.. State.Analysis.Problems.Where(p => p.Severity == Severity.Error).Take(MostProblems)];

    private async Task<string?> TakeAsync(string text)
    {
        var description = string.IsNullOrWhiteSpace(text) ? null : text;
        return description == State.Document.Description || (await Editor.ApplyAsync(new DescribeProject(description))).Problem is null ? description ?? "" : null;
    }
}
