using Builder.Graph.Metrics;
using Builder.Storage;
using Builder.Storage.Runs;
using Builder.Web.Runs.Supervision;
using Builder.Web.Scores;
using Builder.Web.Shell.Parts;
using Microsoft.AspNetCore.Components;

namespace Builder.Web.Runs.Page;

/// <summary>A run in the list.</summary>
public sealed partial class RunRow
{
    private bool _isNaming;
    private bool _wasNaming;
    private ElementReference _name;

    /// <summary>The run.</summary>
    [Parameter, EditorRequired]
    public required RunSummary Run { get; set; }

    /// <summary>True for the one that is looked at.</summary>
    [Parameter]
    public bool IsSelected { get; set; }

    /// <summary>True where its curves lie under those.</summary>
    [Parameter]
    public bool IsCompared { get; set; }

    /// <summary>True where there are others.</summary>
    [Parameter]
    public bool CanCompare { get; set; }

    /// <summary>Looks at it.</summary>
    [Parameter]
    public EventCallback<string> OnSelect { get; set; }

    /// <summary>Draws its curves, or no longer.</summary>
    [Parameter]
    public EventCallback<(string RunId, bool IsWanted)> OnCompare { get; set; }

    /// <summary>Asks for something to be done with it.</summary>
    [Parameter]
    public EventCallback<(RunSummary Run, RunCommand Command)> OnCommand { get; set; }

    [Inject]
    private RunSupervisor Supervisor { get; set; } = null!;

    [Inject]
    private Toasts Toasts { get; set; } = null!;

    [Inject]
    private TimeProvider Clock { get; set; } = null!;

    private string Facts => string.Join(" · ", new[] { MainScore, When, Took }.Where(f => f.Length > 0));

    private string MainScore
    {
        get
        {
            var told = Run.Scores switch { null => null, { Test.Count: > 0 } s => s.Test, { Validation.Count: > 0 } s => s.Validation, var s => s.Train };
            return told is not null && MetricCatalog.Ordered(told.Keys).FirstOrDefault() is { } name
                ? $"{Ui.T(MetricCatalog.Named(name).Term)} {Figures.Score(MetricCatalog.Named(name), told[name], Run.Scores!.Units.GetValueOrDefault(name))}" : "";
        }
    }

    private string When => Ui.T(Figures.When(Run.AskedAt.LocalDateTime, Clock.GetLocalNow().DateTime));

    private string Took => Run is { StartedAt: { } start, EndedAt: { } end } ? (end - start).ToString((end - start).TotalHours >= 1 ? @"h\:mm\:ss" : @"m\:ss", null) : "";

    /// <inheritdoc/>
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (_isNaming && !_wasNaming)
        {
            await _name.FocusAsync();
        }

        _wasNaming = _isNaming;
    }

    private async Task RenameAsync(ChangeEventArgs change)
    {
        _isNaming = false;
        try
        {
            await Supervisor.RenameAsync(Run.Id, change.Value as string ?? "");
        }
        catch (StorageException refused)
        {
            Toasts.Fail(refused.Words);
        }
    }

    private Task Ask(RunCommand command) => OnCommand.InvokeAsync((Run, command));
}
