using Builder.Graph.Documents;
using Builder.Storage;
using Builder.Storage.Projects;
using Builder.Web.Layout;
using Builder.Web.Shell;
using Builder.Web.Shell.Parts;
using Microsoft.AspNetCore.Components;

namespace Builder.Web.Home;

/// <summary>All projects: those that a person made, those that come with the product, and the ways to begin a new one.</summary>
public sealed partial class HomePage
{
    private IReadOnlyList<ProjectSummary>? _mine;
    private string? _opening;
    private bool _busy;

    [Inject]
    private ReadyProjects Ready { get; set; } = null!;

    [Inject]
    private ProjectStore Projects { get; set; } = null!;

    [Inject]
    private Toasts Toasts { get; set; } = null!;

    [Inject]
    private NavigationManager Navigation { get; set; } = null!;

    /// <inheritdoc/>
    protected override Task OnInitializedAsync() => Load();

    private async Task Load() => _mine = await Projects.ListAsync();

    private async Task Open(ReadyProject ready)
    {
        _opening = ready.Id;
        await Create(Step.Model, () => Task.Run(() => Projects.CreateAsync(Ready.DocumentOf(ready, Ui.Language), ready.Id, (folder, _) =>
        {
            Ready.CopyDataTo(ready, folder);
            return Task.CompletedTask;
        })));
        _opening = null;
    }

    private Task Begin() =>
        Create(Step.Model, () => Projects.CreateAsync(ProjectDocument.Create(Ui.T(HomeTexts.NewProject))));

    private async Task Create(Step step, Func<Task<ProjectSummary>> create)
    {
        _busy = true;
        try
        {
            var project = await create();
            Navigation.NavigateTo(Place.Address(project.Id, step));
        }
        catch (StorageException refused)
        {
            Toasts.Fail(refused.Words);
        }
        finally
        {
            _busy = false;
        }
    }

    private void Imported(string projectId) => Navigation.NavigateTo(Place.Address(projectId, Step.Model));
}
