using Builder.Graph.Problems;
using Builder.Storage;
using Builder.Web.Sessions;
using Builder.Web.Shell.Parts;
using Microsoft.AspNetCore.Components;

namespace Builder.Web.Runs.Page;

/// <summary>What stands in the way of training, each with its way out.</summary>
public sealed partial class TrainProblems
{
    private const int Most = 8;

    /// <summary>The project.</summary>
    [Parameter, EditorRequired]
    public required ProjectSession Session { get; set; }

    /// <summary>Its id.</summary>
    [Parameter, EditorRequired]
    public required string ProjectId { get; set; }

    [Inject]
    private Toasts Toasts { get; set; } = null!;

    private IEnumerable<Problem> Errors => Session.Analysis.Problems.Where(p => p.Severity == Severity.Error).Take(Most);

    private string ModelAddress(string? block) => $"/projects/{ProjectId}/model{(block is null ? "" : $"?block={Uri.EscapeDataString(block)}")}";

    private async Task MendAsync(Fix fix)
    {
        var result = await Session.ApplyAsync(new Command(ShortId.New(), Session.Revision, _ => fix.Edit, "person"));
        if (result.Problem is { } problem)
        {
            Toasts.Fail(problem.Message.Words);
        }
    }
}
