using Builder.Graph.Differences;
using Builder.Graph.Documents;
using Builder.Storage;
using Builder.Storage.Runs;
using Builder.Web.Sessions;
using Microsoft.AspNetCore.Components;

namespace Builder.Web.Runs.Page;

/// <summary>Says that the model was changed after a run had trained it: what is shown of the run is not about the drawing as it is now.</summary>
public sealed partial class ChangedSince : IDisposable
{
    /// <summary>What has no effect on what a run learns.</summary>
    private const BlockAspects Looks = BlockAspects.Position | BlockAspects.Label | BlockAspects.Note;

    private ProjectSession? _session;
    private ProjectDocument? _trained;
    private string? _of;
    private bool _isLeft;

    /// <summary>The project.</summary>
    [Parameter, EditorRequired]
    public required string ProjectId { get; set; }

    /// <summary>The run.</summary>
    [Parameter, EditorRequired]
    public required string RunId { get; set; }

    [Inject]
    private ProjectSessions Sessions { get; set; } = null!;

    [Inject]
    private RunStore Store { get; set; } = null!;

    [Inject]
    private ILogger<ChangedSince> Log { get; set; } = null!;

    private bool IsChanged => _session is not null && _trained is not null && IsOther(_trained, _session.Document);

    /// <summary>Whether another model would be trained, or the same one otherwise. Another seed alone is no other model.</summary>
    internal static bool IsOther(ProjectDocument trained, ProjectDocument now) =>
        DocumentDifferences.Between(WithoutSeed(trained), WithoutSeed(now)) is var found
        && (found.AddedLinks.Count > 0 || found.RemovedLinks.Count > 0 || found.Data.Length > 0
            || found.Blocks.Values.Any(b => b.Before is null || b.After is null || (b.Aspects & ~Looks) != BlockAspects.None));

    /// <inheritdoc/>
    public void Dispose()
    {
        _isLeft = true;
        if (_session is not null)
        {
            _session.Changed -= Follow;
        }
    }

    /// <inheritdoc/>
    protected override async Task OnParametersSetAsync()
    {
        if (_of == RunId)
        {
            return;
        }

        var run = RunId;
        (_of, _trained) = (run, null);
        try
        {
            var trained = await Store.DocumentAsync(run);
            var session = await Sessions.OpenAsync(ProjectId);
            if (_session is null && !_isLeft)
            {
                _session = session;
                _session.Changed += Follow;
            }

            if (_of == run)
            {
                _trained = trained;
            }
        }
        catch (StorageException)
        {
            // The run or the project has just been deleted: the page itself says so.
        }
    }

    private static ProjectDocument WithoutSeed(ProjectDocument document) => document with
    {
        Blocks = document.Blocks.SetItems(document.Blocks.Values.Where(b => b.Kind == "Trainer" && b.Parameters.ContainsKey("seed"))
            .Select(b => KeyValuePair.Create(b.Id, b with { Parameters = b.Parameters.Remove("seed") }))),
    };

    private void Follow(SessionChange change) => Background.Run(InvokeAsync(StateHasChanged), Log, "show that the model has changed", DispatchExceptionAsync);
}
