using Builder.Graph;
using Builder.Storage;
using Builder.Storage.Publishing;
using Builder.Web.Shell;
using Builder.Web.Shell.Parts;
using Builder.Web.Shell.Security;
using Microsoft.AspNetCore.Components;

namespace Builder.Web.Publishing;

/// <summary>A published model as its owner sees it: link, switch, words, who may use it, versions.</summary>
public sealed partial class SharedModel
{
    private const int LongestTitle = 120;
    private const int LongestPurpose = 2_000;

    private ElementReference _link;
    private IReadOnlyList<ModelUse> _uses = [];
    private PublishedModel? _shown;
    private string _title = "";
    private string _purpose = "";
    private string _password = "";
    private bool _hasPassword;
    private bool _isRefused;

    /// <summary>The model.</summary>
    [Parameter, EditorRequired]
    public required PublishedModel Model { get; set; }

    /// <summary>The model of the run that the page shows.</summary>
    [Parameter, EditorRequired]
    public required PublishedBundle Bundle { get; set; }

    /// <summary>Whether it is being published just now.</summary>
    [Parameter]
    public bool IsBusy { get; set; }

    /// <summary>The run that the page shows is to become the next version.</summary>
    [Parameter]
    public EventCallback OnPublish { get; set; }

    /// <summary>Something of it was changed.</summary>
    [Parameter]
    public EventCallback OnChanged { get; set; }

    [Inject]
    private PublishedModelStore Store { get; set; } = null!;

    [Inject]
    private ModelUses Uses { get; set; } = null!;

    [Inject]
    private ServerAddresses Addresses { get; set; } = null!;

    [Inject]
    private NavigationManager Navigation { get; set; } = null!;

    [Inject]
    private ShellScript Script { get; set; } = null!;

    [Inject]
    private Toasts Toasts { get; set; } = null!;

    private Uri Server => Addresses.ForOthers(new Uri(Navigation.BaseUri));

    private string Link => new Uri(Server, ModelAddress.Page(Model.Name)).AbsoluteUri;

    /// <inheritdoc/>
    protected override async Task OnParametersSetAsync()
    {
        // The page renders at every answer; only a model that was read anew has something new to tell.
        if (ReferenceEquals(_shown, Model))
        {
            return;
        }

        if (_shown?.Name != Model.Name)
        {
            (_title, _purpose, _hasPassword) = (Model.Title, Model.Purpose, Model.Access == ModelAccess.Password);
        }

        _shown = Model;
        _uses = await Uses.ListAsync(Model.Name);
    }

    private ModelUse? UseOf(ModelVersion version) => _uses.FirstOrDefault(u => u.Version == version.Number);

    private async Task CopyAsync()
    {
        await Script.CopyAsync(_link);
        Toasts.Say(PublishingTexts.Copied);
    }

    private Task SwitchAsync(ChangeEventArgs change) => ChangeAsync(() => Store.SwitchAsync(Model.Name, change.Value is true), change.Value is true ? PublishingTexts.SwitchedOn : PublishingTexts.SwitchedOff);

    private Task ServeAsync(ModelVersion version) => ChangeAsync(() => Store.ServeAsync(Model.Name, version.Number), PublishingTexts.NowAnswers(version.Number));

    private Task DescribeAsync() => ChangeAsync(() => Store.DescribeAsync(Model.Name, Cut(_title, LongestTitle) is { Length: > 0 } title ? title : Model.Title, Cut(_purpose, LongestPurpose)), PublishingTexts.Saved);

    // A password that nobody writes anew stays as it is.
    private async Task LimitAsync()
    {
        var isKept = _password.Length == 0 && Model.PasswordHash is not null;
        _isRefused = _hasPassword && !isKept && !ModelPasswords.IsAllowed(_password);
        if (_isRefused)
        {
            return;
        }

        var hash = !_hasPassword ? null : isKept ? Model.PasswordHash : await Task.Run(() => ModelPasswords.Hash(_password));
        await ChangeAsync(() => Store.LimitAsync(Model.Name, _hasPassword ? ModelAccess.Password : ModelAccess.Open, hash), PublishingTexts.Saved);
        _password = "";
    }

    private async Task ChangeAsync(Func<Task<bool>> change, Localized done)
    {
        try
        {
            await change();
            Toasts.Say(done);
        }
        catch (StorageException unsaved)
        {
            Toasts.Fail(unsaved.Words);
        }

        await OnChanged.InvokeAsync();
    }

    private static string Cut(string text, int most) => text.Trim() is var trimmed && trimmed.Length > most ? trimmed[..most] : trimmed;
}
