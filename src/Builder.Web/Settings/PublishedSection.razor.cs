using Builder.Storage;
using Builder.Storage.Publishing;
using Builder.Web.Shell.Parts;
using Microsoft.AspNetCore.Components;

namespace Builder.Web.Settings;

/// <summary>All published models, also those whose project is gone: they are switched off and removed here.</summary>
public sealed partial class PublishedSection
{
    private IReadOnlyList<PublishedModel> _models = [];
    private string? _asked;

    [Inject]
    private PublishedModelStore Store { get; set; } = null!;

    [Inject]
    private Toasts Toasts { get; set; } = null!;

    /// <inheritdoc/>
    protected override async Task OnInitializedAsync() => _models = await Store.ListAsync();

    private Task SwitchAsync(PublishedModel model, bool isOn) => ChangeAsync(() => Store.SwitchAsync(model.Name, isOn));

    private Task RemoveAsync(PublishedModel model) => ChangeAsync(() => Store.RemoveAsync(model.Name));

    private async Task ChangeAsync(Func<Task<bool>> change)
    {
        try
        {
            await change();
        }
        catch (StorageException unsaved)
        {
            Toasts.Fail(unsaved.Words);
        }

        (_asked, _models) = (null, await Store.ListAsync());
    }
}
