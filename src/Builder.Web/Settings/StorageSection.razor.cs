using Builder.Storage;
using Builder.Storage.Files;
using Builder.Storage.Projects;
using Builder.Web.Home;
using Builder.Web.Shell.Parts;
using Microsoft.AspNetCore.Components;

namespace Builder.Web.Settings;

/// <summary>Where everything is kept, how much room it takes, and what was deleted.</summary>
public sealed partial class StorageSection
{
    private const int MostListed = 20;

    private IReadOnlyList<ProjectSummary> _deleted = [];
    private IReadOnlyList<string> _unknown = [];
    private StorageUse? _use;
    private long _unknownBytes;

    [Inject]
    private DataFolder Folder { get; set; } = null!;

    [Inject]
    private ProjectStore Projects { get; set; } = null!;

    [Inject]
    private Toasts Toasts { get; set; } = null!;

    [Inject]
    private Dialogs Dialogs { get; set; } = null!;

    /// <inheritdoc/>
    protected override Task OnInitializedAsync() => Load();

    private async Task Load()
    {
        _deleted = await Projects.ListDeletedAsync();
        _unknown = await Projects.UnknownFoldersAsync();
        StateHasChanged();
        _unknownBytes = await Task.Run(() => _unknown.Sum(Folders.Size));
        _use = await Task.Run(() => StorageUse.Measure(Folder, _deleted.Select(p => p.Id)));
    }

    private async Task Restore(ProjectSummary project)
    {
        if (await Projects.RestoreAsync(project.Id))
        {
            Toasts.Say(HomeTexts.Restored(project.Name));
        }

        await Load();
    }

    private async Task Remove()
    {
        if (await Dialogs.ConfirmAsync(new(SettingsTexts.RemoveTitle, SettingsTexts.RemoveText, SettingsTexts.Remove, Danger: true)))
        {
            Toasts.Say(SettingsTexts.Removed(await Task.Run(() => Projects.RemoveDeletedAsync())));
            await Load();
        }
    }
}
