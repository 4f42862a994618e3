using Builder.Graph;
using Builder.Storage;
using Builder.Storage.Projects;
using Builder.Web.Runs.Supervision;
using Builder.Web.Sessions;
using Builder.Web.Shell.Parts;
using Microsoft.AspNetCore.Components;

namespace Builder.Web.Home;

/// <summary>The projects that a person made, and what can be done with them as a whole.</summary>
public sealed partial class MyProjects
{
    /// <summary>So many are shown at first, and so many more whenever a person asks for them: each card is a drawing of its own.</summary>
    internal const int AtOnce = 48;

    private string? _search;
    private ProjectOrder _order;
    private int _most = AtOnce;
    private ProjectSummary? _renamed;
    private string? _newName;
    private ProjectSummary? _exported;
    private bool _withRuns = true;

    /// <summary>The projects.</summary>
    [Parameter, EditorRequired]
    public required IReadOnlyList<ProjectSummary> Projects { get; set; }

    /// <summary>The best score of each project that has one, by its id.</summary>
    [Parameter]
    public IReadOnlyDictionary<string, Localized?> Scores { get; set; } = new Dictionary<string, Localized?>();

    /// <summary>Tells that the list has to be read again.</summary>
    [Parameter]
    public EventCallback OnChanged { get; set; }

    [Inject]
    private ProjectStore Store { get; set; } = null!;

    [Inject]
    private ProjectSessions Sessions { get; set; } = null!;

    [Inject]
    private RunSupervisor Supervisor { get; set; } = null!;

    [Inject]
    private Toasts Toasts { get; set; } = null!;

    private IReadOnlyList<ProjectSummary> Shown => ProjectLists.Of(Projects, _search, _order);

    private void Search(string? text) => (_search, _most) = (text, AtOnce);

    private void StartRename(ProjectSummary project) => (_renamed, _newName) = (project, project.Name);

    private void StartExport(ProjectSummary project) => (_exported, _withRuns) = (project, true);

    private async Task Rename()
    {
        if (_renamed is not { } project || string.IsNullOrWhiteSpace(_newName))
        {
            return;
        }

        _renamed = null;
        await Try(async () =>
        {
            if ((await Sessions.RenameAsync(project.Id, _newName.Trim(), "person")).Problem is { } problem)
            {
                Toasts.Fail(problem.Message.Words);
            }
        });
    }

    private Task Duplicate(ProjectSummary project) => Try(async () =>
    {
        var copy = await Task.Run(() => CopyAsync(project));
        Toasts.Say(HomeTexts.Duplicated(copy.Name));
    });

    private async Task<ProjectSummary> CopyAsync(ProjectSummary project) =>
        await Store.DuplicateAsync(project.Id, await Store.FreshNameAsync(Ui.T(HomeTexts.CopyOf(project.Name))));

    private Task Delete(ProjectSummary project) => Try(async () =>
    {
        await Store.DeleteAsync(project.Id);
        var words = Supervisor.CallOff(project.Id) > 0 ? HomeTexts.DeletedWhileTraining(project.Name) : HomeTexts.Deleted(project.Name);
        Toasts.Say(words, new ToastAction(PartTexts.Undo, () => InvokeAsync(() => Restore(project))));
    });

    private Task Restore(ProjectSummary project) => Try(async () =>
    {
        await Store.RestoreAsync(project.Id);
        Toasts.Say(HomeTexts.Restored(project.Name));
    });

    private async Task Try(Func<Task> work)
    {
        try
        {
            await work();
        }
        catch (StorageException refused)
        {
            Toasts.Fail(refused.Words);
        }

        await OnChanged.InvokeAsync();
    }
}
