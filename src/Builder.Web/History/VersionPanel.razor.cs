using Builder.Graph;
using Builder.Storage.Projects;
using Builder.Web.Drawings;
using Builder.Web.Drawings.Sheets;
using Builder.Web.Shell;
using Microsoft.AspNetCore.Components;

namespace Builder.Web.History;

/// <summary>One moment of the history: what was different then, the way back to it, and its name.</summary>
public sealed partial class VersionPanel
{
    private const int MostNames = 6;

    private string _name = "";
    private bool _goingBack;
    private bool _busy;

    /// <summary>The project.</summary>
    [Parameter, EditorRequired]
    public required string ProjectId { get; set; }

    /// <summary>The moment.</summary>
    [Parameter, EditorRequired]
    public required ChosenVersion Chosen { get; set; }

    /// <summary>Goes back to it.</summary>
    [Parameter]
    public EventCallback<ChosenVersion> OnRestore { get; set; }

    /// <summary>Gives it a name.</summary>
    [Parameter]
    public EventCallback<(long Revision, string Name)> OnName { get; set; }

    /// <summary>Takes its name away.</summary>
    [Parameter]
    public EventCallback<NamedVersion> OnRemoveName { get; set; }

    private bool IsNow => Chosen.Revision == Chosen.Now;

    /// <summary>What was done then, or what going back would do. At the beginning nothing was done, and now there is nothing to go back to.</summary>
    private string DrawingAddress => DrawingEndpoint.AddressOf(
        ProjectId, VersionName.Of(Chosen.Revision), From is { } from ? VersionName.Of(from) : null, DrawingSide.Both, Ui.Language);

    private long? From => Chosen.Before is { } before && !(_goingBack && !IsNow) ? before : IsNow ? null : Chosen.Now;

    private string Heading => Chosen.Name?.Name ?? Ui.T(Chosen.Revision == 0 ? HistoryTexts.Beginning : HistoryTexts.ChangeNumber(Chosen.Revision));

    private string Separator => Ui.Language == UiState.Chinese ? "、" : ", ";

    private IEnumerable<(string Words, IReadOnlyList<string> Names)> Differences
    {
        get
        {
            var found = Chosen.Comparison;
            (int Count, Func<int, Localized> Words, IReadOnlyList<Localized> Names)[] all =
            [
                (found.Returning.Count, HistoryTexts.Returning, found.Returning),
                (found.Going.Count, HistoryTexts.Going, found.Going),
                (found.Changing.Count, HistoryTexts.Changing, found.Changing),
                (found.Links, HistoryTexts.Links, []),
                (found.Data ? 1 : 0, _ => HistoryTexts.DataChange, []),
            ];
            return all.Where(a => a.Count > 0).Select(a => (Ui.T(a.Words(a.Count)), (IReadOnlyList<string>)[.. a.Names.Select(Ui.T)]));
        }
    }

    /// <inheritdoc/>
    protected override void OnInitialized() => _name = Chosen.Name?.Name ?? "";

    private async Task RestoreAsync()
    {
        _busy = true;
        await OnRestore.InvokeAsync(Chosen);
        _busy = false;
    }

    private Task SaveAsync() => OnName.InvokeAsync((Chosen.Revision, _name.Trim()));
}
