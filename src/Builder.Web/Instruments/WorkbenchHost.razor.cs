using Microsoft.AspNetCore.Components;

namespace Builder.Web.Instruments;

/// <summary>The sheet of the parts and the place where their lists and calendars open; nothing while no part is on the page.</summary>
public sealed partial class WorkbenchHost : IDisposable
{
    [Inject]
    private Workbench Workbench { get; set; } = null!;

    [Inject]
    private ILogger<WorkbenchHost> Log { get; set; } = null!;

    /// <inheritdoc/>
    public void Dispose() => Workbench.Changed -= OnChanged;

    /// <inheritdoc/>
    protected override void OnInitialized() => Workbench.Changed += OnChanged;

    private void OnChanged() => Background.Run(InvokeAsync(StateHasChanged), Log, "show what the page needs");
}
