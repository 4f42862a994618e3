using Builder.Graph.Edits;
using Builder.Storage;
using Builder.Storage.Projects;
using Builder.Web.Layout;
using Builder.Web.Sessions;
using Builder.Web.Shell.Parts;
using Microsoft.AspNetCore.Components;

namespace Builder.Web.History;

/// <summary>Everything that happened to a project, in words, and the way back to any moment of it.</summary>
public sealed partial class HistoryPage : IDisposable
{
    private const string Person = "person";

    private ProjectSession? _session;
    private IReadOnlyList<TimeLineEntry>? _entries;
    private IReadOnlyList<NamedVersion> _versions = [];
    private ChosenVersion? _chosen;
    private long _before;
    private bool _isLeft;
    private bool _gone;

    /// <summary>The project.</summary>
    [Parameter]
    public required string ProjectId { get; set; }

    [Inject]
    private ProjectSessions Sessions { get; set; } = null!;

    [Inject]
    private TimeLine TimeLine { get; set; } = null!;

    [Inject]
    private ProjectLog Log { get; set; } = null!;

    [Inject]
    private VersionStore Versions { get; set; } = null!;

    [Inject]
    private ILogger<HistoryPage> Logger { get; set; } = null!;

    [Inject]
    private Toasts Toasts { get; set; } = null!;

    /// <inheritdoc/>
    public void Dispose()
    {
        _isLeft = true;
        Ui.Changed -= Refresh;
        if (_session is not null)
        {
            _session.Changed -= Edited;
        }
    }

    /// <inheritdoc/>
    protected override async Task OnInitializedAsync()
    {
        Ui.Changed += Refresh;
        _session = await SessionAccess.TryOpenAsync(Sessions, ProjectId);
        _gone = _session is null;
        if (_session is not null && !_isLeft)
        {
            _session.Changed += Edited;
            await ReadAsync();
        }
    }

    private async Task ReadAsync()
    {
        var revision = _session!.Revision;
        var page = await Task.Run(() => TimeLine.ReadAsync(ProjectId, revision));
        (_entries, _before) = (page.Entries, page.Before);
        _versions = await Task.Run(() => Versions.ListAsync(ProjectId));
    }

    private async Task ShowOlderAsync()
    {
        var page = await Task.Run(() => TimeLine.ReadAsync(ProjectId, _before));
        (_entries, _before) = ([.. _entries!, .. page.Entries], page.Before);
    }

    private async Task ChooseAsync(long revision)
    {
        var then = await Task.Run(() => Log.DocumentAsync(ProjectId, revision));
        var (now, document) = (_session!.Revision, _session.Document);
        var comparison = await Task.Run(() => VersionComparison.Between(document, then));
        var line = _entries!.FirstOrDefault(e => e.Revision == revision);
        _chosen = new(revision, then, line, _versions.FirstOrDefault(v => v.Revision == revision), comparison, now);
    }

    private async Task RestoreAsync(ChosenVersion version)
    {
        var result = await _session!.ApplyAsync(new(
            RestoreIds.ToRevision(version.Revision), _session.Revision, now => DocumentRestore.Into(now, version.Document), Person));
        if (result.Problem is { } problem)
        {
            Toasts.Fail(problem.Message.Words);
            return;
        }

        Toasts.Say(HistoryTexts.IsBack(version.Revision), new(HistoryTexts.Undo, () => _session.UndoAsync(Guid.NewGuid().ToString("N"), Person)));
        await ReadAsync();
        await ChooseAsync(version.Revision);
    }

    private async Task NameAsync((long Revision, string Name) named)
    {
        try
        {
            await Versions.NameAsync(ProjectId, named.Revision, named.Name);
        }
        catch (StorageException refused)
        {
            Toasts.Fail(refused.Words);
            return;
        }

        await ReadAsync();
        await ChooseAsync(named.Revision);
    }

    private async Task RemoveNameAsync(NamedVersion version)
    {
        await Versions.RemoveAsync(ProjectId, version.Id);
        await ReadAsync();
        await ChooseAsync(version.Revision);
    }

    private void Edited(SessionChange change)
    {
        if (change.CommandId is not null)
        {
            Background.Run(
                InvokeAsync(async () =>
                {
                    await ReadAsync();
                    StateHasChanged();
                }),
                Logger, "show a new line of the history", DispatchExceptionAsync);
        }
    }

    private void Refresh() => Background.Run(InvokeAsync(StateHasChanged), Logger, "show the history anew", DispatchExceptionAsync);
}
