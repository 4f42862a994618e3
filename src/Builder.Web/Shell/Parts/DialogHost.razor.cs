using Microsoft.AspNetCore.Components;

namespace Builder.Web.Shell.Parts;

/// <summary>Shows the question that waits for an answer.</summary>
public sealed partial class DialogHost : IDisposable
{
    [Inject]
    private ILogger<DialogHost> Log { get; set; } = null!;

    [Inject]
    private Dialogs Dialogs { get; set; } = null!;

    /// <inheritdoc/>
    public void Dispose() => Dialogs.Changed -= Refresh;

    /// <inheritdoc/>
    protected override void OnInitialized() => Dialogs.Changed += Refresh;

    private void Refresh() => Background.Run(InvokeAsync(StateHasChanged), Log, "show a question");
}
