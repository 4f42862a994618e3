using Builder.Graph;
using Builder.Graph.Differences;
using Builder.Storage.Runs;
using Builder.Web.Drawings.Sheets;
using Builder.Web.Runs.Page;
using Builder.Web.Sessions;
using Builder.Web.Layout;
using Microsoft.AspNetCore.Components;

namespace Builder.Web.Drawings.Compare;

/// <summary>The drawings of what two runs have trained, side by side.</summary>
public sealed partial class ComparePage
{
    /// <summary>Stands for the project as it is now, where otherwise the id of a run stands.</summary>
    private const string Now = "now";

    private ProjectSession? _session;
    private List<(string Id, Localized Name)>? _choices;
    private IReadOnlyList<DifferenceLine>? _lines;
    private (VersionName Left, VersionName Right) _shown;
    private string _left = Now;
    private string _right = Now;
    private bool _isMissing;
    private bool _isGone;

    /// <summary>The project.</summary>
    [Parameter]
    public required string ProjectId { get; set; }

    /// <summary>The run on the left, or "now".</summary>
    [SupplyParameterFromQuery(Name = "left")]
    public string? Left { get; set; }

    /// <summary>The run on the right, or "now".</summary>
    [SupplyParameterFromQuery(Name = "right")]
    public string? Right { get; set; }

    [Inject]
    private ProjectSessions Sessions { get; set; } = null!;

    [Inject]
    private RunStore Runs { get; set; } = null!;

    [Inject]
    private DrawnVersions Versions { get; set; } = null!;

    [Inject]
    private NavigationManager Navigation { get; set; } = null!;

    /// <inheritdoc/>
    protected override async Task OnParametersSetAsync()
    {
        _session ??= await SessionAccess.TryOpenAsync(Sessions, ProjectId);
        _isMissing = _session is null;
        if (_session is null)
        {
            return;
        }

        var runs = await Task.Run(() => Runs.ListAsync(ProjectId));
        _choices = [(Now, CompareTexts.Now), .. runs.OrderByDescending(r => r.Number).Select(r => (r.Id, TrainTexts.NameOf(r)))];
        // Without a choice: the last run beside the project as it is now.
        (_left, _right) = (Left ?? _choices.ElementAtOrDefault(1).Id ?? Now, Right ?? Now);
        await CompareAsync();
    }

    private async Task CompareAsync()
    {
        var shown = (Name(_left), Name(_right));
        _isGone = new[] { _left, _right }.Any(id => _choices!.TrueForAll(c => c.Id != id));
        var left = _isGone ? null : await Task.Run(() => Versions.FindAsync(ProjectId, shown.Item1));
        var right = _isGone ? null : await Task.Run(() => Versions.FindAsync(ProjectId, shown.Item2));
        _isGone = left is null || right is null;
        _lines = _isGone ? null : new DifferenceWords(left!.Document, right!.Document).Lines(DocumentDifferences.Between(left.Document, right.Document));
        _shown = shown;
    }

    // The project goes on being edited: both drawings and the words are of the same moment.
    private VersionName Name(string id) => id == Now ? VersionName.Of(_session!.Revision) : VersionName.OfRun(id);

    private string DrawingAddress(DrawingSide side) => DrawingEndpoint.AddressOf(ProjectId, _shown.Right, _shown.Left, side, Ui.Language);

    private void Go(string left, string right) => Navigation.NavigateTo(CompareDrawingsLink.AddressOf(ProjectId, left, right), replace: true);
}
