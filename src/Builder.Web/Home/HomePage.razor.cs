using Builder.Graph;
using Builder.Graph.Documents;
using Builder.Storage;
using Builder.Storage.Projects;
using Builder.Storage.Runs;
using Builder.Web.Layout;
using Builder.Web.Scores;
using Builder.Web.Shell;
using Builder.Web.Shell.Parts;
using Microsoft.AspNetCore.Components;

namespace Builder.Web.Home;

/// <summary>All projects: those that a person made, those that come with the product, and the ways to begin a new one.</summary>
public sealed partial class HomePage
{
    private IReadOnlyList<ProjectSummary>? _mine;
    private IReadOnlyDictionary<string, Localized?> _scores = new Dictionary<string, Localized?>();
    private string? _opening;
    private bool _busy;

    [Inject]
    private ReadyProjects Ready { get; set; } = null!;

    [Inject]
    private ProjectStore Projects { get; set; } = null!;

    [Inject]
    private RunStore Runs { get; set; } = null!;

    [Inject]
    private Toasts Toasts { get; set; } = null!;

    [Inject]
    private PageAddress Address { get; set; } = null!;

    /// <inheritdoc/>
    protected override Task OnInitializedAsync() => Load();

    private async Task Load()
    {
        var scores = await Runs.ScoresAsync();
        _mine = await Projects.ListAsync();
        _scores = _mine.ToDictionary(p => p.Id, p => BestScore.Of(scores[p.Id]), StringComparer.Ordinal);
    }

    private async Task Open(ReadyProject ready)
    {
        _opening = ready.Id;
        await Create(Step.Model, () => Task.Run(async () =>
        {
            var document = Ready.DocumentOf(ready, Ui.Language);
            return await Projects.CreateAsync(document with { Name = await Projects.FreshNameAsync(document.Name) }, ready.Id, (folder, _) =>
            {
                Ready.CopyDataTo(ready, folder);
                return Task.CompletedTask;
            });
        }));
        _opening = null;
    }

    private Task Begin() =>
        Create(Step.Model, async () => await Projects.CreateAsync(ProjectDocument.Create(await Projects.FreshNameAsync(Ui.T(HomeTexts.NewProject)))));

    private async Task Create(Step step, Func<Task<ProjectSummary>> create)
    {
        _busy = true;
        try
        {
            var project = await create();
            await GoOnAsync(project.Id, step);
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

    private Task ImportedAsync((string Id, Step Step) came) => GoOnAsync(came.Id, came.Step);

    private Task GoOnAsync(string project, Step step) => Address.GoOnAsync("/", Place.Address(project, step));
}
